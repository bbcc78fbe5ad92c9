/// The name of a rule: `family.kind`, in kebab-case.
public struct RuleID: Hashable, Comparable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  public let text: String

  /// A rule id, or nil when the text has not the form `family.kind`.
  public init?(_ text: String) {
    guard Self.isWellFormed(text) else { return nil }
    self.text = text
  }

  public init(stringLiteral text: String) {
    precondition(Self.isWellFormed(text), "not a rule id: \(text)")
    self.text = text
  }

  /// `term`, `personal`, `typo`, `outdated`, `format` or `scan`.
  public var family: Substring { text[..<dot] }

  /// What stands after the family.
  public var kind: Substring { text[dot...].dropFirst() }

  private var dot: String.Index { text.utf8.firstIndex(of: 0x2E) ?? text.endIndex }

  public var description: String { text }

  public static func < (a: RuleID, b: RuleID) -> Bool { a.text < b.text }

  /// The six families every rule belongs to.
  public static let families = ["term", "personal", "typo", "outdated", "format", "scan"]

  private static func isWellFormed(_ text: String) -> Bool {
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count == 2, families.contains(String(halves[0])), !halves[1].isEmpty else {
      return false
    }
    return halves[1].utf8.allSatisfy {
      ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D
    }
  }
}
