import ArgumentParser
import Zhubi
import ZhubiDetection
import ZhubiPolicy
import ZhubiReport
import ZhubiText

/// `zhubi scan`.
struct ScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan", abstract: "检查文件、文件夹或标准输入 · scan files, folders or standard input")

  @Argument(help: "文件或文件夹；- 为标准输入 · files or folders; - is standard input")
  var paths: [String] = []

  @Option(name: .long, help: "auto | text | html | markdown | json | csv | tsv | jsonl")
  var from: String = "auto"

  @Option(name: .long, help: "text | json | jsonl")
  var to: String = "text"

  @Option(name: .long, help: "体裁 · the genre the text is judged by")
  var profile: String = "official"

  @Option(name: .long, help: "判断日期，如 2024-05-14 · the day to judge by")
  var asOf: String?

  @Option(name: .long, help: "info | warning | error | block：达到即不予发布 · fail at this severity")
  var failOn: String = "error"

  @Flag(name: .long, help: "不遮盖个人信息 · show personal data in the clear")
  var showSensitive = false

  @OptionGroup var lexicon: LexiconOptions
  @OptionGroup var language: LanguageOption

  func validate() throws {
    guard from == "auto" || from == "jsonl" || DocumentFormat(rawValue: from) != nil else {
      throw ValidationError("--from: 未知的格式 unknown format: \(from)")
    }
    guard ReportForm(rawValue: to) != nil else {
      throw ValidationError("--to: 未知的格式 unknown form: \(to)")
    }
    guard Profile.named(profile) != nil else {
      let names = Profile.all.map(\.name).joined(separator: " | ")
      throw ValidationError("--profile: 未知的体裁 unknown profile: \(profile) (\(names))")
    }
    guard Severity(rawValue: failOn) != nil else {
      throw ValidationError("--fail-on: info | warning | error | block")
    }
    if let asOf, CalendarDate(asOf) == nil {
      throw ValidationError("--as-of: 不是日期 not a date: \(asOf)")
    }
  }

  func run() throws {
    let words = language.value
    let started = Console.now
    let scanner = TextScanner(lexicon: try lexicon.open(words))
    let options = TextScanner.Options(
      profile: Profile.named(profile) ?? Profile.all[0],
      asOf: asOf.flatMap { CalendarDate($0) }, failOn: Severity(rawValue: failOn) ?? .error,
      showsSensitive: showSensitive)
    var reporter = (ReportForm(rawValue: to) ?? .text).reporter(words)
    Console.write(reporter.begin())
    var run = ScanRun(scanner: scanner, options: options, language: words, form: from)
    run.scan(paths.isEmpty ? ["-"] : paths) { Console.write(reporter.document($0)) }
    run.summary.seconds = Console.now - started
    Console.write(reporter.end(run.summary))
    throw Outcome(status: run.summary.status)
  }
}

/// The forms a report can be written in.
enum ReportForm: String, CaseIterable {
  case text, json, jsonl

  func reporter(_ language: Language) -> any Reporter {
    switch self {
    case .text: TextReporter(language: language, colour: Console.wantsColour)
    case .json: JSONReporter(language: language)
    case .jsonl: JSONLinesReporter(language: language)
    }
  }
}
