import ZhubiText

/// The slow twin of `HTMLTokenizer`: the standard's states one by one, character by character, as
/// they are written there. Named references are found by trying every name of the table.
struct SpecTokenizer {
  enum State {
    case data, rcdata, rawtext, scriptData, plaintext
    case tagOpen, endTagOpen, tagName
    case textLessThan, textEndTagOpen, textEndTagName
    case scriptEscapeStart, scriptEscapeStartDash, scriptEscaped, scriptEscapedDash
    case scriptEscapedDashDash, scriptEscapedLessThan, scriptDoubleEscapeStart
    case scriptDoubleEscaped, scriptDoubleEscapedDash, scriptDoubleEscapedDashDash
    case scriptDoubleEscapedLessThan, scriptDoubleEscapeEnd
    case beforeAttributeName, attributeName, afterAttributeName, beforeAttributeValue
    case valueDoubleQuoted, valueSingleQuoted, valueUnquoted, afterValueQuoted, selfClosing
    case bogusComment, markupDeclaration, commentStart, commentStartDash, comment
    case commentEndDash, commentEnd, commentEndBang
    case doctype, beforeDoctypeName, doctypeName, afterDoctypeName
    case afterPublicKeyword, beforePublicID, publicID, afterPublicID, betweenIDs
    case afterSystemKeyword, beforeSystemID, systemID, afterSystemID, bogusDoctype
    case cdata, cdataBracket, cdataEnd
  }

  typealias Character = Unicode.Scalar

  let input: [Character]
  let allowsCDATA: Bool
  var i = 0
  var state: State
  /// Where text states return to from their end tag states.
  var textState: State
  var lines: [String] = []
  var text = String.UnicodeScalarView()
  var buffer = String.UnicodeScalarView()
  var name = String.UnicodeScalarView()
  var isEnd = false
  var isClosed = false
  var attributes: [(String, String)] = []
  var attribute = String.UnicodeScalarView()
  var value = String.UnicodeScalarView()
  var hasAttribute = false
  var lastStartTag: String
  var data = String.UnicodeScalarView()
  var doctypeName: String.UnicodeScalarView?
  var publicIdentifier: String.UnicodeScalarView?
  var systemIdentifier: String.UnicodeScalarView?
  var quirks = false
  var quote: Character = "\""

  init(_ html: String, _ initial: HTMLTokenizer.State, last: String, cdata: Bool) {
    var normal: [Character] = []
    var before: Character = " "
    for c in html.unicodeScalars {
      if c == "\r" { normal.append("\n") } else if c != "\n" || before != "\r" { normal.append(c) }
      before = c
    }
    input = normal
    allowsCDATA = cdata
    lastStartTag = last
    state =
      switch initial {
      case .data: .data
      case .rcdata: .rcdata
      case .rawtext: .rawtext
      case .scriptData: .scriptData
      case .plaintext: .plaintext
      case .cdata: .cdata
      }
    textState = state
  }

  static func lines(
    _ html: String, _ state: HTMLTokenizer.State = .data, last: String = "", cdata: Bool = false
  ) -> [String] {
    var twin = SpecTokenizer(html, state, last: last, cdata: cdata)
    while twin.step() {}
    twin.flush()
    return twin.lines
  }

  // MARK: Emitting

  mutating func emit(_ c: Character) { text.append(c) }
  mutating func emit(_ word: String) { text.append(contentsOf: word.unicodeScalars) }

  mutating func flush() {
    if !text.isEmpty { lines.append(String(text)) }
    text.removeAll()
  }

  mutating func emitTag() {
    finishAttribute()
    flush()
    if isEnd {
      lines.append("</\(String(name))>")
    } else {
      lines.append(TokenText.startTag(String(name), attributes, closed: isClosed))
      lastStartTag = String(name)
    }
    state = .data
  }

  mutating func emitComment() {
    flush()
    lines.append("<!--\(String(data))-->")
    state = .data
  }

  mutating func emitDoctype() {
    flush()
    lines.append(
      TokenText.doctype(
        doctypeName.map { String($0) }, publicIdentifier.map { String($0) },
        systemIdentifier.map { String($0) }, quirks: quirks))
    state = .data
  }

  mutating func beginTag(end: Bool) {
    name.removeAll()
    isEnd = end
    isClosed = false
    attributes = []
    hasAttribute = false
  }

  mutating func beginAttribute() {
    finishAttribute()
    hasAttribute = true
    attribute.removeAll()
    value.removeAll()
  }

  mutating func finishAttribute() {
    if hasAttribute { attributes.append((String(attribute), String(value))) }
    hasAttribute = false
  }

  // MARK: Reading

  /// The next `count` characters as a word, in small letters when `lower`.
  func ahead(_ count: Int, lower: Bool = true) -> String {
    let word = input[i..<min(i + count, input.count)]
    return String(String.UnicodeScalarView(word.map { lower ? $0.lowered : $0 }))
  }

  var isAppropriate: Bool { String(name) == lastStartTag }

  /// Character references, the `&` already read; returns what they stand for.
  mutating func reference(inAttribute: Bool) -> String {
    guard i < input.count else { return "&" }
    if input[i] == "#" { return numericReference() }
    var best = ""
    for count in 1...33 where i + count <= input.count {
      let word = ahead(count, lower: false)
      if SpecEntities.table[word] != nil { best = word }
      if !word.unicodeScalars.last!.isAlphanumeric { break }
    }
    guard !best.isEmpty else { return "&" }
    let next = i + best.unicodeScalars.count
    if inAttribute, best.last != ";", next < input.count,
      input[next] == "=" || input[next].isAlphanumeric
    {
      return "&"
    }
    i = next
    return SpecEntities.table[best]!
  }

  private mutating func numericReference() -> String {
    var k = i + 1
    let isHex = k < input.count && input[k].lowered == "x"
    if isHex { k += 1 }
    var digits = ""
    while k < input.count, isHex ? input[k].isHexDigit : input[k].isDigit {
      digits.unicodeScalars.append(input[k])
      k += 1
    }
    guard !digits.isEmpty else { return "&" }
    if k < input.count, input[k] == ";" { k += 1 }
    i = k
    let code = UInt32(digits, radix: isHex ? 16 : 10) ?? .max
    if code == 0 || code > 0x10FFFF || (0xD800...0xDFFF).contains(code) { return "\u{FFFD}" }
    if let mapped = SpecEntities.windows1252[code] { return String(Character(mapped)!) }
    return String(Character(code)!)
  }
}

extension Unicode.Scalar {
  var isSpace: Bool { self == "\t" || self == "\n" || self == "\u{C}" || self == " " }
  var isLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
  var isDigit: Bool { ("0"..."9").contains(self) }
  var isHexDigit: Bool { isDigit || ("a"..."f").contains(lowered) }
  var isAlphanumeric: Bool { isLetter || isDigit }
  var lowered: Unicode.Scalar {
    ("A"..."Z").contains(self) ? Unicode.Scalar(value + 32)! : self
  }
}
