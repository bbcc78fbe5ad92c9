public import ZhubiText

/// What a detector can report: its name, its weight, its reason, and its proof.
public struct Rule: Sendable {
  /// A text that shows what the rule does. `⟦…⟧` draws where it fires.
  public struct Example: Sendable, ExpressibleByStringLiteral {
    public var text: String
    /// The day of publication the example is judged by; nil is 2026-11-01.
    public var date: CalendarDate?
    /// The profile the example needs; nil is `all`.
    public var profile: String?

    public init(_ text: String, date: String? = nil, profile: String? = nil) {
      self.text = text
      self.date = date.flatMap { CalendarDate($0) }
      self.profile = profile
    }

    public init(stringLiteral text: String) { self.init(text) }
  }

  public var id: RuleID
  /// The name people read.
  public var title: Message
  /// The severity of a finding unless the detector or the policy says otherwise.
  public var severity: Severity
  /// The law, standard or guideline behind the rule, with its article.
  public var basis: String?
  /// What is wrong with such a text, and what to do about it.
  public var explanation: Message
  public var fires: [Example]
  public var staysQuiet: [Example]

  public init(
    _ id: RuleID, title: Message, severity: Severity, basis: String? = nil,
    explanation: Message, fires: [Example], staysQuiet: [Example]
  ) {
    self.id = id
    self.title = title
    self.severity = severity
    self.basis = basis
    self.explanation = explanation
    self.fires = fires
    self.staysQuiet = staysQuiet
  }
}
