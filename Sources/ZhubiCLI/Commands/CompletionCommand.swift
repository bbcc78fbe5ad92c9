import ArgumentParser

/// `zhubi completion SHELL`.
struct CompletionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completion",
    abstract: "打印 bash、zsh、fish 的补全脚本 · print the completion script of a shell",
    discussion: """
      bash: zhubi completion bash > ~/.local/share/bash-completion/completions/zhubi
      zsh:  zhubi completion zsh > DIR/_zhubi  (DIR in $fpath)
      fish: zhubi completion fish > ~/.config/fish/completions/zhubi.fish
      """)

  @Argument(
    help: "bash | zsh | fish", completion: .list(CompletionShell.allCases.map(\.rawValue)))
  var shell: String

  func validate() throws {
    guard CompletionShell(rawValue: shell) != nil else {
      throw ValidationError("bash | zsh | fish")
    }
  }

  func run() throws {
    guard let shell = CompletionShell(rawValue: shell) else { return }
    Console.write(ZhubiCommand.completionScript(for: shell))
  }
}
