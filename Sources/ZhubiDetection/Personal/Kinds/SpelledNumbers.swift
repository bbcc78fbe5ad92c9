import ZhubiText

/// Mobile and identity numbers spelled in Chinese numerals, those of accountants too, or in circled
/// digits: forms filled in by hand, and what is meant to slip past filters.
enum SpelledNumbers {
  static func read(_ text: PersonalText, into hits: inout [PersonalHit]) {
    var place = 0
    while place < text.count {
      guard value(text, place) != nil else {
        place += 1
        continue
      }
      var end = place
      var values: [UInt8] = []
      var isSpelled = false
      while values.count < 20 {
        // 一三八 零零零零 一二三四: one blank or dash between.
        let gap = !values.isEmpty && (text.unit(end) == 0x20 || text.unit(end) == 0x2D) ? 1 : 0
        if values.count == 17, isSpelled, text.isCheckX(end + gap) {
          values.append(10)
          end += gap + 1
          break
        }
        guard let digit = value(text, end + gap) else { break }
        values.append(digit)
        isSpelled = isSpelled || !text.isDigit(end + gap)
        end += gap + 1
      }
      if isSpelled { judge(text, place..<end, values, into: &hits) }
      place = end
    }
  }

  private static func judge(
    _ text: PersonalText, _ units: Range<Int>, _ values: [UInt8], into hits: inout [PersonalHit]
  ) {
    let range = text.range(units.lowerBound, units.upperBound)
    if values.count == 11, values[0] == 1,
      NumberPlans.shared.mobileBelief(values[..<3].reduce(0) { $0 * 10 + Int($1) }) == .alone
    {
      hits.append(
        PersonalHit(
          kind: .mobile, units: units, range: range, severity: .warning, confidence: .likely,
          replacement: PhoneNumbers.masked(values)))
    } else if values.count == 18, CheckDigits.isIdentityNumber(values),
      RegionCodes.isProvince(Int(values[0]) * 10 + Int(values[1])),
      let birth = IdentityNumbers.birthDate(values[6..<14], asOf: text.context.asOf.date)
    {
      hits.append(
        PersonalHit(
          kind: .cnID, units: units, range: range, severity: .block, confidence: .likely,
          birth: birth, replacement: IdentityNumbers.masked(values)))
    }
  }

  private static let spellings = UnitSet(
    "〇零一二三四五六七八九幺壹贰貳叁參叄肆伍陆陸柒捌玖⓪①②③④⑤⑥⑦⑧⑨0123456789".unicodeScalars)

  /// 〇零一二…九, 幺, 壹贰…玖, ①…⑨ and plain digits.
  private static func value(_ text: PersonalText, _ place: Int) -> UInt8? {
    if text.isDigit(place) { return text.digit(place) }
    guard spellings.contains(text.unit(place)) else { return nil }
    if let numeral = numeral(text.unit(place)) { return numeral }
    switch text.unit(place) {
    case 0x5E7A, 0x58F9: return 1
    case 0x8D30, 0x8CB3: return 2
    case 0x53C1, 0x53C3, 0x53C4: return 3
    case 0x8086: return 4
    case 0x4F0D: return 5
    case 0x9646, 0x9678: return 6
    case 0x67D2: return 7
    case 0x634C: return 8
    case 0x7396: return 9
    case 0x24EA: return 0
    case 0x2460...0x2468: return UInt8(text.unit(place) - 0x245F)
    case 0x30...0x39 where text.kind(place) != .digit: return UInt8(text.unit(place) - 0x30)
    default: return nil
    }
  }

  /// 〇零一二…九.
  static func numeral(_ unit: UInt32) -> UInt8? {
    switch unit {
    case 0x3007, 0x96F6: return 0
    case 0x4E00: return 1
    case 0x4E8C: return 2
    case 0x4E09: return 3
    case 0x56DB: return 4
    case 0x4E94: return 5
    case 0x516D: return 6
    case 0x4E03: return 7
    case 0x516B: return 8
    case 0x4E5D: return 9
    default: return nil
    }
  }
}
