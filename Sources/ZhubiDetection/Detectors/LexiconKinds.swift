/// Which profile switches on which kind of lexicon entry. Kinds not listed are on in every profile.
public enum LexiconKinds {
  /// The profile a kind waits for; nil for kinds that are always on. Profile `all` has every kind.
  public static func profile(of rule: RuleID) -> String? { byRule[rule] }

  /// Kinds that are off in `official`, with the profile that switches them on.
  public static let optional: [(profile: String, rules: [RuleID])] = [
    (
      "gov-style",
      [
        "term.process-material", "term.press-style", "term.ethnic-religion-norm",
        "term.naming-country-region", "term.naming-hkmt",
      ]
    ),
    ("promotion", ["term.ad-superlative", "term.ad-medical"]),
    (
      "strict-language",
      ["term.discriminatory-region-gender-job", "term.vulgar"]
    ),
  ]

  private static let byRule: [RuleID: String] = Dictionary(
    uniqueKeysWithValues: optional.flatMap { group in group.rules.map { ($0, group.profile) } })
}
