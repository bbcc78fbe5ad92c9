/// Adds up what a sentence lists and compares it with the total it names.
struct SumCheck: FormatCheck {
  let rules = [FigureRules.sum]

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    for sentence in Quantity.sentences(of: page) {
      for (index, total) in sentence.enumerated() where total.unit != "%" && !total.unit.isEmpty {
        guard !isApproximate(page, total), !page.isQuoted(total.range.lowerBound) else { continue }
        if isTotal(page, total) {
          before(page, sentence, index, into: &findings)
          after(page, sentence, index, into: &findings)
        } else if index + 2 < sentence.count, hasBothSexes(page, sentence[(index + 1)...]) {
          after(page, sentence, index, into: &findings)
        }
      }
    }
  }

  /// `A 20件、B 5件，共 26件`.
  private func before(
    _ page: FormatPage, _ sentence: [Quantity], _ index: Int, into findings: inout [Finding]
  ) {
    let total = sentence[index]
    if page.text.has("其中", at: total.label.lowerBound) { return }
    var parts: [Quantity] = []
    for part in sentence[..<index].reversed() {
      guard part.unit == total.unit, !isTotal(page, part), !part.labelHolds(Self.notParts, page),
        !isApproximate(page, part)
      else { break }
      parts.insert(part, at: 0)
    }
    guard parts.count >= 2, parts.count == index || parts.count <= 12 else { return }
    let sum = parts.reduce(0) { $0 + $1.figure.thousandths }
    if fits(sum, total, parts) { return }
    // What is still open belongs to the sum as well.
    let open = sentence[(index + 1)...].first {
      $0.unit == total.unit && $0.labelHolds(Self.pending, page)
    }
    if let open, fits(sum - open.figure.thousandths, total, parts) { return }
    var tail = sum
    for part in parts.dropLast() {
      tail -= part.figure.thousandths
      if fits(tail, total, parts) { return }
    }
    // Fewer done than received: the rest may simply be pending.
    let isBalance = parts.contains { $0.labelHolds(Self.carried, page) }
    let mayPend =
      isBalance && total.figure.thousandths < sum && !saysNonePending(page, total)
    report(page, total, parts, sum, severity: mayPend ? .info : .warning, into: &findings)
  }

  /// `合计 100件，其中 A 60件、B 30件`.
  private func after(
    _ page: FormatPage, _ sentence: [Quantity], _ index: Int, into findings: inout [Finding]
  ) {
    let total = sentence[index]
    var parts: [Quantity] = []
    for part in sentence[(index + 1)...] {
      guard part.unit == total.unit, !isTotal(page, part), !isApproximate(page, part),
        !part.labelHolds(Self.notParts, page)
      else { break }
      parts.append(part)
    }
    guard parts.count >= 2, let first = parts.first, let last = parts.last else { return }
    let between = total.range.upperBound..<first.label.upperBound
    let opening = Self.openings.first(in: page.text, between)
    guard
      opening != nil || page[total.range.upperBound] == "（" || page[total.range.upperBound] == "("
    else { return }
    let list = total.range.upperBound..<min(page.count, last.range.upperBound + 3)
    if Self.open.first(in: page.text, list) != nil { return }
    let sexes = hasBothSexes(page, parts[...]) && parts.count == 2
    let overlaps = parts.contains { $0.labelHolds(Self.overlapping, page) }
    if overlaps, !sexes { return }
    let sum = parts.reduce(0) { $0 + $1.figure.thousandths }
    if fits(sum, total, parts) { return }
    let isStrict =
      sexes || total.labelHolds(Self.strictTotals, page)
      || opening.map { page[$0.lowerBound] == "分" } == true
    // After a plain 共 the parts named may be only some of them.
    if !isStrict, sum < total.figure.thousandths { return }
    report(page, total, parts, sum, severity: isStrict ? .warning : .info, into: &findings)
  }

  private func report(
    _ page: FormatPage, _ total: Quantity, _ parts: [Quantity], _ sum: Int, severity: Severity,
    into findings: inout [Finding]
  ) {
    let equation = parts.map { page.text.string($0.figure.range) }.joined(separator: " + ")
    let right = total.figure.written(sum)
    let named = page.text.string(total.figure.range)
    findings.append(
      page.finding(
        FigureRules.sum, total.range, severity: severity,
        message: Message(
          "合计与分项不符：\(equation) = \(right) ≠ \(named)",
          "the parts give \(equation) = \(right), the total says \(named)"),
        suggestion: right + total.unit, related: parts.map(\.range)))
  }

  private func fits(_ sum: Int, _ total: Quantity, _ parts: [Quantity]) -> Bool {
    let steps = parts.map(\.figure.step) + [total.figure.step]
    let isExact = steps.allSatisfy { $0 == 1000 }
    let slack = isExact ? 0 : steps.reduce(0, +) / 2
    return abs(sum - total.figure.thousandths) <= slack
  }

  /// 共, 合计, 总计 in the words before the figure.
  private func isTotal(_ page: FormatPage, _ quantity: Quantity) -> Bool {
    if quantity.labelHolds(Self.strictTotals, page) { return true }
    var start = quantity.label.lowerBound
    while page[start].isBlank { start += 1 }
    return page[start] == "共" && !Self.notTogether.stands(in: page.text, at: start)
      || quantity.labelHolds(Self.totals, page)
  }

  private func isApproximate(_ page: FormatPage, _ quantity: Quantity) -> Bool {
    page[quantity.figure.range.upperBound] == "余" || page[quantity.figure.range.upperBound] == "多"
      || "约近超逾".unicodeScalars.contains(page[quantity.range.lowerBound - 1])
  }

  private func hasBothSexes(_ page: FormatPage, _ parts: ArraySlice<Quantity>) -> Bool {
    guard parts.count >= 2 else { return false }
    let first = page.text.string(parts[parts.startIndex].label)
    let second = page.text.string(parts[parts.startIndex + 1].label)
    let men = ["男", "男性", "男生", "男职工", "男教师", "其中男", "其中男性", "其中男生", "其中：男"]
    let women = ["女", "女性", "女生", "女职工", "女教师", "其中女", "其中女性", "其中女生", "其中：女"]
    return men.contains(first) && women.contains(second)
      || women.contains(first) && men.contains(second)
  }

  private func saysNonePending(_ page: FormatPage, _ total: Quantity) -> Bool {
    let line = page.line(containing: total.range.lowerBound)
    let near =
      max(
        line.lowerBound, total.label.lowerBound)..<min(line.upperBound, total.range.upperBound + 16)
    return Self.nonePending.first(in: page.text, near) != nil
  }

  private static let strictTotals = WordSet(spaced: "合计 共计 总计 总共 一共 总数为 总量为")
  private static let totals = WordSet(spaced: "共办结 共处理 共收到 共受理 共完成 共有 共发布")
  private static let notTogether = WordSet(spaced: "共同 共青 共享 共建 共产 共和 共性")
  private static let notParts = WordSet(spaced: "比 较 同比 增加 减少 增长 下降 平均 人均 每 另 其余 上年同期 去年")
  private static let pending = WordSet(spaced: "结转下 结转 未办结 剩余 尚未 待 正在")
  private static let carried = WordSet(spaced: "结转 上年 新收")
  private static let nonePending = WordSet(spaced: "无结转 全部办结 均已办结 无未办 全部完成 已全部")
  private static let openings = WordSet(spaced: "其中 分别 包括 包含 分为")
  private static let open = WordSet(spaced: "等 主要 如 例如 部分 以及其他 含")
  private static let overlapping = WordSet(
    spaced: "党员 女 少数民族 党外 研究生 硕士 博士 本科 高级 省级 市级 国家级 新增 以上 以下 重点 优秀")
}
