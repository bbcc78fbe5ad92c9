/// The label of a level or an item: 一、（一） 1.（1） ① 一是 第一.
struct SequenceLabel {
  /// How labels are written; the order is the order of levels in GB/T 9704.
  enum Style: Int, Comparable {
    case chapter, han, hanBracket, arabic, arabicBracket, circled, isForm, mustForm, ordinal
    static let count = ordinal.rawValue + 1
    /// 一是, 一要 and 第一 go through sentences, not through headings.
    var isInline: Bool { self == .isForm || self == .mustForm || self == .ordinal }
    var isBracketed: Bool { self == .hanBracket || self == .arabicBracket || self == .circled }
    static func < (a: Style, b: Style) -> Bool { a.rawValue < b.rawValue }
  }

  var style: Style
  var number: Int
  var range: Range<Int>
  /// A digit follows the dot: `10.2026年…` is a label only where 10 is the next number.
  var isSoft = false

  /// The label with another number.
  func text(_ page: FormatPage, number: Int) -> String {
    let original = page.text.string(range)
    switch style {
    case .arabic, .arabicBracket:
      let digits = original.filter { $0.isASCII && $0.isNumber }
      return original.replacing(digits, with: String(number))
    case .circled:
      return Unicode.Scalar(UInt32(0x2460 + number - 1)).map { String(Character($0)) } ?? original
    default:
      let numeral = String(
        String.UnicodeScalarView(
          original.unicodeScalars.filter { $0 == "十" || $0.hanDigit != nil }))
      return original.replacing(numeral, with: Self.numeral(number))
    }
  }

  /// The label at a place where a line or a clause begins, or nil.
  init?(_ page: FormatPage, at start: Int) {
    let first = page[start]
    if first.value >= 0x2460, first.value <= 0x2473 {
      self.init(style: .circled, number: Int(first.value) - 0x2460 + 1, range: start..<start + 1)
      return
    }
    if first.isDigit {
      let run = DocumentNumber.digits(page, start)
      guard run.count <= 2, let number = page.number(run), number > 0,
        page[run.upperBound] == "." || page[run.upperBound] == "、" || page[run.upperBound] == "．"
      else { return nil }
      self.init(style: .arabic, number: number, range: start..<run.upperBound + 1)
      isSoft = page[run.upperBound + 1].isDigit
      return
    }
    if let range = Self.bracketed(page, at: start) {
      let inside = range.lowerBound + 1..<range.upperBound - 1
      let isArabic = page[inside.lowerBound].isDigit
      guard let number = isArabic ? page.number(inside) : WrittenDate.value(page, inside),
        number > 0
      else { return nil }
      self.init(style: isArabic ? .arabicBracket : .hanBracket, number: number, range: range)
      return
    }
    let isOrdinal = first == "第"
    let from = isOrdinal ? start + 1 : start
    let end = Self.numeralEnd(page, from: from)
    guard end > from, end - from <= 3, let number = WrittenDate.value(page, from..<end), number > 0
    else { return nil }
    switch page[end] {
    case "、" where !isOrdinal: self.init(style: .han, number: number, range: start..<end + 1)
    case "是" where !isOrdinal && !"否非以因为".unicodeScalars.contains(page[end + 1]):
      self.init(style: .isForm, number: number, range: start..<end + 1)
    case "要" where !isOrdinal && !"求点素件领务闻旨义".unicodeScalars.contains(page[end + 1]):
      self.init(style: .mustForm, number: number, range: start..<end + 1)
    case "，" where isOrdinal, "、" where isOrdinal, "," where isOrdinal:
      self.init(style: .ordinal, number: number, range: start..<end)
    case "章" where isOrdinal && page[end + 1].isBlank:
      self.init(style: .chapter, number: number, range: start..<end + 1)
    default: return nil
    }
  }

  private init(style: Style, number: Int, range: Range<Int>) {
    self.style = style
    self.number = number
    self.range = range
  }

  /// `（一）`, `(1)`, or nil.
  static func bracketed(_ page: FormatPage, at start: Int) -> Range<Int>? {
    guard page[start] == "（" || page[start] == "(" else { return nil }
    var end = start + 1
    if page[end].isDigit {
      end = DocumentNumber.digits(page, end).upperBound
      guard end - start <= 3 else { return nil }
    } else {
      end = numeralEnd(page, from: end)
    }
    guard end > start + 1, page[end] == "）" || page[end] == ")" else { return nil }
    return start..<end + 1
  }

  /// The end of a run of 一 … 十.
  static func numeralEnd(_ page: FormatPage, from: Int) -> Int {
    var end = from
    while end - from < 4, page[end] == "十" || (page[end].hanDigit ?? 0) > 0 && page[end] != "两" {
      end += 1
    }
    return end
  }

  static func numeral(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (1...99).contains(number) else { return String(number) }
    if number < 10 { return digits[number] }
    return (number < 20 ? "" : digits[number / 10]) + "十" + digits[number % 10]
  }
}
