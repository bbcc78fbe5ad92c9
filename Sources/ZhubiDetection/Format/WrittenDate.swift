import ZhubiText

/// A date as it is written, real or impossible.
struct WrittenDate {
  var range: Range<Int>
  var year: Int?
  var month: Int
  var day: Int?
  /// Written with 〇一二三, not with digits.
  var isHan = false
  /// Written as 2024-05-14 or 2024/5/14.
  var isISO = false
  /// Written as 2024.5.14.
  var isDotted = false
  /// Month or day begins with 0.
  var isPadded = false

  /// Whether the calendar has such a day (or month).
  var isReal: Bool {
    guard (1...12).contains(month) else { return false }
    guard let day else { return true }
    return day >= 1 && day <= CalendarDate.days(inMonth: month, of: year ?? 2000)
  }

  var date: CalendarDate? {
    guard let year, let day else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// 2024年5月14日
  var standard: String {
    (year.map { "\($0)年" } ?? "") + "\(month)月" + (day.map { "\($0)日" } ?? "")
  }

  /// All dates of a page, in order of place. Linear.
  static func all(in page: FormatPage) -> [WrittenDate] {
    var dates: [WrittenDate] = []
    var index = 0
    let runs = page.numbers
    while index < runs.count {
      if let date = WrittenDate(page, run: index) {
        dates.append(date)
        while index < runs.count, runs[index].lowerBound < date.range.upperBound { index += 1 }
      } else {
        index += 1
      }
    }
    dates += hanDates(in: page)
    return dates.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Reads a date that begins with the run of digits.
  private init?(_ page: FormatPage, run index: Int) {
    let runs = page.numbers
    let first = runs[index]
    func run(startingAt place: Int) -> Range<Int>? {
      let next = page.text.skipBlanks(from: place)
      guard next - place <= 2, page[place] != "\t" else { return nil }
      for candidate in runs[index...].prefix(4) where candidate.lowerBound == next {
        return candidate
      }
      return nil
    }
    func word(_ word: Unicode.Scalar, after place: Int) -> Int? {
      let next = page.text.skipBlanks(from: place)
      return next - place <= 2 && page[place] != "\t" && page[next] == word ? next + 1 : nil
    }
    func padded(_ range: Range<Int>) -> Bool { range.count == 2 && page[range.lowerBound] == "0" }
    var start = first.lowerBound
    var monthRun = first
    var year: Int?
    if first.count == 4, let value = page.number(first) {
      let separator = page[first.upperBound]
      if separator == "-" || separator == "/" || separator == "." {
        guard let month = run(startingAt: first.upperBound + 1), month.count <= 2,
          page[month.upperBound] == separator,
          let day = run(startingAt: month.upperBound + 1), day.count <= 2,
          page[day.upperBound] != separator, (1900...2099).contains(value),
          !Self.isPartOfCode(page[first.lowerBound - 1]), !page[day.upperBound].isLatin
        else { return nil }
        self.init(
          range: first.lowerBound..<day.upperBound, year: value,
          month: page.number(month) ?? 0, day: page.number(day))
        isISO = separator != "."
        isDotted = separator == "."
        isPadded = padded(month) || padded(day)
        return
      }
      if let afterYear = word("年", after: first.upperBound),
        let month = run(startingAt: afterYear), month.count <= 2
      {
        year = value
        start = first.lowerBound
        monthRun = month
      }
    }
    guard monthRun.count <= 2, let month = page.number(monthRun),
      let afterMonth = word("月", after: monthRun.upperBound)
    else { return nil }
    if year == nil {
      // `98年5月` and `2024.5月` are other people's matter; `3.5月` is a length.
      let before = page[start - 1]
      let isAfterDay = before == "-" && "日号月".unicodeScalars.contains(page[start - 2])
      guard before != ".", before != "-" || isAfterDay, before != "/" else { return nil }
    }
    self.init(range: start..<afterMonth, year: year, month: month, day: nil)
    isPadded = padded(monthRun)
    if let dayRun = run(startingAt: afterMonth), dayRun.count <= 2,
      let end = word("日", after: dayRun.upperBound) ?? word("号", after: dayRun.upperBound)
    {
      day = page.number(dayRun)
      range = start..<end
      if padded(dayRun) { isPadded = true }
    }
  }

  private init(range: Range<Int>, year: Int?, month: Int, day: Int?) {
    self.range = range
    self.year = year
    self.month = month
    self.day = day
  }

  private static func isPartOfCode(_ before: Unicode.Scalar) -> Bool {
    before.isLatin || before.isDigit || before == "-" || before == "." || before == "/"
  }

  /// 二〇二四年五月十四日, 二月三十日.
  private static func hanDates(in page: FormatPage) -> [WrittenDate] {
    var dates: [WrittenDate] = []
    for (place, scalar) in page.text.scalars.enumerated() where scalar == "月" {
      var low = place
      while low > place - 3, isNumeral(page[low - 1]) { low -= 1 }
      guard low < place, let month = value(page, low..<place) else { continue }
      var end = place + 1
      while end < place + 4, isNumeral(page[end]) { end += 1 }
      var date = WrittenDate(range: low..<place + 1, year: nil, month: month, day: nil)
      if end > place + 1, page[end] == "日", let day = value(page, place + 1..<end) {
        date.day = day
        date.range = low..<end + 1
      }
      date.isHan = true
      if page[low - 1] == "年" {
        var year = 0
        var from = low - 1
        while from > low - 6, let digit = yearDigit(page[from - 1]) {
          _ = digit
          from -= 1
        }
        if low - 1 - from == 4 {
          for index in from..<low - 1 { year = year * 10 + (yearDigit(page[index]) ?? 0) }
          date.year = year
          date.range = from..<date.range.upperBound
        } else if page[low - 2].isDigit {
          continue
        }
      }
      if date.year != nil || date.day != nil { dates.append(date) }
    }
    return dates
  }

  private static func yearDigit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "O", "Ｏ", "０", "0", "Ο", "о", "◯": 0
    case "两": nil
    default: scalar.hanDigit
    }
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "十" || (scalar.hanDigit != nil && scalar != "两")
  }

  /// 一 … 九十九, or nil.
  static func value(_ page: FormatPage, _ range: Range<Int>) -> Int? {
    var total = 0
    var current = 0
    for index in range {
      if page[index] == "十" {
        total += (current == 0 ? 1 : current) * 10
        current = 0
      } else if let digit = page[index].hanDigit {
        guard current == 0 else { return nil }
        current = digit
      } else {
        return nil
      }
    }
    return total + current
  }
}
