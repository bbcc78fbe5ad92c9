import ZhubiText

/// Mobile numbers; landlines of homes stand in `Landlines.swift`.
enum PhoneNumbers {
  /// The mobile number that begins with a token, and the token behind it.
  static func mobile(_ text: PersonalText, _ first: Int) -> (hit: PersonalHit, next: Int)? {
    let token = text.tokens[first]
    guard token.digits == token.count || token.letters == 0 else { return nil }
    // Country code and trunk zero written without a space.
    if token.isDigits, [12, 13, 14, 15].contains(token.count) {
      let skip = token.count - 11
      let head = (0..<skip).map { text.digit(token.start + $0) }
      guard head == [0] || head == [8, 6] || head == [0, 8, 6] || head == [0, 0, 8, 6] else {
        return nil
      }
      let values = (skip..<token.count).map { text.digit(token.start + $0) }
      let hasPlus = text.unit(token.start - 1) == 0x2B
      if head == [8, 6], !hasPlus, !text.clue(before: token.start).says([.mobile, .phone]) {
        return nil
      }
      return judge(text, token.start..<token.end, values, number: token.start + skip)
        .map { ($0, first + 1) }
    }
    guard let run = text.run(from: first, digits: 11), isGrouped(text, run) else { return nil }
    return judge(text, run.units, run.values, number: run.units.lowerBound)
      .map { ($0, run.tokens.upperBound + 1) }
  }

  /// The ways people part eleven digits.
  private static func isGrouped(_ text: PersonalText, _ run: NumberRun) -> Bool {
    let groups = run.groups
    if groups.count == 1 { return true }
    guard run.isUniform else { return false }
    if run.isBroken, isColumn(text, run) { return false }
    let isKnown =
      groups == [3, 4, 4] || groups == [4, 4, 3] || groups == [3, 8] || groups == [7, 4]
      || groups == [3, 2, 2, 2, 2] || groups == [3, 3, 5] || groups == [4, 3, 4]
      || groups.allSatisfy { $0 == 1 }
      || (run.isBroken && groups.count == 2)
    guard isKnown else { return false }
    // More groups of the same kind to the left or right: a row of numbers, not a phone.
    let last = run.tokens.upperBound
    let first = run.tokens.lowerBound
    let gap = text.gap(after: first)
    if gap != .broken {
      if text.gap(after: last) == gap, text.tokens[last + 1].isDigits,
        // 138 0013 8000 8:00: a time of day is another thing.
        ![0x3A, 0xFF1A].contains(text.unit(text.tokens[last + 1].end))
      {
        return text.tokens[last + 1].count == 3
          && text.clue(before: run.units.lowerBound).says([.mobile, .phone])
      }
      if first > 0, text.gap(after: first - 1) == gap, text.tokens[first - 1].digits > 0 {
        // A whole number in the cell before: 卡号 手机.
        return isCountryCode(text, first - 1) || text.tokens[first - 1].digits >= 15
      }
    }
    return true
  }

  private static func isCountryCode(_ text: PersonalText, _ index: Int) -> Bool {
    let token = text.tokens[index]
    let digits = (token.start..<token.end).map { text.digit($0) }
    return digits == [8, 6] || digits == [0, 0, 8, 6] || digits == [0]
  }

  /// Numbers under each other: the line holds nothing but the first part.
  static func isColumn(_ text: PersonalText, _ run: NumberRun) -> Bool {
    func isNumber(_ range: Range<Int>) -> Bool {
      range.allSatisfy {
        text.isDigit($0) || text.isBlank($0) || text.unit($0) == 0x2E || text.unit($0) == 0x0D
      }
    }
    let start = text.lineStart(run.units.lowerBound)
    let end = text.lineEnd(run.units.upperBound)
    return isNumber(start..<run.units.lowerBound) && isNumber(run.units.upperBound..<end)
  }

