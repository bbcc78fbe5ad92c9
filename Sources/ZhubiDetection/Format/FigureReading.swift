/// A number in running text: `1,200.5万`, `三十`.
struct Figure {
  /// Digits, separators, decimals; 万 and 亿 included.
  var range: Range<Int>
  /// The digits alone.
  var digits: Range<Int>
  /// The value times one thousand, so that decimals stay exact.
  var thousandths: Int

  /// The figure whose digits begin with the run, or nil when it is too long or part of something else.
  init?(_ page: FormatPage, run: Range<Int>) {
    var end = run.upperBound
    var digits = page.text.string(run)
    while page[end] == "," || page[end] == "，", page[end + 1].isDigit {
      let group = DocumentNumber.digits(page, end + 1)
      guard group.count == 3, page[end] == "," else { break }
      digits += page.text.string(group)
      end = group.upperBound
    }
    var decimals = ""
    if page[end] == ".", page[end + 1].isDigit {
      let part = DocumentNumber.digits(page, end + 1)
      decimals = page.text.string(part)
      end = part.upperBound
    }
    guard digits.utf8.count <= 12, decimals.utf8.count <= 3, let whole = Int(digits) else {
      return nil
    }
    var value = whole * 1000
    if !decimals.isEmpty {
      let padded = decimals + String(repeating: "0", count: 3 - decimals.utf8.count)
      value += Int(padded) ?? 0
    }
    self.digits = run.lowerBound..<end
    switch page[end] {
    case "万":
      value *= 10_000
      end += 1
      if page[end] == "亿" { return nil }
    case "亿":
      guard value < 1_000_000_000_000 else { return nil }
      value *= 100_000_000
      end += 1
    default: break
    }
    range = run.lowerBound..<end
    thousandths = value
  }

  /// The end of a number written with 一二三 … 万亿 that begins at the place.
  static func hanEnd(_ page: FormatPage, from: Int) -> Int {
    var end = from
    while end - from < 10,
      page[end].hanDigit != nil || "十百千万亿几数".unicodeScalars.contains(page[end])
    {
      end += 1
    }
    return end
  }
}
