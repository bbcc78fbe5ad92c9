import ZhubiText

/// Full dates of birth. A month of birth, as cadres are announced with, is none.
enum BirthDates {
  /// A written day: 1986年2月24日, 1986-02-24, 1986.2.24, 19860224.
  struct Day {
    var units: Range<Int>
    var date: CalendarDate
  }

  static func read(_ text: PersonalText, into hits: inout [PersonalHit]) {
    var index = 0
    spelled(text, into: &hits)
    while index < text.tokens.count {
      guard let day = day(text, index),
        day.date <= text.context.asOf.date || day.date.year <= text.context.asOf.date.year
      else {
        index += 1
        continue
      }
      while index < text.tokens.count, text.tokens[index].start < day.units.upperBound {
        index += 1
      }
      guard isBirth(text, day) else { continue }
      hits.append(hit(text, day))
    }
  }

  private static func hit(_ text: PersonalText, _ day: Day) -> PersonalHit {
    PersonalHit(
      kind: .birthDate, units: day.units,
      range: text.range(day.units.lowerBound, day.units.upperBound), severity: .info,
      confidence: .likely, birth: day.date)
  }

  /// 一九八五年三月二日.
  private static func spelled(_ text: PersonalText, into hits: inout [PersonalHit]) {
    for place in text.units.indices where text.unit(place) == 0x5E74 && place >= 4 {
      let digits = (place - 4..<place).compactMap {
        text.unit($0) == 0x25CB ? 0 : SpelledNumbers.numeral(text.unit($0))
      }
      guard digits.count == 4, let month = small(text, place + 1, 0x6708),
        let last = small(text, month.end, 0x65E5) ?? small(text, month.end, 0x53F7),
        case let year = digits.reduce(0, { $0 * 10 + Int($1) }), (1_900...2_100).contains(year),
        let date = CalendarDate(year: year, month: month.value, day: last.value),
        date <= text.context.asOf.date
      else { continue }
      let day = Day(units: place - 4..<last.end, date: date)
      if isBirth(text, day) { hits.append(hit(text, day)) }
    }
  }

  /// A number up to 31 in numerals (三, 十二, 二十一, 廿一) before a unit, and the place behind it.
  private static func small(
    _ text: PersonalText, _ start: Int, _ mark: UInt32
  ) -> (value: Int, end: Int)? {
    var place = start
    var value = 0
    while place - start < 4 {
      let unit = text.unit(place)
      if unit == mark { return place > start ? (value, place + 1) : nil }
      if unit == 0x5341 {
        value = max(1, value) * 10
      } else if unit == 0x5EFF {
        value = 20
      } else if let digit = SpelledNumbers.numeral(unit) {
        value += Int(digit)
      } else {
        return nil
      }
      place += 1
    }
    return nil
  }

  static func day(_ text: PersonalText, _ index: Int) -> Day? {
    let token = text.tokens[index]
    guard token.isDigits, !text.isCutOut(token.start..<token.start + 1) || true else { return nil }
    if token.count == 8 {
      guard !text.isAlphanumeric(token.start - 1),
        let date = date(
          text, token.start..<token.start + 4, token.start + 4..<token.start + 6,
          token.start + 6..<token.end)
      else { return nil }
      return Day(units: token.start..<token.end, date: date)
    }
    guard token.count == 4, index + 2 < text.tokens.count else { return nil }
    let month = text.tokens[index + 1]
    let last = text.tokens[index + 2]
    guard month.isDigits, month.count <= 2, last.isDigits, last.count <= 2 else { return nil }
    func separator(_ from: Int, _ to: Int) -> UInt32? {
      var found: UInt32?
      for place in from..<to {
        if text.unit(place) == 0x20 { continue }
        guard found == nil else { return nil }
        found = text.unit(place)
      }
      return found
    }
    guard let first = separator(token.end, month.start),
      let second = separator(month.end, last.start)
    else { return nil }
    var end = last.end
    if first == 0x5E74 {
      guard second == 0x6708 else { return nil }
      var place = end
      while text.unit(place) == 0x20 { place += 1 }
      guard text.unit(place) == 0x65E5 || text.unit(place) == 0x53F7 else { return nil }
      end = place + 1
    } else {
      guard first == second, [0x2D, 0x2E, 0x2F, 0x2014, 0x2013].contains(first) else { return nil }
    }
    guard
      let date = date(text, token.start..<token.end, month.start..<month.end, last.start..<last.end)
    else { return nil }
    return Day(units: token.start..<end, date: date)
  }

