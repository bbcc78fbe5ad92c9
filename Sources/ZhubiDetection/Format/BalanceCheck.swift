/// Looks for brackets, title marks and quotation marks that have lost their partner.
struct BalanceCheck: FormatCheck {
  static let unbalanced = Rule(
    "format.unbalanced",
    title: Message("成对的标点缺一半", "a mark has lost its partner"),
    severity: .block, basis: "GB/T 15834-2011 4.8、4.9、4.15",
    explanation: Message(
      "书名号、引号、括号须成对。书名号和引号缺一半会改变文件名称和引文的起止；括号缺一半级别较低。导航、页脚，行首的后半个，法规题注末尾的括号多为模板或抽取所致，只提示；逐段起引号的长引文缺后引号降一级。",
      "Title marks, quotation marks and brackets come in pairs. A lone bracket weighs less than a lone 《 or “. In page furniture, at the head of a line and behind the note under a statute's title a lone mark is most often lost by a template or on the way: a hint."
    ),
    fires: [
      "按照⟦《⟧条例规定办理", "详见附件⟦（⟧一、二。", "强调⟦“⟧四个意识。", "关于印发要点⟦》⟧的通知",
      "行政诉讼3件⟦(⟧已结3件(撤诉2,败诉1),其中4件。",
    ],
    staysQuiet: [
      "按照《条例》规定办理", "1）名单\n2）方案", "他说：“第一段。\n“第二段。”", "《关于印发\n要点的通知》", "a) b)",
      "你好:)", "看来不错：）", "《关于推进政务公开工作的…", "》》点击进入专题《《", "map(x[1)", "2018届“方太青竹… 2018-06-01",
    ])

  static let direction = Rule(
    "format.quote-direction",
    title: Message("引号方向用反", "quotation marks face the wrong way"),
    severity: .warning, basis: "GB/T 15834-2011 4.8",
    explanation: Message(
      "引文前用“，引文后用”。", "“ opens a quotation and ” closes it."),
    fires: ["落实⟦”两新“⟧政策", "落实⟦”两新”⟧政策", "创建⟦”清廉机关“⟧"], staysQuiet: ["落实“两新”政策", "“甲”“乙”"])

  let rules = [unbalanced, direction]

  /// How many lines further the partner of an open mark may stand.
  private static let reach = 40

