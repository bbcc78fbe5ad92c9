public import ZhubiDetection

/// Severities an organisation gives to rules, and rules it switches off. The more exact selector
/// wins; among equal ones, the later.
public struct RuleSettings: Sendable {
  public enum Setting: Hashable, Sendable {
    case off
    case severity(Severity)
  }

  private var exact: [String: Setting] = [:]
  private var families: [String: Setting] = [:]

  public init() {}

  public var isEmpty: Bool { exact.isEmpty && families.isEmpty }

  /// Sets the rules of the selector. The family `scan` cannot be set.
  public subscript(selector: RuleSelector) -> Setting? {
    get { selector.isExact ? exact[selector.text] : families[selector.familyName] }
    set {
      guard selector.familyName != "scan" else { return }
      if selector.isExact {
        exact[selector.text] = newValue
      } else {
        families[selector.familyName] = newValue
      }
    }
  }

  public func setting(of rule: RuleID) -> Setting? {
    exact[rule.text] ?? families[String(rule.family)]
  }

  /// Gives the findings of a report the severities set here and judges it anew.
  public func apply(to report: inout DocumentReport) {
    guard !isEmpty else { return }
    report.findings = report.findings.compactMap { finding in
      switch setting(of: finding.rule) {
      case nil: return finding
      case .off: return nil
      case .severity(let severity):
        var finding = finding
        finding.severity = severity
        return finding
      }
    }
    report.settle()
  }
}
