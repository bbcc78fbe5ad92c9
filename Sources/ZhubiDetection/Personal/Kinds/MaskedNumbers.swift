import ZhubiText

/// Numbers with some digits hidden: how many numbers still fit?
enum MaskedNumbers {
  /// Up to so many candidates a mask protects nobody: any list, any guess finds the person.
  static let enough = 1_000

  static func read(_ text: PersonalText, _ first: Int) -> (hit: PersonalHit, next: Int)? {
    guard let masked = pattern(text, first) else { return nil }
    let units = masked.units
    if text.isAlphanumeric(units.lowerBound - 1) || text.isAlphanumeric(units.upperBound) {
      return nil
    }
    let clue = text.clue(before: units.lowerBound)
    if clue.isDenied, clue.unknown == 0,
      !clue.says([.id, .mobile, .phone, .card, .account, .passbook])
    {
      return nil
    }
    let code = text.code(around: units)
    if code.isURL, code.parameter.isEmpty { return nil }
    let hit =
      identity(text, masked, clue) ?? mobile(text, masked, clue) ?? card(text, masked, clue)
    return hit.map { ($0, masked.next) }
  }

  private struct Pattern {
    var values: [UInt8]
    var units: Range<Int>
    var next: Int
    var hidden: Int { values.count { $0 == PersonalHit.hidden } }
    var visible: Int { values.count - hidden }
  }

  /// The digits and masks that begin with a token; nil unless both are there.
  private static func pattern(_ text: PersonalText, _ first: Int) -> Pattern? {
    var values: [UInt8] = []
    var index = first
    var end = text.tokens[first].start
    while index < text.tokens.count {
      let token = text.tokens[index]
      var places = Array(token.start..<token.end)
      if index == first, let lead = places.first, !text.isDigit(lead), text.tokens[first].masks < 2
      {
        places = []
      }
      var group: [UInt8] = []
      for place in places {
        if text.isDigit(place) {
          group.append(text.digit(place))
        } else if isX(text.unit(place)) {
          // One X is a check character, a run of them a mask.
          let isRun =
            isX(text.unit(place - 1)) && place > token.start || isX(text.unit(place + 1))
            || isMark(text, place - 1, token)
          group.append(isRun || values.count + group.count != 17 ? PersonalHit.hidden : 10)
        } else if text.unit(place).isASCIILetter {
          return nil
        } else {
          group.append(PersonalHit.hidden)
        }
      }
      if group.isEmpty { return nil }
      values += group
      end = token.end
      guard values.count < 19, index + 1 < text.tokens.count else { break }
      let gap = text.gap(after: index)
      guard gap == .blank || gap == .dash, text.tokens[index + 1].start - end <= 1 else { break }
      let next = text.tokens[index + 1]
      // Go on over a blank only where a mask is being written in groups.
      let isMasked = values.contains(PersonalHit.hidden) || hasMask(text, behind: index)
      guard isMasked, next.letters == 0 || next.masks > 0 || isX(text.unit(next.start)),
        values.count + next.count <= 19
      else { break }
      guard values.count != 18, values.count != 11 || values[0] != 1 else { break }
      index += 1
    }
    if values.count == 17, !values.contains(PersonalHit.hidden),
      [0x23, 0x3F, 0x5F].contains(text.unit(end)), !text.isAlphanumeric(end + 1)
    {
      // 33010619900101777#: one mark that hides one digit.
      values.append(PersonalHit.hidden)
      end += 1
    }
    if let shorter = withoutFiller(values, text, text.tokens[first].start..<end) {
      end -= values.count - shorter.count
      values = shorter
    }
    values = elastic(values, text, text.tokens[first].start..<end)
    let hidden = values.count { $0 == PersonalHit.hidden }
    guard hidden > 0, hidden < values.count, values.count - hidden >= 5 else { return nil }
    return Pattern(values: values, units: text.tokens[first].start..<end, next: index + 1)
  }

  /// An ellipsis is three units, and stands for as many digits as are missing.
  private static func elastic(
    _ values: [UInt8], _ text: PersonalText, _ units: Range<Int>
  ) -> [UInt8] {
    let dots = text.units[units].count { $0 == 0x2026 }
    let head = Array(values.prefix { $0 != PersonalHit.hidden })
    let tail = Array(values.reversed().prefix { $0 != PersonalHit.hidden }.reversed())
    let seen = head.count + tail.count
    guard dots > 0, seen < values.count, values.count - seen == dots else { return values }
    var hidden = dots / 3
    if ![11, 16, 17, 18, 19].contains(seen + hidden) {
      if head.count >= 6, (8...17).contains(seen) {
        hidden = 18 - seen
      } else if values[0] == 1, head.count == 3 && seen >= 7 || head.count >= 7, seen <= 10 {
        hidden = 11 - seen
      }
    }
    return head + [UInt8](repeating: PersonalHit.hidden, count: hidden) + tail
  }

  /// The values without the points that end a list behind a mask: 330106…****……
  private static func withoutFiller(
    _ values: [UInt8], _ text: PersonalText, _ units: Range<Int>
  ) -> [UInt8]? {
    let filler: Set<UInt32> = [0x2026, 0x2E, 0x2014, 0x2D]
    var end = units.upperBound
    while end > units.lowerBound, filler.contains(text.unit(end - 1)) { end -= 1 }
    let dropped = units.upperBound - end
    guard dropped >= 3, dropped < values.count,
      !text.unit(end - 1).isASCIILetter || isX(text.unit(end - 1))
    else { return nil }
    // 138…: the points themselves are the mask.
    if text.isDigit(end - 1) {
      guard [11, 15, 16, 17, 18, 19].contains(values.count - dropped),
        values.dropLast(dropped).contains(PersonalHit.hidden)
      else { return nil }
    }
    return Array(values.dropLast(dropped))
  }

