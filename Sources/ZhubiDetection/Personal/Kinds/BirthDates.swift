import ZhubiText

/// Full dates of birth. A month of birth, as cadres are announced with, is none.
enum BirthDates {
  /// A written day: 1986年2月24日, 1986-02-24, 1986.2.24, 19860224, 民國75年2月24日.
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
    let isRepublican = token.count <= 3 && text.precedes(token.start, ["民国", "民国 "])
    guard token.count == 4 || isRepublican, index + 2 < text.tokens.count else { return nil }
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
      let date = date(
        text, token.start..<token.end, month.start..<month.end, last.start..<last.end,
        since: isRepublican ? 1_911 : 0)
    else { return nil }
    return Day(units: token.start..<end, date: date)
  }

  private static func date(
    _ text: PersonalText, _ year: Range<Int>, _ month: Range<Int>, _ day: Range<Int>,
    since: Int = 0
  ) -> CalendarDate? {
    func number(_ range: Range<Int>) -> Int { range.reduce(0) { $0 * 10 + Int(text.digit($1)) } }
    let year = number(year) + since
    guard (1_900...2_100).contains(year) else { return nil }
    return CalendarDate(year: year, month: number(month), day: number(day))
  }

  /// Wording of birth before or right behind the day, or above it in the column.
  static func isBirth(_ text: PersonalText, _ day: Day) -> Bool {
    if isOfHistory(text, day) { return false }
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
      // 1978年9月11日出生，2024年1月5日死亡: the word belongs to the day before it.
      if mark.tags.touches(.birth), !isOfEarlierDay(text, mark) { return true }
    }
    if let header = text.cells?.header(of: day.units.lowerBound, in: text), header.says(.birth) {
      return true
    }
    if isInRoster(text, day) || isBesideMask(text, day) { return true }
    let clue = text.clue(before: day.units.lowerBound)
    guard clue.says(.birth), clue.distance <= 6 else { return false }
    let label = clue.start.map { text.marks.firstIndex(atOrAfter: $0) } ?? text.marks.count
    return label >= text.marks.count || !isOfEarlierDay(text, text.marks[label])
  }

  private static let history = ["烈士", "牺牲", "就义", "殉国", "革命", "诞辰", "故居", "红军", "抗日", "逝世"]
  private static let fame = [
    "雷锋", "焦裕禄", "孔繁森", "王进喜", "院士", "科学家", "作家", "诗人", "画家", "艺术家", "政治家", "革命家", "军事家", "思想家",
    "教育家", "文学家", "著名", "总统", "首相", "国家主席", "总书记", "奥运", "世界冠军", "歌唱家", "开国",
  ]

  private static func isOfEarlierDay(_ text: PersonalText, _ mark: WordMark) -> Bool {
    (text.isDigit(mark.start - 1) || [0x65E5, 0x53F7].contains(text.unit(mark.start - 1)))
      && [0x2C, 0xFF0C, 0x3001, 0x28, 0xFF08].contains(text.unit(mark.end))
  }

  /// 烈士…，1921年5月4日出生，1947年牺牲: remembered in public.
  private static func isOfHistory(_ text: PersonalText, _ day: Day) -> Bool {
    let near = text.sentence(day.units.lowerBound, day.units.upperBound, reach: 60)
    if text.units[near].contains(fame.map(text.phrase)) { return true }
    return day.date.year < 1_931 && text.units[near].contains(history.map(text.phrase))
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
    guard let name = text.nameBefore(day.units.lowerBound, reach: 18) else { return false }
    let between = name.upperBound..<day.units.lowerBound
    // 张三  女  汉  1940.04.08: short fields only.
    guard between.count <= 12, !between.contains(where: { text.isDigit($0) }),
      between.count(where: { text.isHan($0) }) <= (between.count <= 5 ? 5 : 3)
    else { return false }
    let line = text.lineStart(day.units.lowerBound)..<text.lineEnd(day.units.upperBound)
    let near =
      max(line.lowerBound, name.lowerBound - 20)..<min(line.upperBound, day.units.upperBound + 20)
    return text.holds([.gender, .minor], in: near) && !text.holds([.minorDeny], in: near)
  }
}
