import ZhubiText

/// Looks at what dates say: impossible days, periods that run backwards, wrong weekdays.
struct DateLogicCheck: FormatCheck {
  let rules = DateLogicRules.all

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    let dates = WrittenDate.all(in: page)
    for (index, date) in dates.enumerated() {
      if !date.isReal {
        invalid(date, page, into: &findings)
        continue
      }
      lastDay(date, page, into: &findings)
      weekday(date, page, into: &findings)
      if index + 1 < dates.count, dates[index + 1].isReal {
        period(from: date, to: dates[index + 1], page, into: &findings)
      }
    }
    years(page, into: &findings)
  }

  private func invalid(
    _ date: WrittenDate, _ page: FormatPage, into findings: inout [Finding]
  ) {
    let start = date.range.lowerBound
    if date.isDotted || page[start - 1].isDigit { return }
    if date.year == nil, date.day == nil { return }
    if Self.lunar.first(in: page.text, max(0, start - 8)..<start) != nil { return }
    if page.isQuoted(start), date.isHan { return }
    findings.append(
      page.finding(
        DateLogicRules.invalid, date.range, severity: date.isISO ? .error : nil,
        confidence: .certain))
  }

  /// `2月28日至30日`: the last day has no month of its own.
  private func lastDay(
    _ date: WrittenDate, _ page: FormatPage, into findings: inout [Finding]
  ) {
    guard let day = date.day, !date.isISO, !date.isDotted, !date.isHan else { return }
    var next = page.text.skipBlanks(from: date.range.upperBound)
    guard Self.connectors.contains(page[next]) else { return }
    while Self.connectors.contains(page[next]) { next += 1 }
    let run = DocumentNumber.digits(page, page.text.skipBlanks(from: next))
    guard (1...2).contains(run.count), page[run.upperBound] == "日" || page[run.upperBound] == "号",
      page[run.upperBound + 1] != "、", let last = page.number(run)
    else { return }
    let range = date.range.lowerBound..<run.upperBound + 1
    var end = date
    end.day = last
    if !end.isReal {
      findings.append(page.finding(DateLogicRules.invalid, range, confidence: .certain))
    } else if last < day {
      findings.append(page.finding(DateLogicRules.order, range))
    }
  }

  private func weekday(
    _ date: WrittenDate, _ page: FormatPage, into findings: inout [Finding]
  ) {
    guard let day = date.date, !page.isQuoted(date.range.lowerBound) else { return }
    var next = page.text.skipBlanks(from: date.range.upperBound)
    let isBracketed = page[next] == "（" || page[next] == "("
    if isBracketed { next = page.text.skipBlanks(from: next + 1) }
    if page[next] == "，", page.text.has("星期", at: next + 1) { next += 1 }
    if Self.lunar.stands(in: page.text, at: next) { return }
    let name: String
    switch (page[next], page[next + 1]) {
    case ("星", "期"), ("礼", "拜"):
      name = page.text.string(next..<next + 2)
      next += 2
    case ("周", _):
      name = "周"
      next += 1
    default: return
    }
    let written: Int
    switch page[next] {
    case "一", "二", "三", "四", "五", "六": written = page[next].hanDigit ?? 0
    case "日", "天": written = 7
    case "末": return
    default: return
    }
    if name == "周", !isBracketed, page[next + 1].isHan, page[next + 1] != "上",
      page[next + 1] != "下"
    {
      return
    }
    guard written != day.weekday else { return }
    let right = name + ["一", "二", "三", "四", "五", "六", "日"][day.weekday - 1]
    var end = next + 1
    if isBracketed, page[end] == "）" || page[end] == ")" { end += 1 }
    findings.append(
      page.finding(
        DateLogicRules.weekday, date.range.lowerBound..<end, confidence: .certain,
        message: Message(
          "日期与星期不符：\(date.standard)是\(right)",
          "the weekday does not fit: \(day) is weekday \(day.weekday)"),
        suggestion: right))
  }

  /// `2024年5月10日至5月1日`.
  private func period(
    from first: WrittenDate, to second: WrittenDate, _ page: FormatPage,
    into findings: inout [Finding]
  ) {
    let gap = first.range.upperBound..<second.range.lowerBound
    guard gap.count >= 1, gap.count <= 16, !gap.contains(where: { page[$0] == "\t" }),
      (first.day == nil) == (second.day == nil)
    else { return }
    var hasConnector = false
    for index in gap {
      let scalar = page[index]
      if Self.connectors.contains(scalar) {
        hasConnector = true
      } else if !Self.fillers.contains(scalar), !scalar.isDigit, !scalar.isBlank {
        return
      }
    }
    guard hasConnector else { return }
    let range = first.range.lowerBound..<second.range.upperBound
    if page.isQuoted(range.lowerBound), first.isHan { return }
    switch (first.year, second.year) {
    case (let y1?, let y2?):
      if (y2, second.month, second.day ?? 1) < (y1, first.month, first.day ?? 1) {
        findings.append(page.finding(DateLogicRules.order, range, confidence: .certain))
      }
    case (_?, nil), (nil, nil):
      guard (second.month, second.day ?? 1) < (first.month, first.day ?? 1) else { return }
      // Across the turn of the year the second year may go without saying.
      if first.month >= 9, second.month <= 5 { return }
      if first.year == nil, second.month != first.month { return }
      findings.append(page.finding(DateLogicRules.order, range))
    case (nil, _?): return
    }
  }

  /// `2025—2021年`.
  private func years(_ page: FormatPage, into findings: inout [Finding]) {
    guard page.numbers.count > 1 else { return }
    for index in 0..<page.numbers.count - 1 {
      let first = page.numbers[index]
      let second = page.numbers[index + 1]
      guard first.count == 4, second.count == 4, page[second.upperBound] == "年" else { continue }
      var gap = first.upperBound..<second.lowerBound
      let before = page[first.lowerBound - 1]
      if before == "-" || before == "." || before.isLatin || before == "/" { continue }
      if page[gap.lowerBound] == "年" { gap = gap.lowerBound + 1..<gap.upperBound }
      guard (1...3).contains(gap.count), gap.allSatisfy({ Self.connectors.contains(page[$0]) }),
        let y1 = page.number(first), let y2 = page.number(second), (1900...2099).contains(y1),
        (1900...2099).contains(y2), y2 < y1, !page[second.upperBound + 1].isDigit
      else { continue }
      findings.append(
        page.finding(DateLogicRules.order, first.lowerBound..<second.upperBound + 1))
    }
  }

  private static let lunar: WordSet = ["农历", "阴历", "旧历", "腊月", "夏历", "藏历"]
  private static let connectors: UnitSet = ["至", "到", "—", "–", "-", "－", "～", "~"]
  private static let fillers: UnitSet = UnitSet(
    "起始开上下午时点分整星期周一二三四五六日止（）():：每天".unicodeScalars)
}
