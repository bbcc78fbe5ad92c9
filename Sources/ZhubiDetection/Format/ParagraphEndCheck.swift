/// Looks at the ends of paragraphs, at empty sections and at lists whose items run together.
struct ParagraphEndCheck: FormatCheck {
  let rules = [RepetitionRules.stop, RepetitionRules.section, RepetitionRules.separator]

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    stops(page, into: &findings)
    sections(page, into: &findings)
    lists(page, into: &findings)
  }

  /// A paragraph with full stops inside and none at its end.
  private func stops(_ page: FormatPage, into findings: inout [Finding]) {
    var found: [Finding] = []
    for (index, line) in page.paragraphs.enumerated() where line.count >= 40 {
      let last = page[line.upperBound - 1]
      guard last.isHan, !page.isInTable(line.lowerBound) else { continue }
      guard let stop = line.last(where: { page[$0] == "。" }), line.upperBound - stop >= 8 else {
        continue
      }
      // A paragraph cut by the next line, or a byline behind the last sentence.
      if index + 1 < page.paragraphs.count,
        !startsAfresh(page, page.paragraphs[index + 1])
      {
        continue
      }
      guard (stop..<line.upperBound).contains(where: { page[$0] == "，" || page[$0] == "," }) else {
        continue
      }
      found.append(
        page.finding(
          RepetitionRules.stop, line.upperBound - 1..<line.upperBound, confidence: .likely,
          suggestion: String(Character(last)) + "。"))
    }
    Habit.append(found, into: &findings)
  }

  private func startsAfresh(_ page: FormatPage, _ line: Range<Int>) -> Bool {
    if SequenceLabel(page, at: line.lowerBound) != nil { return true }
    return (line.lowerBound..<min(line.upperBound, line.lowerBound + 8)).contains {
      page[$0] == "：" || page[$0] == ":"
    }
  }

  /// A heading of the annual report directly followed by the next heading.
  private func sections(_ page: FormatPage, into findings: inout [Finding]) {
    let isReport = page.paragraphs.prefix(12).contains { line in
      line.count < 4000 && Self.report.first(in: page.text, line) != nil
    }
    guard isReport else { return }
    for (index, line) in page.paragraphs.enumerated() where index + 1 < page.paragraphs.count {
      guard let heading = trailingHeading(page, line) else { continue }
      let next = page.paragraphs[index + 1]
      guard let label = SequenceLabel(page, at: next.lowerBound), label.style == .han,
        let own = SequenceLabel(page, at: heading.lowerBound), label.number == own.number + 1
      else { continue }
      findings.append(page.finding(RepetitionRules.section, heading))
    }
  }

  /// `二、主动公开政府信息情况` at the end of a line.
  private func trailingHeading(_ page: FormatPage, _ line: Range<Int>) -> Range<Int>? {
    var low = line.upperBound
    while low > line.lowerBound, line.upperBound - low < 40, !page[low - 1].isBlank { low -= 1 }
    guard let label = SequenceLabel(page, at: low), label.style == .han,
      (2...4).contains(label.number),
      Self.sectionNames.first(in: page.text, low..<line.upperBound) != nil,
      !(low..<line.upperBound).contains(where: { page[$0] == "。" || page[$0] == "，" })
    else { return nil }
    return low..<line.upperBound
  }

  /// `责任单位：区直各部门星海镇、各街道` beside `区直各部门、星海镇`.
  private func lists(_ page: FormatPage, into findings: inout [Finding]) {
    var items: [(text: String, range: Range<Int>)] = []
    for line in page.paragraphs where line.count < 300 {
      guard let label = Self.listLabels.length(in: page.text, at: line.lowerBound),
        page[line.lowerBound + label] == "：" || page[line.lowerBound + label] == ":"
      else { continue }
      var start = line.lowerBound + label + 1
      for index in start...line.upperBound
      where index == line.upperBound || "、，,；;。".unicodeScalars.contains(page[index]) {
        let range = page.trimmed(start..<index)
        if !range.isEmpty, range.count <= 40 { items.append((page.text.string(range), range)) }
        start = min(index + 1, line.upperBound)
      }
    }
    guard items.count > 3 else { return }
    let names = Set(items.map(\.text).filter { $0.unicodeScalars.count >= 3 })
    for item in items where item.range.count >= 6 {
      let text = Array(item.text.unicodeScalars)
      for cut in 3...max(3, text.count - 3) where cut + 3 <= text.count {
        func string(_ part: ArraySlice<Unicode.Scalar>) -> String {
          String(String.UnicodeScalarView(part))
        }
        let left = string(text[..<cut])
        let right = string(text[cut...])
        let isRightKnown =
          names.contains(right) || names.contains { $0.count >= 4 && right.hasPrefix($0) }
          || Self.wholes.endsBefore(item.range.lowerBound + cut, in: page.text)
            && "省市区县州".unicodeScalars.contains(text[cut])
        guard names.contains(left), left != item.text, isRightKnown else { continue }
        findings.append(
          page.finding(
            RepetitionRules.separator, item.range, confidence: .likely,
            suggestion: "\(left)、\(right)"))
        break
      }
    }
  }

  private static let report: WordSet = ["年度报告", "年度報告"]
  private static let sectionNames = WordSet(
    spaced:
      "主动公开政府信息情况 收到和处理政府信息公开申请情况 行政复议、行政诉讼情况 行政诉讼情况 主動公開政府信息情況 收到和處理政府信息公開申請情況 行政復議、提起行政訴訟情況 行政訴訟情況"
  )
  private static let listLabels = WordSet(
    spaced: "责任单位 牵头单位 配合单位 责任部门 牵头部门 配合部门 参加单位 参与单位 主办单位 协办单位")
  private static let wholes: WordSet = ["部门", "单位"]
}
