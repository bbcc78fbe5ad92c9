public import ZhubiText

/// A place where the wording of an entry stands, exceptions and contexts already judged.
public struct LexiconHit: Sendable {
  public var range: Range<TextOffset>
  public var entry: LexiconEntry
  /// True when a context says that the wording is right here: shown as `info` at most, or dropped.
  public var isExcused: Bool

  public init(range: Range<TextOffset>, entry: LexiconEntry, isExcused: Bool = false) {
    self.range = range
    self.entry = entry
    self.isExcused = isExcused
  }
}
