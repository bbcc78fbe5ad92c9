import JSONText

/// A message, or a piece of one, as JSON (RFC 8259), easy to write down in code; keys keep the order
/// they are given in.
public enum JSON: Sendable, Hashable {
  public struct Member: Sendable, Hashable {
    public var key: String
    public var value: JSON

    public init(key: String, value: JSON) {
      self.key = key
      self.value = value
    }
  }

  case null
  case flag(Bool)
  case integer(Int)
  /// A number that is no whole one, or too large for one.
  case real(Double)
  case text(String)
  case array([JSON])
  case object([Member])

  /// The value of a key; null for an absent key and for what is no object.
  public subscript(key: String) -> JSON {
    guard case .object(let members) = self else { return .null }
    return members.last { $0.key == key }?.value ?? .null
  }

  public subscript(index: Int) -> JSON {
    guard case .array(let values) = self, values.indices.contains(index) else { return .null }
    return values[index]
  }

  public var text: String? {
    if case .text(let text) = self { return text }
    return nil
  }

  public var integer: Int? {
    if case .integer(let number) = self { return number }
    return nil
  }

  public var flag: Bool? {
    if case .flag(let flag) = self { return flag }
    return nil
  }

  /// The values of an array; empty for anything else.
  public var values: [JSON] {
    if case .array(let values) = self { return values }
    return []
  }

  public var isObject: Bool {
    if case .object = self { return true }
    return false
  }
}

extension JSON {
  /// Reads a message; nil when the bytes are no JSON text.
  public init?(utf8: [UInt8]) {
    guard let value = try? JSONValue(utf8, replacesHalfPairs: true) else { return nil }
    self.init(value)
  }

  private init(_ value: JSONValue) {
    switch value {
    case .null: self = .null
    case .flag(let flag): self = .flag(flag)
    case .number(let digits):
      self = Int(digits).map(JSON.integer) ?? Double(digits).map(JSON.real) ?? .null
    case .string(let text): self = .text(text)
    case .array(let items): self = .array(items.map { JSON($0) })
    case .object(let members):
      self = .object(members.map { Member(key: $0.key, value: JSON($0.value)) })
    }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral text: String) { self = .text(text) }
  public init(integerLiteral number: Int) { self = .integer(number) }
  public init(booleanLiteral flag: Bool) { self = .flag(flag) }
  public init(arrayLiteral values: JSON...) { self = .array(values) }
  public init(dictionaryLiteral members: (String, JSON)...) {
    self = .object(members.map { Member(key: $0.0, value: $0.1) })
  }

  /// Adds a member at the end of an object.
  mutating func add(_ key: String, _ value: JSON) {
    guard case .object(var members) = self else { return }
    members.append(Member(key: key, value: value))
    self = .object(members)
  }
}
