/// Looks at the form of document numbers, one by one.
struct DocumentNumberCheck: FormatCheck {
  let rules = DocumentNumberRules.all

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    var coveredTo = 0
    for place in page.marks where place >= coveredTo {
      if let number = DocumentNumber(page, at: place) {
        judge(number, page, into: &findings)
        coveredTo = number.range.upperBound
      } else if page[place] == "〔" {
        if let end = unclosed(page, place, into: &findings) { coveredTo = end }
      } else if page[place] == "〕" {
        unopened(page, place, into: &findings)
      }
    }
    for run in page.numbers { bare(page, run, into: &findings) }
  }

  private func judge(
    _ number: DocumentNumber, _ page: FormatPage, into findings: inout [Finding]
  ) {
    let isRightPair = number.open == "〔" && number.close == "〕"
    guard number.hasEnd else {
      if isRightPair { missingEnd(number, page, into: &findings) }
      return
    }
    guard !isCertificate(number, page) else { return }
    let form = number.rightForm(page)
    func report(_ rule: Rule, severity: Severity? = nil) {
      findings.append(page.correction(rule, number.range, to: form, severity: severity))
    }
    if number.year.count == 3 || number.year.count == 5 {
      if isRightPair {
        findings.append(page.finding(DocumentNumberRules.broken, number.range))
      }
      return
    }
    let isShortYear = number.year.count == 2
    if isShortYear, !isRightPair, !hasCode(page, before: number.range.lowerBound) { return }
    if !isShortYear, !(1949...2099).contains(page.number(number.year) ?? 0) { return }
    if !isRightPair { report(DocumentNumberRules.bracket) }
    if page[number.number.lowerBound] == "0" { report(DocumentNumberRules.zero) }
    if number.hasOrdinal {
      let isAnnouncement = Self.announcements.endsBefore(number.range.lowerBound, in: page.text)
      report(DocumentNumberRules.ordinal, severity: isAnnouncement ? .info : nil)
    }
    if isShortYear || number.hasYearWord { report(DocumentNumberRules.year) }
  }

  /// `〔2021〕7` without 号, unless a list of numbers, an issue or a placeholder follows.
  private func missingEnd(
    _ number: DocumentNumber, _ page: FormatPage, into findings: inout [Finding]
  ) {
    var next = number.range.upperBound
    let limit = next + 40
    while next < limit, page[next].isDigit || Self.listMarks.contains(page[next]) { next += 1 }
    if page[next] == "号" || Self.otherEnds.contains(page[next]) { return }
    findings.append(
      page.finding(
        DocumentNumberRules.broken, number.range, confidence: .certain,
        suggestion: number.rightForm(page)))
  }

  /// `〔202417`: no closing bracket.
  private func unclosed(
    _ page: FormatPage, _ place: Int, into findings: inout [Finding]
  ) -> Int? {
    let run = DocumentNumber.digits(page, page.text.skipBlanks(from: place + 1))
    guard run.count >= 4, run.count <= 9 else { return nil }
    guard let year = page.number(run.lowerBound..<run.lowerBound + 4),
      (1949...2099).contains(year)
    else { return nil }
    var end = run.upperBound
    var number = run.lowerBound + 4..<run.upperBound
    let after = page.text.skipBlanks(from: end)
    if page[after].isDigit, after > end {
      number = DocumentNumber.digits(page, after)
      end = number.upperBound
    }
    let close = page[page.text.skipBlanks(from: end)]
    if DocumentNumber.closers.contains(close) || close == "年" { return nil }
    if page[page.text.skipBlanks(from: end)] == "号" { end = page.text.skipBlanks(from: end) + 1 }
    let form = number.isEmpty ? nil : "〔\(year)〕\(page.text.string(number))号"
    findings.append(
      page.finding(
        DocumentNumberRules.broken, place..<end, confidence: .certain, suggestion: form))
    return end
  }

  /// `2021〕7号`: no opening bracket.
  private func unopened(_ page: FormatPage, _ place: Int, into findings: inout [Finding]) {
    var low = place
    while page[low - 1].isDigit { low -= 1 }
    guard place - low == 4, !DocumentNumber.openers.contains(page[low - 1]) else { return }
    let number = DocumentNumber.digits(page, place + 1)
    guard !number.isEmpty else { return }
    let hasEnd = page[number.upperBound] == "号"
    findings.append(
      page.finding(
        DocumentNumberRules.broken, low..<number.upperBound + (hasEnd ? 1 : 0),
        confidence: .certain,
        suggestion: "〔\(page.text.string(low..<place))〕\(page.text.string(number))号"))
  }

  /// `政办发202417号`: no brackets at all.
  private func bare(_ page: FormatPage, _ run: Range<Int>, into findings: inout [Finding]) {
    guard Self.codes.endsBefore(run.lowerBound, in: page.text), run.count >= 4,
      let year = page.number(run.lowerBound..<run.lowerBound + 4), (1990...2099).contains(year)
    else { return }
    var number = run.lowerBound + 4..<run.upperBound
    if number.isEmpty {
      guard page[run.upperBound].isBlank else { return }
      number = DocumentNumber.digits(page, run.upperBound + 1)
    }
    guard (1...4).contains(number.count), page[number.upperBound] == "号" else { return }
    findings.append(
      page.finding(
        DocumentNumberRules.broken, run.lowerBound..<number.upperBound + 1,
        suggestion: "〔\(year)〕\(page.text.string(number))号"))
  }

  private func isCertificate(_ number: DocumentNumber, _ page: FormatPage) -> Bool {
    if number.number.count >= 5 { return true }
    let start = number.range.lowerBound
    return Self.certificates.first(in: page.text, max(0, start - 8)..<start) != nil
  }

  private func hasCode(_ page: FormatPage, before place: Int) -> Bool {
    "发函办字规通呈任人纪告令政".unicodeScalars.contains(page[place - 1])
  }

  private static let announcements: WordSet = ["公告", "通告", "令"]
  private static let certificates: WordSet = ["证", "国用", "集用", "仲", "权字", "专利", "合同"]
  private static let listMarks: UnitSet = [
    "、", "，", ",", "-", "—", "－", "～", "~", "至", "和", "及", "与", " ",
  ]
  private static let otherEnds: UnitSet = [
    "期", "卷", "辑", "X", "x", "×", "*", "_", "年", "次", "批", "第", "〔", "[", "（", "(",
  ]
  private static let codes: WordSet = [
    "政发", "办发", "政办发", "政函", "办函", "政办函", "党发", "委发", "府发", "规发", "党办发", "府办", "办字",
    "政字",
  ]
}
