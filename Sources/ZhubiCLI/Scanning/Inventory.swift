import Synchronization
import Zhubi
import ZhubiDetection
import ZhubiPolicy
import ZhubiReport

/// Everything a scan finds, as a baseline would know it; nothing is printed.
struct Inventory {
  let baseline: Baseline
  /// Documents that were read to their end.
  let scanned: Set<String>
  /// The first finding of every key.
  let samples: [Baseline.Key: ReportedFinding]
  let summary: RunSummary
  /// Whether somebody ended the run before its end.
  let wasStopped: Bool

  init(_ paths: [String], from: String, _ settings: RunSettings) throws {
    let scanner = try settings.scanner()
    let collector = Collector(lexicons: scanner.lexicon.summary)
    let output = RunOutput(SilentReporter(), language: settings.language) { report in
      // Records go by their id, files by their path.
      let isRecord = from == "jsonl"
      collector.take(
        report, as: isRecord ? report.document : settings.baselineName(of: report.document))
    }
    let run = ScanRun(scanner: scanner, settings: settings, form: from, output: output)
    run.scan(paths, progress: .auto)
    wasStopped = run.wasStopped
    _ = output.end()
    summary = output.summary
    (baseline, scanned, samples) = collector.all
  }

  /// Names what could not be read on standard error, and gives the status that goes with it.
  func sayUnread(_ language: Language) -> ExitStatus {
    for name in summary.notRead {
      Console.complain(language.pick("未能读全：\(name)", "not fully read: \(name)"))
    }
    return summary.notRead.isEmpty ? .clean : .incomplete
  }
}

/// Takes reports in while a run goes on.
private final class Collector: Sendable {
  private struct State {
    var baseline: Baseline
    var scanned: Set<String> = []
    var samples: [Baseline.Key: ReportedFinding] = [:]
  }

  private let state: Mutex<State>

  init(lexicons: String) {
    state = Mutex(State(baseline: Baseline(tool: ZhubiVersion.current, lexicons: lexicons)))
  }

  func take(_ report: DocumentReport, as name: String) {
    state.withLock { state in
      state.baseline.add(report, as: name)
      if report.verdict != .incomplete { state.scanned.insert(name) }
      for finding in report.findings {
        let key = Baseline.Key(
          document: name, rule: finding.rule, fingerprint: finding.fingerprint)
        if state.samples[key] == nil { state.samples[key] = finding }
      }
    }
  }

  var all: (Baseline, Set<String>, [Baseline.Key: ReportedFinding]) {
    state.withLock { ($0.baseline, $0.scanned, $0.samples) }
  }
}

/// Says nothing.
private struct SilentReporter: Reporter {
  mutating func document(_ report: DocumentReport) -> String { "" }
}

extension Lexicon {
  /// The packs and their versions, on one line.
  var summary: String { packs.map { "\($0.id) \($0.version)" }.joined(separator: ", ") }
}
