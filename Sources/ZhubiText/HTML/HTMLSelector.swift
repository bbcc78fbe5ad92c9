/// Names elements of a page by tag, classes and id, as a style sheet does: `nav`, `.footer`,
/// `#breadcrumb`, `div.menu.left`, `ul#links`.
///
/// Combinators, states, attributes, `*` and lists are none of it. Names of tags are compared
/// without regard to case, classes and ids exactly.
public struct HTMLSelector: Sendable, Hashable, CustomStringConvertible {
  /// The selector as it was written.
  public let description: String
  /// In lower case; empty for any tag.
  let tag: [UInt8]
  let classes: [[UInt8]]
  let id: [UInt8]?

  /// Nil when the text is no selector of this kind.
  public init?(_ text: String) {
    var tag: [UInt8] = []
    var classes: [[UInt8]] = []
    var id: [UInt8]?
    var kind: UInt8 = 0
    var name: [UInt8] = []
    func take() -> Bool {
      switch kind {
      case 0: tag = name.map(\.asciiLowercased)
      case UInt8(ascii: "."): classes.append(name)
      default:
        if id != nil { return false }
        id = name
      }
      return kind == 0 || !name.isEmpty
    }
    for byte in text.utf8 {
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "#") {
        guard take() else { return nil }
        (kind, name) = (byte, [])
      } else if byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      {
        name.append(byte)
      } else {
        return nil
      }
    }
    guard take(), !text.isEmpty, tag.first.map(\.isASCIILetter) ?? true else { return nil }
    // The whole page is no furniture of it.
    if tag.elementsEqual("html".utf8) || tag.elementsEqual("body".utf8) { return nil }
    description = text
    (self.tag, self.classes, self.id) = (tag, classes, id)
  }

  /// Whether an element fits.
  func matches(
    _ source: [UInt8], tag name: Range<Int>, classes list: Range<Int>?, id given: Range<Int>?
  ) -> Bool {
    if !tag.isEmpty {
      guard name.count == tag.count,
        zip(source[name], tag).allSatisfy({ $0.asciiLowercased == $1 })
      else { return false }
    }
    if let id {
      guard let given, source[given].trimmed.elementsEqual(id) else { return false }
    }
    if classes.isEmpty { return true }
    guard let list else { return false }
    let names = source[list].split(whereSeparator: \.isHTMLSpace)
    return classes.allSatisfy { wanted in names.contains { $0.elementsEqual(wanted) } }
  }
}