  private static func judge(
    _ text: PersonalText, _ units: Range<Int>, _ values: [UInt8], number: Int
  ) -> PersonalHit? {
    guard values[0] == 1, values[1] >= 3 else { return nil }
    let belief = NumberPlans.shared.mobileBelief(values[..<3].reduce(0) { $0 * 10 + Int($1) })
    let clue = text.clue(before: units.lowerBound)
    let isCalled = clue.says([.mobile, .phone, .homePhone, .wechat, .account])
    guard belief == .alone || (isCalled && clue.distance <= 10) else { return nil }
    guard !isOtherNumber(text, units, clue, isCalled: isCalled) else { return nil }
    let start =
      number == units.lowerBound
      ? prefixStart(text, units.lowerBound) : plusStart(text, units.lowerBound)
    return PersonalHit(
      kind: .mobile, units: start..<units.upperBound, range: text.range(start, units.upperBound),
      severity: .warning, confidence: isCalled ? .certain : .likely, replacement: masked(values))
  }

  private static func isOtherNumber(
    _ text: PersonalText, _ units: Range<Int>, _ clue: Clue, isCalled: Bool
  ) -> Bool {
    if text.isCutOut(units) || text.isMeasured(units.upperBound) { return true }
    if clue.isDenied, clue.unknown < 2, !isCalled, !text.isNamed(units.lowerBound, behind: clue) {
      return true
    }
    if clue.says([.qq, .qqDeny]), clue.distance <= 4, !isCalled { return true }
    if !isCalled, isAmount(text, units) || isInRowOfAmounts(text, units) { return true }
    let before = text.unit(units.lowerBound - 1)
    let after = text.unit(units.upperBound)
    switch before {
    case 0x7B2C, 0x5B57, 0xFFE5, 0xA5, 0x24, 0x2116, 0x3015, 0x23, 0x40, 0x3C: return true
    case 0x3E where !text.isTagEnd(units.lowerBound - 1): return true
    case 0x2F, 0x2D, 0x5F:
      // 0571-… / 138…: another telephone may stand before.
      let isField = before == 0x2F && text.nameBefore(units.lowerBound, reach: 40) != nil
      // /content/138…/list; 张三/138…/人民路5号 are fields.
      let isPath =
        text.unit(units.lowerBound - 2).isASCIILetter
        || text.unit(units.upperBound + 1).isASCIILetter
      if before == 0x2F, !isCalled, after == 0x2F, isPath || !isField { return true }
      if !(isCalled && before != 0x5F) && !isField && text.isAlphanumeric(units.lowerBound - 2)
        && !isTelephone(text, endingAt: units.lowerBound - 1)
      {
        return true
      }
    default: break
    }
    if after == 0x2D || after == 0x5F || after == 0x2F || after == 0x40,
      text.isAlphanumeric(units.upperBound + 1)
    {
      let isShared =
        after != 0x5F && after != 0x40
        && (isCalled || isTelephone(text, startingAt: units.upperBound + 1))
      if !isShared { return true }
    }
    if before == 0x2E, text.unit(units.lowerBound - 2).isASCIILetter { return !isCalled }
    let code = text.code(around: units)
    if code.isUUID { return true }
    if code.isURL || code.isFileName {
      let words = ["tel", "phone", "mobile", "sjh", "sjhm", "shouji", "mob", "cell", "lxdh", "dh"]
      if words.contains(code.parameter) { return false }
      // 张三13800000000.docx, 张三_138….pdf
      if code.isFileName, !code.isURL, isCalled, clue.distance <= 2 { return false }
      guard code.isFileName, !code.isURL, let name = text.nameBefore(units.lowerBound, reach: 6)
      else { return true }
      return units.lowerBound - name.upperBound > 1
    }
    if ["id", "docid", "col"].contains(code.parameter) { return true }
    if isCalled { return false }
    // 138…（订单号）, 138…+139…
    if after == 0x28, text.clueBehind(units.upperBound).touches([.deny, .generic]),
      !text.clueBehind(units.upperBound).touches([.mobile, .phone, .wechat])
    {
      return true
    }
    if before == 0x5B, text.unit(units.lowerBound - 2).isASCIILetter { return true }
    if after == 0x2B && text.isDigit(units.upperBound + 1) { return true }
    if before == 0x2B && text.isDigit(units.lowerBound - 2) { return true }
    // articleKey=138…, "count":138…: a field that speaks of no telephone and no person.
    guard let field = text.field(before: units.lowerBound) else { return false }
    return !Self.parameters.contains(where: field.contains)
  }

