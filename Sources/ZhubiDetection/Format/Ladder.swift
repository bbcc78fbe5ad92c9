/// The levels that are open, each with its last number.
struct Ladder {
  private var steps: [(style: SequenceLabel.Style, number: Int)] = []
  /// Lists whose first item is missing: a text that has them is an excerpt or has lost its lines.
  private(set) var lateStarts = 0

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
      if label.number == 1 {
        judgeLevel(label, page, into: &levels)
      } else {
        lateStarts += 1
      }
      steps.append((label.style, label.number))
      return
    }
    steps.removeSubrange((index + 1)...)
    let last = steps[index].number
    if label.number != last + 1, label.number != 1 {
      let isForward = label.number > last + 1 && label.number - last <= 5
      let isTwice = label.number == last
      if label.number < last { lateStarts += 1 }
      if isForward || isTwice {
        jumps.append(
          page.finding(
            StructureRules.jump, label.range, suggestion: label.text(page, number: last + 1)))
      }
    }
    steps[index].number = label.number
  }

  /// The items that went on inside a line.
  mutating func advance(_ style: SequenceLabel.Style, to number: Int) {
    guard let index = steps.lastIndex(where: { $0.style == style }), steps[index].number < number
    else { return }
    steps[index].number = number
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

/// The articles of a statute or of rules: 第一条, 第二条 …
struct ArticleLadder {
  private var last = 0
  /// How often articles are left out.
  private(set) var gaps = 0

  /// `第十二条` at the head of a line, with its number; nil else.
  static func label(_ page: FormatPage, _ line: Range<Int>) -> (number: Int, range: Range<Int>)? {
    guard page[line.lowerBound] == "第" else { return nil }
    for index in line.lowerBound + 1..<min(line.upperBound, line.lowerBound + 9) {
      if page[index] == "条" {
        let numeral = line.lowerBound + 1..<index
        // 第十二条之一 and 第十二条第二款 stand beside their article.
        guard !numeral.isEmpty, page[index + 1] != "之", page[index + 1] != "第" else { return nil }
        let number = page[numeral.lowerBound].isDigit ? page.number(numeral) : value(page, numeral)
        return number.map { ($0, line.lowerBound..<index + 1) }
      }
      guard
        page[index].hanDigit != nil || page[index].isDigit || page[index] == "十"
          || page[index] == "百"
      else { return nil }
    }
    return nil
  }

  mutating func step(
    _ article: (number: Int, range: Range<Int>), _ page: FormatPage, into jumps: inout [Finding]
  ) {
    if last > 0, article.number > last + 1 {
      gaps += 1
      if article.number - last <= 5 {
        jumps.append(
          page.finding(
            StructureRules.jump, article.range, severity: .info,
            suggestion:
              "第\(page[article.range.lowerBound + 1].isDigit ? String(last + 1) : SequenceLabel.numeral(last + 1))条"
          ))
      }
    }
    last = article.number
  }

  /// 一 … 九百九十九.
  private static func value(_ page: FormatPage, _ range: Range<Int>) -> Int? {
    guard let hundred = range.first(where: { page[$0] == "百" }) else {
      return WrittenDate.value(page, range)
    }
    guard let head = WrittenDate.value(page, range.lowerBound..<hundred), head > 0,
      let tail = WrittenDate.value(page, hundred + 1..<range.upperBound)
    else { return nil }
    return head * 100 + tail
  }
}
