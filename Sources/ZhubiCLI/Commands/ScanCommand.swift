import ArgumentParser
import Zhubi
import ZhubiAttachments
import ZhubiDetection
import ZhubiPolicy
import ZhubiReport
import ZhubiText

/// `zhubi scan`.
struct ScanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan", abstract: "检查文件、文件夹或标准输入 · scan files, folders or standard input")

  @Argument(
    help: "文件或文件夹；- 为标准输入 · files or folders; - is standard input", completion: .file())
  var paths: [String] = []

  @Option(
    name: .long,
    help: """
      auto | text | html | markdown | json | csv | tsv | jsonl | docx | xlsx | pptx | ofd | odt | \
      ods | odp | pdf | zip | tar | gz | 7z | rar | doc | xls | ppt
      """)
  var from: String = "auto"

  @Option(
    name: .long, help: "text | json | jsonl | sarif | junit | github | rdjson | csv | html",
    completion: .list(ReportForm.allCases.map(\.rawValue)))
  var to: String = "text"

  @Flag(name: .long, help: "检查 git 暂存区的内容 · scan what is staged in git, not the working tree")
  var staged = false

  @Flag(name: .long, help: "改正有唯一正确写法的问题 · make replacements that are certain")
  var fix = false

  @Flag(name: .long, help: "只显示 --fix 会做的改动 · show what --fix would do, as a unified diff")
  var diff = false

  @Flag(name: .long, help: "文件一改就重新检查 · scan again whatever changes, until Ctrl-C")
  var watch = false

  @Flag(name: .long, help: "不遮盖个人信息 · show personal data in the clear")
  var showSensitive = false

  @Flag(
    name: .long, help: "列出被忽略的发现及理由 · list findings set aside, with their reasons")
  var showSuppressed = false

  @Option(
    name: .long, help: "基线文件：已知的发现不再报告 · known findings, which do not fail",
    completion: .file())
  var baseline: String?

  @Flag(name: .long, help: "不用配置中的基线 · do not use the baseline of the configuration")
  var noBaseline = false

  @Option(name: .long, help: "auto | always | never：进度 · progress on standard error")
  var progress: String = "auto"

  @Flag(
    name: .long,
    help: "识别图片和扫描页中的文字（需 tesseract 及 chi_sim）· read text off pictures (needs tesseract)")
  var ocr = false

  @OptionGroup var judging: JudgingOptions

  func validate() throws {
    guard
      from == "auto" || from == "jsonl" || DocumentFormat(rawValue: from) != nil
        || AttachmentForm(rawValue: from) != nil
    else {
      throw ValidationError("--from: 未知的格式 unknown format: \(from)")
    }
    guard ReportForm(rawValue: to) != nil else {
      throw ValidationError("--to: 未知的格式 unknown form: \(to)")
    }
    guard ProgressBar.Mode(rawValue: progress) != nil else {
      throw ValidationError("--progress: auto | always | never")
    }
    if staged, fix || diff || !paths.isEmpty {
      throw ValidationError("--staged: 不能与文件、--fix、--diff 同用 takes no paths, no --fix, no --diff")
    }
    if fix || diff, from == "jsonl" || paths.contains("-") || paths.isEmpty {
      throw ValidationError("--fix, --diff: 须指定文件 needs files")
    }
    if watch {
      guard to == "text", from != "jsonl", !paths.contains("-"), !staged, !fix, !diff else {
        throw ValidationError(
          "--watch: 只用于文件和文件夹、文本报告 is for files and folders, with a text report")
      }
    }
    if noBaseline, baseline != nil {
      throw ValidationError("--baseline, --no-baseline: 只能用一个 only one of them")
    }
  }

  func run() throws {
    if staged {
      var scan = StagedScan(judging: judging)
      scan.recognisesPictures = ocr
      scan.showsSensitive = showSensitive
      scan.showsSuppressed = showSuppressed
      let blobs: [GitRepository.Blob]
      do { blobs = try GitRepository().staged() } catch { throw error.outcome }
      if blobs.isEmpty {
        throw Outcome(
          status: .incomplete,
          complaint: judging.language.value.pick(
            "暂存区没有改动，没有检查", "nothing is staged; nothing was scanned"))
      }
      try scan.run(blobs, form: ReportForm(rawValue: to) ?? .text)
    }
    if watch {
      try WatchRun(
        judging: judging, paths: paths.isEmpty ? ["."] : paths, form: from,
        showsSensitive: showSensitive, baseline: baseline, usesBaseline: !noBaseline
      ).run()
    }
    var settings = try judging.settings()
    settings.given.recognisesPictures = ocr
    settings.options.showsSensitive = showSensitive
    if !noBaseline, let file = try BaselineFile.named(baseline, in: settings) {
      settings.options.baseline = try file.read(settings.language)
      settings.baselineFolder = file.folder
    }
    let scanner = try settings.scanner()
    if fix || diff {
      try FixRun(scanner: scanner, settings: settings, onlyShows: diff).run(paths)
    }
    if let known = settings.options.baseline, known.lexicons != scanner.lexicon.summary {
      Console.complain(
        settings.language.pick(
          "提示：基线由词库 \(known.lexicons) 建立，现为 \(scanner.lexicon.summary)",
          "note: the baseline was made with \(known.lexicons); this is \(scanner.lexicon.summary)"))
    }
    let form = ReportForm(rawValue: to) ?? .text
    let output = RunOutput(
      form.reporter(
        language: settings.language, colour: Console.wantsColour, showsSuppressed: showSuppressed),
      language: settings.language,
      showsSuppressed: showSuppressed, form: form)
    let run = ScanRun(scanner: scanner, settings: settings, form: from, output: output)
    run.scan(paths.isEmpty ? ["-"] : paths, progress: ProgressBar.Mode(rawValue: progress) ?? .auto)
    throw Outcome(status: output.end())
  }
}
