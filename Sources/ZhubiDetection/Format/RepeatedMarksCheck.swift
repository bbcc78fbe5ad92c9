/// Looks for marks that stand twice, and for ellipses written with other signs.
struct RepeatedMarksCheck: FormatCheck {
  static let double = Rule(
    "format.punct-dup",
    title: Message("标点重复或叠用不当", "a mark stands twice"), severity: .warning,
    basis: "GB/T 15834-2011 4.2、4.3",
    explanation: Message(
      "句中点号不叠用；问号、叹号叠用最多三个。", "Stops are not doubled; ? and ! at most threefold."),
    fires: ["效果显著⟦。，⟧", "一是抓落实⟦，，⟧二是", "太好了⟦！！！！⟧"],
    staysQuiet: [
      "他说&gt;，好", "欢迎。:)", "如下：![图](a.png)", "C::甲", "真的吗？！", "太好了！！！", "等等……", "他说——", "对。”，又说",
    ])

  static let ellipsis = Rule(
    "format.ellipsis-form",
    title: Message("省略号的形式不对", "an ellipsis is written ……"), severity: .warning,
    basis: "GB/T 15834-2011 4.11",
    explanation: Message(
      "省略号是六连点“……”，不用句号或英文句点代替；“……”与“等”不并用。",
      "An ellipsis is ……, not 。。。 or ...; it is not combined with 等."),
    fires: ["苹果、梨⟦。。。⟧", "推进工作⟦...⟧", "苹果、梨⟦……等⟧水果"],
    staysQuiet: ["苹果、梨……", "Loading...", "第一章⋯", "总则......................1"])

  let rules = [double, ellipsis]

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    var coveredTo = 0
    for place in page.marks where place >= coveredTo {
      let scalar = page[place]
      if Self.stops.contains(scalar) {
        var end = place + 1
        while Self.stops.contains(page[end]) { end += 1 }
        coveredTo = end
        if end - place > 1 { run(page, place..<end, into: &findings) }
      } else if scalar == "." {
        var end = place + 1
        while page[end] == "." { end += 1 }
        coveredTo = end
        let before = page[place - 1]
        if (3...6).contains(end - place), before.isHan || before == "”" || before == "》",
          !page[end].isDigit, !page.endsLine(end) || !isCut(page, place)
        {
          findings.append(
            page.correction(
              Self.ellipsis, place..<end, to: "……",
              severity: isRunning(page, end) ? nil : .info))
        }
      } else if scalar == "…" {
        var end = place + 1
        while page[end] == "…" { end += 1 }
        coveredTo = end
        if page[end] == "等", end - place <= 2, !"于级候到待".unicodeScalars.contains(page[end + 1]) {
          findings.append(
            page.finding(Self.ellipsis, place..<end + 1, suggestion: "……|等"))
        } else if end - place == 1, page[place - 1].isHan, !page.endsLine(end) {
          findings.append(page.correction(Self.ellipsis, place..<end, to: "……", severity: .info))
        }
      }
    }
  }

  private func run(_ page: FormatPage, _ range: Range<Int>, into findings: inout [Finding]) {
    let first = page[range.lowerBound]
    let isUniform = range.allSatisfy { page[$0] == first }
    if isForeign(page, range) { return }
    if range.allSatisfy({ "？！?!".unicodeScalars.contains(page[$0]) }) {
      guard range.count > 3 else { return }
      findings.append(
        page.finding(
          Self.double, range, suggestion: String(repeating: String(Character(first)), count: 3)))
      return
    }
    // Half-width marks in a row belong to code, times and faces unless Chinese stands before.
    guard page[range.lowerBound - 1].isHan || range.contains(where: { page[$0].value > 0x7F })
    else {
      return
    }
    if range.allSatisfy({ page[$0].value < 0x80 }), !page[range.lowerBound - 1].isHan { return }
    if isUniform, first == "。", range.count >= 3 {
      findings.append(page.correction(Self.ellipsis, range, to: "……"))
      return
    }
    let strongest =
      Self.order.first { mark in range.contains { page[$0] == mark } } ?? first
    findings.append(
      page.correction(
        Self.double, range, to: String(Character(strongest)),
        confidence: isUniform ? .certain : .likely))
  }

  /// The end of a character reference (`&gt;，`), faces (`。:)`), Markdown images (`：![`), `::`.
  private func isForeign(_ page: FormatPage, _ range: Range<Int>) -> Bool {
    let first = page[range.lowerBound]
    let last = page[range.upperBound - 1]
    let next = page[range.upperBound]
    if first == ";" {
      var low = range.lowerBound
      while range.lowerBound - low < 10, page[low - 1].isLatin || page[low - 1].isDigit { low -= 1 }
      if page[low - 1] == "#" { low -= 1 }
      if page[low - 1] == "&" { return true }
    }
    if last == ":" || last == "：" || last == ";",
      ")）(（DPp".unicodeScalars.contains(next)
    {
      return true
    }
    if last == "!", next == "[" { return true }
    return range.allSatisfy { page[$0] == ":" }
  }

  /// Chinese goes on behind the dots; else the line may be a title cut short.
  private func isRunning(_ page: FormatPage, _ end: Int) -> Bool {
    page[end].isHan || "，。、；：？！”“《".unicodeScalars.contains(page[end])
  }

  /// A line that an index or a list of links has cut short.
  private func isCut(_ page: FormatPage, _ place: Int) -> Bool {
    page.isInTitle(place) || page[page.line(containing: place).lowerBound] == "·"
  }

  private static let stops: UnitSet = UnitSet("。，、；：！？,;:!?".unicodeScalars)
  /// The mark to keep, strongest first.
  private static let order: [Unicode.Scalar] = Array("？！。；：，、?!;:,".unicodeScalars)
}
