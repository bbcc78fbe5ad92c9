/// A number in running text: `1,200.5万`.
struct Figure {
  /// Digits, separators, decimals; 万 and 亿 included.
  var range: Range<Int>
  /// The value times one thousand, so that decimals stay exact.
  var thousandths: Int
  /// The weight of the last written digit, in thousandths: what rounding may hide.
  var step: Int
  /// 1, 10,000 or 100,000,000.
  var scale: Int

  /// The figure whose digits begin with the run, or nil when it is too long or part of something else.
  init?(_ page: FormatPage, run: Range<Int>) {
    var end = run.upperBound
    var digits = page.text.string(run)
    while page[end] == ",", page[end + 1].isDigit {
      let group = DocumentNumber.digits(page, end + 1)
      guard group.count == 3 else { break }
      digits += page.text.string(group)
      end = group.upperBound
    }
    var decimals = ""
    if page[end] == ".", page[end + 1].isDigit {
      let part = DocumentNumber.digits(page, end + 1)
      decimals = page.text.string(part)
      end = part.upperBound
    }
    guard digits.utf8.count <= 9, decimals.utf8.count <= 3, let whole = Int(digits) else {
      return nil
    }
    let padded = decimals + String(repeating: "0", count: 3 - decimals.utf8.count)
    var value = whole * 1000 + (Int(padded) ?? 0)
    var scale = 1
    switch page[end] {
    case "万": scale = 10_000
    case "亿": scale = 100_000_000
    default: break
    }
    if scale > 1 {
      end += 1
      if page[end] == "亿" { return nil }
    }
    guard value < 1_000_000_000_000_000 / scale else { return nil }
    value *= scale
    range = run.lowerBound..<end
    thousandths = value
    step = [1000, 100, 10, 1][decimals.utf8.count] * scale
    self.scale = scale
  }

  /// A value as this figure would write it.
  func written(_ thousandths: Int) -> String {
    let value = thousandths / scale
    var text = String(value / 1000)
    let rest = value % 1000
    if rest > 0 {
      var decimals = String(1000 + rest).dropFirst()
      while decimals.hasSuffix("0") { decimals.removeLast() }
      text += "." + decimals
    }
    return text + (scale == 10_000 ? "万" : scale == 100_000_000 ? "亿" : "")
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

/// A figure with its unit and the words that say what it counts.
struct Quantity {
  var figure: Figure
  /// Figure and unit.
  var range: Range<Int>
  var unit: String
  /// From the last mark to the figure.
  var label: Range<Int>

  /// The quantities of a page, sentence by sentence. Linear.
  static func sentences(of page: FormatPage) -> [[Quantity]] {
    var sentences: [[Quantity]] = []
    var current: [Quantity] = []
    var lastEnd = 0
    for run in page.numbers where run.lowerBound >= lastEnd {
      guard let figure = Figure(page, run: run) else { continue }
      let gap = lastEnd..<run.lowerBound
      if gap.count > 60 || gap.contains(where: { page[$0].isBreak || page[$0].endsSentence }) {
        if current.count > 1 { sentences.append(current) }
        current = []
      }
      lastEnd = figure.range.upperBound
      guard !page.isInTable(run.lowerBound), page[run.lowerBound - 1] != ".",
        page[run.lowerBound - 1] != "第", page[run.lowerBound - 1] != "-"
      else { continue }
      var unitEnd = figure.range.upperBound
      if page[unitEnd] == "%" || page[unitEnd] == "％" {
        unitEnd += 1
        if page[figure.range.upperBound] == "％" { unitEnd = figure.range.upperBound + 1 }
      } else if let length = Self.units.length(in: page.text, at: unitEnd) {
        unitEnd += length
      } else if !"增升提降下减到至，。上涨".unicodeScalars.contains(page[unitEnd]) {
        continue
      }
      var low = run.lowerBound
      while low > gap.lowerBound, run.lowerBound - low < 24, !page[low - 1].endsClause,
        page[low - 1] != "（", page[low - 1] != "("
      {
        low -= 1
      }
      let unit = page.text.string(figure.range.upperBound..<unitEnd)
      current.append(
        Quantity(
          figure: figure, range: run.lowerBound..<unitEnd, unit: unit == "％" ? "%" : unit,
          label: low..<run.lowerBound))
    }
    if current.count > 1 { sentences.append(current) }
    return sentences
  }

  /// Characters with which 约 makes a word: 签约, 节约, 合约.
  static let notAbout: UnitSet = UnitSet("签节合公契制预违邀履解".unicodeScalars)

  func labelHolds(_ words: WordSet, _ page: FormatPage) -> Bool {
    words.first(in: page.text, label) != nil
  }

  static let units = WordSet(
    spaced:
      "件 人 人次 个 项 条 户 家 名 次 起 例 份 篇 宗 所 座 元 亩 吨 场 期 批 台 辆 套 处 场次 册 只 头 株 平方米 平方公里 公顷 公里 米 公斤 千克 立方米 千瓦时 间 栋 幢 艘 架 部 门 类 种 岁 天 票 张 支 户次 家次 件次 万元 位"
  )
}
