import ZhubiText

/// Compares what the page says of itself in its fields with what the text says.
struct MetadataCheck: FormatCheck {
  static let number = Rule(
    "format.doc-no-inconsistent",
    title: Message("文号或年份前后不一", "the number or year differs between field and text"),
    severity: .warning, basis: "文内一致性；GB/T 9704-2012 7.2.5",
    explanation: Message(
      "页面“文号”字段与正文的发文字号不同，或题名书名号内的年份与文件标题的年份不同。转发文可有两个文号。",
      "The field and the text give different numbers, or the cited title and the heading different years."
    ),
    fires: [
      "文号：某政办发〔2024〕17号\n⟦某政办发〔2024〕71号⟧\n各镇人民政府：",
      "关于印发《某区2024年政务公开工作要点》的通知\n各部门：\n⟦某区2023年政务公开工作要点⟧",
    ],
    staysQuiet: [
      "文号：某政办发〔2024〕17号\n某政办发〔2024〕17号\n各镇人民政府：",
      "文号：某政办发〔2024〕17号\n某政办发〔2024〕17号\n按照（某政办发〔2023〕2号）要求",
    ])

  let rules = [number]

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    guard page.context.part.kind == .body else { return }
    numbers(page, into: &findings)
    years(page, into: &findings)
  }

  private struct Full: Hashable {
    var code: String
    var form: String
  }

  private func numbers(_ page: FormatPage, into findings: inout [Finding]) {
    var fields: Set<Full> = []
    let known = page.context.document.metadata.others.first {
      $0.name.contains("文号") || $0.name.lowercased() == "documentnumber"
    }
    if let known = known?.value {
      let scalars = Array(known.unicodeScalars)
      if let open = scalars.firstIndex(where: { DocumentNumber.openers.contains($0) }) {
        fields.insert(
          Full(
            code: String(String.UnicodeScalarView(scalars[..<open])),
            form: String(String.UnicodeScalarView(scalars[open...]))))
      }
    }
    var standing: [(full: Full, range: Range<Int>)] = []
    let limit = page.paragraphs.count > 60 ? page.paragraphs[60].lowerBound : page.count
    for place in page.marks {
      guard place < limit else { break }
      guard let number = DocumentNumber(page, at: place), number.hasEnd else { continue }
      let code = DocumentNumber.code(page, before: place)
      guard !code.isEmpty else { continue }
      var low = code.lowerBound
      while page[low - 1].isBlank || page[low - 1] == "：" || page[low - 1] == ":"
        || page[low - 1] == "|"
      {
        low -= 1
      }
      let full = Full(code: page.text.string(code), form: number.rightForm(page))
      if low < code.lowerBound, isLabel(page, endingAt: low) {
        fields.insert(full)
      } else if page.beginsLine(code.lowerBound), page.endsLine(number.range.upperBound) {
        standing.append((full, code.lowerBound..<number.range.upperBound))
      }
    }
    guard !fields.isEmpty, let first = standing.first,
      !standing.contains(where: { fields.contains($0.full) })
    else { return }
    let named = fields.map { $0.code + $0.form }.sorted().joined(separator: "、")
    findings.append(
      page.finding(
        Self.number, first.range,
        message: Message("正文文号与页面文号字段（\(named)）不一致", "the field says \(named)")))
  }

  /// 文号, blanks between its characters or not.
  private func isLabel(_ page: FormatPage, endingAt end: Int) -> Bool {
    if Self.labels.endsBefore(end, in: page.text, longest: 5) { return true }
    var low = end - 1
    guard page[low] == "号", page[low - 1].isBlank else { return false }
    low -= 1
    while page[low].isBlank, end - low < 8 { low -= 1 }
    return page[low] == "文"
  }

  /// 《某区2024年工作要点》 in the title, 某区2023年工作要点 as heading.
  private func years(_ page: FormatPage, into findings: inout [Finding]) {
    var cited: [String: String] = [:]
    for line in page.paragraphs.prefix(12) where line.count < 120 {
      guard let open = line.first(where: { page[$0] == "《" }),
        let close = line.last(where: { page[$0] == "》" }), close > open + 8,
        let year = year(page, open + 1..<close)
      else { continue }
      cited[skeleton(page, open + 1..<close, without: year)] = page.text.string(year)
    }
    guard !cited.isEmpty else { return }
    for line in page.paragraphs where line.count >= 8 && line.count < 80 {
      guard let year = year(page, line),
        let named = cited[skeleton(page, line, without: year)], named != page.text.string(year)
      else { continue }
      findings.append(
        page.finding(
          Self.number, line,
          message: Message("题名中的年份为\(named)年，此处不同", "the title says \(named)")))
    }
  }

  private func year(_ page: FormatPage, _ range: Range<Int>) -> Range<Int>? {
    guard let start = range.first(where: { page[$0].isDigit }) else { return nil }
    let run = DocumentNumber.digits(page, start)
    return run.count == 4 && page[run.upperBound] == "年" ? run : nil
  }

  private func skeleton(_ page: FormatPage, _ range: Range<Int>, without year: Range<Int>) -> String
  {
    page.text.string(range.lowerBound..<year.lowerBound) + "#"
      + page.text.string(year.upperBound..<range.upperBound)
  }

  private static let labels: WordSet = ["文号", "发文字号", "文件编号", "文件字号", "文件号"]
}
