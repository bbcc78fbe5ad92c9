import Dispatch
import Zhubi
import ZhubiPolicy
import ZhubiReport

/// `zhubi scan --watch`: scans, and scans again whatever changes, until somebody ends it.
struct WatchRun {
  let judging: JudgingOptions
  let paths: [String]
  let form: String
  var showsSensitive = false
  var baseline: String?
  var usesBaseline = true

  /// Findings named one by one as new or gone.
  private static let listed = 20

  /// Everything that is read from files besides the texts.
  private struct Setup {
    var settings: RunSettings
    var scanner: TextScanner
    var stamps: FileStamps
  }

  /// Runs until a signal comes, and leaves with the status of the last state.
  func run() throws -> Never {
    let stop = StopSignal()
    let signals = stop.watch { Outcome(status: .incomplete).leave() }
    let watch = FolderWatch(usesKernel: FileSystem.environment("ZHUBI_WATCH") != "poll")
    var setup: Setup?
    var state = WatchState()
    var status = ExitStatus.usage
    var isFirst = true
    while true {
      do {
        // Settings that changed concern every document.
        if setup.map({ !$0.stamps.isCurrent }) ?? true {
          setup = try readSetup()
          state.forgetStamps()
        }
        if let setup {
          // Folders first: what changes while it is read is seen in the next round.
          watch.add(FolderWatch.folders(of: paths, and: setup.settings.sources))
          if let next = round(setup, &state, isFirst: isFirst) { status = next }
          isFirst = false
        }
      } catch let outcome as Outcome {
        // A configuration is mended while we wait; at the beginning it is an error like any other.
        if isFirst { throw outcome }
        setup = nil
        status = .usage
        if let complaint = outcome.complaint { Console.complain(complaint) }
        watch.add(FolderWatch.folders(of: paths, and: []))
      }
      guard watch.wait(isOver: { stop.isRaised }) else { break }
    }
    signals.stop()
    throw Outcome(status: status)
  }

  private func readSetup() throws -> Setup {
    var settings = try judging.settings()
    settings.options.showsSensitive = showsSensitive
    var sources = settings.sources
    // A configuration that appears counts as a change, too.
    sources.append("\(FilePath.workingFolder)/\(ConfigurationFile.name)")
    sources.append("\(FilePath.workingFolder)/\(ConfigurationFile.ignoreName)")
    if usesBaseline, let file = try BaselineFile.named(baseline, in: settings) {
      settings.options.baseline = try file.read(settings.language)
      settings.baselineFolder = file.folder
      sources.append(file.path)
    }
    let stamps = FileStamps(sources)
    return Setup(settings: settings, scanner: try settings.scanner(), stamps: stamps)
  }

  /// Reads what changed and says so; nil when nothing did.
  private func round(_ setup: Setup, _ state: inout WatchState, isFirst: Bool) -> ExitStatus? {
    let inputs = InputFiles(settings: setup.settings).expand(paths)
    // Stamps are taken before the files are read.
    let stamped = inputs.list.map { (input: $0, stamp: FileStamp($0.name)) }
    let changed = stamped.filter { !state.isCurrent($0.input.name, $0.stamp) }
    let names = inputs.list.map(\.name)
    if changed.isEmpty, names == state.names, !isFirst { return nil }
    var reading = Reading(scanner: setup.scanner, settings: setup.settings, form: form)
    reading.settings.options.today = .current()
    let slots = ReportSlots(count: changed.count)
    let (batch, how) = (changed.map(\.input), reading)
    DispatchQueue.concurrentPerform(iterations: batch.count) { index in
      slots[index] = batch[index].reports(how)
    }
    var read: [String: WatchState.Entry] = [:]
    for (index, one) in changed.enumerated() {
      read[one.input.name] = WatchState.Entry(stamp: one.stamp, reports: slots[index] ?? [])
    }
    let change = state.take(read, names: names)
    // Something that is never there is looked at every time, and told once.
    if !isFirst, change.appeared.isEmpty, change.gone.isEmpty,
      changed.allSatisfy({ $0.stamp == nil })
    {
      return nil
    }
    return show(state, change, Set(read.keys), setup, isFirst: isFirst)
  }

  private func show(
    _ state: WatchState, _ change: WatchState.Change, _ read: Set<String>, _ setup: Setup,
    isFirst: Bool
  ) -> ExitStatus {
    let words = setup.settings.language
    let isScreen = Console.isTerminal && FileSystem.environment("TERM") != "dumb"
    var reporter = TextReporter(language: words, colour: Console.wantsColour)
    var summary = RunSummary()
    var text = isScreen ? "\u{1B}[2J\u{1B}[H" : ""
    text += reporter.begin()
    for report in state.reports {
      summary.add(report)
      let shown = reporter.document(report)
      // A screen shows the whole state; a log only what is new in it.
      if isScreen || read.contains(report.document) { text += shown }
    }
    if state.names.isEmpty { summary.addUnread(words.pick("没有可读的文件", "no file to read")) }
    text += reporter.end(summary)
    if !isFirst { text += Self.lines(change, words) }
    Console.write(text + words.pick("等待改动，Ctrl-C 结束\n", "waiting for changes; Ctrl-C ends\n"))
    return summary.status
  }

  private static func lines(_ change: WatchState.Change, _ words: Language) -> String {
    var text = words.pick(
      "新出现 \(change.appeared.count) 处，已消除 \(change.gone.count) 处\n",
      "\(change.appeared.count) new, \(change.gone.count) gone\n")
    for (mark, list) in [("+", change.appeared), ("-", change.gone)] {
      for place in list.prefix(listed) {
        let finding = place.finding
        text +=
          VisibleText.line(
            "  \(mark) \(place.document):\(finding.line):\(finding.column)  \(finding.rule)  "
              + words.of(finding.message)) + "\n"
      }
      if list.count > listed {
        text +=
          "  \(mark) " + words.pick("另 \(list.count - listed) 处\n", "\(list.count - listed) more\n")
      }
    }
    return text
  }
}
