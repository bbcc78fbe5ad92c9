/// A value of a JSON text (RFC 8259).
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number as it was written: an identifier of twenty digits keeps them all.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// What the text of a string is; nil for anything else.
  package var text: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// A whole number; nil for anything else.
  package var whole: Int? {
    if case .number(let digits) = self { return Int(digits) }
    return nil
  }

  package var bool: Bool? {
    if case .bool(let value) = self { return value }
    return nil
  }

  package var items: [JSONValue]? {
    if case .array(let items) = self { return items }
    return nil
  }

  package var fields: [String: JSONValue]? {
    if case .object(let fields) = self { return fields }
    return nil
  }

  /// A field of an object; nil where there is none.
  package subscript(key: String) -> JSONValue? { fields?[key] }

  /// Reads one value and nothing after it. One pass, time linear in the bytes.
  ///
  /// Strict: no comments, no trailing commas, no name twice in an object, no lone surrogate, no
  /// invalid UTF-8, and no more than ``JSONReader/depthLimit`` levels.
  ///
  /// - Parameter replacesHalfPairs: takes half a surrogate pair for U+FFFD, one UTF-16 unit for
  ///   another, where a text must be followed whatever its author typed.
  package init(
    bytes: UnsafeRawBufferPointer, replacesHalfPairs: Bool = false
  ) throws(JSONReader.Fault) {
    var reader = JSONReader(bytes, replacesHalfPairs: replacesHalfPairs)
    self = try reader.whole()
  }

  package init(
    bytes: ArraySlice<UInt8>, replacesHalfPairs: Bool = false
  ) throws(JSONReader.Fault) {
    self = try bytes.withUnsafeBufferPointer { bytes throws(JSONReader.Fault) in
      try JSONValue(bytes: UnsafeRawBufferPointer(bytes), replacesHalfPairs: replacesHalfPairs)
    }
  }

  package init(_ text: String) throws(JSONReader.Fault) {
    try self.init(bytes: Array(text.utf8)[...])
  }
}
