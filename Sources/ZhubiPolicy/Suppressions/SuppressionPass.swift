import ZhubiDetection
public import ZhubiText

/// Sets findings aside that somebody gave a reason for, and reports suppressions that do not hold.
///
/// Findings of the family `scan` are never set aside.
public struct SuppressionPass: Sendable {
  /// Whether suppressions inside texts are not obeyed.
  public var isLocked: Bool
  /// Suppressions that cover the whole document.
  public var standing: [StandingSuppression]
  /// The day expiry is judged by: the real one, not the day of the document.
  public var today: CalendarDate
  /// Whether a selector speaks of any rule there is.
  public var isKnown: @Sendable (RuleSelector) -> Bool

  public init(
    isLocked: Bool = false, standing: [StandingSuppression] = [], today: CalendarDate,
    isKnown: @escaping @Sendable (RuleSelector) -> Bool = { _ in true }
  ) {
    self.isLocked = isLocked
    self.standing = standing
    self.today = today
    self.isKnown = isKnown
  }

  /// - Parameter directives: the comments of the document's whole source.
  public func apply(_ directives: InlineDirectives, to report: inout DocumentReport) {
    if directives.isEmpty, standing.isEmpty { return }
    var directives = directives
    directives.finish()
    let list = directives.list.map { masked($0, by: report.findings) }
    var isUsed = Array(repeating: false, count: list.count)
    var expiredStanding: Set<Int> = []
    var kept: [ReportedFinding] = []
    for finding in report.findings {
      if let set = suppression(of: finding, list, &isUsed, &expiredStanding) {
        report.suppressedFindings.append(set)
      } else {
        kept.append(finding)
      }
    }
    report.findings = kept
    for (index, directive) in list.enumerated() {
      add(reportsOn: directive, isUsed: isUsed[index], to: &report)
    }
    for index in expiredStanding.sorted() {
      let one = standing[index]
      report.findings.append(
        .deadRule(
          Message(
            "\(one.place) 处的忽略规定已于 \(one.until!) 到期：\(one.reason)",
            "the suppression at \(one.place) expired on \(one.until!): \(one.reason)"),
          severity: max(.error, report.failOn), document: report.document, at: nil))
    }
    report.settle()
  }

  private func isExpired(_ until: CalendarDate?) -> Bool { until.map { $0 < today } ?? false }

  private func suppression(
    of finding: ReportedFinding, _ list: [InlineDirective], _ isUsed: inout [Bool],
    _ expiredStanding: inout Set<Int>
  ) -> SuppressedFinding? {
    if finding.rule.family == "scan" { return nil }
    let place = finding.utf8.lowerBound.value
    if let home = list.first(where: { $0.range.contains(place) }) {
      // Prose rules have no business in a comment; secrets and personal data stand there in plain.
      let isProse = ["format", "typo", "outdated"].contains(finding.rule.family)
      return isProse && place + finding.utf8.length <= home.range.upperBound
        ? SuppressedFinding(finding: finding, reason: "", origin: .directive(line: home.start.line))
        : nil
    }
    var result: SuppressedFinding?
    for (index, directive) in list.enumerated() {
      guard let scope = directive.scope, scope.contains(place),
        directive.selectors.contains(where: { $0.matches(finding.rule) })
      else { continue }
      isUsed[index] = true
      guard result == nil, !isLocked, directive.isObeyed, !isExpired(directive.until) else {
        continue
      }
      result = SuppressedFinding(
        finding: finding, reason: directive.reason, origin: .inline(line: directive.start.line))
    }
    if let result { return result }
    for (index, one) in standing.enumerated()
    where one.selectors.contains(where: { $0.matches(finding.rule) }) {
      if isExpired(one.until) {
        expiredStanding.insert(index)
      } else {
        return SuppressedFinding(
          finding: finding, reason: one.reason, origin: .path(place: one.place))
      }
    }
    return nil
  }

  private func add(
    reportsOn directive: InlineDirective, isUsed: Bool, to report: inout DocumentReport
  ) {
    func add(_ message: Message, _ severity: Severity) {
      report.findings.append(
        .deadRule(
          message, severity: severity >= .error ? max(severity, report.failOn) : severity,
          document: report.document, at: directive))
    }
    if isLocked {
      if directive.kind != .end {
        add(
          Message("本单位不采用文中的忽略指令", "suppressions inside texts are locked here and not obeyed"),
          .warning)
      }
      return
    }
    for fault in directive.faults { add(fault.message, fault.severity) }
    guard directive.kind != .end else { return }
    let unknown = directive.selectors.filter { !isKnown($0) }
    for selector in unknown {
      let fault = InlineDirective.Fault.unknownRule(selector.text)
      add(fault.message, fault.severity)
    }
    guard directive.isObeyed else { return }
    if isExpired(directive.until), let until = directive.until {
      add(
        Message(
          "忽略指令已于 \(until) 到期：请复核后改写期限或删去",
          "the suppression expired on \(until): review it, then extend or remove it"), .error)
    } else if !isUsed, unknown.isEmpty, directive.faults.isEmpty {
      let rules = directive.selectors.map(\.text).joined(separator: " ")
      add(
        Message(
          "忽略指令没有用到（\(rules)），可以删去", "unused suppression (\(rules)); it may be removed"), .info)
    }
  }

  /// The directive with personal data in its reason masked as the findings mask it.
  private func masked(_ directive: InlineDirective, by findings: [ReportedFinding])
    -> InlineDirective
  {
    let range = directive.reasonRange
    let inside = findings.filter { $0.utf8.plain.overlaps(range) && $0.rule.family == "personal" }
    guard !inside.isEmpty else { return directive }
    var directive = directive
    let bytes = Array(directive.reason.utf8)
    var text = ""
    var position = range.lowerBound
    for finding in inside.sorted(by: { $0.utf8.lowerBound < $1.utf8.lowerBound }) {
      let secret = finding.utf8.plain.clamped(to: range)
      guard secret.lowerBound >= position else { continue }
      text += String(
        decoding: bytes[position - range.lowerBound..<secret.lowerBound - range.lowerBound],
        as: UTF8.self)
      text += secret == finding.utf8.plain ? finding.excerpt : "*"
      position = secret.upperBound
    }
    text += String(decoding: bytes[(position - range.lowerBound)...], as: UTF8.self)
    directive.reason = text
    return directive
  }
}
