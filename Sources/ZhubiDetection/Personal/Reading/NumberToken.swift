import ZhubiText

/// An unbroken run of digits, ASCII letters and mask characters.
struct NumberToken {
  var start: Int
  var end: Int
  var digits = 0
  var letters = 0
  var masks = 0

  var count: Int { end - start }
  var isDigits: Bool { digits == count }
  /// A word, points or dashes may be stuck to the number.
  var mayBeSplit: Bool {
    masks >= 3 && digits >= 3
      || masks == 0 && (2...6).contains(letters) && (digits >= 11 || digits == 3 || digits == 6)
  }
}

extension PersonalText {
  /// The tokens, labels and fillers cut off numbers: Tel13800000000, ID3301…, 电话……138….
  static func split(
    _ tokens: [NumberToken], _ units: [UInt32], _ classes: [UnitClass], _ words: PersonalWords
  ) -> [NumberToken] {
    var made: [NumberToken] = []
    made.reserveCapacity(tokens.count + 4)
    for token in tokens {
      guard token.mayBeSplit else {
        made.append(token)
        continue
      }
      if token.masks == 0 {
        made += unlabelled(token, units, classes, words)
      } else {
        made.append(unfilled(token, units, classes))
      }
    }
    return made
  }

  /// A known word of letters and the number it names; the whole token where it is no such thing.
  private static func unlabelled(
    _ token: NumberToken, _ units: [UInt32], _ classes: [UnitClass], _ words: PersonalWords
  ) -> [NumberToken] {
    var cut = token.start
    while cut < token.end, units[cut].isASCIILetter { cut += 1 }
    let number = cut..<token.end
    let label = token.start..<cut
    guard label.count >= 2,
      number.dropLast().allSatisfy({ classes[$0] == .digit }),
      classes[number.last!] == .digit || (number.count == 18 && units[number.last!] == 0x78)
    else { return [token] }
    let known = units.withUnsafeBufferPointer { words.longest(in: $0, at: label.lowerBound) }
    let tags = known.map { $0.length == label.count ? $0.tags : [] } ?? []
    let isNamed =
      switch number.count {
      case 3: tags.touches([.mobile, .phone, .wechat]) && goesOn(token.end, units, classes)
      case 6: tags.touches(.id) && goesOn(token.end, units, classes)
      case 11: tags.touches([.mobile, .phone, .wechat])
      case 15: tags.touches(.id)
      case 18: tags.touches(.id) || units[label].elementsEqual([0x69, 0x64])
      default: false
      }
    guard isNamed else { return [token] }
    let digits = number.count { classes[$0] == .digit }
    return [
      NumberToken(start: token.start, end: cut, letters: label.count),
      NumberToken(start: cut, end: token.end, digits: digits, letters: number.count - digits),
    ]
  }

  /// A whole number without the points and dashes that lead to it or away from it.
  private static func unfilled(
    _ token: NumberToken, _ units: [UInt32], _ classes: [UnitClass]
  ) -> NumberToken {
    func isFiller(_ place: Int) -> Bool {
      [0x2026, 0x2E, 0x2D, 0x2014, 0x22EF].contains(units[place])
    }
    var start = token.start
    while start < token.end, isFiller(start) { start += 1 }
    var end = token.end
    while end > start, isFiller(end - 1) { end -= 1 }
    let number = start..<end
    let isPart =
      number.count <= 6
      && (goesOn(end, units, classes)
        || (start > 1 && isGap(units[start - 1]) && classes[start - 2] == .digit))
    guard [11, 12, 13, 18].contains(number.count) || isPart, number.count < token.count,
      number.dropLast().allSatisfy({ classes[$0] == .digit }),
      classes[number.last!] == .digit || (number.count == 18 && units[number.last!] == 0x78)
    else { return token }
    let digits = number.count { classes[$0] == .digit }
    return NumberToken(start: start, end: end, digits: digits, letters: number.count - digits)
  }

  /// Whether another group of digits follows.
  private static func goesOn(_ end: Int, _ units: [UInt32], _ classes: [UnitClass]) -> Bool {
    end + 1 < units.count && isGap(units[end]) && classes[end + 1] == .digit
  }

  private static func isGap(_ unit: UInt32) -> Bool {
    [0x20, 0x2D, 0x2E, 0xB7, 0x2013].contains(unit)
  }

  /// Whether the letters right before a number are its label: Tel138….
  func isBehindLabel(_ place: Int) -> Bool {
    var start = place
    while start > 0, unit(start - 1).isASCIILetter { start -= 1 }
    guard start < place, !isDigit(start - 1) else { return false }
    if place - start == 2, precedes(place, ["id"]) { return true }
    let index = firstMark(endingAfter: place - 1)
    return index < marks.count && marks[index].start == start && marks[index].end == place
      && marks[index].tags.touches([.mobile, .phone, .wechat, .id])
  }
}
