import ZhubiText

/// Number plates (GA 36-2018).
enum Plates {
  static let provinces: [UInt32] = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼".unicodeScalars
    .map(\.value)
  private static let provinceSet = UnitSet(provinces)
  /// 挂 学 警 港 澳 使 领 试 超 临.
  private static let endings = UnitSet("挂学警港澳使领试超临应急".unicodeScalars.map(\.value))

  static func read(_ text: PersonalText, _ first: Int) -> (hit: PersonalHit, next: Int)? {
    let token = text.tokens[first]
    if let found = embassy(text, first) ?? police(text, first) { return found }
    let province = token.start - 1
    guard provinceSet.contains(text.unit(province)) || text.unit(province) == 0x6FB3 else {
      return nil
    }
    // 京A•12345: the bullet is no mask here.
    let hasBullet =
      token.masks == 1 && token.count > 5 && text.unit(token.start + 1) == 0x2022
    guard text.unit(token.start).isASCIILetter, token.masks == 0 || hasBullet else { return nil }
    var body = token.start + (hasBullet ? 2 : 1)..<token.end
    var last = first
    if token.count == 1 || (token.count == 2 && isEnergy(text, token.start + 1)) {
      // 京G·2087X, 京G 2087X, 京A-12345, 京AD·12345
      body = token.start + 1..<token.end
      guard first + 1 < text.tokens.count else { return nil }
      let next = text.tokens[first + 1]
      let gap = next.start - token.end
      guard gap >= 1, gap <= 2,
        (token.end..<next.start).allSatisfy({
          [0xB7, 0x20, 0x2D, 0x2022, 0x30FB, 0x2E, 0x2027].contains(text.unit($0))
        })
      else { return nil }
      if token.count == 2, !next.isDigits || next.count != 5 { return nil }
      body = next.start..<next.end
      last = first + 1
    }
    let letter = text.unit(token.start)
    guard letter != 0x69 else { return nil }
    var end = body.upperBound
    var length = body.count
    if endings.contains(text.unit(end)), length == 4 || length == 5 {
      end += 1
      length += 1
    }
    guard length == 5 || length == 6,
      isPlateBody(text, body, length: length, total: end - body.lowerBound)
    else { return nil }
    let clue = text.clue(before: province)
    if text.follows(end, ["号文", "项目", "地块", "标段"]) { return nil }
    if text.unit(end) == 0x2D || text.unit(end) == 0x2E
      || (text.unit(end) == 0x2F && !clue.says(.plate) && !isBeforeVehicleNumber(text, last)),
      text.isAlphanumeric(end + 1)
    {
      return nil
    }
    if clue.isDenied, clue.unknown == 0, !clue.says(.plate) { return nil }
    // 在建京A12345… : a Han character before is fine unless it makes a word with the province.
    if text.follows(
      province - 1,
      [
        "北京", "天津", "黑龙江", "江苏", "浙江", "四川", "云南", "海宁", "西宁", "辽宁", "南宁", "中川", "内蒙", "西藏", "吉林",
        "新疆",
      ]),
      !clue.says(.plate)
    {
      return nil
    }
    let start = province
    return (
      PersonalHit(
        kind: .plate, units: start..<end, range: text.range(start, end),
        severity: .info, confidence: clue.says(.plate) ? .certain : .likely), last + 1
    )
  }

  /// 京A12345/LSV…: the number of the same car.
  private static func isBeforeVehicleNumber(_ text: PersonalText, _ last: Int) -> Bool {
    last + 1 < text.tokens.count && text.tokens[last + 1].count == 17
      && text.tokens[last + 1].start == text.tokens[last].end + 1
  }

