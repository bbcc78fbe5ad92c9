/// Looks for a hyphen where a range of numbers, times or dates takes a dash.
struct RangeDashCheck: FormatCheck {
  static let rule = Rule(
    "format.range-dash",
    title: Message("起止之间用“—”或“～”，不用短横", "a range takes — or ～, not a hyphen"),
    severity: .info, basis: "GB/T 15834-2011 4.13.3",
    explanation: Message(
      "时间、数值的起止用一字线“—”或浪纹线“～”。电话、编号、型号和ISO日期不在此列。",
      "Ranges of times and figures take — or ～; telephone numbers, codes and ISO dates keep the hyphen."
    ),
    fires: ["办公时间⟦9:00-17:00⟧", "⟦2021-2025年⟧规划", "每组⟦5-8人⟧", "⟦5月1日-5月8日⟧", "⟦周一-周五⟧"],
    staysQuiet: ["电话0578-7262336", "2024-05-14", "型号GB-2312", "2021—2025年", "编号A-12-3号"])
  let rules = [rule]

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    var found: [Finding] = []
    for place in page.marks where page[place] == "-" || page[place] == "－" || page[place] == "–" {
      if page.isInTable(place) { continue }
      if let week = weekdays(page, place) {
        found.append(week)
        continue
      }
      var from = place
      while page[from - 1] == "-" { from -= 1 }
      let left = left(page, page[from - 1].isBlank ? from - 1 : from)
      let next = page.text.skipBlanks(from: place + 1)
      guard let left, next - place <= 2, let right = right(page, next),
        page[right.upperBound] != "-"
      else { continue }
      let leftEnd = page[from - 1].isBlank ? from - 1 : from
      guard fits(page, left, right, sameWidth: leftEnd) else { continue }
      let range = left.lowerBound..<right.upperBound
      if found.last.map({ page.text.bytes(range).lowerBound < $0.range.upperBound }) == true {
        continue
      }
      let form =
        page.text.string(left.lowerBound..<leftEnd) + "—"
        + page.text.string(next..<right.upperBound)
      found.append(page.correction(Self.rule, range, to: form, confidence: .likely))
    }
    Habit.append(found, into: &findings)
  }

  /// `周一-周五`.
  private func weekdays(_ page: FormatPage, _ place: Int) -> Finding? {
    func isDay(_ index: Int) -> Bool {
      page[index] == "周" && "一二三四五六日".unicodeScalars.contains(page[index + 1])
    }
    guard isDay(place - 2), isDay(place + 1), page[place] == "-" else { return nil }
    return page.correction(
      Self.rule, place - 2..<place + 3,
      to: page.text.string(place - 2..<place) + "—" + page.text.string(place + 1..<place + 3),
      confidence: .likely)
  }

  /// A number, time or date that ends at the place.
  private func left(_ page: FormatPage, _ end: Int) -> Range<Int>? {
    var low = end
    while end - low < 12,
      page[low - 1].isDigit || ":：.年月日时点分%℃".unicodeScalars.contains(page[low - 1])
    {
      low -= 1
    }
    while low < end, !page[low].isDigit { low += 1 }
    let before = page[low - 1]
    guard low < end, !before.isLatin, before != "-", before != "/", before != "第", before != "_"
    else { return nil }
    return low..<end
  }

  /// A number, time or date that begins at the place, with its unit.
  private func right(_ page: FormatPage, _ start: Int) -> Range<Int>? {
    guard page[start].isDigit else { return nil }
    var high = start
    while high - start < 14,
      page[high].isDigit || ":：.".unicodeScalars.contains(page[high])
        || "年月日时点分".unicodeScalars.contains(page[high])
    {
      high += 1
    }
    while page[high - 1] == "." || page[high - 1] == ":" || page[high - 1] == "：" { high -= 1 }
    if let unit = Self.units.length(in: page.text, at: high) { high += unit }
    return start..<high
  }

  private func fits(
    _ page: FormatPage, _ left: Range<Int>, _ right: Range<Int>, sameWidth leftEnd: Int
  ) -> Bool {
    let hasUnit = !page[right.upperBound - 1].isDigit
    let isTime =
      right.contains { page[$0] == ":" || page[$0] == "：" }
      && left.contains { page[$0] == ":" || page[$0] == "：" }
    guard hasUnit || isTime else { return false }
    // Long runs of digits are codes and telephone numbers.
    var run = 0
    for index in left.lowerBound..<right.upperBound {
      run = page[index].isDigit ? run + 1 : 0
      if run > 4 { return false }
    }
    if page[left.lowerBound] == "0", page[left.lowerBound + 1].isDigit, !isTime { return false }
    return true
  }

  private static let units = WordSet(
    spaced:
      "% ％ ℃ 人 个 名 天 个月 岁 元 万元 亿元 万 亿 周 小时 分钟 公里 米 厘米 毫米 千克 公斤 吨 倍 次 件 家 户 级 度 亩 公顷 页 班 年级 层 楼 条 项 种 平方米 篇 点 kg km cm mm m"
  )
}
