public import ZhubiPolicy
import ZhubiText

extension DocumentReport {
  /// Keeps at most so many findings; when more were there, the report is incomplete and says so.
  public mutating func limit(to most: Int) {
    let dropped = findings.count - most
    guard dropped > 0 else { return }
    let skipped = skipped
    self = DocumentReport(
      document: document, verdict: .incomplete, findings: Array(findings.prefix(most)), asOf: asOf,
      encoding: encoding, bytes: bytes,
      problems: problems + [Self.limitReached(most, dropped: dropped)], profile: profile,
      failOn: failOn, suppressedFindings: suppressedFindings)
    self.skipped = skipped
  }

  static func limitReached(_ most: Int, dropped: Int) -> ReadingProblem {
    ReadingProblem(
      .limitReached, chinese: "命中超过 \(most) 条，另有 \(dropped) 条未列出",
      english: "more than \(most) findings; \(dropped) more are not listed")
  }
}
