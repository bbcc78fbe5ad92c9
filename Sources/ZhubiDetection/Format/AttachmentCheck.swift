/// Looks at the list of attachments and at what the text says of it.
struct AttachmentCheck: FormatCheck {
  let rules = [
    StructureRules.attachPunctuation, StructureRules.attachEnd, StructureRules.attachMissing,
  ]

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    var listed = 0
    var isList = false
    for line in page.paragraphs {
      if page.isInTable(line.lowerBound) {
        isList = false
        continue
      }
      if page.text.has(Self.word, at: line.lowerBound) {
        isList = heading(page, line, listed: &listed, into: &findings)
        if isList { end(page, line, into: &findings) }
      } else if isList, let label = SequenceLabel(page, at: line.lowerBound),
        label.style == .arabic,
        label.number == listed + 1, listed > 0, line.count < 80
      {
        listed = label.number
        end(page, line, into: &findings)
      } else {
        isList = false
      }
    }
    if listed >= 2 { missing(page, listed, into: &findings) }
  }

  /// `附件：1.名单`, right or wrong; true when a list begins here.
  private func heading(
    _ page: FormatPage, _ line: Range<Int>, listed: inout Int, into findings: inout [Finding]
  ) -> Bool {
    let start = line.lowerBound
    let place = page.text.skipBlanks(from: start + 2)
    let colon = page[place]
    guard colon == "：" || colon == ":", place + 1 < line.upperBound, line.count < 120 else {
      return false
    }
    let from = page.text.skipBlanks(from: place + 1)
    if colon == ":" {
      findings.append(
        page.correction(StructureRules.attachPunctuation, start..<place + 1, to: "附件："))
    }
    let run = DocumentNumber.digits(page, from)
    if !run.isEmpty, page[run.upperBound] == "、" || page[run.upperBound] == "．", colon == "：" {
      findings.append(
        page.correction(
          StructureRules.attachPunctuation, start..<run.upperBound + 1,
          to: "附件：" + page.text.string(run) + "."))
    }
    if let number = page.number(run), run.count == 1 { listed = max(listed, number) }
    return true
  }

  private func end(_ page: FormatPage, _ line: Range<Int>, into findings: inout [Finding]) {
    var last = line.upperBound - 1
    // `附件：1.名单；2.方案。` in one line keeps its inner marks.
    guard "。；，、;,.".unicodeScalars.contains(page[last]) else { return }
    while "。；，、;,.".unicodeScalars.contains(page[last - 1]) { last -= 1 }
    findings.append(
      page.correction(StructureRules.attachEnd, last..<line.upperBound, to: ""))
  }

  private func missing(_ page: FormatPage, _ listed: Int, into findings: inout [Finding]) {
    for run in page.numbers where run.count == 1 || run.count == 2 {
      guard page.text.has(Self.word, at: run.lowerBound - 2), let number = page.number(run),
        number > listed, !page.beginsLine(run.lowerBound - 2), !page.isQuoted(run.lowerBound),
        !page.isInTitle(run.lowerBound), page[run.upperBound] != "-", page[run.upperBound] != "."
      else { continue }
      findings.append(
        page.finding(StructureRules.attachMissing, run.lowerBound - 2..<run.upperBound))
    }
  }

  private static let word: Word = "附件"
}
