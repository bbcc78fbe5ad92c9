/// Recomputes rates, shares and growth from the figures of the sentence.
struct PercentCheck: FormatCheck {
  let rules = [FigureRules.percent]

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    for sentence in page.quantities {
      for (index, percent) in sentence.enumerated()
      where percent.unit == "%" && percent.figure.scale == 1 && index > 0 {
        if page.isQuoted(percent.range.lowerBound) || isLoose(page, percent) { continue }
        if growth(page, sentence, index, into: &findings) { continue }
        if share(page, sentence, index, into: &findings) { continue }
        rate(page, sentence, index, into: &findings)
      }
      wholes(page, sentence, into: &findings)
    }
  }

  /// `占比分别为50%、30%、25%`: shares of one whole give a hundred, each may be rounded.
  private func wholes(_ page: FormatPage, _ sentence: [Quantity], into findings: inout [Finding]) {
    guard
      let first = sentence.firstIndex(where: {
        $0.unit == "%" && $0.labelHolds(Self.apportioned, page)
          && $0.labelHolds(Self.portions, page)
      })
    else { return }
    var parts: [Quantity] = []
    for part in sentence[first...].prefix(12) {
      let isNext = parts.last.map { last in
        (last.range.upperBound..<part.range.lowerBound).allSatisfy {
          "、，和及与".unicodeScalars.contains(page[$0])
        }
      }
      guard part.unit == "%", isNext ?? true, !isLoose(page, part) else { break }
      parts.append(part)
    }
    guard parts.count >= 3, let last = parts.last else { return }
    let sum = parts.reduce(0) { $0 + $1.figure.thousandths }
    let slack = parts.reduce(0) { $0 + $1.figure.step } / 2 + 300
    guard abs(sum - 100_000) > slack, (98_000...115_000).contains(sum) else { return }
    let equation = parts.map { page.text.string($0.range) }.joined(separator: " + ")
    findings.append(
      page.finding(
        FigureRules.percent, last.range, severity: sum > 100_000 ? .warning : .info,
        message: Message(
          "占比之和不为100%：\(equation) = \(last.figure.written(sum))%",
          "the shares give \(last.figure.written(sum)) %: \(equation)"),
        related: parts.dropLast().map(\.range)))
  }

  /// `由200件增至250件，增长25%`.
  private func growth(
    _ page: FormatPage, _ sentence: [Quantity], _ index: Int, into findings: inout [Finding]
  ) -> Bool {
    guard index >= 2 else { return false }
    var (from, to, percent) = (sentence[index - 2], sentence[index - 1], sentence[index])
    // 完成12亿元，比上年的10亿元增长20%
    let isCompared =
      percent.label.lowerBound <= to.range.upperBound
      && followsComparison(page, to.range.lowerBound)
    if isCompared { swap(&from, &to) }
    let isRise = percent.labelHolds(Self.rises, page)
    let isFall = percent.labelHolds(Self.falls, page)
    guard isRise != isFall, from.unit == to.unit, from.unit != "%", from.figure.thousandths > 0,
      percent.label.count <= 8,
      isCompared
        || percent.label.lowerBound - to.range.upperBound <= 2
          && from.labelHolds(Self.froms, page) && to.labelHolds(Self.tos, page),
      !isLoose(page, from),
      !isLoose(page, to)
    else { return false }
    let (a, b) = (from.figure.thousandths, to.figure.thousandths)
    let change = isRise ? b - a : a - b
    guard change >= 0 else { return true }
    judge(
      page, percent, Ratio(part: change, whole: a, blur: from.blur + to.blur, wholeBlur: from.blur),
      into: &findings)
    return true
  }

  /// 比, 较 in the few words before a figure.
  private func followsComparison(_ page: FormatPage, _ place: Int) -> Bool {
    var low = place
    while place - low < 12, page[low - 1].isHan || page[low - 1].isDigit {
      low -= 1
      if page[low] == "比" || page[low] == "较" { return true }
    }
    return false
  }

  /// `共50件，其中网上30件，占60%`.
  private func share(
    _ page: FormatPage, _ sentence: [Quantity], _ index: Int, into findings: inout [Finding]
  ) -> Bool {
    let percent = sentence[index]
    // 310天，占全年365天的80%
    if index >= 2, page.text.has("占", at: sentence[index - 1].label.lowerBound),
      page[percent.range.lowerBound - 1] == "的",
      percent.range.lowerBound - sentence[index - 1].range.upperBound == 1,
      sentence[index - 1].unit == sentence[index - 2].unit, !isLoose(page, sentence[index - 1]),
      !isLoose(page, sentence[index - 2])
    {
      judge(
        page, percent, part: sentence[index - 2], wholes: [sentence[index - 1]], into: &findings)
      return true
    }
    guard page.text.has("占", at: percent.label.lowerBound) else { return false }
    guard Self.shares.contains(page.text.string(percent.label)) else { return true }
    guard index >= 2 else { return true }
    let part = sentence[index - 1]
    guard part.unit != "%", !isLoose(page, part),
      percent.label.lowerBound - part.range.upperBound <= 2
    else { return true }
    let wholes = sentence[max(0, index - Self.reach)..<(index - 1)].filter {
      $0.unit == part.unit && !isLoose(page, $0)
    }
    guard !wholes.isEmpty, part.labelHolds(["其中"], page) || wholes.count == 1 else { return true }
    judge(page, percent, part: part, wholes: wholes, into: &findings)
    return true
  }

  /// `8项完成6项，完成率75%`.
  private func rate(
    _ page: FormatPage, _ sentence: [Quantity], _ index: Int, into findings: inout [Finding]
  ) {
    let percent = sentence[index]
    guard
      let mark = percent.label.last(where: { page[$0] == "率" }),
      mark - 2 >= percent.label.lowerBound - 1
    else { return }
    // The verb of the rate: 完成率 → 完成.
    let verb = Word(page.text.string(max(0, mark - 2)..<mark))
    if Self.notRates.stands(in: page.text, at: mark - 2) { return }
    let gap = page.text.string(mark + 1..<percent.range.lowerBound)
    guard ["", "为", "达", "达到", "是", "达到了", "均为", "：", " "].contains(gap) else { return }
    let before = sentence[max(0, index - Self.reach)..<index].filter {
      $0.unit != "%" && !isLoose(page, $0)
    }
    let named = before.last { quantity in
      quantity.label.contains { page.text.has(verb, at: $0) }
        || (0...3).contains { page.text.has(verb, at: quantity.range.upperBound + $0) }
    }
    guard let done = named ?? counterpart(page, before, verb, percent.label.lowerBound..<mark)
    else {
      return
    }
    let wholes = before.filter {
      $0.unit == done.unit && $0.range.lowerBound < done.range.lowerBound
    }
    guard !wholes.isEmpty, wholes.count <= 2 else { return }
    judge(page, percent, part: done, wholes: Array(wholes), into: &findings)
  }

  /// 应参加50人，实到48人，到会率…: two figures only, and the second one shares a word with the rate.
  private func counterpart(
    _ page: FormatPage, _ before: [Quantity], _ verb: Word, _ name: Range<Int>
  ) -> Quantity? {
    guard before.count == 2, before[0].unit == before[1].unit,
      before[1].figure.thousandths <= before[0].figure.thousandths,
      before[1].label.contains(where: { verb.scalars.contains(page[$0]) })
        || shares(page, before[1].label, name),
      !before[1].labelHolds(Self.rises, page), !before[1].labelHolds(Self.falls, page),
      !before[1].labelHolds(["比", "其中", "较"], page)
    else { return nil }
    return before[1]
  }

  /// Two characters in a row that stand in both: 自来水 in 已接通自来水 and 自来水普及率.
  private func shares(_ page: FormatPage, _ label: Range<Int>, _ name: Range<Int>) -> Bool {
    name.prefix(12).contains { place in
      place + 1 < name.upperBound && page[place].isHan && page[place + 1].isHan
        && label.contains { page[$0] == page[place] && page[$0 + 1] == page[place + 1] }
    }
  }

  private func judge(
    _ page: FormatPage, _ percent: Quantity, part: Quantity, wholes: [Quantity],
    into findings: inout [Finding]
  ) {
    let value = part.figure.thousandths
    var ratios = wholes.map {
      Ratio(
        part: value, whole: $0.figure.thousandths, blur: part.blur, wholeBlur: $0.blur)
    }
    if wholes.count > 1 {
      ratios.append(
        Ratio(
          part: value, whole: ratios.reduce(0) { $0 + $1.whole }, blur: part.blur,
          wholeBlur: ratios.reduce(0) { $0 + $1.wholeBlur }))
    }
    ratios = ratios.filter { $0.whole > 0 && $0.whole >= value }
    guard let first = ratios.first else { return }
    if ratios.contains(where: { fits(percent, $0) }) { return }
    if Set(wholes.map(\.figure.thousandths)).count > 1 { return }
    judge(page, percent, first, into: &findings)
  }

  /// Two values in thousandths, each with what rounding may hide of it.
  private struct Ratio {
    var part: Int
    var whole: Int
    var blur: Int
    var wholeBlur: Int
  }

  private func judge(
    _ page: FormatPage, _ percent: Quantity, _ ratio: Ratio, into findings: inout [Finding]
  ) {
    guard ratio.whole > 0, ratio.part < Int.max / 200_000, !fits(percent, ratio) else { return }
    let step = percent.figure.step
    let exact = (ratio.part * 100_000 + ratio.whole / 2) / ratio.whole
    let rounded = (exact + step / 2) / step * step
    let right = percent.figure.written(rounded) + "%"
    findings.append(
      page.finding(
        FigureRules.percent, percent.range,
        message: Message(
          "百分比与数据不符：按文中数据应为\(right)", "the figures of the sentence give \(right)"),
        suggestion: right))
  }

  /// Whether the percentage is the quotient, one unit of its last digit and the rounding of the
  /// figures allowed.
  private func fits(_ percent: Quantity, _ ratio: Ratio) -> Bool {
    guard ratio.part < Int.max / 200_000 else { return true }
    let exact = ratio.part * 100_000 / ratio.whole
    let hidden =
      100_000 * Double(ratio.blur) / Double(ratio.whole)
      + Double(exact) * Double(ratio.wholeBlur) / Double(ratio.whole)
    return abs(exact - percent.figure.thousandths) <= max(percent.figure.step, 1) + Int(hidden)
  }

  private func isLoose(_ page: FormatPage, _ quantity: Quantity) -> Bool {
    var before = page[quantity.range.lowerBound - 1]
    if before == "约", Quantity.notAbout.contains(page[quantity.range.lowerBound - 2]) {
      before = "\0"
    }
    let after = page[quantity.figure.range.upperBound]
    return "约近超逾过足".unicodeScalars.contains(before) || after == "余" || after == "多"
      || page[quantity.range.upperBound] == "以" || page[quantity.range.upperBound] == "左"
      || page[quantity.range.upperBound] == "多"
  }

  /// How many figures back a rate or a share is looked for; this bounds the work.
  private static let reach = 24
  private static let shares: Set<String> = [
    "占", "占比", "占比为", "占比达", "占总数的", "占总数", "占总人数的", "占总量的", "占总户数的", "占全部的", "占到", "占比达到",
    "占总件数的", "占申请总数的", "占总额的",
  ]
  private static let apportioned: WordSet = ["分别"]
  private static let portions = WordSet(spaced: "占 占比 比重 比例")
  private static let rises = WordSet(spaced: "增长 增加 提高 上升 提升 增幅 上涨")
  private static let falls = WordSet(spaced: "下降 减少 降低 降幅 下跌 回落")
  private static let froms = WordSet(spaced: "由 从")
  private static let tos = WordSet(spaced: "至 到 为")
  private static let notRates = WordSet(spaced: "增长 效率 频率 利率 汇率 税率 概率 比率")
}

extension Quantity {
  /// What rounding may hide of a figure with decimals, in thousandths; whole figures are exact.
  fileprivate var blur: Int { figure.step < figure.scale * 1000 ? figure.step / 2 : 0 }
}
