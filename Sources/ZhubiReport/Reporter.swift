public import ZhubiDetection
public import ZhubiPolicy

/// Writes reports as text of one form. Knows neither files nor terminals: a door prints what it
/// returns.
public protocol Reporter: Sendable {
  /// What stands before the first document.
  mutating func begin() -> String
  /// One document.
  mutating func document(_ report: DocumentReport) -> String
  /// What stands behind the last document.
  mutating func end(_ run: RunSummary) -> String
}

extension Reporter {
  public mutating func begin() -> String { "" }
  public mutating func end(_ run: RunSummary) -> String { "" }
}

/// The language messages are written in.
public enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"

  /// The sentence in this language.
  public func of(_ message: Message) -> String {
    self == .chinese ? message.chinese : message.english
  }

  /// One of two wordings.
  public func pick(_ chinese: String, _ english: String) -> String {
    self == .chinese ? chinese : english
  }
}
