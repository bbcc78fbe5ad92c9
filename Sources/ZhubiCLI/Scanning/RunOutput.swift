import Synchronization
import Zhubi
import ZhubiPolicy
import ZhubiReport

/// What a run writes, in order, whichever thread ends it.
final class RunOutput: Sendable {
  private struct State {
    var reporter: any Reporter
    var summary = RunSummary()
    /// Inputs of the run, and how many of them are wholly reported.
    var expected: [String] = []
    var finished = 0
    var isEnded = false
    /// Suppressions of the configuration that hid something.
    var used: Set<String> = []
  }

  private let state: Mutex<State>
  private let language: Language
  private let started = Console.now
  /// Where findings set aside are listed, if anywhere.
  private let showsSuppressed: Bool
  private let listsOnErrors: Bool
  private let each: @Sendable (DocumentReport) -> Void
  private let bar: Mutex<ProgressBar?>

  /// Names of inputs listed one by one when a run was stopped.
  private static let listed = 20

  /// - Parameters:
  ///   - form: machine forms keep findings set aside off standard output.
  ///   - each: is handed every report, in order.
  init(
    _ reporter: any Reporter, language: Language, showsSuppressed: Bool = false,
    form: ReportForm = .text, each: @escaping @Sendable (DocumentReport) -> Void = { _ in }
  ) {
    state = Mutex(State(reporter: reporter))
    self.language = language
    self.showsSuppressed = showsSuppressed
    // These forms have a place of their own for them.
    listsOnErrors = ![.text, .html, .sarif].contains(form)
    bar = Mutex(nil)
    self.each = each
  }

  var summary: RunSummary { state.withLock { $0.summary } }

  /// Places of the suppressions of the configuration that hid something.
  var usedSuppressions: Set<String> { state.withLock { $0.used } }

  /// Says which inputs are to come, and with what the run is made.
  func begin(_ inputs: [String], lexicons: Lexicon, progress: ProgressBar?) {
    bar.withLock { $0 = progress }
    state.withLock { state in
      state.expected = inputs
      state.summary.version = ZhubiVersion.current
      state.summary.lexicons = lexicons.packs
      state.summary.date = .current()
      write(state.reporter.begin())
    }
  }

  func document(_ report: DocumentReport) {
    state.withLock { state in
      guard !state.isEnded else { return }
      state.summary.add(report)
      each(report)
      for set in report.suppressedFindings {
        if case .path(let place) = set.origin { state.used.insert(place) }
      }
      write(state.reporter.document(report))
      guard showsSuppressed, listsOnErrors, report.suppressed > 0 else { return }
      complain(SuppressedListing(language: language).text(of: report))
    }
  }

  /// An input is wholly reported.
  func finishInput() {
    state.withLock { $0.finished += 1 }
    bar.withLock { $0 }?.addInput()
  }

  /// Notes something that was asked for and not read.
  func unread(_ what: String) { state.withLock { $0.summary.addUnread(what) } }

  /// Says something that is no part of the report.
  func complain(_ text: String) {
    if let bar = bar.withLock({ $0 }) {
      bar.away { Console.complain(text) }
    } else {
      Console.complain(text)
    }
  }

  /// Writes the end of the report, once, and gives the status of the run.
  func end() -> ExitStatus {
    bar.withLock { $0 }?.end()
    return state.withLock { state in
      guard !state.isEnded else { return state.summary.status }
      state.isEnded = true
      let left = state.expected[min(state.finished, state.expected.count)...]
      for name in left.prefix(Self.listed) {
        state.summary.addUnread(
          language.pick("中断，未扫描：\(name)", "stopped, not scanned: \(name)"))
      }
      if left.count > Self.listed {
        let more = left.count - Self.listed
        state.summary.addUnread(
          language.pick("中断，另有 \(more) 个未扫描", "stopped, \(more) more not scanned"))
      }
      state.summary.seconds = Console.now - started
      write(state.reporter.end(state.summary))
      return state.summary.status
    }
  }

  private func write(_ text: String) {
    if text.isEmpty { return }
    if let bar = bar.withLock({ $0 }) {
      bar.away { Console.write(text) }
    } else {
      Console.write(text)
    }
  }
}
