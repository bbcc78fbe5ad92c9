import ZhubiText

/// Bank cards and passbooks of persons.
enum BankCards {
  static func read(_ text: PersonalText, _ first: Int) -> (hit: PersonalHit, next: Int)? {
    for length in [19, 18, 17, 16] {
      guard let run = text.run(from: first, digits: length), isGrouped(text, run),
        !text.isCutOut(run.units)
      else { continue }
      if let hit = judge(text, run) { return (hit, run.tokens.upperBound + 1) }
    }
    return nil
  }

  private static func isGrouped(_ text: PersonalText, _ run: NumberRun) -> Bool {
    let groups = run.groups
    if groups.count == 1 { return true }
    guard run.isUniform || run.isBroken else { return false }
    if run.isBroken, PhoneNumbers.isColumn(text, run) { return false }
    let isFours = groups.dropLast().allSatisfy { $0 == 4 } && groups.last! <= 4
    let isKnown =
      isFours || groups.allSatisfy { $0 == 1 } || groups.count == 2
      || groups.first == 6 || run.isBroken
    guard isKnown else { return false }
    let last = run.tokens.upperBound
    let first = run.tokens.lowerBound
    let gap = text.gap(after: first)
    if gap == .blank || gap == .dash {
      // A short last group closes the number: what follows is an amount.
      if groups.last == 4 || (groups.count == 2 && groups[1] < 10), text.gap(after: last) == gap,
        text.tokens[last + 1].digits > 0
      {
        return false
      }
      if first > 0, text.gap(after: first - 1) == gap, text.tokens[first - 1].digits > 0 {
        return false
      }
    }
    return true
  }

  private static func judge(_ text: PersonalText, _ run: NumberRun) -> PersonalHit? {
    let units = run.units
    let values = run.values
    if text.isMeasured(units.upperBound) { return nil }
    let before = text.unit(units.lowerBound - 1)
    let clue = text.clue(before: units.lowerBound)
    let isCalled = clue.says(.payment)
    // 户名/卡号：张三/6217…
    let isField = before == 0x2F && isCalled && text.isHan(units.lowerBound - 2)
    if !isField, [0x7B2C, 0x5B57, 0x3015, 0x5F, 0x2F, 0x2D, 0x23].contains(before) { return nil }
    if !isCalled, let field = text.field(before: units.lowerBound),
      !["card", "acc", "bank", "kh", "zh", "value"].contains(where: field.contains)
    {
      return nil
    }
    if clue.isDenied, !isCalled { return nil }
    if clue.says([.id, .passport, .deny]), !isCalled { return nil }
    // 微信零钱提现至6217…: the label of something else, and not right before.
    if clue.says([.wechat, .qq]), clue.distance <= 3, !isCalled { return nil }
    let code = text.code(around: units)
    if code.isMachineMade, !isCalled { return nil }
    let belief = CardBins.shared.belief(values, length: values.count)
    let isValid = CheckDigits.isLuhn(values)
    if isOfOrganisation(text, units) { return nil }
    let hit = PersonalHit(
      kind: .bankCard, units: units, range: text.range(units.lowerBound, units.upperBound),
      severity: .block, confidence: isCalled ? .certain : .likely, replacement: masked(values))
    if isValid {
      guard belief == .alone || (isCalled && belief != .none) else { return nil }
      return hit
    }
    // Passbooks and rural accounts often carry no check digit.
    guard clue.says([.passbook, .account]), clue.distance <= 8, values.count >= 16,
      clue.says(.passbook) || text.nameBefore(units.lowerBound) != nil,
      run.groups.count == 1
    else { return nil }
    var weak = hit
    weak.severity = .warning
    weak.confidence = .possible
    return weak
  }

  /// Accounts of offices, firms and funds are public.
  private static func isOfOrganisation(_ text: PersonalText, _ units: Range<Int>) -> Bool {
    // In a table the row decides, elsewhere the fields above and below as well.
    let line = text.lineStart(units.lowerBound)..<text.lineEnd(units.upperBound)
    let isRow = text.units[line].contains(0x09) || text.units[line].contains(0x7C)
    let lowest = isRow ? line.lowerBound : 0
    // Behind the account its line and the next: what stands further down is another paragraph.
    let highest =
      isRow ? line.upperBound : text.lineEnd(min(text.count, line.upperBound + 1))
    let before = max(lowest, units.lowerBound - 48)..<units.lowerBound
    let after = units.upperBound..<min(highest, units.upperBound + 30)
    for mark in text.marks(in: before).reversed() where isOrganisation(text, mark) {
      // 单位 in 单位职工张三 names a person after all.
      // 保证金退至…: what is paid back goes to whoever paid it.
      let isPaidBack = text.units[mark.end..<units.lowerBound].contains {
        $0 == 0x9000 || $0 == 0x8FD4
      }
      return !isPaidBack && text.firstName(in: mark.end..<units.lowerBound) == nil
    }
    return text.marks(in: after).contains { mark in
      isOrganisation(text, mark) && text.firstName(in: units.upperBound..<mark.start) == nil
        && (line.contains(mark.start) || text.holds(.account, in: units.upperBound..<mark.start))
    }
  }

  /// A word of an office or firm; one character counts as the end of a name: 财政局, 卫生院.
  private static func isOrganisation(_ text: PersonalText, _ mark: WordMark) -> Bool {
    guard mark.tags.touches(.organisation), !text.follows(mark.end, ["银行", "支行", "分行", "营业"]) else {
      return false
    }
    if mark.end - mark.start >= 2 { return true }
    let next = text.unit(mark.end)
    return text.isHan(mark.start - 1)
      && (!text.isHan(mark.end) || next == 0x8D26 || next == 0x6237 || next == 0x5F00)
  }

  /// First six and last four.
  static func masked(_ values: [UInt8]) -> String {
    values[..<6].map { String($0) }.joined() + String(repeating: "*", count: values.count - 10)
      + values[(values.count - 4)...].map { String($0) }.joined()
  }
}
