import ZhubiDetection
import ZhubiText

extension ReportedFinding {
  /// A report on a suppression that does not do what its author meant.
  static func deadRule(
    _ message: Message, severity: Severity, document: String, at directive: InlineDirective?
  ) -> ReportedFinding {
    let rule: RuleID = "scan.dead-rule"
    return ReportedFinding(
      document: document, rule: rule, severity: severity, confidence: .certain, message: message,
      suggestion: nil, basis: nil, excerpt: "", part: "", start: directive?.start ?? .first,
      end: directive?.end ?? .first, scalars: Range(directive?.scalars ?? 0..<0),
      utf8: Range(directive?.range ?? 0..<0), utf16: Range(directive?.utf16 ?? 0..<0),
      evidence: nil,
      fingerprint: Fingerprint.of(
        rule: rule.text, excerpt: message.english, before: "", after: ""),
      context: Context(text: "", highlight: 0..<0), fix: nil)
  }
}

extension DocumentReport {
  /// Puts findings in order, counts them again and judges anew, after some were taken or added.
  mutating func settle() {
    findings.sort {
      ($0.utf8.lowerBound, $1.utf8.upperBound, $0.rule)
        < ($1.utf8.lowerBound, $0.utf8.upperBound, $1.rule)
    }
    counts = findings.reduce(into: [:]) { $0[$1.severity, default: 0] += 1 }
    verdict = .over(
      findings.map(\.severity), failOn: failOn, isComplete: verdict != .incomplete)
  }
}
