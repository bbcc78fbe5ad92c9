/// A document number (发文字号) as it is written: `〔2024〕17号`, right or wrong.
struct DocumentNumber {
  /// From the opening bracket to the character 号 (or the last digit when that is missing).
  var range: Range<Int>
  var open: Unicode.Scalar?
  var close: Unicode.Scalar?
  var year: Range<Int>
  /// 年 stands behind the year inside the brackets.
  var hasYearWord = false
  /// 第 stands before the number.
  var hasOrdinal = false
  var number: Range<Int>
  /// 号 stands behind the number.
  var hasEnd = false

  static let openers: UnitSet = [
    "〔", "[", "(", "（", "【", "［", "﹝", "{", "〈", "｛", "<",
  ]
  static let closers: UnitSet = [
    "〕", "]", ")", "）", "】", "］", "﹞", "}", "〉", "｝", ">",
  ]

  /// Reads a number whose opening bracket stands at the place.
  init?(_ page: FormatPage, at place: Int) {
    guard Self.openers.contains(page[place]) else { return nil }
    let from = page.text.skipBlanks(from: place + 1)
    let year = Self.digits(page, from)
    guard (2...5).contains(year.count) else { return nil }
    var next = page.text.skipBlanks(from: year.upperBound)
    if page[next] == "年" {
      hasYearWord = true
      next += 1
    }
    guard Self.closers.contains(page[next]) else { return nil }
    open = page[place]
    close = page[next]
    self.year = year
    next = page.text.skipBlanks(from: next + 1)
    if page[next] == "第" {
      hasOrdinal = true
      next = page.text.skipBlanks(from: next + 1)
    }
    number = Self.digits(page, next)
    guard !number.isEmpty else { return nil }
    let end = page.text.skipBlanks(from: number.upperBound)
    hasEnd = page[end] == "号" || page[end] == "號"
    range = place..<(hasEnd ? end + 1 : number.upperBound)
  }

  static func digits(_ page: FormatPage, _ from: Int) -> Range<Int> {
    var end = from
    while page[end].isDigit { end += 1 }
    return from..<end
  }

  /// The number as GB/T 9704 writes it.
  func rightForm(_ page: FormatPage) -> String {
    var year = page.text.string(self.year)
    if year.unicodeScalars.count == 2 {
      year = ((page.number(self.year) ?? 0) < 70 ? "20" : "19") + year
    }
    let digits = page.text.string(number).drop { $0 == "0" }
    return "〔\(year)〕\(digits.isEmpty ? "0" : String(digits))号"
  }

  /// The agency code before the bracket: the run of Han characters that ends there.
  static func code(_ page: FormatPage, before place: Int) -> Range<Int> {
    var low = place
    while low > 0, place - low < 14, page[low - 1].isHan { low -= 1 }
    return low..<place
  }
}
