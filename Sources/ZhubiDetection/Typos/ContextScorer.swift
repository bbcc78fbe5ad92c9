/// A wrong form that might be right, with the text around it.
public struct TypoCandidate: Sendable {
  /// The characters around the place, the place included, folded as the lexicon folds.
  public var window: [UInt32]
  /// The place inside the window.
  public var place: Range<Int>
  /// What would stand there instead.
  public var replacement: [UInt32]

  public init(window: [UInt32], place: Range<Int>, replacement: [UInt32]) {
    self.window = window
    self.place = place
    self.replacement = replacement
  }
}

/// Decides by the surroundings whether a form is wrong there.
///
/// The house has no model of its own; whoever has one hands it to `TypoDetector`. A scorer must be a
/// pure function of the candidate: the same candidate always gets the same score.
public protocol ContextScorer: Sendable {
  /// How much more likely the replacement is than what stands there, in nats; above 0 speaks for a
  /// slip.
  func score(_ candidate: TypoCandidate) -> Double
}
