/// Looks at unit symbols behind figures, and at percentages compared with percentages.
struct UnitCheck: FormatCheck {
  let rules = [NumberRules.unit, NumberRules.points]

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    var units: [Finding] = []
    var percents: [(range: Range<Int>, value: Int)] = []
    for run in page.numbers {
      let end = run.upperBound
      if page[end] == "%" || page[end] == "％" {
        var low = run.lowerBound
        while page[low - 1].isDigit || page[low - 1] == "." && page[low - 2].isDigit { low -= 1 }
        var value = 0
        if low == run.lowerBound {
          value = (page.number(run) ?? 0) * 1000
        } else if let dot = (low..<run.lowerBound).first(where: { page[$0] == "." }) {
          let part = page.text.string(dot + 1..<end)
          guard part.utf8.count <= 3, let whole = page.number(low..<dot) else { continue }
          value =
            whole * 1000 + (Int(part + String(repeating: "0", count: 3 - part.utf8.count)) ?? 0)
        }
        percents.append((low..<end + 1, value))
      } else if let finding = unit(page, run) {
        units.append(finding)
      }
    }
    Habit.append(units, into: &findings)
    for index in percents.indices { points(page, percents, index, into: &findings) }
  }

  private func unit(_ page: FormatPage, _ run: Range<Int>) -> Finding? {
    let isScaled = page[run.upperBound] == "万" || page[run.upperBound] == "亿"
    let start = page.text.skipBlanks(from: run.upperBound + (isScaled ? 1 : 0))
    guard start - run.upperBound <= (isScaled ? 2 : 1) else { return nil }
    if page[start] == "㎡" {
      return page.correction(NumberRules.unit, start..<start + 1, to: "m2", confidence: .likely)
    }
    guard page[start].isLatin else { return nil }
    var low = run.lowerBound
    while page[low - 1].isDigit || page[low - 1] == "." || page[low - 1] == "," { low -= 1 }
    guard !page[low - 1].isLatin, page[low - 1] != "-", page[low - 1] != "_" else { return nil }
    var end = start
    while page[end].isLatin, end - start < 5 { end += 1 }
    if page[end].isLatin || page[end] == "-" || page[end] == "_" { return nil }
    var symbol = page.text.string(start..<end)
    if page[end].isDigit {
      guard page[end] == "2" || page[end] == "3", !page[end + 1].isDigit, !page[end + 1].isLatin
      else {
        return nil
      }
      symbol += String(Character(page[end]))
      end += 1
    }
    guard let right = Self.symbols[symbol] else { return nil }
    return page.correction(NumberRules.unit, start..<end, to: right)
  }

  /// `由3%升至5%，提高2%`; `完成率95%，比上年提高3%`.
  private func points(
    _ page: FormatPage, _ percents: [(range: Range<Int>, value: Int)], _ index: Int,
    into findings: inout [Finding]
  ) {
    let own = percents[index]
    if page[own.range.upperBound] == "至" || page[own.range.upperBound] == "～" { return }
    let start = own.range.lowerBound
    var low = start
    while "了约近至达".unicodeScalars.contains(page[low - 1]) { low -= 1 }
    if page[low] == "至" || page[low - 1] == "到" || page[low - 1] == "为" { return }
    guard Self.changes.endsBefore(low, in: page.text), index > 0 else { return }
    let last = percents[index - 1]
    guard start - last.range.upperBound <= 14,
      !(last.range.upperBound..<start).contains(where: { page[$0] == "。" || page[$0] == "；" })
    else { return }
    if index > 1 {
      let first = percents[index - 2]
      let between = first.range.upperBound..<last.range.lowerBound
      if between.count <= 8,
        between.contains(where: { page[$0] == "至" || page[$0] == "到" || page[$0] == "为" }),
        abs(abs(last.value - first.value) - own.value) <= 100
      {
        report(page, own, into: &findings)
        return
      }
    }
    // A rate compared with a year before: 完成率95%，比上年提高3%.
    let before = max(0, last.range.lowerBound - 6)..<last.range.lowerBound
    guard Self.rates.first(in: page.text, before) != nil,
      !Self.growth.contains(where: { page.text.has($0, at: before.lowerBound) }),
      Self.growthRates.first(in: page.text, before) == nil,
      Self.comparisons.first(in: page.text, last.range.upperBound..<start) != nil
    else { return }
    report(page, own, into: &findings)
  }

  private func report(
    _ page: FormatPage, _ own: (range: Range<Int>, value: Int), into findings: inout [Finding]
  ) {
    let number = page.text.string(own.range.lowerBound..<own.range.upperBound - 1)
    findings.append(
      page.finding(NumberRules.points, own.range, suggestion: "\(number)个百分点"))
  }

  private static let changes = WordSet(
    spaced: "提高 上升 增加 增长 提升 下降 降低 回落 扩大 缩小 减少 上涨 收窄 高 低")
  private static let rates: WordSet = ["率", "比重", "占比", "比例", "满意度"]
  private static let growthRates: WordSet = ["增长率", "增速", "利率", "税率"]
  private static let growth: [Word] = []
  private static let comparisons: WordSet = ["比", "较"]

  private static let symbols: [String: String] = [
    "v": "V", "KM": "km", "Km": "km", "kM": "km", "KG": "kg", "Kg": "kg", "kG": "kg", "CM": "cm",
    "Cm": "cm",
    "MM": "mm", "Mm": "mm", "DM": "dm", "KW": "kW", "Kw": "kW", "kw": "kW", "KWH": "kW·h",
    "Kwh": "kW·h", "kwh": "kW·h", "KWh": "kW·h", "kWh": "kW·h", "Mw": "MW", "mw": "MW", "KV": "kV",
    "Kv": "kV", "kv": "kV", "HZ": "Hz", "hz": "Hz", "KHz": "kHz", "KHZ": "kHz", "khz": "kHz",
    "MHZ": "MHz", "Mhz": "MHz", "GHZ": "GHz", "Ghz": "GHz", "ML": "mL", "Ml": "mL", "ml": "mL",
    "KPA": "kPa", "KPa": "kPa", "Kpa": "kPa", "kpa": "kPa", "MPA": "MPa", "Mpa": "MPa",
    "mpa": "MPa", "DB": "dB", "db": "dB", "Db": "dB", "KM2": "km2", "Km2": "km2", "M2": "m2",
    "M3": "m3", "CM2": "cm2", "MG": "mg", "Mg": "mg", "KVA": "kV·A", "kva": "kV·A", "Kva": "kV·A",
    "HA": "hm2", "KN": "kN", "Kn": "kN", "KJ": "kJ", "Kj": "kJ", "UG": "μg", "ug": "μg",
    "KCAL": "kcal", "Kcal": "kcal",
  ]
}
