import ArgumentParser
import Zhubi
import ZhubiDetection
import ZhubiReport
import ZhubiText

extension LexiconCommand {
  /// `zhubi lexicon import LIST --to FOLDER`.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "把词表（每行一词，或 CSV：词,建议）做成词库 · make a pack of a word list or CSV")

    @Argument(help: "词表文件 · one word a line, or CSV with the word first and the suggestion second")
    var list: String

    @Option(name: .long, help: "新建的词库文件夹 · the folder to make")
    var to: String

    @Option(name: .long, help: "类别，如 term.our-words · the kind of the entries")
    var kind: String = "term.our-words"

    @Option(name: .long, help: "info | warning | error | block")
    var severity: String = "warning"

    @Option(name: .long, help: "出处 · where the words come from")
    var source: String = "本单位词表"

    @OptionGroup var language: LanguageOption

    func validate() throws {
      guard RuleID(kind) != nil else { throw ValidationError("--kind: term.NAME") }
      guard Severity(rawValue: severity) != nil else {
        throw ValidationError("--severity: info | warning | error | block")
      }
    }

    func run() throws {
      let words = language.value
      guard FileSystem.kind(of: "\(to)/pack.yaml") == nil else {
        throw Outcome(
          status: .usage, complaint: words.pick("已有词库：\(to)", "there is a pack already: \(to)"))
      }
      do {
        let rows = WordList(try FileSystem.read(list), isCSV: list.hasSuffix(".csv")).rows
        let name = to.split(separator: "/").last.map(String.init) ?? "our-words"
        let manifest = """
          id: \(name)
          title: \(name)
          version: \(CalendarDate.current())
          kind: \(kind)
          severity: \(severity)
          source: \(source)

          """
        let table = "term\tsuggestion\tunless\tnote\n" + rows.map { "\($0)\t\($1)\t\t\n" }.joined()
        try FileSystem.makeFolder(to)
        try FileSystem.replace("\(to)/pack.yaml", with: Array(manifest.utf8))
        try FileSystem.replace("\(to)/words.tsv", with: Array(table.utf8))
        Console.write(words.pick("\(rows.count) 条写入 \(to)\n", "\(rows.count) entries in \(to)\n"))
        let diagnostics = try LexiconStore.lint([PackFolder.packs(at: to)])
        for diagnostic in diagnostics { Console.write(diagnostic.text(words) + "\n") }
        if diagnostics.contains(where: \.isFatal) { throw Outcome(status: .usage) }
      } catch let error as FileError {
        throw Outcome(status: .usage, complaint: "\(error)")
      } catch let error as LexiconError {
        throw Outcome(status: .usage, complaint: error.text(words))
      }
    }
  }

  /// `zhubi lexicon diff OLD NEW [TEXT…]`.
  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "比较两个词库：改了哪些词条，会多报、少报什么 · what a change of packs changes")

    @Argument(help: "旧词库文件夹 · folder of the old packs")
    var old: String

    @Argument(help: "新词库文件夹 · folder of the new packs")
    var new: String

    @Argument(help: "用来试的文本 · texts to try both on")
    var texts: [String] = []

    @OptionGroup var language: LanguageOption

    func run() throws {
      let words = language.value
      let difference = LexiconDiff(
        old: try LexiconOptions.open([old], usesCache: false, words),
        new: try LexiconOptions.open([new], usesCache: false, words))
      let entries = difference.entries()
      for entry in entries.added { Console.write("+ \(entry.id)\n") }
      for entry in entries.removed { Console.write("- \(entry.id)\n") }
      for entry in entries.changed { Console.write("~ \(entry.new.id)\n") }
      for path in texts {
        let bytes: [UInt8]
        do { bytes = try FileSystem.read(path) } catch {
          throw Outcome(status: .incomplete, complaint: "\(error)")
        }
        let document = DocumentReader().read(
          bytes, id: path, format: DocumentFormat(fileName: path))
        let found = difference.findings(
          in: document, asOf: AsOf(.current(), origin: .today), selection: .everything)
        for finding in found.added { Console.write("\(path): + \(finding.rule)\n") }
        for finding in found.removed { Console.write("\(path): - \(finding.rule)\n") }
      }
    }
  }
}

/// A list of words somebody kept in a text file or a spreadsheet.
struct WordList {
  /// The words with their suggestions, in order, each word once.
  private(set) var rows: [(String, String)] = []

  init(_ bytes: [UInt8], isCSV: Bool) {
    let text = String(decoding: TextDecoder().decode(bytes).utf8, as: UTF8.self)
    var seen: Set<String> = []
    func add(_ word: String, _ suggestion: String) {
      let word = String(word.filter { $0 != "\t" })
      guard !word.isEmpty, seen.insert(word).inserted else { return }
      rows.append((word, suggestion.filter { $0 != "\t" }))
    }
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let cells =
        isCSV
        ? line.split(separator: ",", omittingEmptySubsequences: false).map {
          String($0).trimmed(of: "\" ")
        } : [String(line).trimmed(of: " ")]
      add(cells[0], cells.count > 1 ? cells[1] : "")
    }
  }
}

extension String {
  fileprivate func trimmed(of characters: String) -> String {
    var text = self[...]
    while let first = text.first, characters.contains(first) { text.removeFirst() }
    while let last = text.last, characters.contains(last) { text.removeLast() }
    return String(text)
  }
}
