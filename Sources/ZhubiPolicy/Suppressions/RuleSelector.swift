public import ZhubiDetection

/// The rules a suppression or a setting speaks of: one rule (`personal.mobile`) or a whole family
/// (`personal.*`). There is no form for everything at once.
public struct RuleSelector: Hashable, Sendable, CustomStringConvertible {
  public let text: String
  private let family: String?

  /// A selector, or nil when the text is neither a rule id nor a family.
  public init?(_ text: String) {
    if text.hasSuffix(".*") {
      let name = String(text.dropLast(2))
      guard RuleID.families.contains(name) else { return nil }
      family = name
    } else {
      guard RuleID(text) != nil else { return nil }
      family = nil
    }
    self.text = text
  }

  /// Whether it names one rule only.
  public var isExact: Bool { family == nil }

  /// The family it speaks of, or that of its rule.
  public var familyName: String { family ?? String(text.prefix { $0 != "." }) }

  public var description: String { text }

  public func matches(_ rule: RuleID) -> Bool {
    family.map { rule.family == $0 } ?? (rule.text == text)
  }
}