  private struct Lone {
    var place: Int
    var line: Int
  }

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    var opens: [[Lone]] = Array(repeating: [], count: Pairs.count)
    var closes: [[Lone]] = Array(repeating: [], count: Pairs.count)
    var stacks: [[Int]] = Array(repeating: [], count: Pairs.count)
    var lone: [Int] = []
    var markIndex = 0
    for (number, line) in page.lines.enumerated() {
      let first = markIndex
      while markIndex < page.marks.count, page.marks[markIndex] < line.upperBound { markIndex += 1 }
      let marks = page.marks[first..<markIndex]
      if marks.isEmpty { continue }
      if let turned = turnedQuotes(page, marks) {
        for range in turned {
          let inside = page.text.string(range.lowerBound + 1..<range.upperBound - 1)
          findings.append(page.correction(Self.direction, range, to: "“\(inside)”"))
        }
      }
      let skipsQuotes = turnedQuotes(page, marks) != nil
      for place in marks {
        guard let (kind, isOpen) = Pairs.kind(page[place]), !(skipsQuotes && kind == Pairs.quote)
        else { continue }
        if isOpen {
          if stacks[kind].count < 64 { stacks[kind].append(place) }
        } else if stacks[kind].popLast() == nil, !isItemLabel(page, place, kind) {
          closes[kind].append(Lone(place: place, line: number))
        }
      }
      for kind in 0..<Pairs.count {
        opens[kind] += stacks[kind].map { Lone(place: $0, line: number) }
        stacks[kind].removeAll(keepingCapacity: true)
      }
    }
    for kind in 0..<Pairs.count {
      lone += unmatched(page, opens[kind], closes[kind], kind: kind)
    }
    for place in lone.sorted() {
      findings.append(
        page.finding(
          Self.unbalanced, place..<place + 1, severity: severity(page, place),
          confidence: .certain,
          message: Message(
            "“\(page[place])”没有与之成对的另一半", "\(page[place]) has no partner")))
    }
  }

  /// A lone bracket weighs less than a lone 《 or “; what a template or a list of links has cut weighs
  /// least; a paragraph of a quotation that goes on over paragraphs may have lost its last one.
  private func severity(_ page: FormatPage, _ place: Int) -> Severity {
    if page.isFurniture(place) { return .info }
    // A line that begins with a closing mark is a piece of a line: the text was taken apart.
    if let (_, isOpen) = Pairs.kind(page[place]), !isOpen, page.beginsLine(place) { return .info }
    if Pairs.isBracket(page[place]) { return isHistoryNote(page, place) ? .info : .warning }
    if page[place] == "“", page.beginsLine(place) {
      let number = page.text.line(containing: place)
      for neighbour in [number - 1, number + 1] where page.lines.indices.contains(neighbour) {
        let line = page.trimmed(page.lines[neighbour])
        if !line.isEmpty, page[line.lowerBound] == "“" { return .warning }
      }
    }
    return .block
  }

  /// `…第二次修正）` under the title of a statute: data bases of laws cut the note in brackets.
  private func isHistoryNote(_ page: FormatPage, _ place: Int) -> Bool {
    page.context.isStatute && page.endsLine(place + 1) && page.text.line(containing: place) < 16
      && Self.acts.endsBefore(place, in: page.text)
  }

  private static let acts = WordSet(spaced: "修订 修正 通过 批准 公布 发布 施行 实施")

  /// Pairs marks across lines, nearest first; what remains is lone.
  private func unmatched(
    _ page: FormatPage, _ opens: [Lone], _ closes: [Lone], kind: Int
  ) -> [Int] {
    var lone: [Int] = []
    var waiting: [Lone] = []
    var next = 0
    func settle(_ open: Lone) {
      if !isExcused(page, open, kind) { lone.append(open.place) }
    }
    for close in closes {
      while next < opens.count, opens[next].place < close.place {
        waiting.append(opens[next])
        next += 1
      }
      while let last = waiting.last, close.line - last.line > Self.reach {
        settle(last)
        waiting.removeLast()
      }
      if waiting.isEmpty {
        lone.append(close.place)
      } else if kind == Pairs.quote {
        // Every paragraph of a long quotation begins with “, only the last one ends with ”.
        waiting.removeAll()
      } else {
        waiting.removeLast()
      }
    }
    for open in waiting { settle(open) }
    for open in opens[next...] { settle(open) }
    return lone
  }

  private func isExcused(_ page: FormatPage, _ open: Lone, _ kind: Int) -> Bool {
    let line = page.trimmed(page.lines[open.line])
    guard !line.isEmpty else { return true }
    let last = page[line.upperBound - 1]
    // A title cut short in a list of links, a date behind it or not.
    if last == "…" || (last == "." && page[line.upperBound - 2] == ".") { return true }
    if line.count < 80, line.contains(where: { page[$0] == "…" && !page[$0 + 1].isHan }) {
      return true
    }
    if isSign(page, open.place) { return true }
    // Every paragraph of a long quotation begins with “, only the last one ends with ”.
    if kind == Pairs.quote {
      var next = open.line + 1
      while next < page.lines.count, page.trimmed(page.lines[next]).isEmpty { next += 1 }
      if next < page.lines.count, page[page.trimmed(page.lines[next]).lowerBound] == "“" {
        return true
      }
    }
    // The year of a document number is told by its own rule.
    if page[open.place] == "〔" { return page[open.place + 1].isDigit }
    if page[open.place] == "[", page[open.place + 1].isDigit { return true }
    // ：（ and 《《: faces and ornaments.
    if kind == Pairs.round, ":：;".unicodeScalars.contains(page[open.place - 1]),
      !page[open.place + 1].isHan
    {
      return true
    }
    if page[open.place] == "《",
      page[open.place + 1] == "《" || page[open.place - 1] == "《"
        || page.endsLine(open.place + 1) && !page[open.place - 1].isHan
    {
      return true
    }
    return page[open.place] == "‘" && !page[open.place + 1].isHan
  }

  /// A half-width bracket of code, of an expression or of another script.
  private func isSign(_ page: FormatPage, _ place: Int) -> Bool {
    guard "()[]".unicodeScalars.contains(page[place]) else { return false }
    func isChinese(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isHan || "，。、：；？！“”《》（）〔〕【】".unicodeScalars.contains(scalar)
    }
    if page[place] == "(", page[place - 1].isLatin || page[place - 1] == "_" { return true }
    return !isChinese(page[place - 1]) && !isChinese(page[place + 1])
      && !page[place - 1].isDigit && !page[place + 1].isDigit
  }

  /// `1）`, `a)`, `一）`: the label of an item.
  private func isItemLabel(_ page: FormatPage, _ place: Int, _ kind: Int) -> Bool {
    if page[place] == "’" { return true }
    if page[place] == "〕" || page[place] == "]" { return page[place - 1].isDigit }
    // 》》点击进入专题《《: an ornament.
    if page[place] == "》", page[place + 1] == "》" || page[place - 1] == "》",
      page.beginsLine(place)
        || page.beginsLine(place - 1)
    {
      return true
    }
    if isSign(page, place) { return true }
    guard kind == Pairs.round else { return false }
    if page[place - 1] == "：" { return true }
    if page[place - 1] == "'" || page[place - 1] == "\"" { return true }
    if page[place - 1] == ":" || page[place - 1] == "-" || page[place - 1] == ";" { return true }
    var low = place
    while place - low < 3,
      page[low - 1].isDigit || page[low - 1].isLatin || page[low - 1].hanDigit != nil
        || page[low - 1] == "十"
    {
      low -= 1
    }
    guard low < place else { return false }
    let before = page[low - 1]
    return before.isBreak || before.isBlank || before.endsClause
  }

  /// Quotation marks of one line that all face one way, or face away from each other; nil else.
  private func turnedQuotes(_ page: FormatPage, _ marks: ArraySlice<Int>) -> [Range<Int>]? {
    let quotes = marks.filter { page[$0] == "“" || page[$0] == "”" }
    guard quotes.count >= 2, quotes.count % 2 == 0, quotes.count <= 12 else { return nil }
    let isRight = stride(from: 0, to: quotes.count, by: 2).allSatisfy {
      page[quotes[$0]] == "“" && page[quotes[$0 + 1]] == "”"
    }
    if isRight { return nil }
    // A quotation that goes on from the line before, or into the next one.
    if page[quotes[0]] == "”", page.beginsLine(quotes[0]) { return nil }
    if let last = quotes.last, page[last] == "“", page.endsLine(last + 1),
      quotes.count > 2 || page[quotes[0]] == "“" && !page[last - 1].isHan
    {
      return nil
    }
    var depth = 0
    let nests = quotes.allSatisfy {
      depth += page[$0] == "“" ? 1 : -1
      return depth >= 0
    }
    if nests, depth == 0 { return nil }
    var turned: [Range<Int>] = []
    for index in stride(from: 0, to: quotes.count, by: 2) {
      let range = quotes[index]..<quotes[index + 1] + 1
      if page[quotes[index]] == "“", page[quotes[index + 1]] == "”" { continue }
      // Only a short stretch without a full stop is surely one quotation.
      guard range.count <= 22, range.count > 2,
        !range.contains(where: { page[$0] == "。" || page[$0] == "，" || page[$0] == "：" })
      else { return nil }
      turned.append(range)
    }
    return turned
  }
}
