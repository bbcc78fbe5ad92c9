/// Puts the text of a part together: white space, block boundaries, cells, and the map.
///
/// Separators are held back until text follows, so that a part neither begins nor ends with one and
/// two never stand side by side (but for the tabs of empty cells).
struct PartBuilder: Sendable {
  private enum Gap: Equatable {
    case none
    case space(Range<Int>)
    case line
  }

  private(set) var utf8: [UInt8] = []
  private(set) var map = SourceMap()
  private var gap = Gap.none
  private var tabs = 0
  private var startsRow = false

  var isEmpty: Bool { utf8.isEmpty }

  /// Where the next text will stand, separators not counted.
  var count: Int { utf8.count }

  /// Whether text added now would touch the text before it.
  var touches: Bool { gap == .none && tabs == 0 && !startsRow && !utf8.isEmpty }

  /// A boundary between blocks.
  mutating func breakLine() {
    if tabs == 0, !startsRow { gap = .line }
  }

  /// A boundary inside a line, such as an image.
  mutating func breakWord(at source: Int) {
    if touches { gap = .space(source..<source) }
  }

  mutating func beginRow() {
    startsRow = true
    gap = .none
    tabs = 0
  }

  mutating func beginCell(isFirst: Bool) {
    if isFirst { return }
    tabs += 1
    gap = .none
  }

  mutating func endRow() {
    tabs = 0
    startsRow = false
    gap = .line
  }

  private mutating func flush() {
    if startsRow || gap == .line {
      if !utf8.isEmpty { utf8.append(0x0A) }
    } else if tabs == 0, case .space(let range) = gap {
      let isOne = range.count == 1
      map.append(text: utf8.count, 1, source: range.lowerBound, range.count, isVerbatim: isOne)
      utf8.append(0x20)
    }
    for _ in 0..<tabs { utf8.append(0x09) }
    tabs = 0
    gap = .none
    startsRow = false
  }

  @inline(__always)
  private mutating func prepare() {
    if gap != .none || tabs > 0 || startsRow { flush() }
  }

  /// Adds source bytes as they are.
  mutating func verbatim(_ source: [UInt8], _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    prepare()
    map.append(
      text: utf8.count, range.count, source: range.lowerBound, range.count, isVerbatim: true)
    utf8.append(contentsOf: source[range])
  }

  /// Adds scalars that stand for a range of the source; white space among them is not collapsed,
  /// unless it is the white space that HTML collapses.
  mutating func scalars(_ first: UInt32, _ second: UInt32, for range: Range<Int>, preserve: Bool) {
    if !preserve, second == 0, first <= 0x20, UInt8(first).isHTMLSpace {
      space(range)
      return
    }
    prepare()
    let start = utf8.count
    utf8.appendScalar(first)
    if second != 0 { utf8.appendScalar(second) }
    map.append(
      text: start, utf8.count - start, source: range.lowerBound, range.count, isVerbatim: false)
  }

  /// Collapsible white space.
  @inline(__always)
  mutating func space(_ range: Range<Int>) {
    guard tabs == 0, !startsRow, let last = utf8.last, last != 0x0A, last != 0x09 else { return }
    switch gap {
    case .none: gap = .space(range)
    case .space(let before): gap = .space(before.lowerBound..<range.upperBound)
    case .line: break
    }
  }

  /// Adds a run of source text, white space collapsed as CSS does it by default: runs of it become
  /// one space, and a line break inside Chinese text vanishes (CSS Text 3, section 4.1.3).
  mutating func collapsed(_ source: [UInt8], _ range: Range<Int>, replacesNUL: Bool = false) {
    var i = range.lowerBound
    var start = i
    let end = range.upperBound
    while i < end {
      let c = source[i]
      if c > 0x20 || (c != 0 && !c.isHTMLSpace) {
        i &+= 1
        continue
      }
      if start < i { verbatim(source, start..<i) }
      if c == 0 {
        if replacesNUL { scalars(0xFFFD, 0, for: i..<i + 1, preserve: true) }
        i &+= 1
        start = i
        continue
      }
      let white = i
      var hasBreak = false
      while i < end, source[i].isHTMLSpace {
        if source[i] == 0x0A || source[i] == 0x0D { hasBreak = true }
        i &+= 1
      }
      start = i
      let isWrap =
        hasBreak && white > range.lowerBound && i < end
        && Self.isWide(before: white, in: source, from: range.lowerBound)
        && Self.isWide(at: i, in: source, to: end)
      if !isWrap { space(white..<i) }
    }
    if start < end { verbatim(source, start..<end) }
  }

  /// Adds a run of source text with its white space; only line ends are normalised.
  mutating func preserved(_ source: [UInt8], _ range: Range<Int>, replacesNUL: Bool = false) {
    HTMLText.forEachPiece(
      of: Range<SourceOffset>(range), in: source, as: .plain(replacesNUL: replacesNUL)
    ) { piece in
      switch piece {
      case .verbatim(let raw): verbatim(source, raw)
      case .replaced(let raw, let first, let second):
        scalars(first, second, for: raw, preserve: true)
      }
    }
  }

  /// A line break between two wrapped lines of one paragraph: `before` is where the one ends,
  /// `after` where the other begins.
  mutating func softBreak(_ source: [UInt8], before: Int, after: Int) {
    let isWrap =
      before > 0 && after < source.count && Self.isWide(before: before, in: source, from: 0)
      && Self.isWide(at: after, in: source, to: source.count)
    if !isWrap { space(before..<after) }
  }

  /// Adds the text of a part of the same source as a block; returns how far it was moved.
  @discardableResult
  mutating func append(_ part: ExtractedPart) -> Int {
    breakLine()
    prepare()
    let base = utf8.count
    for segment in part.map.segments {
      map.append(
        text: base + segment.text, segment.textLength, source: segment.source,
        segment.sourceLength, isVerbatim: segment.isVerbatim)
    }
    utf8 += part.utf8
    breakLine()
    return base
  }

  /// A Chinese, Japanese or full-width character that begins at `i`.
  private static func isWide(at i: Int, in source: [UInt8], to end: Int) -> Bool {
    let c = source[i]
    if c < 0xE3 || i + 2 >= end { return false }
    if c <= 0xE9 { return true }
    if c == 0xEF { return (0xA4...0xAB).contains(source[i + 1]) || source[i + 1] | 1 == 0xBD }
    return c == 0xF0 && source[i + 1] >= 0xA0
  }

  private static func isWide(before i: Int, in source: [UInt8], from start: Int) -> Bool {
    var k = i - 1
    while k > start, source[k] & 0xC0 == 0x80 { k -= 1 }
    return isWide(at: k, in: source, to: i)
  }

  /// The text added since `start`, without the separators before it.
  func trimmed(from start: Int) -> Range<TextOffset> {
    var i = min(start, utf8.count)
    while i < utf8.count, utf8[i] == 0x0A || utf8[i] == 0x09 || utf8[i] == 0x20 { i += 1 }
    return Range<TextOffset>(i..<utf8.count)
  }

  func part(_ kind: ExtractedPart.Kind, label: String, tables: [TextTable] = []) -> ExtractedPart {
    ExtractedPart(kind: kind, label: label, utf8: utf8, map: map, tables: tables)
  }
}
