/// Looks for spaces between Chinese characters in running text.
struct SpaceCheck: FormatCheck {
  static let rule = Rule(
    "format.space-cjk",
    title: Message("汉字之间有多余空格", "a space between Chinese characters"),
    severity: .info, basis: "版面惯例",
    explanation: Message(
      "行文中汉字之间、年月日与数字之间不空格。表格、落款、姓名和标题的对齐不在此列。",
      "Running text has no space between characters, nor between a figure and 年月日."),
    fires: ["政府⟦ ⟧信息公开", "2024⟦ ⟧年，全区持续推进政务公开工作。"],
    staysQuiet: [
      "凝聚民族复兴力量 书写时代新篇", "政府信息公开", "协 调 委 员 会", "第一条 为了规范", "王 强", "使用 Swift 编写", "一、 总体要求",
    ])
  let rules = [rule]

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    var found: [Finding] = []
    for line in page.paragraphs where line.count >= 5 && !page.isInTable(line.lowerBound) {
      // A tab stands between fields, not between characters.
      if page.text.scalars[line].contains("\t") { continue }
      var gaps: [Range<Int>] = []
      var index = line.lowerBound
      while index < line.upperBound {
        guard page[index].isBlank else {
          index += 1
          continue
        }
        let end = page.text.skipBlanks(from: index)
        if isGap(page, index..<end, line) { gaps.append(index..<end) }
        index = end
      }
      // Spaced-out titles, names side by side, fields in a row: a layout, not a slip.
      if gaps.isEmpty || gaps.count * 6 > line.count && gaps.count > 1 { continue }
      if gaps.contains(where: { $0.count > 2 }) { continue }
      found += gaps.map { page.correction(Self.rule, $0, to: "", confidence: .possible) }
    }
    Habit.append(found, into: &findings)
  }

  /// Headlines set their two halves apart by a space.
  private func separatesHeadlines(_ page: FormatPage, _ gap: Range<Int>) -> Bool {
    var low = gap.lowerBound
    while page[low - 1].isHan, gap.lowerBound - low < 5 { low -= 1 }
    var high = gap.upperBound
    while page[high].isHan, high - gap.upperBound < 5 { high += 1 }
    return gap.lowerBound - low >= 5 && high - gap.upperBound >= 5
  }

  private func isGap(_ page: FormatPage, _ gap: Range<Int>, _ line: Range<Int>) -> Bool {
    let left = page[gap.lowerBound - 1]
    let right = page[gap.upperBound]
    if left.isDigit, gap.lowerBound - line.lowerBound >= 1 {
      return right == "年" && gap.count == 1 || right == "月" || right == "日"
    }
    guard left.isHan, right.isHan, left != "日" else { return false }
    if separatesHeadlines(page, gap) { return false }
    // Labels end with a space: 第一条 …, 图1 …, 附件 ….
    if page[line.lowerBound] == "第", gap.lowerBound - line.lowerBound <= 10 { return false }
    if left == "一" || left == "款" || left == "条" || left == "章" || left == "节" { return false }
    let before = gap.lowerBound - line.lowerBound
    return !(before <= 1 && line.count <= 4)
  }
}
