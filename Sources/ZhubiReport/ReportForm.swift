public import ZhubiDetection
import ZhubiPolicy

/// The forms a report can be written in.
public enum ReportForm: String, Sendable, CaseIterable {
  case text, json, jsonl, sarif, junit, github, rdjson, csv, html

  /// A reporter of this form.
  ///
  /// - Parameters:
  ///   - colour: whether escape codes for colour are written (`text` only).
  ///   - least: findings below this severity are left out, but still counted.
  ///   - showsSuppressed: whether findings set aside are listed, with their reasons (`text`, `html`
  ///     and `sarif` only).
  public func reporter(
    language: Language = .chinese, colour: Bool = false, least: Severity = .info,
    showsSuppressed: Bool = false
  ) -> any Reporter {
    let reporter: any Reporter =
      switch self {
      case .text:
        TextReporter(language: language, colour: colour, showsSuppressed: showsSuppressed)
      case .json: JSONReporter(language: language)
      case .jsonl: JSONLinesReporter(language: language)
      case .sarif: SARIFReporter(language: language, showsSuppressed: showsSuppressed)
      case .junit: JUnitReporter(language: language)
      case .github: GitHubReporter(language: language)
      case .rdjson: RDJSONReporter(language: language)
      case .csv: CSVReporter(language: language)
      case .html: HTMLReporter(language: language, showsSuppressed: showsSuppressed)
      }
    return least == .info ? reporter : SeverityFloor(reporter, least: least)
  }
}

/// Hands on only findings of some weight. The counts of a document stay those of all its findings.
struct SeverityFloor: Reporter {
  private var reporter: any Reporter
  private let least: Severity

  init(_ reporter: any Reporter, least: Severity) {
    self.reporter = reporter
    self.least = least
  }

  mutating func begin() -> String { reporter.begin() }

  mutating func document(_ report: DocumentReport) -> String {
    var heavy = report
    heavy.findings.removeAll { $0.severity < least }
    return reporter.document(heavy)
  }

  mutating func end(_ run: RunSummary) -> String { reporter.end(run) }
}
