public import ZhubiText

/// A suppression that covers a whole document, written in a configuration.
public struct StandingSuppression: Hashable, Sendable {
  public var selectors: [RuleSelector]
  public var reason: String
  /// The last day it holds; nil holds until somebody takes it away.
  public var until: CalendarDate?
  /// File and line it is written at.
  public var place: String

  public init(
    selectors: [RuleSelector], reason: String, until: CalendarDate? = nil, place: String
  ) {
    self.selectors = selectors
    self.reason = reason
    self.until = until
    self.place = place
  }
}
