/// Follows the numbers of levels and items through a page.
struct SequenceCheck: FormatCheck {
  let rules = [StructureRules.jump, StructureRules.level]

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    var ladder = Ladder()
    var inlineState: [SequenceLabel.Style: Int] = [:]
    var openQuote = false
    var jumps: [Finding] = []
    for line in page.paragraphs {
      if page.isInTable(line.lowerBound) { continue }
      if isArticle(page, line) { ladder.beginArticle() }
      let wasQuoted = openQuote
      openQuote = quoteRemainsOpen(page, line, openQuote)
      if wasQuoted { continue }
      if let label = SequenceLabel(page, at: line.lowerBound), label.style != .isForm,
        label.style != .ordinal, !isSentence(page, label)
      {
        ladder.step(label, page, into: &jumps, levels: &findings)
        inlineState.removeAll()
      }
      var touched: Set<SequenceLabel.Style> = []
      inline(page, line, &inlineState, &touched, into: &jumps)
      // Items go on only from one paragraph to the next.
      inlineState = inlineState.filter { touched.contains($0.key) }
    }
    Habit.append(jumps, limit: 3, into: &findings)
  }

  /// Items inside a paragraph or at the head of short paragraphs: 一是 …；二是 …。
  private func inline(
    _ page: FormatPage, _ line: Range<Int>, _ last: inout [SequenceLabel.Style: Int],
    _ touched: inout Set<SequenceLabel.Style>, into jumps: inout [Finding]
  ) {
    var index = line.lowerBound
    while index < line.upperBound {
      let isStart = index == line.lowerBound || startsItem(page, index)
      if isStart, let label = SequenceLabel(page, at: index),
        fits(label, page, lineStart: line.lowerBound)
      {
        if page.isQuoted(index) {
          index = label.range.upperBound
          continue
        }
        let previous = last[label.style] ?? 0
        touched.insert(label.style)
        if label.number == previous + 1 || label.number == 1 || previous == 0 {
          last[label.style] = label.number == 1 || previous > 0 ? label.number : 0
        } else {
          if label.number > previous + 1,
            label.number - previous <= 3
              || label.number == previous
          {
            jumps.append(
              page.finding(
                StructureRules.jump, label.range,
                suggestion: label.text(page, number: previous + 1)))
          }
          last[label.style] = label.number
        }
        index = label.range.upperBound
      } else {
        index += 1
      }
    }
  }

  /// 第十二条 …: the items under an article are numbered afresh.
  private func isArticle(_ page: FormatPage, _ line: Range<Int>) -> Bool {
    guard page[line.lowerBound] == "第" else { return false }
    for index in line.lowerBound + 1..<min(line.upperBound, line.lowerBound + 9) {
      if page[index] == "条" { return index > line.lowerBound + 1 }
      guard
        page[index].hanDigit != nil || page[index].isDigit || page[index] == "十"
          || page[index] == "百"
      else { return false }
    }
    return false
  }

  private func startsItem(_ page: FormatPage, _ index: Int) -> Bool {
    let before = page[index - 1]
    if before.isBlank { return page[index - 2].endsClause }
    return before.endsClause && before != "、"
  }

  private func fits(_ label: SequenceLabel, _ page: FormatPage, lineStart: Int) -> Bool {
    switch label.style {
    case .isForm, .ordinal: true
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
    for index in line {
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

/// The levels that are open, each with its last number.
struct Ladder {
  private var steps: [(style: SequenceLabel.Style, number: Int)] = []

  mutating func step(
    _ label: SequenceLabel, _ page: FormatPage, into jumps: inout [Finding],
    levels: inout [Finding]
  ) {
    if label.isSoft {
      guard let index = steps.lastIndex(where: { $0.style == label.style }),
        label.number == steps[index].number + 1
      else { return }
      steps.removeSubrange((index + 1)...)
      steps[index].number = label.number
      return
    }
    guard let index = steps.lastIndex(where: { $0.style == label.style }) else {
      if label.number == 1 { judgeLevel(label, page, into: &levels) }
      steps.append((label.style, label.number))
      return
    }
    steps.removeSubrange((index + 1)...)
    let last = steps[index].number
    if label.number != last + 1, label.number != 1 {
      let isForward = label.number > last + 1 && label.number - last <= 5
      let isTwice = label.number == last
      if isForward || isTwice {
        jumps.append(
          page.finding(
            StructureRules.jump, label.range, suggestion: label.text(page, number: last + 1)))
      }
    }
    steps[index].number = label.number
  }

  /// The items under a new article are numbered afresh.
  mutating func beginArticle() { steps.removeAll { $0.style != .chapter } }

  private func judgeLevel(
    _ label: SequenceLabel, _ page: FormatPage, into levels: inout [Finding]
  ) {
    guard let top = steps.last else { return }
    let isSkipped =
      top.style == .han && label.style == .arabicBracket
      || top.style == .hanBracket && label.style == .circled
    let isReversed =
      label.style < top.style && !steps.contains { $0.style <= label.style }
      && label.style != .chapter && top.style != .circled && top.style != .arabicBracket
    guard isSkipped || isReversed else { return }
    levels.append(page.finding(StructureRules.level, label.range))
  }
}
