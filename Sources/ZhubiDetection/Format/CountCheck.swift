/// Compares a number of items with the items that follow.
struct CountCheck: FormatCheck {
  let rules = [StructureRules.count]

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    let measures = Self.measures
    for place in page.text.scalars.indices where measures.contains(page.text.scalars[place]) {
      announced(page, measure: place, into: &findings)
    }
  }

  private static let measures = UnitSet("个项条点类种方大名家位件步".unicodeScalars)

  private func announced(_ page: FormatPage, measure: Int, into findings: inout [Finding]) {
    guard let (number, start) = number(page, endingAt: measure) else { return }
    if page.isInTitle(measure) { return }
    if page.isQuoted(measure) {
      slogan(page, measure, number, start, into: &findings)
      return
    }
    // The noun, then a colon or a word that opens a list.
    var index = measure + 1
    while index - measure <= 10, page[index].isHan, !Self.openers.stands(in: page.text, at: index) {
      index += 1
    }
    let noun = start..<index
    if page[index] == "，" || page[index] == "," { index += 1 }
    let line = page.line(containing: measure)
    if let opener = Self.openers.length(in: page.text, at: index) {
      index += opener
      if page[index] == "：" || page[index] == ":" { index += 1 }
      listed(page, noun, number, from: index, until: line.upperBound, into: &findings)
    } else if page[index] == "：" || page[index] == ":", noun.upperBound == index {
      let from = page.text.skipBlanks(from: index + 1)
      if let label = SequenceLabel(page, at: from), label.number == 1, from < line.upperBound {
        marked(page, noun, number, label.style, from..<line.upperBound, into: &findings)
      } else if isShortList(page, from..<line.upperBound) || page[from] == "《" {
        listed(page, noun, number, from: from, until: line.upperBound, into: &findings)
      }
    }
  }

  /// `“三个坚持”：坚持…、坚持…。`: every item begins or ends with the
  /// word of the slogan.
  private func slogan(
    _ page: FormatPage, _ measure: Int, _ number: Int, _ start: Int, into findings: inout [Finding]
  ) {
    var end = measure + 1
    while page[end].isHan, end - measure <= 5 { end += 1 }
    guard end - measure >= 3, page[start - 1] == "“", page[end] == "”",
      page[end + 1] == "：" || page[end + 1] == ":"
    else { return }
    let word = Word(page.text.string(measure + 1..<end))
    var count = 0
    var index = end + 2
    let limit = min(page.line(containing: measure).upperBound, index + 200)
    while index < limit {
      let start = index
      while index < limit, page[index].isHan { index += 1 }
      guard
        page.text.has(word, at: start) || page.text.has(word, at: index - word.count),
        index > start
      else { return }
      count += 1
      if page[index] == "。" || page[index] == "；" || index == limit { break }
      guard page[index] == "、" || page[index] == "，" else { return }
      index += 1
    }
    guard count >= 2, count != number else { return }
    report(page, start..<end, number, count, into: &findings)
  }

  /// `四个环节：申请、受理、审核。`: short items, nothing but 、 between them.
  private func isShortList(_ page: FormatPage, _ range: Range<Int>) -> Bool {
    var items = 1
    var width = 0
    for index in range {
      let scalar = page[index]
      if scalar == "。" { break }
      if scalar == "、" {
        items += 1
        width = 0
      } else if !scalar.isHan {
        return false
      } else {
        width += 1
        if width > 8 { return false }
      }
    }
    return items >= 3
  }

  /// The number that ends right before the measure word.
  private func number(_ page: FormatPage, endingAt end: Int) -> (value: Int, start: Int)? {
    var low = end
    while page[low - 1].isDigit, end - low < 3 { low -= 1 }
    if low < end {
      let before = page[low - 1]
      guard !before.isDigit, before != ".", before != "第", before != "-", !before.isLatin,
        let value = page.number(low..<end), (2...30).contains(value)
      else { return nil }
      return (value, low)
    }
    while page[low - 1] == "十" || page[low - 1].hanDigit != nil { low -= 1 }
    guard low < end, end - low <= 3, page[low - 1] != "第", page[low - 1] != "、",
      !"百千万亿几数".unicodeScalars.contains(page[low - 1]),
      let value = WrittenDate.value(page, low..<end), (2...30).contains(value)
    else { return nil }
    return (value, low)
  }

  /// 一是 … 二是 …, counted to the end of the paragraph.
  private func marked(
    _ page: FormatPage, _ noun: Range<Int>, _ number: Int, _ style: SequenceLabel.Style,
    _ range: Range<Int>, into findings: inout [Finding]
  ) {
    guard style != .han, style != .chapter else { return }
    var count = 0
    var index = range.lowerBound
    var last = 0
    while index < range.upperBound {
      let before = page[index - 1]
      if index == range.lowerBound || before.endsClause || before.isBlank,
        let label = SequenceLabel(page, at: index), label.style == style
      {
        if label.number == last + 1 {
          last = label.number
          count += 1
        } else if label.number == 1 {
          break
        }
        index = label.range.upperBound
      } else {
        index += 1
      }
    }
    // A single item may go on in the following paragraphs.
    guard count >= 2, count != number else { return }
    report(page, noun, number, count, into: &findings)
  }

  /// 分别为 A、B、C, counted to the end of the sentence.
  private func listed(
    _ page: FormatPage, _ noun: Range<Int>, _ number: Int, from: Int, until: Int,
    into findings: inout [Finding]
  ) {
    if let label = SequenceLabel(page, at: from), label.number == 1, label.style != .han {
      marked(page, noun, number, label.style, from..<until, into: &findings)
      return
    }
    var least = 1
    var most = 1
    var depth = 0
    var index = from
    while index < until, index - from < 300 {
      let scalar = page[index]
      if let (_, isOpen) = Pairs.kind(scalar) {
        depth += isOpen ? 1 : -1
        if !isOpen, depth == 0, let (_, opensNext) = Pairs.kind(page[index + 1]), opensNext,
          page[index + 1] != "（", page[index + 1] != "("
        {
          least += 1
          most += 1
        }
      } else if depth <= 0 {
        switch scalar {
        case "、":
          least += 1
          most += 1
        case "和", "与", "及":
          if page[index - 1] != "以" || scalar != "及" { most += 1 }
        case "以" where page[index + 1] == "及": most += 1
        case "等", "其", "如", "，", ",", "；", "：", ":", ";": return
        case "。", "！", "？": index = until
        default: break
        }
      }
      index += 1
    }
    guard least >= 2, index >= until, !(least...most).contains(number) else { return }
    report(page, noun, number, most, into: &findings)
  }

  private func report(
    _ page: FormatPage, _ noun: Range<Int>, _ number: Int, _ count: Int,
    into findings: inout [Finding]
  ) {
    findings.append(
      page.finding(
        StructureRules.count, noun,
        message: Message(
          "所说的项数（\(number)）与列举的项数（\(count)）不符",
          "\(number) items are announced, \(count) are given")))
  }

  private static let openers = WordSet(
    spaced: "分别为 分别是 分别有 即 包括以下 依次为 依次是 具体为 具体是 具体包括 它们是 分别叫")
}
