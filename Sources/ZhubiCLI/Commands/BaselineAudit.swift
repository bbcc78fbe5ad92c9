import ArgumentParser
import Zhubi
import ZhubiDetection
import ZhubiPolicy
import ZhubiReport

/// `zhubi baseline audit`: somebody looks at every known finding and says what it is.
struct BaselineAudit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "逐条审核：确认、误报、以后；统计各规则准确率 · judge known findings; precision per rule")

  @Flag(name: .long, help: "已审核的也再看一遍 · also those judged before")
  var all = false

  @Flag(name: .long, help: "只打印统计 · only print the figures")
  var stats = false

  @OptionGroup var option: BaselineOption
  @OptionGroup var judging: JudgingOptions

  func run() throws {
    var settings = try judging.settings()
    let words = settings.language
    let file = option.file(settings)
    settings.baselineFolder = file.folder
    var baseline = try file.read(words)
    if !stats { try walk(&baseline, file, settings) }
    Console.write(PrecisionTable(language: words).text(of: baseline.precision))
  }

  private func walk(_ baseline: inout Baseline, _ file: BaselineFile, _ settings: RunSettings)
    throws
  {
    let words = settings.language
    let keys = baseline.entries.filter { all || $0.value.judgement == .open }.keys.sorted()
    let paths = Set(keys.map { file.path(of: $0.document) }).sorted().filter {
      FileSystem.kind(of: $0) == .file
    }
    var samples: [Baseline.Key: ReportedFinding] = [:]
    if !paths.isEmpty {
      let inventory = try Inventory(
        paths.map { FilePath.shown($0) }, from: "auto", settings)
      if inventory.wasStopped { throw Outcome(status: .incomplete) }
      samples = inventory.samples
    }
    if !keys.isEmpty {
      Console.write(
        words.pick(
          "c 确认  f 误报  l 以后（直接回车）  q 退出；其后可写备注，如：f 值班电话\n",
          "c confirm  f false alarm  l later (or return)  q quit; a note may follow: f duty phone\n"
        ))
    }
    questions: for (number, key) in keys.enumerated() {
      guard let entry = baseline.entries[key] else { continue }
      show(key, entry, samples[key], "\(number + 1)/\(keys.count)", words)
      while true {
        Console.write("> ")
        guard let line = readLine() else { break questions }
        guard let answer = Answer(line) else {
          Console.write(words.pick("请输入 c、f、l 或 q\n", "c, f, l or q\n"))
          continue
        }
        if answer.key == .quit { break questions }
        if let judgement = answer.judgement {
          baseline.entries[key]?.judgement = judgement
          if !answer.note.isEmpty { baseline.entries[key]?.note = answer.note }
          // Every answer is kept at once: nobody likes to judge twice.
          try file.write(baseline, words)
        }
        continue questions
      }
    }
    Console.write("\n")
  }

  private func show(
    _ key: Baseline.Key, _ entry: Baseline.Entry, _ sample: ReportedFinding?, _ place: String,
    _ words: Language
  ) {
    var text = "\n[\(place)] \(key.document)"
    if let sample { text += ":\(sample.line):\(sample.column)" }
    text += "  \(key.rule)  \(entry.severity.rawValue)"
    if entry.count > 1 { text += words.pick("  共 \(entry.count) 处", "  \(entry.count) times") }
    text += "\n"
    if let sample {
      text += "  \(words.of(sample.message))\n"
      if !sample.context.text.isEmpty { text += "  | \(marked(sample.context))\n" }
    } else {
      text += words.pick("  （现已找不到，或不是文件）\n", "  (no longer found, or no file)\n")
    }
    if !entry.note.isEmpty { text += words.pick("  备注：", "  note: ") + entry.note + "\n" }
    Console.write(text)
  }

  /// The line with the finding between marks; personal data is masked already.
  private func marked(_ context: ReportedFinding.Context) -> String {
    var view = String.UnicodeScalarView()
    for (index, scalar) in context.text.unicodeScalars.enumerated() {
      if index == context.highlight.lowerBound { view.append("⟦") }
      let isSafe = ![.control, .format, .lineSeparator, .paragraphSeparator].contains(
        scalar.properties.generalCategory)
      view.append(isSafe ? scalar : "·")
      if index == context.highlight.upperBound - 1 { view.append("⟧") }
    }
    return String(view)
  }

  /// What somebody typed: a key, then perhaps a note.
  private struct Answer {
    enum Key { case confirm, falseAlarm, later, quit }

    var key: Key
    var note: String

    init?(_ line: String) {
      let halves = line.split(maxSplits: 1, whereSeparator: \.isWhitespace)
      switch halves.first.map({ $0.lowercased() }) ?? "" {
      case "c", "confirm", "确认": key = .confirm
      case "f", "false", "误报": key = .falseAlarm
      case "", "l", "later", "以后": key = .later
      case "q", "quit", "退出": key = .quit
      default: return nil
      }
      note = halves.count > 1 ? String(halves[1]) : ""
    }

    var judgement: Baseline.Judgement? {
      switch key {
      case .confirm: .confirmed
      case .falseAlarm: .falseAlarm
      case .later, .quit: nil
      }
    }
  }
}

/// How often each rule was right.
struct PrecisionTable {
  let language: Language

  func text(of lines: [RulePrecision]) -> String {
    let width = max(20, lines.map { $0.rule.text.count }.max() ?? 0) + 2
    func row(_ cells: [String], _ name: String) -> String {
      let gap = String(repeating: " ", count: max(1, width - name.count))
      return name + gap + cells.joined(separator: "\t") + "\n"
    }
    var text = row(
      language.pick("确认,误报,未审,准确率", "confirmed,false,open,precision").split(separator: ",")
        .map(String.init), "rule")
    for line in lines {
      let share = line.precision.map { precision in
        let tenths = Int((precision * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10)%"
      }
      text += row(
        ["\(line.confirmed)", "\(line.falseAlarms)", "\(line.open)", share ?? "—"], line.rule.text)
    }
    return text
  }
}
