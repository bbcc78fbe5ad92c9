/// Looks for 、 between neighbours that title or quotation marks already set apart.
struct ListMarksCheck: FormatCheck {
  static let rule = Rule(
    "format.list-punct",
    title: Message(
      "相邻的书名号、引号之间不用顿号", "no 、 between adjacent titles or quotations"),
    severity: .info, basis: "GB/T 15834-2011 4.5.3.5",
    explanation: Message(
      "标有引号或书名号的并列成分之间通常不用顿号；中间夹有括注等其他成分、或并列项不全带号时仍用顿号。",
      "Items in quotation or title marks stand side by side without 、, unless something stands between."
    ),
    fires: ["学习⟦《宪法》、《民法典》⟧", "开展⟦“大走访”、“大调研”、“大服务”⟧活动"],
    staysQuiet: [
      "“放管服”“双随机”", "《民法典》（合同编）、《行政诉讼法》", "《条例》、实施细则", "《民法典》《刑法》",
    ])
  let rules = [rule]

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    var found: [Finding] = []
    var lastChainEnd = 0
    for place in page.marks where page[place] == "、" && place >= lastChainEnd {
      guard let open = Self.opener(of: page[place - 1]), page[place + 1] == open,
        var start = begin(page, closing: place - 1, open: open)
      else { continue }
      var separators = [place]
      var end = place + 1
      let close = page[place - 1]
      while let closing = finish(page, opening: end, close: close) {
        end = closing + 1
        guard page[end] == "、", page[end + 1] == open else { break }
        separators.append(end)
        end += 1
      }
      guard page[end - 1] == close else { continue }
      // A list in which another item carries no marks, or a note in brackets, keeps its 、.
      lastChainEnd = end
      if page[start - 1] == "、" || page[end] == "、" || page[end] == "（" || page[end] == "(" {
        continue
      }
      while page[start - 1].isBlank { start -= 1 }
      start = page.text.skipBlanks(from: start)
      let form = String(
        String.UnicodeScalarView(
          (start..<end).filter { !separators.contains($0) }.map { page[$0] }))
      found.append(page.correction(Self.rule, start..<end, to: form))
    }
    Habit.append(found, limit: 12, into: &findings)
  }

  private static func opener(of close: Unicode.Scalar) -> Unicode.Scalar? {
    switch close {
    case "》": "《"
    case "”": "“"
    default: nil
    }
  }

  private func begin(_ page: FormatPage, closing: Int, open: Unicode.Scalar) -> Int? {
    var depth = 0
    var low = closing
    while low > closing - 200, !page[low].isBreak {
      if page[low] == page[closing] { depth += 1 }
      if page[low] == open {
        depth -= 1
        if depth == 0 { return low }
      }
      low -= 1
    }
    return nil
  }

  private func finish(_ page: FormatPage, opening: Int, close: Unicode.Scalar) -> Int? {
    var depth = 0
    var high = opening
    while high < opening + 200, !page[high].isBreak {
      if page[high] == page[opening] { depth += 1 }
      if page[high] == close {
        depth -= 1
        if depth == 0 { return high }
      }
      high += 1
    }
    return nil
  }
}
