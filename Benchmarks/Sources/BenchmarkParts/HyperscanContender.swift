import CHyperscan
import NormalizeThenMatch

/// Hyperscan's matcher for literals, all matches, no folding; on request behind ICU's normalization.
public final class HyperscanContender: Contender {
  public let name: String
  public private(set) var buildSeconds = 0.0
  public private(set) var dataBytes = 0
  private let text: TextBytes
  private var database: OpaquePointer?
  private var scratch: OpaquePointer?
  private let lengths: [Int]
  private let normalizer: OpaquePointer?
  private var normalized: UnsafeMutableBufferPointer<UInt8>?

  /// What is done to the text first.
  public enum First: Sendable {
    case nothing
    case caseFolding
    case caseFoldingAndSimplification
  }

  public init(_ text: TextBytes, _ terms: TermLines, first: First = .nothing) throws {
    self.text = text
    let lines = terms.lines.filter { !$0.isEmpty }
    lengths = lines.map(\.count)
    switch first {
    case .nothing:
      name = "hyperscan"
      normalizer = nil
    case .caseFolding:
      name = "icu-casefold+hyperscan"
      normalizer = normalizer_open(0)
    case .caseFoldingAndSimplification:
      name = "icu-casefold-simplify+hyperscan"
      normalizer = normalizer_open(1)
    }
    if first != .nothing {
      guard normalizer != nil else { throw BenchmarkFailure("ICU: no normalizer") }
      normalized = .allocate(capacity: text.bytes.count * 2 + 4096)
    }
    let (_, seconds) = try Clock.measure { try compile(lines) }
    buildSeconds = seconds
  }

  private func compile(_ lines: [[UInt8]]) throws {
    var starts: [Int] = []
    var total = 0
    for line in lines {
      starts.append(total)
      total += line.count + 1
    }
    let memory = UnsafeMutablePointer<CChar>.allocate(capacity: total)
    defer { memory.deallocate() }
    memory.initialize(repeating: 0, count: total)
    var pointers: [UnsafePointer<CChar>?] = []
    for (start, line) in zip(starts, lines) {
      for (k, byte) in line.enumerated() { memory[start + k] = CChar(bitPattern: byte) }
      pointers.append(UnsafePointer(memory + start))
    }
    let flags = [UInt32](repeating: 0, count: lines.count)
    let ids = lines.indices.map { UInt32($0) }
    var error: UnsafeMutablePointer<hs_compile_error_t>?
    let status = hs_compile_lit_multi(
      pointers, flags, ids, lengths, UInt32(lines.count), UInt32(HS_MODE_BLOCK), nil, &database,
      &error)
    guard status == HS_SUCCESS else {
      throw BenchmarkFailure(
        "hyperscan: \(error.map { String(cString: $0.pointee.message) } ?? "")")
    }
    guard hs_alloc_scratch(database, &scratch) == HS_SUCCESS else {
      throw BenchmarkFailure("hyperscan: no scratch")
    }
    hs_database_size(database, &dataBytes)
  }

  deinit {
    hs_free_scratch(scratch)
    hs_free_database(database)
    normalizer_close(normalizer)
    normalized?.deallocate()
  }

  private struct Sink {
    var tally = Tally()
    let lengths: UnsafePointer<Int>
  }

  public func run() throws -> (tally: Tally, seconds: Double) {
    let start = Clock.now()
    var bytes = text.bytes
    if let normalizer, let normalized {
      let count = normalizer_run(
        normalizer, bytes.baseAddress, bytes.count, normalized.baseAddress, normalized.count)
      guard count >= 0 else { throw BenchmarkFailure("ICU: normalization failed") }
      bytes = UnsafeBufferPointer(rebasing: normalized[..<Int(count)])
    }
    let tally = try lengths.withUnsafeBufferPointer { lengths in
      var sink = Sink(lengths: lengths.baseAddress!)
      let status = bytes.withMemoryRebound(to: CChar.self) { chars in
        hs_scan(
          database, chars.baseAddress, UInt32(chars.count), 0, scratch,
          { id, _, to, _, context in
            let sink = context!.assumingMemoryBound(to: Sink.self)
            sink.pointee.tally.add(Int(to) - sink.pointee.lengths[Int(id)], Int(to))
            return 0
          }, &sink)
      }
      guard status == HS_SUCCESS else { throw BenchmarkFailure("hyperscan: status \(status)") }
      return sink.tally
    }
    return (tally, Clock.now() - start)
  }
}