  /// Whether one of the next groups hides digits.
  private static func hasMask(_ text: PersonalText, behind index: Int) -> Bool {
    var place = index
    while place < index + 4, place + 1 < text.tokens.count {
      let gap = text.gap(after: place)
      guard gap == .blank || gap == .dash else { return false }
      place += 1
      if text.tokens[place].masks > 0 { return true }
    }
    return false
  }

  private static func isX(_ unit: UInt32) -> Bool {
    unit == 0x78 || unit == 0xD7 || unit == 0x445 || unit == 0x3C7
  }

  private static func isMark(_ text: PersonalText, _ place: Int, _ token: NumberToken) -> Bool {
    place >= token.start && !text.isDigit(place) && !text.unit(place).isASCIILetter
  }

  // MARK: - Identity numbers

  private static func identity(_ text: PersonalText, _ masked: Pattern, _ clue: Clue)
    -> PersonalHit?
  {
    guard !clue.says([.mobile, .card]) || clue.says(.id),
      let pattern = eighteen(masked.values, isCalled: clue.says([.id, .disabilityID]))
    else { return nil }
    let asOf = text.context.asOf.date
    guard let count = MaskJudgement.candidates(pattern, asOf: asOf) else { return nil }
    // 62… with payment wording is a card.
    if clue.says(.payment), !clue.says(.id) { return nil }
    let isOpen = count <= enough
    return PersonalHit(
      kind: .cnIDMasked, units: masked.units,
      range: text.range(masked.units.lowerBound, masked.units.upperBound), severity: .error,
      confidence: .certain, note: .candidates(count), pattern: pattern,
      replacement: MaskJudgement.better(pattern), isSilent: !isOpen)
  }

  /// The mask spread over 18 places; lists often write four stars for eight digits.
  private static func eighteen(_ values: [UInt8], isCalled: Bool) -> [UInt8]? {
    if values.count == 18 { return values }
    let head = values.prefix { $0 != PersonalHit.hidden }
    let tail = Array(values.reversed().prefix { $0 != PersonalHit.hidden }.reversed())
    let middle = values.count - head.count - tail.count
    guard isCalled || head.count >= 6, middle >= 2, head.count + tail.count <= 16, head.count >= 3,
      head.count + tail.count >= 8, (12...22).contains(values.count),
      values[head.count..<head.count + middle].allSatisfy({ $0 == PersonalHit.hidden }),
      isCalled || head.count >= 10 || tail.count <= 4
    else { return nil }
    return head + [UInt8](repeating: PersonalHit.hidden, count: 18 - head.count - tail.count) + tail
  }

  // MARK: - Mobile numbers

  private static func mobile(_ text: PersonalText, _ masked: Pattern, _ clue: Clue) -> PersonalHit?
  {
    let values = masked.values
    guard values.count == 11, values[0] == 1,
      values[1] == PersonalHit.hidden || (3...9).contains(values[1])
    else {
      return nil
    }
    if clue.says([.id, .card, .qq]), !clue.says([.mobile, .phone]) { return nil }
    // 13141315...: a title cut short.
    let last = text.unit(masked.units.upperBound - 1)
    if [0x2E, 0x2D, 0x2014, 0x2026].contains(last), !clue.says([.mobile, .phone]) { return nil }
    let isOpen = masked.hidden <= 3
    var count = 1
    for _ in 0..<masked.hidden { count *= 10 }
    return PersonalHit(
      kind: .mobileMasked, units: masked.units,
      range: text.range(masked.units.lowerBound, masked.units.upperBound), severity: .warning,
      note: .candidates(count), pattern: values,
      replacement: values[..<3].contains(PersonalHit.hidden)
        || values[7...].contains(PersonalHit.hidden)
        ? nil : PhoneNumbers.masked(values), isSilent: !isOpen)
  }

  // MARK: - Bank cards

  private static func card(_ text: PersonalText, _ masked: Pattern, _ clue: Clue) -> PersonalHit? {
    let values = masked.values
    guard (16...19).contains(values.count), !clue.says(.id) || clue.says(.payment) else {
      return nil
    }
    let head = Array(values.prefix { $0 != PersonalHit.hidden })
    let belief = CardBins.shared.belief(head, length: values.count)
    guard clue.says(.payment) || belief == .alone, head.count >= 4 || clue.says(.payment) else {
      return nil
    }
    let isOpen = masked.hidden <= 4
    var count = 1
    for _ in 0..<min(masked.hidden, 12) { count *= 10 }
    return PersonalHit(
      kind: .bankCardMasked, units: masked.units,
      range: text.range(masked.units.lowerBound, masked.units.upperBound), severity: .error,
      note: .candidates(max(1, count / 10)), pattern: values,
      replacement: values[..<6].contains(PersonalHit.hidden)
        || values[(values.count - 4)...].contains(PersonalHit.hidden)
        ? nil : BankCards.masked(values), isSilent: !isOpen)
  }
}
