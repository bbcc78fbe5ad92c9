/// The charset an HTML document declares in itself.
public enum HTMLCharset {
  /// How many bytes are looked at: real pages put their declaration later than the standard's 1024.
  public static let window = 4096

  /// The label in the first `<meta>` that declares a charset, as it is spelled; nil when there is
  /// none in the first `window` bytes. Bytes in any encoding that agrees with ASCII on markup.
  /// Standard: WHATWG HTML, section 13.2.3.2 (prescan).
  public static func declared(in bytes: some Sequence<UInt8>) -> String? {
    let source = Array(bytes.prefix(window))
    if let label = inXMLDeclaration(source) { return label }
    var tokenizer = HTMLTokenizer(source)
    tokenizer.attributeLimit = 64
    var slots = HTMLAttributeSlots()
    while true {
      let token = tokenizer.next()
      if token.kind == .end { return nil }
      guard token.kind == .startTag else { continue }
      let name = HTMLName.named(HTMLName.key(of: token.body.plain, in: source))
      guard name == .meta else { continue }
      slots.fill(tokenizer.attributes, of: source)
      var range = slots[.charset]
      if range == nil, let equiv = slots[.httpEquiv], let content = slots[.content],
        source[equiv].trimmed.spells("content-type")
      {
        range = inContentType(source[content])
      }
      guard let range else { continue }
      let label = source[range].trimmed
      if !label.isEmpty { return String(decoding: label, as: UTF8.self) }
    }
  }

  /// The label in `<?xml version="1.0" encoding="…"?>` at the very beginning.
  private static func inXMLDeclaration(_ source: [UInt8]) -> String? {
    guard source.starts(with: Array("<?xml".utf8)) else { return nil }
    let declaration = source.prefix(200).prefix { $0 != UInt8(ascii: ">") }
    var rest = declaration[...]
    while !rest.isEmpty {
      guard rest.prefix(8).spells("encoding") else {
        rest = rest.dropFirst()
        continue
      }
      let value = rest.dropFirst(8).drop { $0 == UInt8(ascii: "=") || $0.isHTMLSpace }
      guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        let end = value.dropFirst().firstIndex(of: quote)
      else { return nil }
      return String(decoding: value[(value.startIndex + 1)..<end], as: UTF8.self)
    }
    return nil
  }

  /// Where the charset stands in `text/html; charset=…`.
  static func inContentType(_ content: ArraySlice<UInt8>) -> Range<Int>? {
    var rest = content
    while rest.count >= 7 {
      guard rest.prefix(7).spells("charset") else {
        rest = rest.dropFirst()
        continue
      }
      var value = rest.dropFirst(7).drop(while: \.isHTMLSpace)
      rest = rest.dropFirst(7)
      guard value.first == UInt8(ascii: "=") else { continue }
      value = value.dropFirst().drop(while: \.isHTMLSpace)
      if let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        guard let close = value.dropFirst().firstIndex(of: quote) else { return nil }
        return value.startIndex + 1..<close
      }
      let end =
        value.firstIndex { $0.isHTMLSpace || $0 == UInt8(ascii: ";") } ?? value.endIndex
      return value.startIndex..<end
    }
    return nil
  }
}
