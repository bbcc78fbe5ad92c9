/// Adds up what a sentence lists and compares it with the total it names.
struct SumCheck: FormatCheck {
  let rules = [FigureRules.sum]

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    for sentence in page.quantities {
      for (index, total) in sentence.enumerated() where total.unit != "%" && !total.unit.isEmpty {
        guard !isApproximate(page, total), !page.isQuoted(total.range.lowerBound) else { continue }
        if isTotal(page, total) {
          before(page, sentence, index, into: &findings)
          after(page, sentence, index, into: &findings)
        } else if index + 2 < sentence.count, !total.labelHolds(Self.notParts, page),
          hasBothSexes(page, sentence[(index + 1)...])
            || page.text.has("其中", at: sentence[index + 1].label.lowerBound)
            || page[total.range.upperBound] == "（"
        {
          after(page, sentence, index, into: &findings)
        }
      }
      balance(page, sentence, into: &findings)
    }
  }

  /// `新收40件，上年结转2件，办结41件，结转下年2件`: what came in has gone out or is carried on.
  private func balance(_ page: FormatPage, _ sentence: [Quantity], into findings: inout [Finding]) {
    guard sentence.count >= 4,
      let last = sentence.last(where: { $0.labelHolds(Self.goingOn, page) })
    else { return }
    let same = sentence.filter { $0.unit == last.unit && !isApproximate(page, $0) }
    guard let received = same.first(where: { $0.labelHolds(Self.received, page) }),
      let carried = same.first(where: { $0.labelHolds(Self.comingIn, page) }),
      let done = same.first(where: { $0.labelHolds(Self.done, page) }),
      Set([received, carried, done, last].map(\.range)).count == 4
    else { return }
    let left = received.figure.thousandths + carried.figure.thousandths
    let right = done.figure.thousandths + last.figure.thousandths
    guard left != right else { return }
    func written(_ quantity: Quantity) -> String { page.text.string(quantity.figure.range) }
    let equation =
      "\(written(received)) + \(written(carried)) = \(last.figure.written(left)) ≠ "
      + "\(written(done)) + \(written(last)) = \(last.figure.written(right))"
    let rest = left - done.figure.thousandths
    findings.append(
      page.finding(
        FigureRules.sum, last.range,
        message: Message("勾稽关系不成立：\(equation)", "an equation fails: \(equation)"),
        suggestion: rest >= 0 ? last.figure.written(rest) + last.unit : nil,
        related: [received, carried, done].map(\.range)))
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
      parts.append(part)
      if parts.count > Self.mostParts { return }
    }
    parts.reverse()
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
      if parts.count > Self.mostParts { return }
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
    let overlaps = parts.contains {
      $0.labelHolds(Self.overlapping, page)
        || Self.people.contains(total.unit) && $0.labelHolds(Self.levels, page)
    }
    if overlaps, !sexes { return }
    let sum = parts.reduce(0) { $0 + $1.figure.thousandths }
    if fits(sum, total, parts) { return }
    // Far more than the whole: other things follow in the sentence.
    if !sexes, sum * 2 > total.figure.thousandths * 3 { return }
    let isStrict =
      sexes || total.labelHolds(Self.strictTotals, page)
      || opening.map { page[$0.lowerBound] == "分" } == true
    // 县级80件，乡级30件: parts of one kind are a division of the whole.
    let isDivision = isDivision(page, parts)
    let isNamed = isTotal(page, total)
    let severity: Severity
    if isStrict {
      severity = .warning
    } else if sum > total.figure.thousandths {
      severity = isDivision || isNamed ? .warning : .info
    } else {
      // After a plain 共 the parts named may be only some of them.
      let isWhole =
        opening == nil && "）)".unicodeScalars.contains(page[last.range.upperBound])
        || total.labelHolds(["总"], page) && page[last.range.upperBound] == "。"
      guard isDivision || isWhole else { return }
      severity = .info
    }
    report(page, total, parts, sum, severity: severity, into: &findings)
  }

  /// Whether the labels end with one and the same character: 县级, 乡级; 一般程序, 简易程序.
  private func isDivision(_ page: FormatPage, _ parts: [Quantity]) -> Bool {
    let ends = parts.map { part -> Unicode.Scalar in
      var end = part.label.upperBound
      while end > part.label.lowerBound, page[end - 1].isBlank { end -= 1 }
      return end > part.label.lowerBound ? page[end - 1] : "\0"
    }
    return ends[0].isHan && Set(ends).count == 1
      && Set(parts.map { page.text.string($0.label) }).count == parts.count
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
        && !Quantity.notAbout.contains(page[quantity.range.lowerBound - 2])
  }

  private func hasBothSexes(_ page: FormatPage, _ parts: ArraySlice<Quantity>) -> Bool {
    guard parts.count >= 2 else { return false }
    let sexes = parts.prefix(2).map { part -> Unicode.Scalar in
      var low = part.label.lowerBound
      while page[low].isBlank || page[low] == "：" { low += 1 }
      if page.text.has("其中", at: low) { low += 2 }
      while page[low].isBlank || page[low] == "：" { low += 1 }
      guard part.label.upperBound - low <= 4 else { return "\0" }
      return page[low]
    }
    return sexes == ["男", "女"] || sexes == ["女", "男"]
  }

  private func saysNonePending(_ page: FormatPage, _ total: Quantity) -> Bool {
    let line = page.line(containing: total.range.lowerBound)
    let near =
      max(
        line.lowerBound, total.label.lowerBound)..<min(line.upperBound, total.range.upperBound + 16)
    return Self.nonePending.first(in: page.text, near) != nil
  }

  /// Longer lists are no sums of a sentence; this bounds the work.
  private static let mostParts = 40
  private static let people: Set<String> = ["人", "名", "位"]
  private static let goingOn = WordSet(spaced: "结转下年 结转至下年 结转下一年 结转到下年")
  private static let comingIn = WordSet(spaced: "上年结转 结转上年 上年度结转")
  private static let received = WordSet(spaced: "新收 本年收到")
  private static let done = WordSet(spaced: "办结 办理完毕 予以答复 已答复")
  private static let strictTotals = WordSet(spaced: "合计 共计 总计 总共 一共 总数为 总量为")
  private static let totals = WordSet(spaced: "共办结 共处理 共收到 共受理 共完成 共有 共发布")
  private static let notTogether = WordSet(spaced: "共同 共青 共享 共建 共产 共和 共性")
  private static let notParts = WordSet(spaced: "比 较 同比 增加 减少 增长 下降 提高 降低 平均 人均 每 另 其余 上年同期 去年")
  private static let pending = WordSet(spaced: "结转下 结转 未办结 剩余 尚未 待 正在")
  private static let carried = WordSet(spaced: "结转 上年 新收")
  private static let nonePending = WordSet(spaced: "无结转 全部办结 均已办结 无未办 全部完成 已全部")
  private static let openings = WordSet(spaced: "其中 分别 包括 包含 分为")
  private static let open = WordSet(spaced: "等 主要 如 例如 部分 以及其他 含")
  private static let overlapping = WordSet(
    spaced: "党员 女 少数民族 党外 研究生 硕士 博士 本科 高级 新增 以上 以下 重点 优秀")
  private static let levels = WordSet(spaced: "省级 市级 县级 国家级")
}
