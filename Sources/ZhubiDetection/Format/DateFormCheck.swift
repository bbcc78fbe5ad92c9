import ZhubiText

/// Looks at how dates are written: padding, Chinese numerals, dots, lost characters, short years.
struct DateFormCheck: FormatCheck {
  let rules = DateFormRules.all

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    let dates = WrittenDate.all(in: page)
    var padded: [Finding] = []
    for date in dates {
      let stands = standsAlone(date, page)
      if date.isPadded, !date.isISO, !date.isDotted, date.day != nil, date.isReal {
        let isField = isSystemField(date, page)
        if !isField {
          padded.append(
            page.correction(
              DateFormRules.zero, date.range, to: date.standard,
              severity: stands && isSignature(date, page) ? .warning : .info))
        }
      } else if date.isDotted, stands || isSigned(date, page), date.isReal,
        !page.isInTable(date.range.lowerBound)
      {
        findings.append(page.correction(DateFormRules.dots, date.range, to: date.standard))
      } else if date.isHan, stands || isSigned(date, page), date.day != nil, date.isReal,
        let year = date.year,
        (year, date.month) >= (2012, 7), !page.isQuoted(date.range.lowerBound)
      {
        findings.append(page.correction(DateFormRules.han, date.range, to: date.standard))
      }
    }
    Habit.append(padded, into: &findings)
    for run in page.numbers {
      broken(page, run, into: &findings)
      shortYear(page, run, into: &findings)
    }
  }

  /// The date fills its line, or ends a short line after blanks.
  private func standsAlone(_ date: WrittenDate, _ page: FormatPage) -> Bool {
    guard page.endsLine(date.range.upperBound) else { return false }
    return page.beginsLine(date.range.lowerBound)
  }

  /// `某县人民政府 2024.5.14` at the end of a line.
  private func isSigned(_ date: WrittenDate, _ page: FormatPage) -> Bool {
    page.endsLine(date.range.upperBound)
      && (page[date.range.lowerBound - 1].isBlank
        || page[date.range.lowerBound - 1] == "：")
      && page.line(containing: date.range.lowerBound).count <= 40
  }

  /// The date of a document stands under its issuer, or above the note on its release; a date alone
  /// in a list of links is the system's.
  private func isSignature(_ date: WrittenDate, _ page: FormatPage) -> Bool {
    if page.isFurniture(date.range.lowerBound) { return false }
    let number = page.text.line(containing: date.range.lowerBound)
    var above = number - 1
    while above >= 0, page.trimmed(page.lines[above]).isEmpty { above -= 1 }
    guard above >= 0 else { return true }
    let line = page.trimmed(page.lines[above])
    guard line.count <= 40 else { return false }
    return DateFormRules.issuers.endsBefore(line.upperBound, in: page.text, longest: 3)
      || "）)".unicodeScalars.contains(page[line.upperBound - 1])
  }

  /// A field of a system (`发布时间：2024年05月08日 10:12`), not a signature.
  private func isSystemField(_ date: WrittenDate, _ page: FormatPage) -> Bool {
    if page.isInTable(date.range.lowerBound) || page.isQuoted(date.range.lowerBound) {
      return true
    }
    let after = page.text.skipBlanks(from: date.range.upperBound)
    if page[after].isDigit, page[after + 1] == ":" || page[after + 2] == ":" { return true }
    var low = date.range.lowerBound
    while page[low - 1].isBlank || page[low - 1].isBreak && low > 0 { low -= 1 }
    return page[low - 1] == "：" || page[low - 1] == ":"
      ? DateFormRules.fields.endsBefore(low - 1, in: page.text) : false
  }

  /// `2024514日`, `2024年514日`, `20204年5月`.
  private func broken(_ page: FormatPage, _ run: Range<Int>, into findings: inout [Finding]) {
    let next = page[run.upperBound]
    let before = page[run.lowerBound - 1]
    guard before != "-", before != ".", before != "/", !before.isLatin, before != "第" else {
      return
    }
    var range: Range<Int>?
    var form: String?
    if next == "日", (6...8).contains(run.count), isYear(page, run.lowerBound) {
      range = run.lowerBound..<run.upperBound + 1
      form = lost(
        page, year: run.lowerBound..<run.lowerBound + 4, rest: run.lowerBound + 4..<run.upperBound)
    } else if next == "日", (3...4).contains(run.count), before == "年",
      page[run.lowerBound - 2].isDigit, isYear(page, run.lowerBound - 5)
    {
      range = run.lowerBound - 5..<run.upperBound + 1
      form = lost(page, year: run.lowerBound - 5..<run.lowerBound - 1, rest: run)
    } else if next == "月", (5...6).contains(run.count), isYear(page, run.lowerBound) {
      let day = DocumentNumber.digits(page, run.upperBound + 1)
      guard !day.isEmpty, page[day.upperBound] == "日" else { return }
      range = run.lowerBound..<day.upperBound + 1
    } else if next == "年", run.count == 5 || run.count == 3, page[run.lowerBound] == "2",
      page[run.lowerBound + 1] == "0"
    {
      let month = DocumentNumber.digits(page, run.upperBound + 1)
      guard (1...2).contains(month.count), page[month.upperBound] == "月" else { return }
      range = run.lowerBound..<month.upperBound + 1
    }
    guard let range else { return }
    findings.append(
      page.finding(DateFormRules.broken, range, confidence: .certain, suggestion: form))
  }

  private func isYear(_ page: FormatPage, _ place: Int) -> Bool {
    guard place >= 0, place + 4 <= page.count, (place..<place + 4).allSatisfy({ page[$0].isDigit })
    else { return false }
    return (1900...2099).contains(page.number(place..<place + 4) ?? 0)
  }

  /// The one date the digits can mean, or nil when they can mean two.
  private func lost(_ page: FormatPage, year: Range<Int>, rest: Range<Int>) -> String? {
    guard let year = page.number(year) else { return nil }
    var forms: [String] = []
    for width in 1...2 where (1...2).contains(rest.count - width) {
      let split = rest.lowerBound + width
      guard page[rest.lowerBound] != "0" || width == 2 else { continue }
      if let month = page.number(rest.lowerBound..<split),
        let day = page.number(split..<rest.upperBound),
        CalendarDate(year: year, month: month, day: day) != nil
      {
        forms.append("\(year)年\(month)月\(day)日")
      }
    }
    return forms.count == 1 ? forms[0] : nil
  }

  /// `98年`, `08年`: a year without its century.
  private func shortYear(_ page: FormatPage, _ run: Range<Int>, into findings: inout [Finding]) {
    guard run.count == 2, page[run.upperBound] == "年", let number = page.number(run) else { return }
    let place = run.lowerBound
    let before = page[place - 1]
    if before == "." || before == "-" || before == "—" || before == "～" || before == "~"
      || before == "、" || before == "第" || before == "/" || before.isLatin || before == ","
      || before == "至" && page[place - 2] != "截" || before == "("
    {
      return
    }
    if page.isQuoted(place) || page.isInTitle(place) { return }
    let after = run.upperBound + 1
    let month = DocumentNumber.digits(page, after)
    let isMonth =
      (1...2).contains(month.count) && page[month.upperBound] == "月"
      && (1...12).contains(page.number(month) ?? 0)
    let isSure: Bool
    if page[place] == "0" {
      isSure = !DateFormRules.lengthsOfZero.stands(in: page.text, at: after)
    } else if number >= 5, number <= 40,
      DateFormRules.parts.stands(in: page.text, at: after)
    {
      isSure = !DateFormRules.lengthVerbs.endsBefore(place, in: page.text)
    } else if isMonth {
      isSure = !DateFormRules.lengthVerbs.endsBefore(place, in: page.text)
    } else if number >= 80 {
      isSure =
        !DateFormRules.lengths.stands(in: page.text, at: after)
        && !DateFormRules.lengthVerbs.endsBefore(place, in: page.text)
        && page[after] != "的" && !DateFormRules.spans.endsBefore(place, in: page.text)
    } else {
      isSure = false
    }
    guard isSure else { return }
    let full = (number <= 40 ? "20" : "19") + page.text.string(run) + "年"
    findings.append(
      page.correction(
        DateFormRules.shortYear, place..<after, to: full, confidence: .likely))
  }
}
