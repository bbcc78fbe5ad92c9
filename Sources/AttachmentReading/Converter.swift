import AttachmentExchange
import ChildProcesses

#if canImport(Glibc)
  import Glibc
#endif

/// Runs a program of the system that reads a format; it lives under the limits of this process.
struct Converter {
  struct Result {
    var status: Int32
    var output: [UInt8]
  }

  let budget: Budget

  /// The first of some programs that is installed.
  static func installed(_ names: [String]) -> String? {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    for name in names {
      for folder in path.split(separator: ":") where access("\(folder)/\(name)", X_OK) == 0 {
        return "\(folder)/\(name)"
      }
    }
    return nil
  }

  /// Runs a program with a file as its standard input; what it prints is cut by the limits.
  ///
  /// - Parameter seconds: how long it may take; nil takes the limit for foreign programs.
  func run(
    _ arguments: [String], input: [UInt8], seconds: Int? = nil
  ) throws(Refusal) -> Result {
    var child = ChildProcess(arguments)
    child.environment = [
      "LC_ALL=C.UTF-8", "HOME=/nonexistent", "PATH=/usr/bin:/bin", "OMP_THREAD_LIMIT=1",
    ]
    // Whoever ends this process with its group ends the program, too.
    child.group = .shared
    child.seconds = Double(seconds ?? budget.limits.converterSeconds)
    var refusal: Refusal?
    let result: ChildProcess.Result
    do {
      result = try child.run(input: input) { count in
        do throws(Refusal) { try budget.unpack(count) } catch { refusal = error }
        return refusal == nil
      }
    } catch {
      throw switch error {
      case .noInput: Refusal(.unreadable, "无法建立临时文件", "no temporary file could be made")
      case .noPipe: Refusal(.unreadable, "无法建立管道", "no pipe")
      case .notStarted:
        Refusal(.unreadable, "无法启动读取程序", "the reading program could not be started")
      }
    }
    if let refusal { throw refusal }
    switch result.ending {
    case .exited(let status): return Result(status: status, output: result.output)
    case .timedOut: throw Refusal(.limitReached, "读取程序超时", "the reading program took too long")
    case .signalled, .stopped:
      throw Refusal(.unreadable, "读取程序异常终止", "the reading program died")
    }
  }
}
