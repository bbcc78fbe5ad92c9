/// Follows the numbers of levels and items through a page.
struct SequenceCheck: FormatCheck {
  let rules = [StructureRules.jump, StructureRules.level]

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    var ladder = Ladder()
    var articles = ArticleLadder()
    var items = Items()
    var openQuote = false
    var jumps: [Finding] = []
    var articleJumps: [Finding] = []
    for whole in page.paragraphs {
      if page.isInTable(whole.lowerBound) { continue }
      let line = withoutMarkup(page, whole)
      let wasQuoted = openQuote
      openQuote = quoteRemainsOpen(page, line, openQuote)
      if wasQuoted { continue }
      if let article = ArticleLadder.label(page, line) {
        ladder.beginArticle()
        articles.step(article, page, into: &articleJumps)
      }
      let label = SequenceLabel(page, at: line.lowerBound)
      var leading: SequenceLabel.Style?
      if let label, !label.style.isInline, !isSentence(page, label) {
        ladder.step(label, page, into: &jumps, levels: &findings)
        items = Items()
        leading = label.style
      }
      inline(page, line, &items, into: &jumps)
      // （1）甲；（2）乙 in one line: the next line goes on with （3）.
      if let leading, let last = items[leading] { ladder.advance(leading, to: last) }
      // Items go on only from one paragraph to the next.
      items.keepTouched()
    }
    // A text that lacks many items has lost its lines or is an excerpt: told once, as a hint.
    let evidence = ladder.lateStarts + articles.gaps
    let isExcerpt = evidence > 1 || evidence == 1 && page.paragraphs.count >= 30 || jumps.count > 3
    Habit.append(jumps, severity: .info, limit: isExcerpt ? 0 : 3, into: &findings)
    Habit.append(articleJumps, limit: 1, into: &findings)
  }

  /// A line without the marks of a Markdown heading.
  private func withoutMarkup(_ page: FormatPage, _ line: Range<Int>) -> Range<Int> {
    var low = line.lowerBound
    while page[low] == "#" || page[low] == "*" { low += 1 }
    guard low > line.lowerBound else { return line }
    low = page.text.skipBlanks(from: low)
    return low < line.upperBound ? low..<line.upperBound : line
  }

  /// The last number of each style of item that goes through sentences.
  private struct Items {
    private var last = [Int?](repeating: nil, count: SequenceLabel.Style.count)
    private var touched: UInt16 = 0

    subscript(style: SequenceLabel.Style) -> Int? {
      get { last[style.rawValue] }
      set { last[style.rawValue] = newValue }
    }

    mutating func touch(_ style: SequenceLabel.Style) { touched |= 1 << UInt16(style.rawValue) }

    /// Forgets what no line since the last call has gone on with.
    mutating func keepTouched() {
      for style in last.indices where touched >> UInt16(style) & 1 == 0 { last[style] = nil }
      touched = 0
    }
  }

  /// Items inside a paragraph or at the head of short paragraphs: 一是 …；二是 …。 They begin where the
  /// line does, and behind a mark that ends a clause.
  private func inline(
    _ page: FormatPage, _ line: Range<Int>, _ last: inout Items, into jumps: inout [Finding]
  ) {
    var next = line.lowerBound
    if let label = SequenceLabel(page, at: next), label.style.isBracketed {
      last[label.style] = label.number
      next = label.range.upperBound
    } else {
      next = item(page, line, at: next, &last, into: &jumps)
    }
    for mark in page.marks(in: line) where page[mark].endsClause {
      if page[mark] != "、", mark + 1 >= next, mark + 1 < line.upperBound {
        next = item(page, line, at: mark + 1, &last, into: &jumps)
      }
      if page[mark + 1].isBlank, mark + 2 >= next, mark + 2 < line.upperBound {
        next = item(page, line, at: mark + 2, &last, into: &jumps)
      }
    }
  }

  /// Follows the item that may begin at a place; returns where the next one may begin.
  private func item(
    _ page: FormatPage, _ line: Range<Int>, at index: Int, _ last: inout Items,
    into jumps: inout [Finding]
  ) -> Int {
    guard let label = SequenceLabel(page, at: index),
      fits(label, page, lineStart: line.lowerBound)
    else { return index + 1 }
    if page.isQuoted(index) { return label.range.upperBound }
    let previous = last[label.style] ?? 0
    last.touch(label.style)
    if label.number == previous + 1 || label.number == 1 || previous == 0 {
      last[label.style] = label.number == 1 || previous > 0 ? label.number : 0
    } else {
      if label.number > previous + 1, label.number - previous <= 3 || label.number == previous {
        jumps.append(
          page.finding(
            StructureRules.jump, label.range,
            suggestion: label.text(page, number: previous + 1)))
      }
      last[label.style] = label.number
    }
    return label.range.upperBound
  }

  private func fits(_ label: SequenceLabel, _ page: FormatPage, lineStart: Int) -> Bool {
    switch label.style {
    case .isForm, .mustForm, .ordinal: true
    case .hanBracket, .arabicBracket, .circled: label.range.lowerBound > lineStart
    case .han, .arabic, .chapter: false
    }
  }

  /// `三、四级医院…` is a sentence, not a heading.
  private func isSentence(_ page: FormatPage, _ label: SequenceLabel) -> Bool {
    guard label.style == .han || label.style == .arabic else { return false }
    let next = page[label.range.upperBound]
    if page[label.range.upperBound - 1] == "、" {
      if next.hanDigit != nil || next == "十" {
        return page[label.range.upperBound + 1] == "、"
          || WordedUnits.stand(page, label.range.upperBound + 1)
      }
      return next.isDigit
    }
    return false
  }

  private func quoteRemainsOpen(_ page: FormatPage, _ line: Range<Int>, _ open: Bool) -> Bool {
    var isOpen = open
    for index in page.marks(in: line) {
      if page[index] == "“" { isOpen = true }
      if page[index] == "”" { isOpen = false }
    }
    // A quotation that opens in a paragraph of its own is over when the next does not repeat it.
    return isOpen && page[line.lowerBound] != "“"
  }
}

/// Units after which a Chinese numeral at the head of a line is a quantity.
enum WordedUnits {
  private static let units = WordSet(spaced: "级 号 期 批 年级 季度 等 类 层 楼 区 月 日 年 名 位 审 产业")
  static func stand(_ page: FormatPage, _ index: Int) -> Bool {
    units.stands(in: page.text, at: index)
  }
}
