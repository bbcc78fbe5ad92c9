import ZhubiText

/// How far an address goes, and the number of the house it ends with.
extension Addresses {
  private static let heads = UnitSet(
    "省市区县旗州镇乡村路街道巷弄里屯社组队庄园苑寓厦城坊湾居府邸墅区园苑庭阁轩院寨屯坪坝沟岗塘胡同嘎查邨楼厂场连矿".unicodeScalars.map(\.value))

  /// How far an address reaches.
  static let reach = 60

  /// The stretch of an address from a place on, when it names a house.
  static func detail(_ text: PersonalText, from start: Int) -> Range<Int>? {
    var place = start
    var end: Int?
    var hasPlace = false
    while place < text.count, place - start < reach {
      let unit = text.unit(place)
      let isOpen =
        text.isHan(place) || text.isAlphanumeric(place) || unit == 0x2D || unit == 0x23
        || unit == 0xB7
        || unit == 0x2014 || unit == 0x2F || unit == 0x20 || unit == 0x28 || unit == 0x29
        || unit == 0xFF08
        || unit == 0xFF09
      guard isOpen else { break }
      if unit == 0x20 {
        // A blank inside an address stands before or behind a number or a place name.
        guard end == nil || text.isDigit(place + 1) else { break }
      }
      // Six digits are no house, nor nine in groups: a telephone, a code.
      if text.isDigit(place), !text.isDigit(place - 1), isLongNumber(text, place) { break }
      if Self.heads.contains(unit) { hasPlace = true }
      if isHouseEnd(text, place, start) { end = place + 1 }
      if isStop(text, place, start) { break }
      place += 1
    }
    guard var end, end - start >= 5, hasPlace || isBuilt(text, start..<end) else { return nil }
    // 2605室 → take the room digits of 8栋705 as well.
    while text.isDigit(end), text.isDigit(end) { end += 1 }
    guard text.isHan(start) || text.isAlphanumeric(start) else { return nil }
    // Mostly Han, not a code.
    guard (start..<end).count(where: { text.isHan($0) }) >= (isDashed(text, end) ? 2 : 3) else {
      return nil
    }
    return start..<end
  }

  /// Whether six digits begin at a place, or nine with hyphens between.
  private static func isLongNumber(_ text: PersonalText, _ start: Int) -> Bool {
    var digits = 0
    var run = 0
    var place = start
    while text.isDigit(place) || (text.unit(place) == 0x2D && text.isDigit(place + 1)) {
      run = text.isDigit(place) ? run + 1 : 0
      digits += text.isDigit(place) ? 1 : 0
      if run >= 6 || digits >= 9 { return true }
      place += 1
    }
    return false
  }

  /// 2014-7-21, 2014-7: groups that a year begins.
  private static func isDay(_ text: PersonalText, _ end: Int) -> Bool {
    var start = end
    // A day takes ten characters: longer chains are none.
    while end - start <= 10,
      text.isDigit(start - 1) || (text.unit(start - 1) == 0x2D && text.isDigit(start - 2))
    {
      start -= 1
    }
    guard end - start <= 10 else { return false }
    return text.isDigit(start + 3) && text.unit(start + 4) == 0x2D
      && (text.follows(start, ["19"]) || text.follows(start, ["20"]))
  }

  /// 馨园7-4-1395: building, staircase and room.
  private static func isDashed(_ text: PersonalText, _ end: Int) -> Bool {
    var place = end
    var parts = 0
    while parts < 2, text.isDigit(place - 1) || text.unit(place - 1) == 0x2D {
      place -= 1
      if text.unit(place) == 0x2D { parts += 1 }
    }
    return parts >= 2
  }

  /// 锦绣江南6号楼2单元, 天润府2栋704, 水岸名都3-3-243: two parts of a building tell a place that no
  /// other word tells.
  private static func isBuilt(_ text: PersonalText, _ range: Range<Int>) -> Bool {
    var parts = 0
    for place in range.dropFirst() where text.isAlphanumeric(place - 1) {
      switch text.unit(place) {
      case 0x53F7, 0x680B, 0x5E62, 0x5BA4, 0x5355, 0x5EA7, 0x5C42, 0x95E8: parts += 1
      case 0x2D where text.isDigit(place + 1): parts += 1
      default: break
      }
    }
    return parts >= 2 || (parts == 1 && text.isDigit(range.upperBound - 1))
  }

  /// Whether a house number, building, room or group ends at a place.
  static func isHouseEnd(_ text: PersonalText, _ place: Int, _ start: Int) -> Bool {
    guard place > start else { return false }
    switch text.unit(place) {
    case 0x53F7, 0x680B, 0x5E62, 0x5BA4, 0x5355, 0x5143, 0x697C, 0x5EA7, 0x6237, 0x7EC4, 0x793E,
      0x5F04, 0x623F, 0x95E8, 0x961F, 0x6392, 0x5C42:
      // 5号, 二组, 3单元; not 门口, 户籍.
      var before = place - 1
      if text.unit(place) == 0x5143 {
        // 3单元; not 3500元.
        guard text.unit(before) == 0x5355 else { return false }
        before -= 1
      }
      let isNumber =
        text.isDigit(before) || isNumeral(text.unit(before)) || text.unit(before).isASCIILetter
        || text.unit(before) == 0x680B || text.unit(before) == 0x53F7 || text.unit(before) == 0x7532
        || text.unit(before) == 0x4E59
      // 每百户, 三层: counted, not numbered.
      if text.unit(place) == 0x6237 || text.unit(place) == 0x5C42, !text.isDigit(before) {
        return false
      }
      return isNumber && text.unit(place) != 0x5355
    default:
      // 2-301, 8栋705, 12#3: digits that close the address.
      guard text.isDigit(place), !text.isDigit(place + 1) else { return false }
      var from = place
      while text.isDigit(from - 1) { from -= 1 }
      let mark = text.unit(from - 1)
      if mark == 0x2D, isDay(text, place + 1) { return false }
      return mark == 0x2D || mark == 0x680B || mark == 0x5E62 || mark == 0x697C || mark == 0x5143
        || mark == 0x5EA7
        || mark == 0x23 || mark == 0x53F7 || mark == 0x95E8
    }
  }

  private static let numerals = UnitSet("一二三四五六七八九十百〇零".unicodeScalars.map(\.value))

  private static func isNumeral(_ unit: UInt32) -> Bool {
    numerals.contains(unit)
  }

  /// Words that end an address in running text.
  private static func isStop(_ text: PersonalText, _ place: Int, _ start: Int) -> Bool {
    place > start + 3
      && text.follows(
        place,
        [
          "电话", "手机", "联系", "身份证", "邮编", "居住", "的", "人员", "内", "于20", "应当", "按照", "不得", "可以", "每",
          "以上", "以下",
        ])
  }
}
