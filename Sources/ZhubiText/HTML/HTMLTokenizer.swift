/// Cuts HTML source text into tokens by the rules of the WHATWG standard, with exact offsets.
///
/// Input is UTF-8 of any quality; line ends need not be normalised (`HTMLText` does it when a
/// token is decoded). The tokenizer never fails and never copies text. Time is linear in the
/// source, memory is the attributes of one tag. Whoever builds a tree or a text decides on
/// `state` after each start tag (script, style, textarea …), as tree construction would.
/// Standard: WHATWG HTML, section 13.2.5.
public struct HTMLTokenizer: Sendable {
  /// The states in which text is read between tags.
  public enum State: String, Sendable, CaseIterable {
    case data = "Data state"
    case rcdata = "RCDATA state"
    case rawtext = "RAWTEXT state"
    case scriptData = "Script data state"
    case plaintext = "PLAINTEXT state"
    case cdata = "CDATA section state"
  }

  /// How the text that comes next is read; an end tag sets it back to `.data`.
  public var state: State = .data
  /// Whether `<![CDATA[` opens a CDATA section (inside SVG and MathML) or a bogus comment.
  public var allowsCDATA = false
  /// The most attributes of one tag that are kept; further ones are read over.
  public var attributeLimit = Int.max
  /// The attributes of the last start tag in source order, duplicates included.
  public internal(set) var attributes: [HTMLAttribute] = []
  /// Attributes of the last start tag that were read over because of `attributeLimit`.
  public internal(set) var attributesCut = 0
  /// The parts of the last DOCTYPE.
  public internal(set) var doctype = HTMLDoctype()
  /// A tag that the end of the source cut off: the standard drops it and all it holds.
  public internal(set) var unterminatedTag: Range<SourceOffset>?
  /// A comment that only the end of the source closed.
  public internal(set) var unterminatedComment: Range<SourceOffset>?

  /// The source text.
  public let source: [UInt8]
  let end: Int
  var position: Int
  var lastStartTag: Range<Int>?
  private let givenStartTag: [UInt8]

  /// A tokenizer over the whole source, or over the part of it in `range`.
  ///
  /// - Parameter lastStartTag: the tag whose end tag closes an initial RCDATA, RAWTEXT or script
  ///   data state, in lower case.
  public init(
    _ source: [UInt8], range: Range<SourceOffset>? = nil, lastStartTag: String = ""
  ) {
    self.source = source
    let whole = 0..<source.count
    let part = range?.plain.clamped(to: whole) ?? whole
    position = part.lowerBound
    end = part.upperBound
    givenStartTag = Array(lastStartTag.utf8)
  }

  /// The next token; `.end` at the end of the source, and ever after.
  public mutating func next() -> HTMLToken {
    while position < end {
      let token: HTMLToken?
      switch state {
      case .data: token = dataToken()
      case .rcdata: token = endTagOrText(references: true)
      case .rawtext: token = endTagOrText(references: false)
      case .scriptData: token = scriptToken()
      case .plaintext: token = text(position..<end, replacesNUL: true)
      case .cdata: token = cdataToken()
      }
      if let token { return token }
    }
    return HTMLToken(.end, end..<end, body: end..<end)
  }

  /// A token of text over `range`; reading goes on after it.
  @inline(__always)
  mutating func text(_ range: Range<Int>, replacesNUL: Bool) -> HTMLToken {
    position = range.upperBound
    var token = HTMLToken(.characters, range, body: range)
    token.replacesNUL = replacesNUL
    return token
  }

  @inline(__always)
  private mutating func dataToken() -> HTMLToken? {
    let start = position
    switch source[start] {
    case UInt8(ascii: "<"):
      if let token = markup(at: start) { return token }
      if position != start { return nil }
    case UInt8(ascii: "&"):
      if let token = reference(at: start) { return token }
    default: break
    }
    let stop = ByteScan.first(
      UInt8(ascii: "<"), or: UInt8(ascii: "&"), in: source, from: start &+ 1, to: end)
    return text(start..<stop, replacesNUL: false)
  }

  /// RCDATA and RAWTEXT: text up to the end tag that fits the last start tag.
  private mutating func endTagOrText(references: Bool) -> HTMLToken? {
    let start = position
    if isAppropriateEndTag(at: start) { return endTag(at: start) }
    if references, source[start] == UInt8(ascii: "&"), let token = reference(at: start) {
      return token
    }
    let stopper = references ? UInt8(ascii: "&") : UInt8(ascii: "<")
    var i = start &+ 1
    while true {
      i = ByteScan.first(UInt8(ascii: "<"), or: stopper, in: source, from: i, to: end)
      if i == end || source[i] == UInt8(ascii: "&") || isAppropriateEndTag(at: i) { break }
      i &+= 1
    }
    return text(start..<i, replacesNUL: true)
  }

  private mutating func cdataToken() -> HTMLToken? {
    let start = position
    var i = start
    while true {
      i = ByteScan.first(UInt8(ascii: "]"), in: source, from: i, to: end)
      if i &+ 2 >= end { break }
      if source[i &+ 1] == UInt8(ascii: "]"), source[i &+ 2] == UInt8(ascii: ">") {
        state = .data
        var token = text(start..<i, replacesNUL: false)
        token.isCDATA = true
        position = i &+ 3
        return start == i ? nil : token
      }
      i &+= 1
    }
    var token = text(start..<end, replacesNUL: false)
    token.isCDATA = true
    return token
  }

  private mutating func reference(at start: Int) -> HTMLToken? {
    guard
      let found = HTMLCharacterReference(in: source, at: start, to: end, inAttribute: false)
    else { return nil }
    position = found.end
    var token = HTMLToken(.reference, start..<found.end, body: start..<found.end)
    token.first = found.first
    token.second = found.second
    return token
  }

  /// Whether `</` and the last start tag's name, whole, stand at `i`.
  func isAppropriateEndTag(at i: Int) -> Bool {
    guard i &+ 2 < end, source[i] == UInt8(ascii: "<"), source[i &+ 1] == UInt8(ascii: "/")
    else { return false }
    let length = lastStartTag?.count ?? givenStartTag.count
    let after = i &+ 2 &+ length
    guard length > 0, after < end else { return false }
    let stop = source[after]
    guard stop.isHTMLSpace || stop == UInt8(ascii: "/") || stop == UInt8(ascii: ">")
    else { return false }
    for k in 0..<length {
      let expected =
        if let lastStartTag { source[lastStartTag.lowerBound &+ k].asciiLowercased } else {
          givenStartTag[k]
        }
      if source[i &+ 2 &+ k].asciiLowercased != expected { return false }
    }
    return true
  }

  mutating func endTag(at start: Int) -> HTMLToken? {
    state = .data
    return tag(from: start, name: start &+ 2, isEnd: true)
  }
}
