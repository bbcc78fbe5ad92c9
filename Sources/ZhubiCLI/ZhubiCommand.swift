import ArgumentParser
import Zhubi
import ZhubiPolicy

#if canImport(Glibc)
  import Glibc
#endif

/// The tool: scan before publication.
@main
struct ZhubiCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zhubi",
    abstract: "朱笔：发布前的文本检查 · Zhubi scans texts before they are published",
    discussion: """
      退出码 exit status: 0 通过 clean · 1 有达到阈值的问题 findings · 2 用法或词库错误 usage · \
      3 扫描不完整 incomplete
      """,
    subcommands: [
      ScanCommand.self, HookCommand.self, InitCommand.self, ConfigCommand.self,
      BaselineCommand.self,
      ExplainCommand.self, LanguageServerCommand.self, LexiconCommand.self, ServeCommand.self,
      ReviewCommand.self, CompletionCommand.self, ManualCommand.self, VersionCommand.self,
    ] + bulk)

  /// Commands that stand behind traits.
  private static var bulk: [any ParsableCommand.Type] {
    #if Rescan
      [RescanCommand.self]
    #else
      []
    #endif
  }

  /// Runs the command; every way out is one of the four statuses of the contract.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
      Glibc.exit(ExitStatus.clean.rawValue)
    } catch let outcome as Outcome {
      outcome.leave()
    } catch {
      let text = fullMessage(for: error)
      if exitCode(for: error).isSuccess {
        print(text)
        Glibc.exit(ExitStatus.clean.rawValue)
      }
      Console.complain(text)
      Glibc.exit(ExitStatus.usage.rawValue)
    }
  }
}

/// A way out of a command, thrown so that every command can leave the same way.
struct Outcome: Error {
  var status: ExitStatus
  var complaint: String?

  func leave() -> Never {
    if let complaint { Console.complain(complaint) }
    exit(status.rawValue)
  }
}
