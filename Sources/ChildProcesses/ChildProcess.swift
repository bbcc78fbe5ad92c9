#if canImport(Glibc)
  import Glibc
#endif

/// Runs another program to its end and takes what it prints.
///
/// The program gets three open files and nothing else: its input, its output and its complaints. No
/// signal is blocked or ignored in it because this process does so. What it prints is taken while it
/// runs, its input stands in a file without a name: neither side can wait for the other.
public struct ChildProcess: Sendable {
  /// Whom a signal from the terminal reaches, and what a kill ends.
  public enum Group: Sendable {
    /// A group of its own: whatever it starts ends with it, and Ctrl-C is for this process alone.
    case own
    /// The group of this process: what ends this group ends the program.
    case shared
  }

  public enum Ending: Equatable, Sendable {
    /// It ended with a status, from 0 to 255.
    case exited(Int32)
    /// It was ended by a signal of its number.
    case signalled(Int32)
    /// It ran longer than it may, and was killed.
    case timedOut
    /// It printed more than it may, or the taker had enough, and was killed.
    case stopped
  }

  public struct Result: Equatable, Sendable {
    public var output: [UInt8]
    public var ending: Ending

    /// The status the shell would show: 128 and more after a signal or a kill.
    public var status: Int32 {
      switch ending {
      case .exited(let status): status
      case .signalled(let signal): 128 + signal
      case .timedOut, .stopped: 128 + SIGKILL
      }
    }
  }

  /// Why a program did not run, with the error number of the system.
  public enum Failure: Error, Equatable, Sendable {
    case noInput(code: Int32)
    case noPipe(code: Int32)
    case notStarted(program: String, code: Int32)
  }

  /// The program and what it is told. A name without `/` is looked for in `PATH`.
  public var arguments: [String]
  /// `NAME=value`; nil hands on the environment of this process.
  public var environment: [String]?
  public var group = Group.own
  /// Whether complaints go where those of this process go; else nobody hears them.
  public var showsErrors = false
  /// Seconds it may take, from the start to its end; nil waits for ever.
  public var seconds: Double?
  /// Bytes of output that are taken.
  public var outputLimit = Int.max

  public init(_ arguments: [String]) { self.arguments = arguments }

  /// Runs the program.
  ///
  /// - Parameters:
  ///   - input: what it reads on standard input.
  ///   - accept: told of every stretch of output, in bytes, before it is taken; false ends the program.
  public func run(
    input: [UInt8] = [], accept: (Int) -> Bool = { _ in true }
  ) throws(Failure) -> Result {
    let deadline = seconds.map { Self.now + $0 }
    let file = try Descriptor.file(holding: input)
    let pipe = try Descriptor.pipe()
    let child = try spawn(input: file, output: pipe.writing)
    pipe.writing.close()
    file.close()
    var output: [UInt8] = []
    let cut = drain(pipe.reading, until: deadline, into: &output, accept)
    if cut != nil { end(child) }
    let (status, isLate) = wait(for: child, until: cut == nil ? deadline : nil)
    if let cut { return Result(output: output, ending: cut) }
    if isLate { return Result(output: output, ending: .timedOut) }
    let signal = status & 0x7F
    return Result(
      output: output, ending: signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal))
  }

  /// Reads until the other side closes; gives why it stopped before.
  private func drain(
    _ pipe: borrowing Descriptor, until deadline: Double?, into output: inout [UInt8],
    _ accept: (Int) -> Bool
  ) -> Ending? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if let deadline {
        let left = deadline - Self.now
        if left <= 0 { return .timedOut }
        var waiting = pollfd(fd: pipe.number, events: Int16(POLLIN), revents: 0)
        // A poll that was interrupted or found nothing asks for the time again.
        guard poll(&waiting, 1, Int32(min(left * 1_000 + 1, 60_000))) > 0 else { continue }
      }
      let count = read(pipe.number, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return nil }
      guard output.count + count <= outputLimit, accept(count) else { return .stopped }
      output += buffer[..<count]
    }
  }

  /// Waits for the end; a program that closed its output and goes on is ended in time.
  private func wait(for child: pid_t, until deadline: Double?) -> (status: Int32, isLate: Bool) {
    var status: Int32 = 0
    var isLate = false
    var pause: UInt32 = 100
    while true {
      let found = waitpid(child, &status, deadline == nil || isLate ? 0 : WNOHANG)
      if found == child { return (status, isLate) }
      if found < 0, errno != EINTR { return (0, isLate) }
      guard found == 0, let deadline else { continue }
      if Self.now >= deadline {
        end(child)
        isLate = true
      } else {
        usleep(pause)
        pause = min(pause * 2, 20_000)
      }
    }
  }

  private func end(_ child: pid_t) {
    kill(group == .own ? -child : child, SIGKILL)
  }

  /// Seconds of a clock that nobody sets.
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
