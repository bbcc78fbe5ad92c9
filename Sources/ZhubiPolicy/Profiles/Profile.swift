public import ZhubiDetection

/// What is looked for in texts of one genre, and how gravely it is taken.
public struct Profile: Sendable {
  public var name: String
  public var title: Message
  /// Kinds of terms that count; the other families always do.
  var termKinds: Set<String>
  /// Severity no finding of these families may exceed (a statute keeps its old names).
  var ceilings: [String: Severity]

  init(
    _ name: String, _ title: Message, termKinds: Set<String>, ceilings: [String: Severity] = [:]
  ) {
    self.name = name
    self.title = title
    self.termKinds = termKinds
    self.ceilings = ceilings
  }

  /// What detectors are asked to look for.
  public var selection: Selection {
    let kinds = termKinds
    let everything = kinds.contains("*")
    return Selection(profile: name) { rule in
      rule.family != "term" || everything || kinds.contains(String(rule.kind))
    }
  }

  /// The severity a finding has in this profile.
  public func severity(of finding: Finding) -> Severity {
    guard let ceiling = ceilings[String(finding.rule.family)] else { return finding.severity }
    return min(finding.severity, ceiling)
  }

  /// The profile with this name.
  public static func named(_ name: String) -> Profile? { all.first { $0.name == name } }

  /// Every profile, the default first.
  public static let all: [Profile] = [
    Profile(
      "official", Message("公文与政务信息（默认）", "official documents (default)"), termKinds: official),
    Profile(
      "gov-style", Message("公文，并查过程材料与新闻体例", "official documents, stricter style"),
      termKinds: official.union(style)),
    Profile(
      "publicity", Message("宣传稿件", "publicity"), termKinds: official.union(style)),
    Profile("news", Message("新闻稿件", "news"), termKinds: official.union(style)),
    Profile(
      "promotion", Message("推广与广告", "promotion and advertising"),
      termKinds: official.union(advertising)),
    Profile("judgment", Message("裁判文书", "court decisions"), termKinds: official),
    Profile(
      "statute", Message("法规与原文照登", "statutes and verbatim reprints"), termKinds: official,
      ceilings: ["outdated": .info]),
    Profile(
      "strict-language", Message("严格用语", "strict language"),
      termKinds: official.union(style).union(strict)),
    Profile("all", Message("全部词库", "every pack"), termKinds: ["*"]),
  ]

  private static let official: Set<String> = [
    "secrecy-marking", "secrecy-telegram", "internal-only", "draft-residue", "placeholder",
    "template-residue", "privacy", "naming-org", "naming-place-written",
    "discriminatory-disability", "legal-wording",
  ]
  private static let style: Set<String> = [
    "process-material", "press-style", "ethnic-religion-norm", "naming-hkmt",
    "naming-country-region",
  ]
  private static let advertising: Set<String> = ["ad-superlative", "ad-medical"]
  private static let strict: Set<String> = ["discriminatory-region-gender-job", "vulgar"]
}
