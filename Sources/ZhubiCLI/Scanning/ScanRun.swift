import Dispatch
import Zhubi
import ZhubiDetection
import ZhubiPolicy
import ZhubiReport

#if canImport(Glibc)
  import Glibc
#endif

/// One run over everything that was named on the command line.
///
/// Documents are read in the order given and reported in that order; up to `batch` of them are
/// scanned at the same time. A run that is stopped reports what it has and names what it has not.
struct ScanRun: Sendable {
  let scanner: TextScanner
  let settings: RunSettings
  let form: String
  let output: RunOutput
  private let stop = StopSignal()

  private static let batch = 32
  /// Links named one by one.
  private static let listedLinks = 10

  init(scanner: TextScanner, settings: RunSettings, form: String, output: RunOutput) {
    self.scanner = scanner
    self.settings = settings
    self.form = form
    self.output = output
  }

  /// Whether somebody ended the run before its end.
  var wasStopped: Bool { stop.isRaised }

  /// Scans everything behind the paths. What is set by `progress` goes to standard error.
  func scan(_ paths: [String], progress mode: ProgressBar.Mode = .never) {
    let inputs = InputFiles(settings: settings).expand(paths)
    // Where names are given without looking, all of them may be such as are left out.
    scan(
      inputs.list, ignored: inputs.ignored, repeatedLinks: inputs.repeatedLinks,
      mayBeEmpty: settings.given.excludesNamedFiles, progress: mode)
    if !wasStopped { sayUnused(paths) }
  }

  /// Says which suppressions of the configuration hid nothing, where the run saw all they cover.
  private func sayUnused(_ paths: [String]) {
    let folders = paths.map { FilePath.absolute($0) }
    let used = output.usedSuppressions
    for one in settings.configuration.suppressions {
      let isCovered = folders.contains {
        $0 == one.pattern.folder || FilePath.relative(one.pattern.folder, to: $0) != nil
      }
      guard isCovered, !used.contains(one.suppression.place) else { continue }
      var diagnostics = ConfigurationDiagnostics()
      diagnostics.warning(
        one.pattern.place, "忽略规定没有用到（\(one.pattern.pattern)），可以删去",
        "unused suppression (\(one.pattern.pattern)); it may be removed")
      try? diagnostics.say(settings.language)
    }
  }

  /// Scans documents that were found elsewhere.
  ///
  /// - Parameter mayBeEmpty: whether it is in order that nothing is left because the configuration
  ///   ignores all of it.
  func scan(
    _ list: [PendingDocument], ignored: Int = 0, repeatedLinks: [String] = [],
    mayBeEmpty: Bool = false, progress mode: ProgressBar.Mode = .never
  ) {
    let output = output
    let watch = stop.watch {
      let status = output.end()
      exit(status.rawValue)
    }
    defer { watch.stop() }
    let language = settings.language
    let bar = ProgressBar(
      mode,
      total: list.contains { $0.name == "-" } || form == "jsonl" ? 0 : list.count,
      language: language
    ) {
      list.reduce(0) { $0 + $1.size }
    }
    output.begin(list.map(\.name), lexicons: scanner.lexicon, progress: bar)
    if ignored > 0 {
      output.complain(
        language.pick(
          "按忽略规定略过 \(ignored) 个文件", "\(ignored) file(s) left out as ignored"))
    }
    if !repeatedLinks.isEmpty {
      let names = repeatedLinks.prefix(Self.listedLinks).joined(separator: ", ")
      let more = repeatedLinks.count > Self.listedLinks ? ", …" : ""
      output.complain(
        language.pick(
          "链接指向已读的文件夹 \(repeatedLinks.count) 处，不再重复：\(names)\(more)",
          "\(repeatedLinks.count) link(s) to folders that are read already, not followed: \(names)\(more)"
        ))
    }
    let reading = Reading(
      scanner: scanner, settings: settings, form: form, note: { output.complain($0) },
      isStopped: { [stop] in stop.isRaised }, progress: { bar.add(bytes: $0) })
    var rest = list[...]
    while !rest.isEmpty, !stop.isRaised {
      let count = form == "jsonl" ? 1 : Self.batch
      scan(rest.prefix(count), reading)
      rest = rest.dropFirst(count)
    }
    if list.isEmpty, !(mayBeEmpty && ignored > 0) {
      output.unread(language.pick("没有可读的文件", "no file to read"))
    }
  }

  private func scan(_ inputs: ArraySlice<PendingDocument>, _ reading: Reading) {
    if form == "jsonl", let input = inputs.first {
      input.eachReport(reading) { output.document($0) }
      if !stop.isRaised { output.finishInput() }
      return
    }
    let inputs = Array(inputs)
    let results = ReportSlots(count: inputs.count)
    DispatchQueue.concurrentPerform(iterations: inputs.count) { index in
      if !stop.isRaised { results[index] = inputs[index].reports(reading) }
    }
    for index in inputs.indices {
      guard let reports = results[index] else { return }
      reports.forEach { output.document($0) }
      output.finishInput()
    }
  }
}
