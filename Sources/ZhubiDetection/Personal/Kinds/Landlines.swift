import ZhubiText

extension PhoneNumbers {
  /// A landline of a home. Landlines of offices are published on purpose and say nothing.
  static func landline(_ text: PersonalText, _ first: Int) -> (hit: PersonalHit, next: Int)? {
    let token = text.tokens[first]
    guard token.isDigits, token.count <= 12 else { return nil }
    var last = first
    var digits = (token.start..<token.end).map { text.digit($0) }
    var start = token.start
    if digits == [8, 6] || digits == [0, 0, 8, 6], first + 1 < text.tokens.count {
      return international(text, first)
    }
    if token.count == 3 || token.count == 4, digits[0] == 0 {
      guard first + 1 < text.tokens.count else { return nil }
      let next = text.tokens[first + 1]
      let gap = next.start - token.end
      guard next.isDigits, gap >= 1, gap <= 3,
        (token.end..<next.start).allSatisfy({
          [0x20, 0x2D, 0x29, 0xFF09, 0x2013, 0x2014].contains(text.unit($0))
        })
      else { return nil }
      digits += (next.start..<next.end).map { text.digit($0) }
      last = first + 1
      if text.unit(start - 1) == 0x28 || text.unit(start - 1) == 0xFF08 { start -= 1 }
      // 0571-8888 9999
      if next.count == 4, first + 2 < text.tokens.count, text.tokens[first + 2].count == 4,
        text.gap(after: first + 1) == .blank || text.gap(after: first + 1) == .dash
      {
        digits += (text.tokens[first + 2].start..<text.tokens[first + 2].end).map { text.digit($0) }
        last = first + 2
      }
    }
    return ofHome(text, digits, from: start, through: last)
  }

  /// +86-571-85123456, 0086 10 65123456 of a home.
  private static func international(
    _ text: PersonalText, _ first: Int
  ) -> (hit: PersonalHit, next: Int)? {
    let token = text.tokens[first]
    let isPlus = text.unit(token.start - 1) == 0x2B
    guard isPlus || token.count == 4 else { return nil }
    var digits: [UInt8] = []
    var last = first
    while last - first < 3, last + 1 < text.tokens.count, text.tokens[last + 1].isDigits,
      (1...3).contains(text.tokens[last + 1].start - text.tokens[last].end),
      (text.tokens[last].end..<text.tokens[last + 1].start).allSatisfy({
        [0x20, 0x2D, 0x28, 0x29, 0xFF08, 0xFF09, 0x2013, 0x2014].contains(text.unit($0))
      })
    {
      last += 1
      digits += (text.tokens[last].start..<text.tokens[last].end).map { text.digit($0) }
    }
    if digits.first != 0 { digits.insert(0, at: 0) }
    guard last > first else { return nil }
    return ofHome(text, digits, from: isPlus ? token.start - 1 : token.start, through: last)
  }

  /// The number as one of a home, when its digits and its surroundings say so.
  private static func ofHome(
    _ text: PersonalText, _ digits: [UInt8], from start: Int, through last: Int
  ) -> (hit: PersonalHit, next: Int)? {
    guard let local = localNumber(digits), local.count == 7 || local.count == 8,
      (2...8).contains(local[0])
    else { return nil }
    let units = start..<text.tokens[last].end
    let clue = text.clue(before: start)
    guard clue.says(.homePhone) && !clue.isDenied || isOfHome(text, start), !text.isCutOut(units)
    else { return nil }
    return (
      PersonalHit(
        kind: .landline, units: units, range: text.range(units.lowerBound, units.upperBound),
        severity: .warning), last + 1
    )
  }

  /// 住宅：0571-…, 张三家0571-….
  private static func isOfHome(_ text: PersonalText, _ start: Int) -> Bool {
    var place = start
    while place > 0, [0x20, 0x09, 0x3A, 0xFF1A].contains(text.unit(place - 1)) { place -= 1 }
    if text.precedes(
      place, ["(家)", "(宅)", "home tel", "home tel.", "home phone", "home telephone"])
    {
      return true
    }
    // 住宅固定电话, 家庭（座机）号码: what stands between says only what kind of telephone it is.
    var from = place
    while place - from < 10, Self.telephoneWords.contains(text.unit(from - 1)) { from -= 1 }
    if text.precedes(from, ["住宅", "家庭", "家里", "家中", "私宅", "自宅", "家裡"]) { return true }
    guard text.unit(place - 1) == 0x5BB6 else { return false }
    return (3...5).contains { width in
      guard text.startsName(place - width), let name = text.name(at: place - width) else {
        return false
      }
      return name.upperBound == place - 1 || name.upperBound == place
    }
  }

  private static let telephoneWords = Set(
    "固定座机電电話话号码號碼联系聯繫的为是（）():： 手機/、或及".unicodeScalars.map(\.value))

  /// The digits behind the trunk code; all of them where there is none.
  private static func localNumber(_ digits: [UInt8]) -> [UInt8]? {
    guard digits.first == 0 else { return digits }
    for width in [2, 3] where digits.count > width {
      let area = digits[1...width].reduce(0) { $0 * 10 + Int($1) }
      if NumberPlans.shared.hasArea(area) { return Array(digits[(width + 1)...]) }
    }
    return nil
  }
}
