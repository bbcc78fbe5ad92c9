/// A finding that was set aside, with the reason somebody gave for it.
public struct SuppressedFinding: Sendable {
  /// Who set it aside.
  public enum Origin: Sendable, Hashable {
    /// A comment in the text itself.
    case inline(line: Int)
    /// An entry of a configuration, named by its file and line.
    case path(place: String)
    /// A baseline of findings known before.
    case baseline(judgement: String)
    /// The text of a suppression itself, which no reader sees as prose.
    case directive(line: Int)
  }

  public var finding: ReportedFinding
  /// The reason given; personal data in it is masked.
  public var reason: String
  public var origin: Origin

  public init(finding: ReportedFinding, reason: String, origin: Origin) {
    self.finding = finding
    self.reason = reason
    self.origin = origin
  }
}
