public import ZhubiText

/// What can be said of numbers with hidden digits, for whoever compares several pages.
///
/// Digits are 0 to 9, the check letter X is 10, `hidden` stands for a digit that is not shown.
public enum MaskedIdentity {
  public static let hidden = PersonalHit.hidden
  /// Up to so many candidates a mask protects nobody.
  public static let enough = MaskedNumbers.enough

  /// Identity numbers that fit a pattern of 18 places; nil when none can.
  public static func candidates(_ pattern: [UInt8], asOf: CalendarDate) -> Int? {
    MaskJudgement.candidates(pattern, asOf: asOf)
  }

  /// What two copies of one number show together; nil when they contradict each other.
  public static func merged(_ a: [UInt8], _ b: [UInt8]) -> [UInt8]? { MaskJudgement.merged(a, b) }

  /// Places both copies show.
  public static func shared(_ a: [UInt8], _ b: [UInt8]) -> Int { MaskJudgement.shared(a, b) }

  /// How many folded units the surname that begins with these takes; 0 when it is none.
  public static func surnameLength(
    _ first: UInt32, _ second: UInt32, folding: Folding
  ) -> Int {
    Surnames.folded(by: folding).length(first, second)
  }
}
