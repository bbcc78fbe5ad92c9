extension HTMLTokenizer {
  /// How deep script text stands in `<!--` and `<script`: the three families of script states.
  private enum Escape { case none, escaped, doubleEscaped }

  /// The script data states: text up to the end tag that fits the last start tag.
  ///
  /// A run never stops inside the double escaped states, so that nothing has to be kept between
  /// two tokens.
  mutating func scriptToken() -> HTMLToken? {
    let start = position
    if isAppropriateEndTag(at: start) { return endTag(at: start) }
    var escape = Escape.none
    var dashes = 0
    var i = start
    loop: while i < end {
      if escape == .none {
        i = ByteScan.first(UInt8(ascii: "<"), in: source, from: i, to: end)
        if i == end || (i != start && isAppropriateEndTag(at: i)) { break }
        if i &+ 3 < end, source[i &+ 1] == UInt8(ascii: "!"), source[i &+ 2] == dash,
          source[i &+ 3] == dash
        {
          escape = .escaped
          dashes = 2
          i &+= 4
        } else {
          i &+= 1
        }
        continue
      }
      if dashes == 0 {
        i = ByteScan.first(UInt8(ascii: "<"), or: dash, in: source, from: i, to: end)
        if i == end { break }
      }
      switch source[i] {
      case dash:
        dashes = min(dashes &+ 1, 2)
        i &+= 1
      case UInt8(ascii: ">") where dashes == 2:
        escape = .none
        dashes = 0
        i &+= 1
      case UInt8(ascii: "<"):
        dashes = 0
        if escape == .escaped, isAppropriateEndTag(at: i) { break loop }
        let slash = i &+ 1 < end && source[i &+ 1] == UInt8(ascii: "/")
        i &+= 1
        // `<script` opens the double escaped states, `</script` closes them.
        if slash != (escape == .doubleEscaped) { continue }
        if slash { i &+= 1 }
        guard let isScript = scriptName(at: &i) else { continue }
        if isScript { escape = slash ? .escaped : .doubleEscaped }
      default:
        dashes = 0
        i &+= 1
      }
    }
    return text(start..<i, replacesNUL: true)
  }

  private var dash: UInt8 { UInt8(ascii: "-") }

  /// The double escape start and end states: moves over letters and the character that ends
  /// them. Nil when something else ends them (that character is read again).
  private func scriptName(at i: inout Int) -> Bool? {
    let start = i
    while i < end, source[i].isASCIILetter { i &+= 1 }
    guard i < end else { return nil }
    let stop = source[i]
    guard stop.isHTMLSpace || stop == UInt8(ascii: "/") || stop == UInt8(ascii: ">") else {
      return nil
    }
    let length = i &- start
    i &+= 1
    guard length == 6 else { return false }
    return zip(source[start..<start &+ 6], "script".utf8)
      .allSatisfy { $0.asciiLowercased == $1 }
  }
}
