#if Rescan
  import ArgumentParser
  import AttachmentExchange
  import Zhubi
  import ZhubiDetection
  import ZhubiPolicy
  import ZhubiReport
  import ZhubiRescan
  import ZhubiText

  #if canImport(Glibc)
    import Glibc
  #endif

  /// `zhubi rescan PATH|-`.
  struct RescanScanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "scan",
      abstract: "扫描镜像文件夹、WARC 归档或 JSONL 导出 · scan a mirror folder, web archives or an export")

    @Argument(
      help:
        "镜像文件夹；.warc、.warc.gz 归档（可多个）；- 为标准输入的 JSONL · a mirror folder; web archives; - is JSONL")
    var paths: [String]

    @OptionGroup var ledger: LedgerOption

    @Option(
      name: .long, help: "auto | jsonl | warc：文件是数据库导出、网页归档 · the file is an export, a web archive")
    var from: String = "auto"

    @Option(
      name: .long, help: "导出或归档来源的名称，同名即同一来源 · the name of the source, for exports and archives")
    var source: String?

    @Flag(
      name: .long,
      help: "导出或归档是全量：其中没有的文档视为已删除 · what is not in it exists no more")
    var complete = false

    @Option(name: .long, help: "线程数，默认全部核心 · threads; all cores unless given")
    var jobs: Int?

    @Option(
      name: .long, help: ArgumentHelp("每次写入的文档数 · documents of one write", visibility: .hidden))
    var batch: Int?

    @Option(name: .long, help: "auto | always | never：进度 · progress on standard error")
    var progress: String = "auto"

    @OptionGroup var judging: JudgingOptions

    func validate() throws {
      guard ["auto", "jsonl", "warc"].contains(from) else {
        throw ValidationError("--from: auto | jsonl | warc")
      }
      if paths.contains("-"), from == "warc" {
        throw ValidationError("WARC 须为文件 web archives must be files: -")
      }
      guard ProgressBar.Mode(rawValue: progress) != nil else {
        throw ValidationError("--progress: auto | always | never")
      }
      if let batch, batch < 1 { throw ValidationError("--batch: 1…") }
      if let jobs, jobs < 1 { throw ValidationError("--jobs: 1…") }
    }

    func run() throws {
      let settings = try judging.settings()
      let scanner = try settings.scanner()
      let input = try RescanInput(paths, form: from, settings.language)
      let ledger = try ledger.open(creates: true, writes: true)
      let stop = StopSignal()
      let watch = stop.watch { Outcome(status: .incomplete).leave() }
      defer { withExtendedLifetime(watch) {} }
      let line = RescanProgress(
        ProgressBar.Mode(rawValue: progress) ?? .auto, language: settings.language)
      var scan = BulkScan(
        scanner: scanner, settings: RescanSettings(settings, folding: scanner.lexicon.folding),
        options: BulkScan.Options(settings, jobs: jobs))
      if let batch { scan.options.batch = batch }
      scan.isStopped = { stop.isRaised }
      scan.progress = { line.show($0) }
      do {
        let outcome: RunOutcome
        switch input {
        case .standardInput:
          outcome = try scan.scan(
            lines: FileHandle.standardInput(), name: source ?? "-", isComplete: complete,
            into: ledger)
        case .export(let path):
          outcome = try scan.scan(
            lines: FileHandle(reading: path), name: source ?? FilePath.absolute(path),
            isComplete: complete, size: FileSystem.size(of: path), into: ledger)
        case .archives(let paths):
          let name = paths.map { FilePath.absolute($0) }.joined(separator: " ")
          outcome = try scan.scan(
            archives: paths, name: source ?? name, isComplete: complete, into: ledger)
        case .folder(let path):
          outcome = try scan.scan(
            folder: path, isIgnored: { settings.ignoring($0) != nil }, into: ledger)
        }
        line.end()
        Console.write(RescanSummary(language: settings.language).text(outcome))
        throw Outcome(status: outcome.status)
      } catch let error as LedgerError {
        line.end()
        throw error.outcome
      } catch let error as FileError {
        line.end()
        throw Outcome(status: .incomplete, complaint: error.description)
      }
    }
  }

  extension RescanSettings {
    /// What decides over findings besides the lexicon: options, limits, what of a page is left out,
    /// and the bytes of every configuration.
    init(_ settings: RunSettings, folding: Folding) {
      let options = settings.options
      var shown = [
        "profile \(options.profile.name)", "fail-on \(options.failOn.rawValue)",
        "as-of \(options.asOf.map { "\($0)" } ?? "document")",
      ]
      if options.locksInlineSuppressions { shown.append("suppressions locked") }
      var key = ContentKey()
      for selector in settings.configuration.htmlIgnored { key.take("\(selector.value)") }
      for field in HTMLReader.Limits.fields {
        key.take("\(field.name) \(field.value(in: settings.documentReader.htmlLimits))")
      }
      key.take(settings.attachmentLimits.argument)
      let configuration = settings.configuration
      for limit in [configuration.fileLimit, configuration.wholeLimit, configuration.findingLimit] {
        key.take(limit.map { "\($0.value)" } ?? "")
      }
      for path in settings.configuration.files {
        key.take(path)
        if let bytes = try? FileSystem.read(path) { bytes.withUnsafeBytes { key.take($0) } }
      }
      let text = shown.joined(separator: ", ")
      self.init(options: "\(text) \(key.text)", shown: text, folding: folding.signature)
    }
  }

  extension BulkScan.Options {
    init(_ settings: RunSettings, jobs: Int?) {
      self.init()
      self.jobs = jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
      failOn = settings.options.failOn
      if let limit = settings.configuration.fileLimit?.value { fileLimit = Int64(limit) }
      if let limit = settings.configuration.wholeLimit?.value { wholeLimit = limit }
      if let limit = settings.configuration.findingLimit?.value { findingLimit = limit }
      reader = settings.documentReader
      attachments = settings.attachmentReader
      options = { settings.options(for: $0) }
    }
  }
#endif
