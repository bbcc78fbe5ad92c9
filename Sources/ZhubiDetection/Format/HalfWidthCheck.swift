/// Looks for half-width marks next to Chinese characters; a page's habit is told once.
struct HalfWidthCheck: FormatCheck {
  let rules = HalfWidthRules.all

  /// How many half-width marks of one text are told one by one; a statute is told once.
  private static let limit = 3

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    var marks: [Finding] = []
    var quotes: [Finding] = []
    var brackets: [Finding] = []
    var fullWidth = 0
    var openDouble: Int?
    var openSingle: Int?
    var openBrackets: [Int] = []
    for place in page.marks {
      switch page[place] {
      case "，", "：", "；", "！", "？": fullWidth += 1
      case ",", ":", ";", "!", "?", ".":
        if let finding = mark(page, place) { marks.append(finding) }
      case "\"": pair(page, place, &openDouble, "“", "”", into: &quotes)
      case "'": pair(page, place, &openSingle, "‘", "’", into: &quotes)
      case "(": if openBrackets.count < 16 { openBrackets.append(place) }
      case ")":
        guard let open = openBrackets.popLast(), place - open < 200 else { continue }
        if let finding = bracket(page, open, place) { brackets.append(finding) }
      default: break
      }
    }
    let isHabit = marks.count > Habit.limit && marks.count > fullWidth
    // Fields and keywords alone are a hint; beside a sure one they are told with it.
    let firm = marks.filter { $0.severity > .info }
    let limit = marks.count > 1 && page.context.isStatute ? 1 : Self.limit
    Habit.append(
      firm + marks.filter { $0.severity == .info },
      severity: isHabit || firm.isEmpty ? .info : .warning, limit: limit, into: &findings)
    Habit.append(quotes, limit: 8, into: &findings)
    Habit.append(brackets, limit: 8, into: &findings)
  }

  private func mark(_ page: FormatPage, _ place: Int) -> Finding? {
    var before = place - 1
    while page[before] == "”" || page[before] == "》" || page[before] == "）" { before -= 1 }
    guard page[before].isHan, !page.isInTable(place) else { return nil }
    let next = page[place + 1]
    let form: String
    switch page[place] {
    case ",": form = "，"
    case ":": form = "："
    case ";": form = "；"
    case "!": form = "！"
    case "?": form = "？"
    default:
      // A full stop is only certain at the end of a line of more than a few characters.
      guard page.endsLine(place + 1), place - page.line(containing: place).lowerBound > 5 else {
        return nil
      }
      form = "。"
    }
    if page[place] == next || page[place] == page[place - 1] { return nil }
    if page[place] == ":", isAttachmentLabel(page, place) { return nil }
    // `:)` and addresses, and labels of something that is not Chinese, are another matter.
    if page[place] == ":", next == ")" || next == "/" || next == "D" { return nil }
    let following = page[page.text.skipBlanks(from: place + 1)]
    let isLoose =
      following.isLatin || following == "@"
      || page[place] == ":" && (following.isDigit || isField(page, place))
      || page[place] == "," && isKeywordList(page, place)
    return page.correction(
      HalfWidthRules.punctuation, place..<place + 1, to: form,
      severity: isLoose ? .info : .warning)
  }

  /// `来源:某报 编辑:某某`, `分享到:`: the label of a field a template fills in.
  private func isField(_ page: FormatPage, _ place: Int) -> Bool {
    var low = place
    while page[low - 1].isHan, place - low <= 8 { low -= 1 }
    guard place - low <= 8, page[low - 1].isBlank || page[low - 1].isBreak || page[low - 1] == "|"
    else { return false }
    return !page.endsLine(place + 1) || HalfWidthRules.fields.endsBefore(place, in: page.text)
  }

  /// `政务公开,依申请公开,年报`: words of a list, nothing but commas between them.
  private func isKeywordList(_ page: FormatPage, _ place: Int) -> Bool {
    let line = page.line(containing: place)
    guard line.count < 300 else { return false }
    var width = 0
    var commas = 0
    for index in line {
      if page[index] == "," {
        commas += 1
        width = 0
      } else if "，。；：！？".unicodeScalars.contains(page[index]) {
        return false
      } else {
        width += 1
        if width > 12 { return false }
      }
    }
    return commas >= 2
  }

  /// `附件:` is told by the rule about attachments.
  private func isAttachmentLabel(_ page: FormatPage, _ place: Int) -> Bool {
    page[place - 2] == "附" && page[place - 1] == "件" && page.beginsLine(place - 2)
  }

  private func pair(
    _ page: FormatPage, _ place: Int, _ open: inout Int?, _ left: String, _ right: String,
    into found: inout [Finding]
  ) {
    guard let start = open, page.line(containing: start).contains(place) else {
      // An inch or foot mark follows a digit; an opening mark does not.
      open = page[place - 1].isDigit || page[place - 1].isLatin ? nil : place
      return
    }
    open = nil
    let inside = start + 1..<place
    guard !inside.isEmpty, inside.contains(where: { page[$0].isHan }) else { return }
    let around = page[start - 1]
    if around == "=" || around == "(" && page[start - 2].isLatin { return }
    found.append(
      page.correction(
        HalfWidthRules.quotes, start..<place + 1, to: left + page.text.string(inside) + right))
  }

  private func bracket(_ page: FormatPage, _ open: Int, _ close: Int) -> Finding? {
    let inside = open + 1..<close
    guard !inside.isEmpty, page[open + 1].isHan, !page.isInTable(open),
      page[open - 1].isHan || page[open - 1] == "》" || page[open - 1] == "”"
        || page.beginsLine(open)
    else { return nil }
    if page.beginsLine(open), inside.count <= 3 { return nil }
    return page.correction(
      HalfWidthRules.brackets, open..<close + 1, to: "（" + page.text.string(inside) + "）")
  }
}
