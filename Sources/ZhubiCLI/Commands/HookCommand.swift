import ArgumentParser
import Zhubi
import ZhubiPolicy
import ZhubiReport

#if canImport(Glibc)
  import Glibc
#endif

/// `zhubi hook install|uninstall|run`.
struct HookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook", abstract: "git 提交与推送前的检查 · the gate before commits and pushes",
    subcommands: [Install.self, Uninstall.self, Run.self])

  static let names = ["pre-commit", "pre-push"]

  struct Install: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "install",
      abstract: "安装 pre-commit 与 pre-push 钩子，保留原有钩子 · install, keeping hooks that are there")

    @OptionGroup var language: LanguageOption

    func run() throws {
      let words = language.value
      let folder = try HookFolder.open()
      for name in HookCommand.names {
        let path = "\(folder)/\(name)"
        let kept = try HookFolder.install(
          HookScript(name: name, program: HookFolder.thisProgram), at: path)
        Console.write(words.pick("已安装 \(path)", "installed \(path)"))
        Console.write(
          kept ? words.pick("，原有钩子先运行\n", "; the hook that was there runs first\n") : "\n")
      }
    }
  }

  struct Uninstall: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "uninstall",
      abstract: "卸载，恢复原有钩子 · remove, and put earlier hooks back")

    @OptionGroup var language: LanguageOption

    func run() throws {
      let folder = try HookFolder.open()
      for name in HookCommand.names where HookFolder.remove(at: "\(folder)/\(name)") {
        Console.write(language.value.pick("已卸载 \(name)\n", "removed \(name)\n"))
      }
    }
  }

  struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "run",
      abstract: "由 git 调用：检查将要提交或推送的内容 · called by git")

    @Argument(help: "pre-commit | pre-push")
    var hook: String

    @Argument(parsing: .captureForPassthrough, help: .hidden)
    var rest: [String] = []

    @OptionGroup var judging: JudgingOptions

    func validate() throws {
      guard HookCommand.names.contains(hook) else {
        throw ValidationError("pre-commit | pre-push")
      }
    }

    func run() throws {
      let blobs: [GitRepository.Blob]
      do {
        let git = GitRepository()
        blobs = hook == "pre-commit" ? try git.staged() : try PushedRefs.read().changed(in: git)
      } catch let error as GitRepository.Failure {
        throw error.outcome
      }
      // Nothing to commit or push is nothing to say.
      if blobs.isEmpty { return }
      try StagedScan(judging: judging).run(blobs, form: .text)
    }
  }
}

/// The folder git runs hooks from.
enum HookFolder {
  static func open() throws -> String {
    do {
      let folder = try GitRepository().hooksFolder()
      try FileSystem.makeFolder(folder)
      return folder
    } catch let error as GitRepository.Failure {
      throw error.outcome
    } catch {
      throw Outcome(status: .usage, complaint: "\(error)")
    }
  }

  /// Puts the script in place; returns whether an earlier hook was moved aside.
  static func install(_ script: HookScript, at path: String) throws -> Bool {
    let earlier = "\(path).before-zhubi"
    do {
      if let there = try? FileSystem.read(path),
        !String(decoding: there, as: UTF8.self).contains(HookScript.mark)
      {
        guard FileSystem.kind(of: earlier) == nil else {
          throw Outcome(status: .usage, complaint: "\(earlier): 已存在 already there")
        }
        guard rename(path, earlier) == 0 else {
          throw FileError(path: path, code: errno)
        }
      }
      try FileSystem.replace(path, with: Array(script.text.utf8))
      chmod(path, 0o755)
      return FileSystem.kind(of: earlier) != nil
    } catch let error as FileError {
      throw Outcome(status: .usage, complaint: "\(error)")
    }
  }

  /// Removes a hook of ours and puts the earlier one back.
  static func remove(at path: String) -> Bool {
    guard let there = try? FileSystem.read(path),
      String(decoding: there, as: UTF8.self).contains(HookScript.mark)
    else { return false }
    unlink(path)
    rename("\(path).before-zhubi", path)
    return true
  }

  /// The path this program was started from.
  static var thisProgram: String {
    var buffer = [CChar](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return "zhubi" }
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
