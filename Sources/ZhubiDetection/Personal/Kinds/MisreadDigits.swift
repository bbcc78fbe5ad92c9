import ZhubiText

/// Identity and mobile numbers with letters for digits, from scans and typists: O for 0, l and I for 1.
enum MisreadDigits {
  static func read(_ text: PersonalText, _ first: Int) -> (hit: PersonalHit, next: Int)? {
    let token = text.tokens[first]
    guard token.masks == 0, token.letters > 0, token.count == 11 || token.count == 18,
      token.digits >= token.count - 5
    else { return nil }
    var values: [UInt8] = []
    for place in token.start..<token.end {
      if text.isDigit(place) {
        values.append(text.digit(place))
      } else if let value = digit(text.unit(place)) {
        values.append(value)
      } else if values.count == 17, text.isCheckX(place) {
        values.append(10)
      } else {
        return nil
      }
    }
    let units = token.start..<token.end
    let isMade = text.code(around: units).isMachineMade || isPartOfCode(text, units)
    guard !isMade else { return nil }
    let hit = values.count == 18 ? identity(text, units, values) : mobile(text, units, values)
    return hit.map { ($0, first + 1) }
  }

  /// What a letter was meant to be: `o` 0; `l` and `i` (capital I folds to it) 1.
  private static func digit(_ unit: UInt32) -> UInt8? {
    switch unit {
    case 0x6F: 0
    case 0x6C, 0x69: 1
    default: nil
    }
  }

  private static func isPartOfCode(_ text: PersonalText, _ units: Range<Int>) -> Bool {
    let joiners: Set<UInt32> = [0x2D, 0x5F, 0x2F, 0x2E, 0x23, 0x40, 0x3D]
    return
      (joiners.contains(text.unit(units.lowerBound - 1))
      && text.isAlphanumeric(units.lowerBound - 2))
      || (joiners.contains(text.unit(units.upperBound))
        && text.isAlphanumeric(units.upperBound + 1))
  }

  private static func identity(
    _ text: PersonalText, _ units: Range<Int>, _ values: [UInt8]
  ) -> PersonalHit? {
    guard values.count(where: { $0 == 10 }) <= 1, values[0] != 0,
      !values.dropLast().contains(10), CheckDigits.isIdentityNumber(values),
      RegionCodes.isProvince(Int(values[0]) * 10 + Int(values[1])),
      let birth = IdentityNumbers.birthDate(values[6..<14], asOf: text.context.asOf.date)
    else { return nil }
    let clue = text.clue(before: units.lowerBound)
    guard !clue.isDenied || clue.says(.identity) || clue.unknown > 0 else { return nil }
    return PersonalHit(
      kind: .cnID, units: units, range: text.range(units.lowerBound, units.upperBound),
      severity: .block, confidence: .likely, birth: birth,
      replacement: IdentityNumbers.masked(values))
  }

  private static func mobile(
    _ text: PersonalText, _ units: Range<Int>, _ values: [UInt8]
  ) -> PersonalHit? {
    guard values[0] == 1, values[1] >= 3, values[1] <= 9,
      NumberPlans.shared.mobileBelief(values[..<3].reduce(0) { $0 * 10 + Int($1) }) == .alone
    else { return nil }
    let clue = text.clue(before: units.lowerBound)
    guard !clue.isDenied || clue.unknown == 2 || clue.says([.mobile, .phone]) else { return nil }
    if text.isMeasured(units.upperBound) { return nil }
    return PersonalHit(
      kind: .mobile, units: units, range: text.range(units.lowerBound, units.upperBound),
      severity: .warning, confidence: .likely, replacement: PhoneNumbers.masked(values))
  }
}
