/// What a scan found: the count, and a checksum that moves when any position does.
public struct Tally: Equatable, Sendable {
  public var count: UInt64 = 0
  public var checksum: UInt64 = 0

  public init(count: UInt64 = 0, checksum: UInt64 = 0) {
    self.count = count
    self.checksum = checksum
  }

  @inline(__always)
  mutating func add(_ start: Int, _ end: Int) {
    count &+= 1
    checksum &+= 31 &* UInt64(start) &+ UInt64(end)
  }
}

/// An engine ready to scan one text with one list of terms.
public protocol Contender: AnyObject {
  var name: String { get }
  /// Seconds of processor time the preparation took.
  var buildSeconds: Double { get }
  /// Bytes the engine reports for its data, 0 when it does not.
  var dataBytes: Int { get }
  /// Scans once; tells what was found and the processor time.
  func run() throws -> (tally: Tally, seconds: Double)
}

public struct BenchmarkFailure: Error, CustomStringConvertible {
  public var description: String
  public init(_ description: String) { self.description = description }
}
