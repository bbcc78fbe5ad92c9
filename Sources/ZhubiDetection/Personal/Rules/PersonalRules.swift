/// Everything the personal-data detectors report, in the order of the manual.
enum PersonalRules {
  static let all: [Rule] =
    identityNumbers + contacts + documents + belongings + persons + masks + sums

  private static let titles = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0.title) })

  static func title(_ kind: PersonalKind) -> Message {
    titles[kind.rule] ?? Message(kind.rawValue, kind.rawValue)
  }

  static func rule(
    _ kind: PersonalKind, _ title: Message, _ severity: Severity, basis: String,
    explanation: Message, fires: [Rule.Example], staysQuiet: [Rule.Example]
  ) -> Rule {
    Rule(
      kind.rule, title: title, severity: severity, basis: basis, explanation: explanation,
      fires: fires, staysQuiet: staysQuiet)
  }

  /// Disclosure of what harms others' privacy, and the duty to de-identify what is published.
  static let disclosure =
    "《政府信息公开条例》（2019修订）第十五条；《个人信息保护法》第六条、第三十四条；国办《2018年政务公开工作要点》关于去标识化处理的要求"
  /// The same, for kinds that the law names as sensitive.
  static let sensitive =
    "《个人信息保护法》第二十八条（敏感个人信息）；《政府信息公开条例》（2019修订）第十五条"
  /// The list of personal information.
  static let personal = "《民法典》第一千零三十四条；《个人信息保护法》第六条"
}
