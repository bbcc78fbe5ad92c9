public import ZhubiText

/// One thing a reader should look at: a plain value made by a detector, judged later by the policy.
public struct Finding: Sendable {
  /// A replacement that is right beyond doubt, so that a machine may apply it.
  public struct Fix: Hashable, Sendable {
    public var range: Range<TextOffset>
    public var replacement: String

    public init(range: Range<TextOffset>, replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  public var rule: RuleID
  public var severity: Severity
  public var confidence: Confidence
  /// Where, in the text of the part.
  public var range: Range<TextOffset>
  /// Further stretches that belong to it (the other masked copy, the rest of the row).
  public var related: [Range<TextOffset>]
  /// What is wrong. Must never hold the personal data found.
  public var message: Message
  /// What to write instead: the exact text where there is one, else advice.
  public var suggestion: String?
  /// The law or standard; nil takes the rule's.
  public var basis: String?
  /// The evidence: lexicon entry, layer, folded form. Must never hold personal data.
  public var evidence: String?
  /// How the text of the range is masked wherever it is shown; nil shows it as it is.
  public var masking: Masking?
  /// Set where a machine may replace the text.
  public var fix: Fix?
  /// Replacements at the other places of a habit that is told once; the fix of the first place is
  /// `fix`. A machine applies all of them or none.
  public var furtherFixes: [Fix] = []

  public init(
    _ rule: RuleID, severity: Severity, confidence: Confidence = .certain,
    range: Range<TextOffset>, related: [Range<TextOffset>] = [], message: Message,
    suggestion: String? = nil, basis: String? = nil, evidence: String? = nil,
    masking: Masking? = nil, fix: Fix? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.confidence = confidence
    self.range = range
    self.related = related
    self.message = message
    self.suggestion = suggestion
    self.basis = basis
    self.evidence = evidence
    self.masking = masking
    self.fix = fix
  }
}

extension Finding {
  /// Says that the same was found so many times in its part and is listed once.
  mutating func repeats(_ count: Int) {
    message = Message(
      "\(message.chinese)（共 \(count) 处，只列第一处）",
      "\(message.english) (\(count) times; only the first is listed)")
  }
}