  private static func date(
    _ text: PersonalText, _ year: Range<Int>, _ month: Range<Int>, _ day: Range<Int>
  ) -> CalendarDate? {
    func number(_ range: Range<Int>) -> Int { range.reduce(0) { $0 * 10 + Int(text.digit($1)) } }
    let year = number(year)
    guard (1_900...2_100).contains(year) else { return nil }
    return CalendarDate(year: year, month: number(month), day: number(day))
  }

  /// Wording of birth before or right behind the day, or above it in the column.
  static func isBirth(_ text: PersonalText, _ day: Day) -> Bool {
    var after = day.units.upperBound
    while text.isBlank(after) { after += 1 }
    if text.unit(after) == 0x28 || text.unit(after) == 0xFF08 { after += 1 }
    let index = text.marks.firstIndex(atOrAfter: after)
    if index < text.marks.count, text.marks[index].start == after,
      text.marks[index].tags.touches([.birthAfter, .birth])
    {
      // 生产, 生效, 生活 are longer words.
      let end = text.marks[index].end
      let isAlone =
        text.marks[index].end - after >= 2 || !text.isHan(end) || text.follows(end, ["人", "于"])
        || end == text.count
      let isCounted = text.follows(end, ["人口", "率", "缺陷", "医学"])
      if isAlone, !isCounted, !isOfRange(text, day) || text.nameBefore(day.units.lowerBound) != nil
      {
        return true
      }
    }
    if isOfRange(text, day), text.nameBefore(day.units.lowerBound) == nil { return false }
    let line = text.lineStart(day.units.lowerBound)
    let cell = text.cells?.cellStart(of: day.units.lowerBound, in: text, line: line) ?? line
    let lowest = max(cell, day.units.lowerBound - 18)
    for mark in text.marks(in: lowest..<day.units.lowerBound).reversed() {
      if (mark.end..<day.units.lowerBound).contains(where: { text.endsSentence($0) }) { break }
      if (mark.end..<day.units.lowerBound).count(where: { text.isDigit($0) }) >= 4 { break }
      if mark.tags.touches(.birth) { return true }
    }
    if let header = text.cells?.header(of: day.units.lowerBound, in: text), header.says(.birth) {
      return true
    }
    if isInRoster(text, day) || isBesideMask(text, day) { return true }
    let clue = text.clue(before: day.units.lowerBound)
    return clue.says(.birth) && clue.distance <= 6
  }

  /// 2018年9月1日至2019年8月31日出生, 8月31日前出生: a range, nobody's birthday.
  private static func isOfRange(_ text: PersonalText, _ day: Day) -> Bool {
    var before = day.units.lowerBound
    while text.isBlank(before - 1) { before -= 1 }
    return text.precedes(before, ["至", "到", "—", "-", "~", "～", "–", "截至", "截止"])
      || text.follows(
        day.units.upperBound,
        ["前", "后", "以前", "以后", "之前", "之后", "（含", "(含", "期间", "起", "及以", "至", "到", "—", "-", "~"])
  }

  /// A day right beside a masked identity number that it fits.
  private static func isBesideMask(_ text: PersonalText, _ day: Day) -> Bool {
    guard day.date.years(until: text.context.asOf.date) >= 6 else { return false }
    let near = text.tokens(near: day.units, reach: 24)
    return near.contains { token in
      token.masks >= 4 && token.count >= 15 && token.count <= 18
        && (day.units.lowerBound - token.end <= 3 && day.units.lowerBound >= token.end
          || token.start - day.units.upperBound <= 3 && token.start >= day.units.upperBound)
    }
  }

  /// 花名册：张三 2017-06-21 一年级: right behind a name, among words of pupils or sexes.
  private static func isInRoster(_ text: PersonalText, _ day: Day) -> Bool {
    guard let name = text.nameBefore(day.units.lowerBound, reach: 10) else { return false }
    let between = name.upperBound..<day.units.lowerBound
    guard between.count <= 5, !between.contains(where: { text.isDigit($0) }) else { return false }
    let line = text.lineStart(day.units.lowerBound)..<text.lineEnd(day.units.upperBound)
    let near =
      max(line.lowerBound, name.lowerBound - 20)..<min(line.upperBound, day.units.upperBound + 20)
    return text.holds([.gender, .minor], in: near) && !text.holds([.minorDeny], in: near)
  }
}
