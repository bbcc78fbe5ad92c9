extension HTMLPage {
  /// A comment's text is hidden text; what the standard only turns into one may be no text.
  mutating func addComment(_ token: HTMLToken) {
    var range = token.body.plain
    guard let first = range.first else { return }
    let isReal = source[token.range.lowerBound.value..<range.lowerBound].spells("<!--")
    let text = source[range].prefix(64).trimmed
    var sink = Self.hidden(.comment)
    if Self.isCondition(text) {
      guard isReal else { return }
      // The condition is no text: `[if lt IE 9]>`.
      let end = ByteScan.first(UInt8(ascii: ">"), in: source, from: first, to: range.upperBound)
      range = min(end + 1, range.upperBound)..<range.upperBound
      sink = Self.hidden(.conditionalComment)
    } else if !isReal, text.begins("?xml") {
      return
    }
    readFragment(range, into: sink)
  }

  private static func isCondition(_ text: ArraySlice<UInt8>) -> Bool {
    text.begins("[if") || text.begins("<![") || text.begins("[endif")
  }

  /// The text of a comment that stands in a document of another format.
  static func commentText(
    _ source: [UInt8], _ comment: Range<Int>, limits: HTMLReader.Limits
  ) -> ExtractedPart {
    var page = HTMLPage(source, range: Range<SourceOffset>(comment), limits: limits)
    let reason = HiddenReason.comment
    return page.read().parts.first { $0.kind == .hidden(reason) }
      ?? PartBuilder().part(.hidden(reason), label: "")
  }

  /// Reads the text of markup that is not part of the page: no styles, no tables, no parts.
  mutating func readFragment(_ whole: Range<Int>, into sink: Sink) {
    guard let range = afford(whole) else { return }
    Self.readFragment(source, range, into: &sinks[sink])
  }

  static func readFragment(_ source: [UInt8], _ range: Range<Int>, into text: inout PartBuilder) {
    text.breakLine()
    var inner = HTMLTokenizer(source, range: Range<SourceOffset>(range))
    inner.attributeLimit = 0
    var skips = false
    loop: while true {
      let token = inner.next()
      switch token.kind {
      case .end: break loop
      case .characters:
        if !skips { text.collapsed(source, token.body.plain, replacesNUL: true) }
      case .comment:
        if !isCondition(source[token.body.plain].prefix(64).trimmed) {
          text.collapsed(source, token.body.plain, replacesNUL: true)
        }
      case .reference:
        text.scalars(token.first, token.second, for: token.range.plain, preserve: false)
      case .doctype: break
      case .startTag, .endTag:
        let name = HTMLName.named(HTMLName.key(of: token.body.plain, in: source))
        let traits = name.traits
        if traits.contains(.block) || name == .br || name == .a { text.breakLine() }
        if traits.contains(.replaced) { text.breakWord(at: token.range.lowerBound.value) }
        skips = token.kind == .startTag && (name == .script || name == .style)
        if skips { inner.state = name == .script ? .scriptData : .rawtext }
      }
    }
    if let rest = inner.unterminatedTag {
      text.collapsed(source, rest.plain, replacesNUL: true)
    }
    text.breakLine()
  }
}
