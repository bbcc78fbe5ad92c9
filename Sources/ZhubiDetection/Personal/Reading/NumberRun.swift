import ZhubiText

/// Digits that belong together: one token, or several with separators between.
struct NumberRun {
  /// First and last token.
  var tokens: ClosedRange<Int>
  var units: Range<Int>
  /// Digits in each group.
  var groups: [Int]
  /// Digit values; 10 for a check character X, `PersonalHit.hidden` for a masked digit.
  var values: [UInt8]
  /// The separators are all of one kind.
  var isUniform: Bool
  /// One line break lies between two groups.
  var isBroken: Bool
}

extension PersonalText {
  /// What may stand between two groups of one number.
  enum Gap: Hashable { case none, blank, dash, dot, broken, other }

  /// The separator between a token and the next.
  func gap(after token: Int) -> Gap {
    guard token + 1 < tokens.count else { return .other }
    let range = tokens[token].end..<tokens[token + 1].start
    if range.isEmpty { return .none }
    guard range.count <= 12 else { return .other }
    var breaks = 0
    var dashes = 0
    var dots = 0
    var blanks = 0
    for place in range {
      if kind(place) == .newline {
        breaks += unit(place) == 0x0D && unit(place + 1) == 0x0A ? 0 : 1
        continue
      }
      switch unit(place) {
      case 0x20: blanks += 1
      case 0x2D, 0x2010...0x2015, 0x2212: dashes += 1
      case 0x2E, 0xB7, 0x2027, 0x30FB: dots += 1
      default: return .other
      }
    }
    if breaks > 1 || dashes + dots > 1 { return .other }
    if breaks == 1 { return .broken }
    if blanks > 3 { return .other }
    return dashes == 1 ? .dash : dots == 1 ? .dot : .blank
  }

  /// The check character X in any of its shapes.
  func isCheckX(_ place: Int) -> Bool {
    switch unit(place) {
    case 0x78, 0x445, 0x3C7, 0x2179, 0xD7: true
    default: false
    }
  }

  /// The value of a unit as a digit of a number, nil for anything but digits.
  private func plainValue(_ place: Int) -> UInt8? { isDigit(place) ? digit(place) : nil }

  /// Digit groups that begin with a token and hold exactly `wanted` digits; the last may be X
  /// where `checkX` says so. nil when the groups do not add up.
  func run(from first: Int, digits wanted: Int, checkX: Bool = false) -> NumberRun? {
    var values: [UInt8] = []
    var groups: [Int] = []
    var gaps: [Gap] = []
    var index = first
    while index < tokens.count {
      let token = tokens[index]
      for place in token.start..<token.end {
        if let value = plainValue(place) {
          values.append(value)
        } else if checkX, values.count == wanted - 1, isCheckX(place) {
          values.append(10)
        } else {
          return nil
        }
        if values.count > wanted { return nil }
      }
      groups.append(token.count)
      if values.count == wanted { break }
      let gap = gap(after: index)
      if gap == .other { return nil }
      gaps.append(gap)
      index += 1
    }
    guard values.count == wanted, index < tokens.count else { return nil }
    guard gaps.count(where: { $0 == .broken }) <= 1 else { return nil }
    let inner = gaps.filter { $0 != .broken }
    return NumberRun(
      tokens: first...index, units: tokens[first].start..<tokens[index].end, groups: groups,
      values: values, isUniform: Set(inner).count <= 1,
      isBroken: gaps.contains(.broken))
  }

  /// Whether the number runs on to the left or right: a decimal, a thousands group, a longer code.
  func isCutOut(_ units: Range<Int>) -> Bool {
    let before = unit(units.lowerBound - 1)
    let after = unit(units.upperBound)
    if isAlphanumeric(units.upperBound) { return true }
    if isAlphanumeric(units.lowerBound - 1) { return !isBehindLabel(units.lowerBound) }
    // Commas part cells and clauses: groups of thousands are shorter than any number looked for.
    return (before == 0x2E && isDigit(units.lowerBound - 2))
      || (after == 0x2E && isDigit(units.upperBound + 1))
  }

  /// Whether the word that ends at a place names what is counted or paid: 发电量, 金额, 注册资本.
  func endsLikeAmount(_ place: Int) -> Bool {
    switch unit(place - 1) {
    case 0x6570, 0x91CF, 0x989D, 0x503C, 0x4EF7, 0x8D39, 0x6B3E, 0x91D1: return true
    default:
      return precedes(
        place,
        [
          "资本", "成本", "造价", "收入", "支出", "利润", "资产", "负债", "税收", "收益", "预算", "合计", "总计", "小计", "人口",
          "结余", "盈余", "库存",
          "里程", "存款", "贷款", "面积", "产能", "大小", "算力", "里程碑", "营收", "排名", "得分", "长度", "重量", "数据", "产值",
        ])
    }
  }

  /// m³, km2, kWh: a unit in Latin letters with nothing of a word behind it.
  private func isLatinUnit(_ place: Int) -> Bool {
    var end = place
    while unit(end).isASCIILetter, end - place < 6 { end += 1 }
    guard end > place, !unit(end).isASCIILetter, unit(end) != 0x3A else {
      return unit(place) == 0x33A1
    }
    return Self.latinUnits.contains { $0 == end - place && follows(place, $1) }
  }

  /// Counted only where no word goes on: 138…张, not 138…张三.
  private static let counters = UnitSet("人张米个只块台套名票篇桶袋支本页家所座栋项笔宗起例".unicodeScalars.map(\.value))

  private static let latinUnits: [(Int, [String])] = [
    (1, ["m"]),
    (2, ["km", "kg", "mm", "cm", "mg", "ml", "kw", "mw", "hz", "kb", "mb", "gb", "tb"]),
    (4, ["byte"]), (5, ["bytes"]),
    (3, ["kwh", "mwh", "kva", "mhz", "ghz", "rmb", "usd", "cny", "hkd"]),
  ]

  /// What the units right of a number measure: money, areas, shares.
  func isMeasured(_ end: Int) -> Bool {
    var place = end
    while isBlank(place) { place += 1 }
    if unit(place) == 0x25 { return true }
    if place == end, !isHan(place + 1), Self.counters.contains(unit(place)) { return true }
    guard place - end <= 2 else { return false }
    // 户名, 户主, 条件, 次日: words of their own.
    if follows(
      place, ["户名", "户主", "户籍", "户口", "户号", "次日", "件人", "度过", "股东", "份证", "条件", "头像", "克山", "字第"])
    {
      return false
    }
    return isLatinUnit(place)
      || follows(
        place,
        [
          "元", "万元", "亿元", "万", "亿", "美元", "港元", "欧元", "平方", "立方", "亩", "公顷", "吨", "公斤", "千克", "公里",
          "千米", "千瓦", "度电", "兆", "册", "人次", "股", "户", "株", "余元", "克", "字节", "毫", "次", "份", "箱", "头",
          "辆",
          "kwh", "mw", "kw", "条", "件", "倍", "位数", "字",
        ])
  }
}
