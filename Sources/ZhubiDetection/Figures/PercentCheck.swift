/// Recomputes rates, shares and growth from the figures of the sentence.
struct PercentCheck: FormatCheck {
  let rules = [FigureRules.percent]

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    for sentence in Quantity.sentences(of: page) {
      for (index, percent) in sentence.enumerated()
      where percent.unit == "%" && percent.figure.scale == 1 && index > 0 {
        if page.isQuoted(percent.range.lowerBound) || isLoose(page, percent) { continue }
        if growth(page, sentence, index, into: &findings) { continue }
        if share(page, sentence, index, into: &findings) { continue }
        rate(page, sentence, index, into: &findings)
      }
    }
  }

  /// `由200件增至250件，增长25%`.
  private func growth(
    _ page: FormatPage, _ sentence: [Quantity], _ index: Int, into findings: inout [Finding]
  ) -> Bool {
    guard index >= 2 else { return false }
    let (from, to, percent) = (sentence[index - 2], sentence[index - 1], sentence[index])
    let isRise = percent.labelHolds(Self.rises, page)
    let isFall = percent.labelHolds(Self.falls, page)
    guard isRise != isFall, from.unit == to.unit, from.unit != "%", from.figure.thousandths > 0,
      percent.label.count <= 8, percent.label.lowerBound - to.range.upperBound <= 2,
      from.labelHolds(Self.froms, page), to.labelHolds(Self.tos, page), !isLoose(page, from),
      !isLoose(page, to)
    else { return false }
    let (a, b) = (from.figure.thousandths, to.figure.thousandths)
    let change = isRise ? b - a : a - b
    guard change >= 0 else { return true }
    judge(page, percent, part: change, whole: a, into: &findings)
    return true
  }

  /// `共50件，其中网上30件，占60%`.
  private func share(
    _ page: FormatPage, _ sentence: [Quantity], _ index: Int, into findings: inout [Finding]
  ) -> Bool {
    let percent = sentence[index]
    guard page.text.has("占", at: percent.label.lowerBound) else { return false }
    guard Self.shares.contains(page.text.string(percent.label)) else { return true }
    guard index >= 2 else { return true }
    let part = sentence[index - 1]
    guard part.unit != "%", !isLoose(page, part),
      percent.label.lowerBound - part.range.upperBound <= 2
    else { return true }
    let wholes = sentence[..<(index - 1)].filter { $0.unit == part.unit && !isLoose(page, $0) }
    guard !wholes.isEmpty, part.labelHolds(["其中"], page) || wholes.count == 1 else { return true }
    judge(page, percent, part: part.figure.thousandths, wholes: wholes, into: &findings)
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
    let before = sentence[..<index].filter { $0.unit != "%" && !isLoose(page, $0) }
    guard
      let done = before.last(where: { quantity in
        quantity.label.contains { page.text.has(verb, at: $0) }
          || page.text.has(verb, at: quantity.range.upperBound)
      })
    else { return }
    let wholes = before.filter {
      $0.unit == done.unit && $0.range.lowerBound < done.range.lowerBound
    }
    guard !wholes.isEmpty, wholes.count <= 2 else { return }
    judge(page, percent, part: done.figure.thousandths, wholes: Array(wholes), into: &findings)
  }

  private func judge(
    _ page: FormatPage, _ percent: Quantity, part: Int, wholes: [Quantity],
    into findings: inout [Finding]
  ) {
    var candidates = wholes.map(\.figure.thousandths)
    if wholes.count > 1 { candidates.append(candidates.reduce(0, +)) }
    candidates = candidates.filter { $0 > 0 && $0 >= part }
    guard let first = candidates.first else { return }
    if candidates.contains(where: { fits(percent, part: part, whole: $0) }) { return }
    if Set(wholes.map(\.figure.thousandths)).count > 1 { return }
    judge(page, percent, part: part, whole: first, into: &findings)
  }

  private func judge(
    _ page: FormatPage, _ percent: Quantity, part: Int, whole: Int,
    into findings: inout [Finding]
  ) {
    guard whole > 0, part < Int.max / 200_000, !fits(percent, part: part, whole: whole) else {
      return
    }
    let step = percent.figure.step
    let exact = (part * 100_000 + whole / 2) / whole
    let rounded = (exact + step / 2) / step * step
    let right = percent.figure.written(rounded) + "%"
    findings.append(
      page.finding(
        FigureRules.percent, percent.range,
        message: Message(
          "百分比与数据不符：按文中数据应为\(right)", "the figures of the sentence give \(right)"),
        suggestion: right))
  }

  /// Whether the percentage is the quotient, one unit of its last digit allowed.
  private func fits(_ percent: Quantity, part: Int, whole: Int) -> Bool {
    guard part < Int.max / 200_000 else { return true }
    let exact = part * 100_000 / whole
    return abs(exact - percent.figure.thousandths) <= max(percent.figure.step, 1)
  }

  private func isLoose(_ page: FormatPage, _ quantity: Quantity) -> Bool {
    let before = page[quantity.range.lowerBound - 1]
    let after = page[quantity.figure.range.upperBound]
    return "约近超逾过足".unicodeScalars.contains(before) || after == "余" || after == "多"
      || page[quantity.range.upperBound] == "以" || page[quantity.range.upperBound] == "左"
      || page[quantity.range.upperBound] == "多"
  }

  private static let shares: Set<String> = [
    "占", "占比", "占比为", "占比达", "占总数的", "占总数", "占总人数的", "占总量的", "占总户数的", "占全部的", "占到", "占比达到",
    "占总件数的", "占申请总数的", "占总额的",
  ]
  private static let rises = WordSet(spaced: "增长 增加 提高 上升 提升 增幅 上涨")
  private static let falls = WordSet(spaced: "下降 减少 降低 降幅 下跌 回落")
  private static let froms = WordSet(spaced: "由 从")
  private static let tos = WordSet(spaced: "至 到 为")
  private static let notRates = WordSet(spaced: "增长 效率 频率 利率 汇率 税率 概率 比率")
}
