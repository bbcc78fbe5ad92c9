/// A value of JSON (RFC 8259), read strictly.
///
/// Refused are: bytes that are not UTF-8, halves of surrogate pairs, a key given twice, values nested
/// deeper than `depthLimit`, and anything behind the value.
package enum JSONValue: Sendable, Equatable {
  case null
  case flag(Bool)
  /// As it is written.
  case number(String)
  case string(String)
  case array([JSONValue])
  /// In the order they are written.
  case object([Member])

  package struct Member: Sendable, Equatable {
    package var key: String
    package var value: JSONValue

    package init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// How deep values may stand inside one another.
  package static let depthLimit = 64

  /// The members of an object; nil when it is none.
  package var members: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }

  package var elements: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  package var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  package var flag: Bool? {
    if case .flag(let flag) = self { flag } else { nil }
  }

  /// A whole number, as far as an Int can hold it.
  package var integer: Int? {
    if case .number(let text) = self { Int(text) } else { nil }
  }

  /// The value of a member; nil when there is none, or when this is no object.
  package subscript(key: String) -> JSONValue? { members?.first { $0.key == key }?.value }

  /// Reads one value that fills the bytes. Linear in their number.
  ///
  /// - Parameter replacesHalfPairs: takes half a surrogate pair for U+FFFD, one UTF-16 unit for
  ///   another, where a text must be followed whatever its author typed.
  package init(
    _ bytes: some Collection<UInt8>, replacesHalfPairs: Bool = false
  ) throws(JSONFault) {
    var reader = JSONReader(Array(bytes), replacesHalfPairs: replacesHalfPairs)
    self = try reader.whole()
  }
}

/// Where a text stopped being JSON, as a count of bytes. Never holds any of the text.
package struct JSONFault: Error, Sendable, Equatable {
  package enum Reason: String, Sendable {
    case notJSON, notUTF8, duplicateKey, tooDeep
  }

  package var reason: Reason
  /// Bytes before the fault.
  package var byte: Int

  package init(reason: Reason, byte: Int) {
    self.reason = reason
    self.byte = byte
  }
}
