import ZhubiDetection
import ZhubiPolicy
import ZhubiText

/// Keeps book of what was not read, so that no form can be green but blind.
struct UnreadItems: Sendable {
  /// One thing that was not read, and why (one sentence for each reason).
  struct Item: Sendable {
    var name: String
    var problems: [ReadingProblem]
  }

  /// Documents that were not read to their end.
  private(set) var documents: [Item] = []

  /// Notes a document, if a part of it was not read.
  mutating func add(_ report: DocumentReport) {
    guard report.verdict == .incomplete else { return }
    documents.append(Item(name: report.document, problems: Self.problems(of: report)))
  }

  /// Everything a run did not read: documents first, then what never became a document.
  func all(in run: RunSummary) -> [Item] {
    documents + others(in: run).map { Item(name: $0, problems: []) }
  }

  /// What a run did not read and no document stands for.
  func others(in run: RunSummary) -> [String] {
    var known: [String: Int] = [:]
    for item in documents { known[item.name, default: 0] += 1 }
    return run.notRead.filter { name in
      guard let count = known[name], count > 0 else { return true }
      known[name] = count - 1
      return false
    }
  }

  /// The problems of a document that left something unread.
  static func problems(of report: DocumentReport) -> [ReadingProblem] {
    report.problems.filter(\.kind.leavesTextUnread)
  }

  /// The problems no finding of the report tells of (a limit met after the findings were made).
  static func untold(in report: DocumentReport) -> [ReadingProblem] {
    problems(of: report).filter { problem in
      !report.findings.contains {
        $0.rule.text == "scan.\(problem.kind.rawValue)" && $0.message.english == problem.english
      }
    }
  }

  /// Whether a finding only says that something was not read.
  static func tells(_ finding: ReportedFinding) -> Bool {
    guard finding.rule.family == "scan" else { return false }
    return ReadingProblem.Kind(rawValue: String(finding.rule.kind))?.leavesTextUnread ?? false
  }
}
