import ChildProcesses

#if canImport(Glibc)
  import Glibc
#endif

/// Runs the helper with a time limit of its own and takes what it prints.
struct HelperProcess {
  enum Ending: Equatable {
    case exited(Int32)
    case died
    /// It used up the processor time it allows itself.
    case outOfTime
    case timeout
    case tooMuch
    case notStarted
  }

  let seconds: Int
  let answerLimit: Int

  /// The path of a program in the folder of the running one.
  static func besideExecutable(_ name: String) -> String {
    var buffer = [CChar](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return name }
    let path = String(
      decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path[...(path.lastIndex(of: "/") ?? path.startIndex)] + name
  }

  func run(_ arguments: [String], input: [UInt8]) -> (output: [UInt8], ending: Ending) {
    var child = ChildProcess(arguments)
    // A group of its own, so that the programs it asks end with it.
    child.group = .own
    child.seconds = Double(seconds)
    child.outputLimit = answerLimit
    guard let result = try? child.run(input: input) else { return ([], .notStarted) }
    let ending: Ending =
      switch result.ending {
      case .exited(let status): .exited(status)
      case .signalled(SIGXCPU): .outOfTime
      case .signalled: .died
      case .timedOut: .timeout
      case .stopped: .tooMuch
      }
    return (result.output, ending)
  }
}
