import Synchronization
import Zhubi

#if canImport(Glibc)
  import Glibc
#endif

/// Bearer tokens, one a line, read again when their file changes.
///
/// A file that can no longer be read lets nobody in.
final class TokenFile: Sendable {
  /// Why a file of tokens is refused. Never holds a token.
  enum Fault: Error, Sendable, Equatable {
    case unreadable(String)
    case short(line: Int)
    case empty
  }

  /// Characters a token must have: 128 bits written in any usual alphabet.
  static let leastLength = 22

  private struct State {
    var stamp: Stamp?
    var looked = 0.0
    var tokens: [[UInt8]] = []
  }

  private struct Stamp: Equatable {
    var seconds: Int
    var nanoseconds: Int
    var size: Int
    var inode: UInt
  }

  private let path: String
  private let state = Mutex(State())
  /// Seconds between two looks at the file.
  private let interval: Double

  /// - Throws: when the file cannot be read, holds no token, or holds a short one.
  init(_ path: String, interval: Double = 1) throws(Fault) {
    self.path = path
    self.interval = interval
    let tokens = try Self.read(path)
    state.withLock { $0 = State(stamp: Self.stamp(of: path), looked: Clock.now, tokens: tokens) }
  }

  /// Whether the token is one of those in the file. Takes the same time whichever it is and however
  /// much of it is right.
  func accepts(_ token: some Collection<UInt8>) -> Bool {
    let given = Array(token)
    return state.withLock { state in
      refresh(&state)
      var found: UInt8 = 0
      for known in state.tokens {
        var difference = UInt64(known.count ^ given.count)
        for index in known.indices {
          difference |= UInt64(known[index] ^ (index < given.count ? given[index] : 0))
        }
        found |= difference == 0 ? 1 : 0
      }
      return found == 1
    }
  }

  private func refresh(_ state: inout State) {
    let now = Clock.now
    guard now - state.looked >= interval else { return }
    state.looked = now
    let stamp = Self.stamp(of: path)
    guard stamp != state.stamp || stamp == nil else { return }
    state.stamp = stamp
    state.tokens = (try? Self.read(path)) ?? []
  }

  private static func read(_ path: String) throws(Fault) -> [[UInt8]] {
    let bytes: [UInt8]
    do { bytes = try FileSystem.read(path) } catch { throw .unreadable(error.reason) }
    var tokens: [[UInt8]] = []
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let token = line.filter { $0 > 0x20 }
      if token.isEmpty || token.first == UInt8(ascii: "#") { continue }
      guard token.count >= leastLength else { throw .short(line: number + 1) }
      tokens.append(token)
    }
    if tokens.isEmpty { throw .empty }
    return tokens
  }

  private static func stamp(of path: String) -> Stamp? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Stamp(
      seconds: Int(status.st_mtim.tv_sec), nanoseconds: Int(status.st_mtim.tv_nsec),
      size: Int(status.st_size), inode: UInt(status.st_ino))
  }
}

/// Seconds of a clock that never goes back.
enum Clock {
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
