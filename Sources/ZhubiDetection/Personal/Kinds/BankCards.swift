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
    let isKnown = isFours || groups.allSatisfy { $0 == 1 } || groups.count == 2
      || groups.first == 6 || run.isBroken
    guard isKnown else { return false }
    let last = run.tokens.upperBound
    let first = run.tokens.lowerBound
    let gap = text.gap(after: first)
    if gap == .blank || gap == .dash {
      if text.gap(after: last) == gap, text.tokens[last + 1].digits > 0 { return false }
      if first > 0, text.gap(after: first - 1) == gap, text.tokens[first - 1].digits > 0 { return false }
    }
    return true
  }

  private static func judge(_ text: PersonalText, _ run: NumberRun) -> PersonalHit? {
    let units = run.units
    let values = run.values
    if text.isMeasured(units.upperBound) { return nil }
    let before = text.unit(units.lowerBound - 1)
    if [0x7B2C, 0x5B57, 0x3015, 0x5F, 0x2F, 0x2D, 0x23].contains(before) { return nil }
    let clue = text.clue(before: units.lowerBound)
    let isCalled = clue.says(.payment)
    if clue.isDenied, !isCalled { return nil }
    if clue.says([.id, .passport, .wechat, .qq, .deny]), !isCalled { return nil }
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
    let line = text.lineStart(units.lowerBound)..<text.lineEnd(units.upperBound)
    let before = max(line.lowerBound, units.lowerBound - 36)..<units.lowerBound
    let after = units.upperBound..<min(line.upperBound, units.upperBound + 24)
    func isOrganisation(_ mark: WordMark) -> Bool {
      mark.tags.touches(.organisation) && mark.end - mark.start >= 1
        && !text.follows(mark.end, ["银行", "支行", "分行", "营业"])
    }
    for range in [before, after] {
      for mark in text.marks(in: range) where isOrganisation(mark) {
        let length = mark.end - mark.start
        if length >= 2 {
          // 单位 in 单位职工 and 学校 in 学校学生 name a person after all.
          if text.nameBefore(units.lowerBound) != nil, mark.end <= units.lowerBound,
            text.marks(in: before).contains(where: { $0.start >= mark.end && $0.tags.touches(.name) })
          {
            continue
          }
          return true
        }
        // One character: the end of a name, as in 财政局, 卫生院.
        let next = text.unit(mark.end)
        if text.isHan(mark.start - 1), !text.isHan(mark.end) || next == 0x8D26 || next == 0x6237 || next == 0x5F00 {
          return true
        }
      }
    }
    return false
  }

  /// First six and last four.
  static func masked(_ values: [UInt8]) -> String {
    values[..<6].map { String($0) }.joined() + String(repeating: "*", count: values.count - 10)
      + values[(values.count - 4)...].map { String($0) }.joined()
  }
}
