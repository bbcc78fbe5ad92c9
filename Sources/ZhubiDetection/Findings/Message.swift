/// A sentence for people, in Chinese and in English. Never holds personal data.
public struct Message: Hashable, Sendable {
  public var chinese: String
  public var english: String

  public init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }
}
