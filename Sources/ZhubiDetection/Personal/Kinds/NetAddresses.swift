import ZhubiText

/// IP and hardware addresses, and coordinates of persons.
enum NetAddresses {
  static func read(_ text: PersonalText, into hits: inout [PersonalHit]) {
    var place = 0
    while place < text.count {
      let unit = text.unit(place)
      guard
        text.isDigit(place) || (0x61...0x66).contains(unit)
          || (unit == 0x3A && text.unit(place + 1) == 0x3A),
        !text.isAlphanumeric(place - 1) || isBehindName(text, place), !isInside(text, place),
        text.unit(place - 1) != 0x2E
      else {
        place += 1
        continue
      }
      if let end = macEnd(text, place) {
        if let hit = mac(text, place, end) { hits.append(hit) }
        place = end
      } else if let end = version6End(text, place) {
        if let hit = address(text, place, end, isLong: true) { hits.append(hit) }
        place = end
      } else if let end = version4End(text, place) {
        if let hit = address(text, place, end, isLong: false) { hits.append(hit) }
        place = end
      } else {
        while text.isAlphanumeric(place) { place += 1 }
        place += 1
      }
    }
  }

  /// A colon before a group belongs to the address, behind a word it introduces one.
  private static func isInside(_ text: PersonalText, _ place: Int) -> Bool {
    guard text.unit(place - 1) == 0x3A else { return false }
    var start = place - 1
    while isHexadecimal(text, start - 1) { start -= 1 }
    return start < place - 1 && !text.unit(start - 1).isASCIILetter
  }

  /// IP183.2.3.4: the word right before the number.
  private static func isBehindName(_ text: PersonalText, _ place: Int) -> Bool {
    if text.isDigit(place), text.precedes(place, ["ip"]) { return !text.isAlphanumeric(place - 3) }
    return text.precedes(place, ["mac"]) && !text.isAlphanumeric(place - 4)
      && macEnd(text, place) != nil
  }

  private static func isHexadecimal(_ text: PersonalText, _ place: Int) -> Bool {
    text.isDigit(place) || (0x61...0x66).contains(text.unit(place))
  }

  private static func macEnd(_ text: PersonalText, _ start: Int) -> Int? {
    let separator = text.unit(start + 2)
    // 12 digits in three groups as some routers write it.
    if text.unit(start + 4) == 0x2E, text.unit(start + 9) == 0x2E {
      let places =
        Array(start..<start + 4) + Array(start + 5..<start + 9) + Array(start + 10..<start + 14)
      if places.allSatisfy({ isHexadecimal(text, $0) }), !text.isAlphanumeric(start + 14),
        places.contains(where: { !text.isDigit($0) })
      {
        return start + 14
      }
    }
    if (0..<12).allSatisfy({ isHexadecimal(text, start + $0) }), !text.isAlphanumeric(start + 12),
      text.clue(before: start).says(.mac), text.clue(before: start).distance <= 3
    {
      return start + 12
    }
    guard separator == 0x3A || separator == 0x2D else { return nil }
    for group in 0..<6 {
      let at = start + group * 3
      guard isHexadecimal(text, at), isHexadecimal(text, at + 1) else { return nil }
      if group < 5, text.unit(at + 2) != separator { return nil }
    }
    let end = start + 17
    return text.isAlphanumeric(end) || text.unit(end) == separator ? nil : end
  }

  private static func mac(_ text: PersonalText, _ start: Int, _ end: Int) -> PersonalHit? {
    let hasLetter = (start..<end).contains { !text.isDigit($0) && isHexadecimal(text, $0) }
    guard hasLetter || text.clue(before: start).says(.mac) else { return nil }
    return PersonalHit(
      kind: .mac, units: start..<end, range: text.range(start, end), severity: .info,
      confidence: .likely)
  }

  private static func version4End(_ text: PersonalText, _ start: Int) -> Int? {
    var place = start
    for group in 0..<4 {
      let from = place
      var value = 0
      while text.isDigit(place), place - from < 4 {
        value = value * 10 + Int(text.digit(place))
        place += 1
      }
      guard place > from, place - from <= 3, value <= 255 else { return nil }
      if group < 3 {
        guard text.unit(place) == 0x2E else { return nil }
        place += 1
      }
    }
    if text.unit(place) == 0x2E, text.isDigit(place + 1) { return nil }
    return text.isAlphanumeric(place) ? nil : place
  }

  private static func version6End(_ text: PersonalText, _ start: Int) -> Int? {
    var place = start
    var colons = 0
    var groups = 0
    var doubled = false
    while place - start < 45 {
      let from = place
      while isHexadecimal(text, place), place - from < 5 { place += 1 }
      guard place - from <= 4 else { return nil }
      if place > from { groups += 1 }
      guard text.unit(place) == 0x3A else { break }
      if text.unit(place + 1) == 0x3A {
        if doubled { return nil }
        doubled = true
        colons += 1
        place += 1
      }
      colons += 1
      place += 1
    }
    guard colons >= 3 || doubled, groups >= 3, groups <= 8, doubled || groups == 8,
      !text.isAlphanumeric(place), text.unit(place - 1) != 0x3A || doubled
    else { return nil }
    return (start..<place).contains(where: { text.isDigit($0) }) ? place : nil
  }

  /// An address counts beside words of users and devices; versions and clauses look the same.
  private static func address(
    _ text: PersonalText, _ start: Int, _ end: Int, isLong: Bool
  ) -> PersonalHit? {
    let sentence = text.sentence(start, end, reach: 24)
    let before = sentence.lowerBound..<start
    let clue = text.clue(before: start)
    let isDenied = text.marks(in: before).contains {
      $0.tags.touches(.ipDeny) && start - $0.end <= 4
    }
    if isDenied { return nil }
    let after = end..<min(sentence.upperBound, end + 8)
    if text.marks(in: after).contains(where: { $0.tags.touches(.ipDeny) && $0.start - end <= 1 }) {
      return nil
    }
    let isCalled =
      clue.says(.ip) || text.holds(.ip, in: before) || text.holds([.ip, .person], in: after)
      || text.holds(.person, in: max(before.lowerBound, start - 6)..<start)
    if !isLong {
      guard isCalled else { return nil }
      let first = (start..<end).prefix { text.isDigit($0) }.reduce(0) {
        $0 * 10 + Int(text.digit($1))
      }
      guard first != 127, first != 0, first < 240 else { return nil }
      if text.unit(end) == 0x2F, text.isDigit(end + 1) { return nil }
      if text.code(around: start..<end).isURL { return nil }
    }
    return PersonalHit(
      kind: .ip, units: start..<end, range: text.range(start, end), severity: .info,
      confidence: .likely)
  }
}