  private static let parameters = [
    "tel", "phone", "mob", "cell", "sj", "shouji", "dh", "lx", "contact", "user", "account",
    "login",
    "name", "value", "alt", "title", "content", "call", "wx", "text", "href",
  ]

  /// 点击数13800…, 发电量：138…: what the word before ends with is counted or paid.
  private static func isAmount(_ text: PersonalText, _ units: Range<Int>) -> Bool {
    var place = units.lowerBound
    // 总数： at the end of the line above.
    if text.kind(place - 1) == .newline, [0x3A, 0xFF1A].contains(text.unit(place - 2)) {
      place -= 1
    }
    while place > 0, [0x20, 0x09, 0x3A, 0xFF1A].contains(text.unit(place - 1)) { place -= 1 }
    guard text.endsLikeAmount(place) else { return false }
    return text.nameBefore(place, reach: 4)?.upperBound != place
  }

  /// 总人口|138…: what the first cell of the row counts.
  private static func isInRowOfAmounts(_ text: PersonalText, _ units: Range<Int>) -> Bool {
    guard let cells = text.cells else { return false }
    let line = text.lineStart(units.lowerBound)..<text.lineEnd(units.upperBound)
    let starts = cells.cellStarts(in: text, line)
    guard starts.count > 1, starts[1] <= units.lowerBound else { return false }
    var end = starts[1] - 1
    while end > line.lowerBound, text.isBlank(end - 1) || text.unit(end - 1) == 0x7C { end -= 1 }
    if [0x7C, 0x09, 0x2C].contains(text.unit(end - 1)) { end -= 1 }
    return end > line.lowerBound && text.endsLikeAmount(end)
  }

  private static func isTelephone(_ text: PersonalText, endingAt end: Int) -> Bool {
    var start = text.isCheckX(end - 1) && text.isDigit(end - 2) ? end - 1 : end
    var digits = end - start
    while start > 0, text.isDigit(start - 1) || text.unit(start - 1) == 0x2D {
      start -= 1
      digits += text.isDigit(start) ? 1 : 0
    }
    // A telephone, or the identity number of the same person.
    return [7, 8, 10, 11, 12, 18].contains(digits)
      || (digits == 2 && text.unit(start) == 0x38) || (digits == 4 && text.unit(start) == 0x30)
  }

  private static func isTelephone(_ text: PersonalText, startingAt start: Int) -> Bool {
    var end = start
    while text.isDigit(end) || text.unit(end) == 0x2D { end += 1 }
    let digits = (start..<end).count { text.isDigit($0) }
    return digits == 11 || digits == 12 || digits == 7 || digits == 8
  }

  /// Where `+86`, `0086`, `86-`, `(86)`, `（+86）` or a leading 0 before a number begins.
  private static func prefixStart(_ text: PersonalText, _ start: Int) -> Int {
    var place = start
    if [0x20, 0x2D, 0x2013].contains(text.unit(place - 1)) { place -= 1 }
    let isClosed = text.unit(place - 1) == 0x29 || text.unit(place - 1) == 0xFF09
    if isClosed { place -= 1 }
    var from = place
    if text.unit(from - 1) == 0x36, text.unit(from - 2) == 0x38 {
      from -= 2
      if text.unit(from - 1) == 0x30, text.unit(from - 2) == 0x30 { from -= 2 }
      if text.unit(from - 1) == 0x2B { from -= 1 }
    } else if text.unit(from - 1) == 0x30, !text.isAlphanumeric(from - 2) {
      from -= 1
    } else {
      return start
    }
    if text.isAlphanumeric(from - 1) || text.unit(from - 1) == 0x2E { return start }
    if isClosed {
      guard text.unit(from - 1) == 0x28 || text.unit(from - 1) == 0xFF08 else { return start }
      from -= 1
    }
    return from
  }

  private static func plusStart(_ text: PersonalText, _ start: Int) -> Int {
    text.unit(start - 1) == 0x2B ? start - 1 : start
  }

  /// 138****1234.
  static func masked(_ values: [UInt8]) -> String {
    values[..<3].map { String($0) }.joined() + "****" + values[7...].map { String($0) }.joined()
  }
}
