public import Foundation
import TestSpawn

#if canImport(Glibc)
  import Glibc
#endif

/// What went wrong with a child process.
public enum ChildError: Error, CustomStringConvertible {
  case notStarted(program: String, code: Int32)
  case overdue(program: String, seconds: Double)

  public var description: String {
    switch self {
    case .notStarted(let program, let code): "\(program) was not started: error \(code)"
    case .overdue(let program, let seconds): "\(program) was not done after \(seconds) s"
    }
  }
}

/// A child process that inherits nothing but its three streams, and that never outlives its time.
///
/// `Foundation.Process` on Linux notices an end by a socket that other children may inherit, and then
/// waits for all of them; here the kernel is asked, and every wait has an end.
public final class Child: @unchecked Sendable {
  public enum Stream {
    case nothing
    case file(URL)
    case pipe
  }

  /// How the process ended.
  public enum Ending: Equatable, Sendable {
    case exit(Int32)
    case signal(Int32)
  }

  public let id: Int32
  private let name: String
  private let input: Int32
  private let output: Int32
  private var ending: Ending?

  /// Starts a program in a process group of its own, with default signals and nothing inherited.
  ///
  /// - Parameters:
  ///   - errors: where standard error goes; `.pipe` joins it to standard output.
  /// - Throws: ``ChildError/notStarted(program:code:)``.
  public init(
    _ executable: URL, _ arguments: [String], in folder: URL, environment: [String: String],
    input: Stream = .nothing, output: Stream = .nothing, errors: Stream = .nothing
  ) throws {
    name = executable.lastPathComponent
    Glibc.signal(SIGPIPE, SIG_IGN)
    var (read, write): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    var streams: [Int32] = []
    for (number, stream) in [input, output, errors].enumerated() {
      switch stream {
      case .nothing: streams.append(open("/dev/null", O_RDWR | O_CLOEXEC))
      case .file(let file):
        let flags = number == 0 ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC
        streams.append(open(file.path, flags | O_CLOEXEC, 0o600))
      case .pipe where number == 0:
        _ = spawn_pipe(&read)
        streams.append(read[0])
      case .pipe:
        if write[1] < 0 { _ = spawn_pipe(&write) }
        streams.append(write[1])
      }
    }
    defer { for stream in Set(streams) { close(stream) } }
    var words = ([executable.path] + arguments).map { strdup($0) } + [nil]
    var settings = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for word in words + settings { free(word) } }
    var child: pid_t = 0
    let code = spawn_child(&child, executable.path, folder.path, &words, &settings, streams)
    (id, self.input, self.output) = (child, read[1], write[0])
    guard code == 0 else {
      ending = .exit(127)
      throw ChildError.notStarted(program: name, code: code)
    }
  }

  deinit {
    if ending == nil { end() }
    if input >= 0 { close(input) }
    if output >= 0 { close(output) }
  }

  /// Writes to standard input, which must be a pipe; what nobody reads any more is dropped.
  public func send(_ data: Data) {
    data.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = write(input, bytes.baseAddress! + done, bytes.count - done)
        if count < 0 && errno != EINTR { return }
        done += max(0, count)
      }
    }
  }

  /// The next bytes of an output that is a pipe; empty at its end.
  ///
  /// - Throws: ``ChildError/overdue(program:seconds:)`` when nothing came in time.
  public func next(within seconds: Double = 120) throws -> Data {
    var wanted = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    let end = Date.now.addingTimeInterval(seconds)
    while poll(&wanted, 1, 200) <= 0 {
      guard Date.now < end else {
        self.end()
        throw ChildError.overdue(program: name, seconds: seconds)
      }
    }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(output, &bytes, bytes.count)
    return Data(bytes.prefix(max(0, count)))
  }

  /// Sends a signal to the process alone.
  public func signal(_ number: Int32) {
    if !isOver() { kill(id, number) }
  }

  /// True when the process has ended; never waits.
  public func isOver() -> Bool {
    if ending != nil { return true }
    var status: Int32 = 0
    guard waitpid(id, &status, WNOHANG) == id else { return false }
    ending = status & 0x7F == 0 ? .exit((status >> 8) & 0xFF) : .signal(status & 0x7F)
    return true
  }

  /// Waits for the end.
  ///
  /// - Throws: ``ChildError/overdue(program:seconds:)``; the process is killed then.
  @discardableResult
  public func wait(within seconds: Double = 300) throws -> Ending {
    let end = Date.now.addingTimeInterval(seconds)
    var pause: UInt32 = 500
    while !isOver() {
      guard Date.now < end else {
        self.end()
        throw ChildError.overdue(program: name, seconds: seconds)
      }
      usleep(pause)
      pause = min(pause * 2, 10_000)
    }
    return ending!
  }

  /// Kills the process and all of its group.
  private func end() {
    kill(-id, SIGKILL)
    kill(id, SIGKILL)
    while !isOver() { usleep(1_000) }
  }
}
