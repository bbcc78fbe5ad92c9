import ZhubiText

/// How many identity numbers fit what a mask leaves visible.
enum MaskJudgement {
  private static let hidden = PersonalHit.hidden

  /// Numbers that fit a pattern of 18 digits; nil when none can: no such province, no such day.
  ///
  /// Hidden places count: region codes that exist, days up to `asOf`, sequence numbers; a visible
  /// check digit leaves one in eleven, a hidden one is computed and protects nothing.
  static func candidates(_ pattern: [UInt8], asOf: CalendarDate) -> Int? {
    guard pattern.count == 18, let regions = regions(pattern[..<6]) else { return nil }
    guard let days = days(Array(pattern[6..<14]), asOf: asOf) else { return nil }
    var count = regions * days
    for place in 14..<17 {
      if pattern[place] == hidden { count *= 10 } else if pattern[place] > 9 { return nil }
    }
    if pattern[17] != hidden, count > 1 { count = max(1, count / 11) }
    return count
  }

  private static func regions(_ digits: ArraySlice<UInt8>) -> Int? {
    if digits.contains(10) { return nil }
    let visible = digits.prefix { $0 != hidden }
    if visible.count >= 2 {
      guard RegionCodes.isProvince(Int(digits[0]) * 10 + Int(digits[1])) else { return nil }
    } else if let first = visible.first, !(1...8).contains(first) {
      return nil
    }
    if visible.count == 6 { return 1 }
    var power = 1
    for _ in visible.count..<6 { power *= 10 }
    let low = visible.reduce(0) { $0 * 10 + Int($1) } * power
    let fitting = RegionCodes.shared.codes(in: low...(low + power - 1)).count { code in
      var rest = Int(code)
      for place in stride(from: 5, through: 0, by: -1) {
        if digits[place] != hidden, Int(digits[place]) != rest % 10 { return false }
        rest /= 10
      }
      return true
    }
    return max(1, fitting)
  }

  /// Days that fit; about eighty years of them when nothing is visible.
  private static func days(_ digits: [UInt8], asOf: CalendarDate) -> Int? {
    if digits.contains(10) { return nil }
    if digits.allSatisfy({ $0 == hidden }) { return 80 * 365 }
    var count = 0
    func fits(_ number: Int, _ places: Range<Int>) -> Bool {
      var rest = number
      for place in places.reversed() {
        if digits[place] != hidden, Int(digits[place]) != rest % 10 { return false }
        rest /= 10
      }
      return true
    }
    let months = (1...12).filter { fits($0, 4..<6) }
    let monthDays = (1...31).filter { fits($0, 6..<8) }
    for year in max(1_900, asOf.year - 110)...asOf.year where fits(year, 0..<4) {
      for month in months {
        let last = CalendarDate.days(inMonth: month, of: year)
        count += monthDays.count { $0 <= last }
      }
    }
    return count == 0 ? nil : count
  }

  /// The pattern with the days put in.
  static func merged(_ pattern: [UInt8], birth: CalendarDate) -> [UInt8]? {
    let number = birth.year * 10_000 + birth.month * 100 + birth.day
    var rest = number
    var days = [UInt8](repeating: 0, count: 8)
    for place in (0..<8).reversed() {
      days[place] = UInt8(rest % 10)
      rest /= 10
    }
    return merged(
      pattern, [UInt8](repeating: hidden, count: 6) + days + [UInt8](repeating: hidden, count: 4))
  }

  /// What two copies of one number show together; nil when they contradict each other.
  static func merged(_ a: [UInt8], _ b: [UInt8]) -> [UInt8]? {
    guard a.count == b.count else { return nil }
    var both = a
    for place in a.indices {
      if a[place] == hidden {
        both[place] = b[place]
      } else if b[place] != hidden, a[place] != b[place] {
        return nil
      }
    }
    return both
  }

  /// Places both copies show.
  static func shared(_ a: [UInt8], _ b: [UInt8]) -> Int {
    zip(a, b).count { $0 != hidden && $1 != hidden }
  }

  /// The pattern in the style 3+11*+4, where its ends are visible.
  static func better(_ pattern: [UInt8]) -> String? {
    guard !pattern[..<3].contains(hidden), !pattern[14...].contains(hidden) else { return nil }
    return IdentityNumbers.masked(pattern)
  }
}
