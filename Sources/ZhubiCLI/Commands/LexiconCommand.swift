import ArgumentParser
import Zhubi
import ZhubiDetection
import ZhubiReport

/// `zhubi lexicon lint|import|diff|compile|stats`.
struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "检查、导入、比较、编译、统计词库 · check, import, compare, compile and count lexicons",
    subcommands: [Lint.self, Import.self, Diff.self, Compile.self, Stats.self])

  struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lint",
      abstract: "检查词库文件，指出文件与行号 · check packs, naming file and line")

    @Argument(help: "词库文件夹；省略则检查内置词库 · pack folders; none checks the built-in packs")
    var folders: [String] = []

    @OptionGroup var language: LanguageOption

    func run() throws {
      let words = language.value
      let layers: [[PackSource]]
      do {
        layers = try PackFolder.layers(at: folders)
      } catch {
        throw Outcome(status: .usage, complaint: "\(error)")
      }
      let diagnostics = try LexiconStore.lint(layers.isEmpty ? [PackSource.builtIn()] : layers)
      for diagnostic in diagnostics { Console.write(diagnostic.text(words) + "\n") }
      let fatal = diagnostics.filter(\.isFatal).count
      Console.write(
        words.pick(
          "\(fatal) 处错误，\(diagnostics.count - fatal) 处提醒\n",
          "\(fatal) error(s), \(diagnostics.count - fatal) warning(s)\n"))
      if fatal > 0 { throw Outcome(status: .usage) }
    }
  }

  struct Compile: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "compile",
      abstract: "把内置词库与追加词库编译成一个映像 · compile all packs into one image")

    @Option(name: .shortAndLong, help: "写入的文件 · the file to write")
    var output: String

    @OptionGroup var lexicon: LexiconOptions
    @OptionGroup var language: LanguageOption

    func run() throws {
      do {
        let layers = try PackFolder.layers(at: lexicon.lexicon)
        let image = try LexiconStore.compile(adding: layers)
        try FileSystem.replace(output, with: image)
        Console.write("\(output): \(image.count) bytes\n")
      } catch let error as LexiconError {
        throw Outcome(status: .usage, complaint: error.text(language.value))
      } catch let error as PackFolder.Failure {
        throw Outcome(status: .usage, complaint: "\(error)")
      } catch let error as FileError {
        throw Outcome(status: .usage, complaint: "\(error)")
      }
    }
  }

  struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "stats",
      abstract: "各词库的词条数 · how many entries each pack has")

    @OptionGroup var lexicon: LexiconOptions
    @OptionGroup var language: LanguageOption

    func run() throws {
      let words = language.value
      let opened = try lexicon.open(words)
      var counts: [String: Int] = [:]
      var kinds: [RuleID: Int] = [:]
      for number in 0..<opened.entryCount {
        let entry = opened.entry(number)
        counts[entry.pack, default: 0] += 1
        kinds[entry.rule, default: 0] += 1
      }
      for pack in opened.packs {
        Console.write("\(pack.id)\t\(pack.version)\t\(counts[pack.id] ?? 0)\t\(pack.title)\n")
      }
      Console.write("\n")
      for (kind, count) in kinds.sorted(by: { $0.key < $1.key }) {
        Console.write("\(kind)\t\(count)\n")
      }
      Console.write(
        "\n"
          + words.pick(
            "共 \(opened.entryCount) 条，映像 \(opened.size) 字节\n",
            "\(opened.entryCount) entries, image of \(opened.size) bytes\n"))
    }
  }
}
