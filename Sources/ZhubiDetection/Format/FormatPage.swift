import ZhubiText

/// One part as the format checks read it: its characters, its lines, its numbers and its marks.
///
/// Made once for all checks, in one pass; what few checks need is made when first asked for.
final class FormatPage {
  /// Who keeps the page, and lives longer.
  unowned let context: DetectionContext
  let text: ScalarText
  /// Runs of ASCII digits, in order.
  let numbers: [Range<Int>]
  /// Places of punctuation, brackets and symbols, in order.
  let marks: [Int]

  init(_ context: DetectionContext) {
    self.context = context
    let text = ScalarText(context.utf8)
    var numbers: [Range<Int>] = []
    var marks: [Int] = []
    var digitsFrom = -1
    for (index, scalar) in text.scalars.enumerated() {
      if scalar.isDigit {
        if digitsFrom < 0 { digitsFrom = index }
        continue
      }
      if digitsFrom >= 0 {
        numbers.append(digitsFrom..<index)
        digitsFrom = -1
      }
      if !scalar.isHan, !scalar.isLatin, !scalar.isBlank, !scalar.isBreak { marks.append(index) }
    }
    if digitsFrom >= 0 { numbers.append(digitsFrom..<text.count) }
    self.text = text
    self.numbers = numbers
    self.marks = marks
  }

  subscript(index: Int) -> Unicode.Scalar { text[index] }
  var count: Int { text.count }
  var lines: [Range<Int>] { text.lines }

  /// A line without blanks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, text[low].isBlank { low += 1 }
    while high > low, text[high - 1].isBlank { high -= 1 }
    return low..<high
  }

  /// The lines that hold something, trimmed.
  private(set) lazy var paragraphs: [Range<Int>] = lines.map { trimmed($0) }.filter { !$0.isEmpty }

  /// The figures of running text with their units, sentence by sentence.
  private(set) lazy var quantities: [[Quantity]] = Quantity.sentences(of: self)

  /// The tables, whatever they were written in.
  private(set) lazy var grids: [TableGrid] = TableGrid.all(in: self)

  /// The places of marks in a stretch.
  func marks(in range: Range<Int>) -> ArraySlice<Int> {
    func first(atOrAfter place: Int) -> Int {
      var low = 0
      var high = marks.count
      while low < high {
        let middle = (low + high) / 2
        if marks[middle] < place { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return marks[first(atOrAfter: range.lowerBound)..<first(atOrAfter: range.upperBound)]
  }

  func line(containing index: Int) -> Range<Int> { lines[text.line(containing: index)] }

  /// Whether only blanks stand between the beginning of the line and the place.
  func beginsLine(_ index: Int) -> Bool {
    var place = index - 1
    while text[place].isBlank { place -= 1 }
    return text[place].isBreak
  }

  /// Whether only blanks stand between the place and the end of the line.
  func endsLine(_ index: Int) -> Bool { text[text.skipBlanks(from: index)].isBreak }

  /// What encloses each character inside its line, as bits of `Enclosure`.
  private(set) lazy var enclosures: [UInt8] = Enclosure.map(self)

  func isQuoted(_ index: Int) -> Bool {
    index < enclosures.count && enclosures[index] & Enclosure.quotation != 0
  }

  func isInTitle(_ index: Int) -> Bool {
    index < enclosures.count && enclosures[index] & Enclosure.title != 0
  }

  /// Inside a quotation or a title, not at its opening mark.
  func isCited(_ index: Int) -> Bool {
    isQuoted(index) && self[index] != "“" && self[index] != "「"
      || isInTitle(index) && self[index] != "《"
  }

  func isInTable(_ index: Int) -> Bool {
    index < enclosures.count && enclosures[index] & Enclosure.table != 0
  }

  /// In navigation, the head or the foot of a page: text that a template puts there.
  func isFurniture(_ index: Int) -> Bool {
    index < enclosures.count && enclosures[index] & Enclosure.furniture != 0
  }

  /// Digits as a number; nil beyond 15 of them.
  func number(_ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= 15 else { return nil }
    var value = 0
    for index in range { value = value * 10 + Int(text[index].value - 0x30) }
    return value
  }

  /// A finding at a stretch of scalars, worded by its rule.
  func finding(
    _ rule: Rule, _ range: Range<Int>, severity: Severity? = nil,
    confidence: Confidence = .likely, message: Message? = nil, suggestion: String? = nil,
    related: [Range<Int>] = [], fix: (range: Range<Int>, text: String)? = nil
  ) -> Finding {
    Finding(
      rule.id, severity: severity ?? rule.severity, confidence: confidence,
      range: text.bytes(range), related: related.map { text.bytes($0) },
      message: message ?? rule.title, suggestion: suggestion,
      fix: fix.map { Finding.Fix(range: text.bytes($0.range), replacement: $0.text) })
  }

  /// A finding whose whole range has exactly one right form.
  ///
  /// A machine may write it where the rule is certain, and never inside a quotation or a title: what
  /// is cited stays as it was written.
  func correction(
    _ rule: Rule, _ range: Range<Int>, to form: String, severity: Severity? = nil,
    confidence: Confidence = .certain
  ) -> Finding {
    finding(
      rule, range, severity: severity, confidence: confidence, suggestion: form,
      fix: confidence == .certain && !isCited(range.lowerBound) ? (range, form) : nil)
  }
}

/// What a character stands inside of.
enum Enclosure {
  static let quotation: UInt8 = 1
  static let title: UInt8 = 2
  static let table: UInt8 = 4
  static let furniture: UInt8 = 8
  /// How deep quotations are followed; this bounds the cost of a line of nothing but marks.
  private static let deepest = 8

  /// Quotation marks and title marks that close in their own line, table cells and table lines.
  static func map(_ page: FormatPage) -> [UInt8] {
    var map = [UInt8](repeating: 0, count: page.count)
    func mark(_ range: Range<Int>, _ bit: UInt8) { for index in range { map[index] |= bit } }
    func push(_ place: Int, _ stack: inout [Int]) {
      if stack.count == deepest { stack.removeFirst() }
      stack.append(place)
    }
    var quotes: [Int] = []
    var titles: [Int] = []
    var bars = 0
    var lineNumber = 0
    for place in page.marks {
      while place >= page.lines[lineNumber].upperBound {
        if bars > 0 { mark(page.lines[lineNumber], table) }
        quotes.removeAll(keepingCapacity: true)
        titles.removeAll(keepingCapacity: true)
        bars = 0
        lineNumber += 1
      }
      switch page[place] {
      case "“", "「": push(place, &quotes)
      case "”", "」": if let open = quotes.popLast() { mark(open..<place + 1, quotation) }
      case "《": push(place, &titles)
      case "》": if let open = titles.popLast() { mark(open..<place + 1, title) }
      case "|": if page.lines[lineNumber].count < 400 { bars += 1 }
      default: break
      }
    }
    if bars > 0 { mark(page.lines[lineNumber], table) }
    for cell in page.context.part.tables.lazy.flatMap(\.cells) {
      let low = page.text.scalar(atOrAfter: cell.range.lowerBound)
      mark(low..<max(low, page.text.scalar(atOrAfter: cell.range.upperBound)), table)
    }
    // Navigation, page heads and feet repeat from page to page and hold no sentences.
    for region in page.context.part.regions where region.kind != .content {
      let low = page.text.scalar(atOrAfter: region.range.lowerBound)
      mark(
        low..<max(low, page.text.scalar(atOrAfter: region.range.upperBound)), table | furniture)
    }
    return map
  }
}