  /// WJ苏2869B, WJ京·1234X: five places behind the province of the armed police.
  private static func police(
    _ text: PersonalText, _ first: Int
  ) -> (hit: PersonalHit, next: Int)? {
    let token = text.tokens[first]
    guard token.count == 2, text.unit(token.start) == 0x77, text.unit(token.start + 1) == 0x6A,
      provinceSet.contains(text.unit(token.end)), first + 1 < text.tokens.count
    else { return nil }
    let body = text.tokens[first + 1]
    let isTight =
      body.start == token.end + 1
      || (body.start == token.end + 2
        && [0xB7, 0x20, 0x2D, 0x2022, 0x30FB, 0x2E, 0x2027].contains(text.unit(token.end + 1)))
    guard isTight, body.count == 5, body.masks == 0, body.letters <= 1,
      !text.isAlphanumeric(body.end), !text.clue(before: token.start).isDenied
    else { return nil }
    return (
      PersonalHit(
        kind: .plate, units: token.start..<body.end, range: text.range(token.start, body.end),
        severity: .info, confidence: .likely), first + 2
    )
  }

  /// 使014·578: six digits behind 使 of an embassy.
  private static func embassy(
    _ text: PersonalText, _ first: Int
  ) -> (hit: PersonalHit, next: Int)? {
    let token = text.tokens[first]
    guard text.unit(token.start - 1) == 0x4F7F, token.isDigits else { return nil }
    var last = first
    if token.count == 3, first + 1 < text.tokens.count, text.tokens[first + 1].count == 3,
      text.tokens[first + 1].isDigits, [.dot, .blank].contains(text.gap(after: first))
    {
      last = first + 1
    } else if token.count != 6 {
      return nil
    }
    let units = token.start - 1..<text.tokens[last].end
    let sentence = text.sentence(units.lowerBound, units.upperBound, reach: 16)
    guard !text.isCutOut(units.lowerBound + 1..<units.upperBound),
      !text.isMeasured(units.upperBound),
      text.holds(.plate, in: sentence)
        || text.units[sentence].contains(["使馆", "车辆", "轿车", "外交"].map(text.phrase))
    else { return nil }
    return (
      PersonalHit(
        kind: .plate, units: units, range: text.range(units.lowerBound, units.upperBound),
        severity: .info, confidence: .likely), last + 1
    )
  }

  /// Five characters without I and O, at least three of them digits; six for new energy.
  private static func isPlateBody(
    _ text: PersonalText, _ body: Range<Int>, length: Int, total: Int
  ) -> Bool {
    let digits = body.count { text.isDigit($0) }
    let letters = body.count - digits
    guard digits >= 2, letters <= 3,
      body.allSatisfy({ text.unit($0) != 0x69 && text.unit($0) != 0x6F })
    else { return false }
    if length == 5 { return body.count == 5 || total > body.count }
    guard length == 6 else { return false }
    if body.count == 5 { return true }
    let first = body.lowerBound
    let small =
      isEnergy(text, first) && (first + 2..<body.upperBound).allSatisfy { text.isDigit($0) }
    let large =
      isEnergy(text, body.upperBound - 1)
      && (first..<body.upperBound - 1).allSatisfy { text.isDigit($0) }
    return small || large
  }

  /// A to K without I: cars of new energy.
  private static func isEnergy(_ text: PersonalText, _ place: Int) -> Bool {
    (0x61...0x6B).contains(text.unit(place)) && text.unit(place) != 0x69
  }
}

/// Vehicle identification numbers (GB 16735).
enum VehicleNumbers {
  static func read(_ text: PersonalText, _ first: Int) -> (hit: PersonalHit, next: Int)? {
    let token = text.tokens[first]
    guard token.count == 17, token.letters >= 1, token.masks == 0,
      (0..<3).contains(where: { text.unit(token.start + $0).isASCIILetter }),
      CheckDigits.isVehicleIdentification(text.units[token.start..<token.end])
    else { return nil }
    let clue = text.clue(before: token.start)
    guard !clue.isDenied || clue.unknown > 0 || clue.says(.vin) else { return nil }
    let code = text.code(around: token.start..<token.end)
    guard !code.isMachineMade else { return nil }
    return (
      PersonalHit(
        kind: .vin, units: token.start..<token.end, range: text.range(token.start, token.end),
        severity: .info, confidence: clue.says(.vin) ? .certain : .likely), first + 1
    )
  }
}
