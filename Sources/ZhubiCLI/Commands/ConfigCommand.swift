import ArgumentParser
import Zhubi
import ZhubiDetection
import ZhubiPolicy
import ZhubiReport

/// `zhubi config explain|check|schema`.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "查看与检查配置 · look at and check the configuration",
    subcommands: [Explain.self, Check.self, Schema.self])

  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "explain",
      abstract: "某个文件实际采用的设置，各自出自何处 · what holds for a file, and where it comes from")

    @Argument(help: "文件 · a file")
    var path: String = "."

    @OptionGroup var judging: JudgingOptions

    func run() throws {
      let settings = try judging.settings()
      _ = try settings.scanner()
      Console.write(EffectiveSettings(settings: settings).text(of: path))
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "检查配置：未知的键与规则、匹配不到文件的路径 · unknown keys and rules, patterns that match nothing")

    @OptionGroup var judging: JudgingOptions

    func run() throws {
      let settings = try judging.settings()
      let words = settings.language
      _ = try settings.scanner()
      var diagnostics = ConfigurationDiagnostics()
      var files: [String: [String]] = [:]
      for one in settings.configuration.patterns {
        let known = files[one.folder] ?? FileSystem.files(below: one.folder)
        files[one.folder] = known
        guard !known.contains(where: { one.pattern.matches($0) }) else { continue }
        diagnostics.error(
          one.place, "“\(one.pattern)”匹配不到任何文件", "“\(one.pattern)” matches no file")
      }
      try diagnostics.say(words)
      let read = settings.configuration.files.map { FilePath.shown($0) }.joined(separator: ", ")
      Console.write(
        read.isEmpty
          ? words.pick("没有配置文件，采用默认设置\n", "no configuration; defaults hold\n")
          : words.pick("配置无误：\(read)\n", "the configuration is sound: \(read)\n"))
    }
  }

  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "schema",
      abstract: "打印 .zhubi.yaml 的 JSON Schema，供编辑器使用 · the JSON Schema, for editors")

    func run() throws { Console.write(ConfigurationSchema.text) }
  }
}

extension FileSystem {
  /// Every file below a folder, from the folder; hidden ones are left out.
  static func files(below folder: String) -> [String] {
    var found: [String] = []
    var waiting = [""]
    while let place = waiting.popLast() {
      guard let names = try? names(in: folder + "/" + place) else { continue }
      for name in names where !name.hasPrefix(".") {
        let path = place.isEmpty ? name : place + "/" + name
        switch kind(of: folder + "/" + path) {
        case .folder: waiting.append(path)
        case .file: found.append(path)
        case .other, nil: break
        }
      }
    }
    return found
  }
}
