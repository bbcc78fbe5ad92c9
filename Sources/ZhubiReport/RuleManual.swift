public import ZhubiDetection

/// The page of the manual on one rule: the same words and examples the tests run.
public struct RuleManual: Sendable {
  public var language: Language

  public init(language: Language) { self.language = language }

  public func page(on rule: Rule) -> String {
    var text = "\(rule.id)  \(language.of(rule.title))  (\(rule.severity.rawValue))\n\n"
    text += language.of(rule.explanation) + "\n"
    if let basis = rule.basis { text += "\n" + language.pick("依据：", "Basis: ") + basis + "\n" }
    text += list(language.pick("会报告：", "Fires:"), rule.fires)
    text += list(language.pick("不报告：", "Stays quiet:"), rule.staysQuiet)
    return text
  }

  private func list(_ title: String, _ examples: [Rule.Example]) -> String {
    guard !examples.isEmpty else { return "" }
    return "\n\(title)\n" + examples.map { "  · \(oneLine($0.text))\(note(on: $0))\n" }.joined()
  }

  private func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? "⏎" : $0 })
  }

  private func note(on example: Rule.Example) -> String {
    example.date.map { "  [\(language.pick("发布于", "published")) \($0)]" } ?? ""
  }
}
