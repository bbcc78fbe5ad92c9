import ZhubiText

/// Prints tokens as lines of JSON in the format of the html5lib tokenizer tests.
struct TokenPrinter {
  /// JSON lines not yet written.
  private(set) var output: [UInt8] = []
  private var pending: [UInt8] = []
  private let source: [UInt8]

  init(source: [UInt8]) { self.source = source }

  /// The lines so far; the printer forgets them.
  mutating func takeOutput() -> [UInt8] {
    defer { output.removeAll(keepingCapacity: true) }
    return output
  }

  /// Adds one token; text is held back until it is known to be complete.
  mutating func add(_ token: HTMLToken, from tokenizer: HTMLTokenizer) {
    switch token.kind {
    case .characters:
      pending += HTMLText.decode(
        token.body, of: source, as: .plain(replacesNUL: token.replacesNUL))
      return
    case .reference:
      appendScalar(token.first)
      if token.second != 0 { appendScalar(token.second) }
      return
    default: flushText()
    }
    switch token.kind {
    case .startTag:
      output += Array("[\"StartTag\",".utf8)
      string(HTMLText.decode(token.body, of: source, as: .name))
      attributes(tokenizer.attributes)
      if token.isSelfClosing { output += Array(",true".utf8) }
    case .endTag:
      output += Array("[\"EndTag\",".utf8)
      string(HTMLText.decode(token.body, of: source, as: .name))
    case .comment:
      output += Array("[\"Comment\",".utf8)
      string(HTMLText.decode(token.body, of: source, as: .plain(replacesNUL: true)))
    case .doctype:
      output += Array("[\"DOCTYPE\",".utf8)
      optional(tokenizer.doctype.name, as: .name)
      optional(tokenizer.doctype.publicIdentifier, as: .plain(replacesNUL: true))
      optional(tokenizer.doctype.systemIdentifier, as: .plain(replacesNUL: true))
      output += Array((tokenizer.doctype.forcesQuirks ? "false" : "true").utf8)
    default: return
    }
    output += Array("]\n".utf8)
  }

  private mutating func flushText() {
    guard !pending.isEmpty else { return }
    output += Array("[\"Character\",".utf8)
    string(pending)
    output += Array("]\n".utf8)
    pending.removeAll(keepingCapacity: true)
  }

  /// The first of several attributes of one name counts.
  private mutating func attributes(_ all: [HTMLAttribute]) {
    var seen: Set<[UInt8]> = []
    output += Array(",{".utf8)
    for attribute in all {
      let name = HTMLText.decode(attribute.name, of: source, as: .name)
      guard seen.insert(name).inserted else { continue }
      if seen.count > 1 { output.append(UInt8(ascii: ",")) }
      string(name)
      output.append(UInt8(ascii: ":"))
      string(HTMLText.decode(attribute.value, of: source, as: .attribute))
    }
    output.append(UInt8(ascii: "}"))
  }

  private mutating func optional(_ range: Range<SourceOffset>?, as form: HTMLText.Form) {
    if let range {
      string(HTMLText.decode(range, of: source, as: form))
    } else {
      output += Array("null".utf8)
    }
    output.append(UInt8(ascii: ","))
  }

  private mutating func appendScalar(_ code: UInt32) {
    let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
    pending.append(contentsOf: UTF8.encode(scalar)!)
  }

  /// A JSON string in ASCII. Lone surrogates that a caller encoded as three bytes pass as escapes.
  private mutating func string(_ bytes: [UInt8]) {
    output.append(UInt8(ascii: "\""))
    var i = 0
    while i < bytes.count {
      let c = bytes[i]
      if c >= 0x20, c < 0x7F {
        if c == UInt8(ascii: "\"") || c == UInt8(ascii: "\\") { output.append(UInt8(ascii: "\\")) }
        output.append(c)
        i += 1
      } else if c < 0x80 {
        escape(UInt16(c))
        i += 1
      } else if c == 0xED, i + 2 < bytes.count, bytes[i + 1] >= 0xA0 {
        escape(0xD000 | UInt16(bytes[i + 1] & 0x3F) << 6 | UInt16(bytes[i + 2] & 0x3F))
        i += 3
      } else {
        var length = 1
        while i + length < bytes.count, bytes[i + length] & 0xC0 == 0x80 { length += 1 }
        for unit in String(decoding: bytes[i..<i + length], as: UTF8.self).utf16 { escape(unit) }
        i += length
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ unit: UInt16) {
    let digits = Array("0123456789abcdef".utf8)
    output += [UInt8(ascii: "\\"), UInt8(ascii: "u")]
    for shift in [12, 8, 4, 0] { output.append(digits[Int(unit >> UInt16(shift)) & 15]) }
  }

  /// Writes out what is held back.
  mutating func finish() { flushText() }
}
