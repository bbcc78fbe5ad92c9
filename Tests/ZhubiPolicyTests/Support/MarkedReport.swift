import TestSupport
import ZhubiDetection
import ZhubiPolicy
import ZhubiText

/// The report on a text in which `⟦…⟧` marks where a rule fires.
struct MarkedReport {
  var text: String
  var report: DocumentReport

  init(
    _ marked: String, rule: RuleID = "personal.mobile", severity: Severity = .error,
    masking: Masking? = .mobile, failOn: Severity = .error, showsSensitive: Bool = false,
    id: String = "a.md"
  ) {
    let parsed = MarkedText(marked)
    text = parsed.text
    let findings = parsed.utf8Ranges.map {
      Finding(
        rule, severity: severity, range: Range($0), message: Message("手机号", "a mobile number"),
        masking: masking)
    }
    report = ReportBuilder(
      profile: Profile.all[0], failOn: failOn, showsSensitive: showsSensitive
    ).report(on: Document(id: id, text: parsed.text), findings: [findings], asOf: Self.asOf)
  }

  static let today = CalendarDate("2026-11-21")!
  static let asOf = AsOf(today, origin: .option)

  /// The report after the comments of the text were obeyed.
  func suppressed(
    isLocked: Bool = false, standing: [StandingSuppression] = [],
    knows: @escaping @Sendable (RuleSelector) -> Bool = { _ in true }
  ) -> DocumentReport {
    var directives = InlineDirectives()
    directives.read(Array(text.utf8))
    var result = report
    SuppressionPass(
      isLocked: isLocked, standing: standing, today: Self.today, isKnown: knows
    ).apply(directives, to: &result)
    return result
  }
}

extension DocumentReport {
  /// Line and rule of every finding left.
  var places: [String] { findings.map { "\($0.line) \($0.rule)" } }

  /// The findings of `scan.dead-rule`.
  var deadRules: [ReportedFinding] { findings.filter { $0.rule == "scan.dead-rule" } }
}
