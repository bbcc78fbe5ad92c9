public import ZhubiDetection
public import ZhubiText

/// What a whole run comes to. Documents are added one by one, in the order they were given.
public struct RunSummary: Sendable {
  public var documents = 0
  public var bytes = 0
  public var counts: [Severity: Int] = [:]
  public var countsByRule: [RuleID: Int] = [:]
  public var verdict: Verdict = .pass
  /// Things that were asked for and not read, with the reason.
  public var notRead: [String] = []
  public var seconds: Double = 0
  /// Findings set aside by suppressions and baselines.
  public var suppressed = 0
  /// The version of the tool; empty when not told.
  public var version = ""
  /// The lexicons scanned with, bottom layer first.
  public var lexicons: [PackManifest] = []
  /// The day of the run; nil when not told.
  public var date: CalendarDate?

  public init() {}

  public mutating func add(_ report: DocumentReport) {
    documents += 1
    bytes += report.bytes
    suppressed += report.suppressed
    for (severity, count) in report.counts { counts[severity, default: 0] += count }
    for finding in report.findings { countsByRule[finding.rule, default: 0] += 1 }
    verdict = Self.worse(verdict, report.verdict)
    if report.verdict == .incomplete { notRead.append(report.document) }
  }

  /// Findings of every severity.
  public var findings: Int { counts.values.reduce(0, +) }

  /// The status a process ends with after this run.
  public var status: ExitStatus {
    switch verdict {
    case .pass, .review: .clean
    case .block: .findings
    case .incomplete: .incomplete
    }
  }

  /// Notes that something could not be read at all.
  public mutating func addUnread(_ what: String) {
    notRead.append(what)
    verdict = .incomplete
  }

  private static func worse(_ a: Verdict, _ b: Verdict) -> Verdict {
    let order: [Verdict] = [.pass, .review, .block, .incomplete]
    return order.firstIndex(of: a)! >= order.firstIndex(of: b)! ? a : b
  }
}
