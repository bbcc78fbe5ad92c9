import ArgumentParser
import Zhubi
import ZhubiPolicy
import ZhubiReport

/// `zhubi init`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "写一份带说明的 .zhubi.yaml，从不覆盖 · write a commented configuration, never over another")

  @OptionGroup var language: LanguageOption

  func run() throws {
    let words = language.value
    let name = ConfigurationFile.name
    guard FileSystem.kind(of: name) == nil else {
      throw Outcome(
        status: .usage,
        complaint: words.pick("\(name) 已存在，未改动", "\(name) exists and was left as it is"))
    }
    do {
      try FileSystem.replace(name, with: Array(ConfigurationTemplate.text.utf8))
    } catch {
      throw Outcome(status: .usage, complaint: "\(error)")
    }
    Console.write(
      words.pick(
        "已写入 \(name)。下一步：zhubi scan .\n", "\(name) written. Next: zhubi scan .\n"))
    if let other = FilePath.nearest(name, from: FilePath.folder(of: FilePath.workingFolder)) {
      Console.complain(
        words.pick(
          "注意：上级已有 \(other)，在本文件夹中不再生效，除非用 extends 引用",
          "note: \(other) no longer holds in this folder, unless extends names it"))
    }
  }
}
