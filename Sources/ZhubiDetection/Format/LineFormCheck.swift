/// Looks at the ends of titles and at the labels of levels.
struct LineFormCheck: FormatCheck {
  let rules = LineFormRules.all

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    if let first = page.paragraphs.first { title(page, first, into: &findings) }
    var labels: [Finding] = []
    var headings: [Finding] = []
    for line in page.paragraphs where !page.isInTable(line.lowerBound) {
      if let finding = label(page, line) { labels.append(finding) }
      if let finding = heading(page, line) { headings.append(finding) }
    }
    Habit.append(labels, into: &findings)
    Habit.append(headings, into: &findings)
  }

  /// The first line, when it is the title of a document.
  private func title(_ page: FormatPage, _ line: Range<Int>, into findings: inout [Finding]) {
    let last = line.upperBound - 1
    guard line.count >= 6, line.count <= 80,
      "。，；、：,;.".unicodeScalars.contains(page[last]),
      Self.kinds.endsBefore(last, in: page.text)
        || page[last - 1] == "）" && line.contains(where: { page[$0] == "于" })
    else { return }
    if line.dropLast().contains(where: { "。；，,".unicodeScalars.contains(page[$0]) }) { return }
    let isAbout = Self.about.first(in: page.text, line.lowerBound..<last) != nil
    guard isAbout || page.paragraphs.count > 1 else { return }
    if Self.sentences.first(in: page.text, line.lowerBound..<min(last, line.lowerBound + 6)) != nil
    {
      return
    }
    // A list of attachments is no title.
    if page.text.has("附件", at: line.lowerBound) { return }
    // `关于…的通知：` may open the text that follows.
    if page[last] == "：" { return }
    findings.append(page.correction(LineFormRules.title, last..<last + 1, to: ""))
  }

  /// A heading of the first level that ends with a full stop.
  private func heading(_ page: FormatPage, _ line: Range<Int>) -> Finding? {
    let last = line.upperBound - 1
    guard line.count <= 16, line.count >= 5, page[last] == "。", page[line.lowerBound + 1] == "、",
      page[line.lowerBound].hanDigit != nil,
      !line.dropLast().contains(where: { "，：；。".unicodeScalars.contains(page[$0]) })
    else { return nil }
    return page.correction(
      LineFormRules.title, last..<last + 1, to: "", severity: .info, confidence: .possible)
  }

  /// `3、` → `3.`, `（一）、` → `（一）`, `第一、` → `第一，`, `一，` → `一、`.
  private func label(_ page: FormatPage, _ line: Range<Int>) -> Finding? {
    let start = line.lowerBound
    let first = page[start]
    func report(_ range: Range<Int>, _ form: String) -> Finding {
      page.correction(LineFormRules.sequence, range, to: form)
    }
    if first.isDigit {
      let run = DocumentNumber.digits(page, start)
      guard run.count <= 2, page[run.upperBound] == "、" || page[run.upperBound] == "．",
        !page[run.upperBound + 1].isDigit, run.upperBound + 1 < line.upperBound
      else { return nil }
      return report(start..<run.upperBound + 1, page.text.string(run) + ".")
    }
    if let range = SequenceLabel.bracketed(page, at: start) {
      let mark = page[range.upperBound]
      guard mark == "、" || mark == "." || mark == "，" || mark == "．" || mark == "," else {
        return nil
      }
      return report(start..<range.upperBound + 1, page.text.string(range))
    }
    if first.value >= 0x2460, first.value <= 0x2473,
      page[start + 1] == "、" || page[start + 1] == "."
    {
      return report(start..<start + 2, page.text.string(start..<start + 1))
    }
    if first == "第" {
      let end = SequenceLabel.numeralEnd(page, from: start + 1)
      guard end > start + 1, end - start <= 3, page[end] == "、" else { return nil }
      return report(start..<end + 1, page.text.string(start..<end) + "，")
    }
    let end = SequenceLabel.numeralEnd(page, from: start)
    guard end > start, end - start <= 3, line.count <= 40 || page[end] == "．" || page[end] == "."
    else {
      return nil
    }
    switch page[end] {
    case "，", ",", ".", "．":
      guard page[end + 1].isHan || page[end + 1].isBlank else { return nil }
      return report(start..<end + 1, page.text.string(start..<end) + "、")
    default: return nil
    }
  }

  private static let kinds = WordSet(
    spaced:
      "通知 意见 方案 办法 报告 决定 公告 通告 规定 函 批复 总结 计划 请示 纪要 决议 细则 条例 公报 命令 议案 要点 规划 预案 公示 说明 简报 复函 规则 制度 清单")
  private static let about: WordSet = ["关于"]
  private static let sentences: WordSet = ["现", "兹", "根据", "按照", "为了", "特此", "请", "经"]
}

/// The rules about titles and labels.
enum LineFormRules {
  static let all: [Rule] = [title, sequence]

  static let title = Rule(
    "format.title-end-punct",
    title: Message("标题末尾不用点号", "no stop at the end of a title"), severity: .warning,
    basis: "GB/T 9704-2012 7.3.1；GB/T 15834-2011 附录B.4",
    explanation: Message(
      "标题末尾一般不用句号、逗号等点号；问号、叹号、引号、书名号除外。",
      "A title ends without a full stop or comma; ? ! and closing marks are allowed."),
    fires: ["关于做好防汛工作的通知⟦。⟧", "某区关于开展专项检查的通告⟦，⟧\n各镇："],
    staysQuiet: ["关于做好防汛工作的通知", "现印发关于防汛工作的通知。", "我们该怎么办？"])

  static let sequence = Rule(
    "format.seq-punct",
    title: Message("层次序号后的标点不对", "the wrong mark behind a label"), severity: .info,
    basis: "GB/T 15834-2011 附录B.3；GB/T 9704-2012 7.3.3",
    explanation: Message(
      "序号依次写作“一、”“（一）”“1.”“（1）”；“第一”后用逗号；带括号的序号后不再加点号。",
      "Labels are written 一、（一） 1.（1）; 第一 takes a comma; bracketed labels take nothing."),
    fires: ["⟦3、⟧保障措施", "⟦（一）、⟧工作目标", "⟦第一、⟧要统一思想。", "⟦一，⟧总体要求"],
    staysQuiet: ["第一，要统一思想。", "3.保障措施", "1.1 范围", "（一）目标", "一、目标", "3、4号楼"])
}
