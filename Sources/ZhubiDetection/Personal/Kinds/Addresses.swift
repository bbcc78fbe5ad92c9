import ZhubiText

/// Home addresses down to the house: detail below the street or village beside words of a person.
enum Addresses {
  private static let heads = UnitSet(
    "省市区县旗州镇乡村路街道巷弄里屯社组队庄园苑寓厦城坊湾居府邸墅区园苑庭阁轩院寨屯坪坝沟岗塘胡同嘎查邨楼厂场连矿".unicodeScalars.map(\.value))

  static func read(_ text: PersonalText, into hits: inout [PersonalHit]) {
    if text.context.isStatute { return }
    for mark in text.marks where mark.tags.touches(.address) {
      if mark.tags.touches(.addressDeny) { continue }
      guard let body = body(text, behind: mark), !isOfOffice(text, mark, body) else { continue }
      add(text, body, into: &hits)
    }
    columns(text, into: &hits)
    besideNumbers(text, into: &hits)
    besideNames(text, into: &hits)
  }

  /// 张三 330… 138… 红旗村三组15号: a field of its own in a line with a name and an identity or
  /// mobile number.
  private static func besideNumbers(_ text: PersonalText, into hits: inout [PersonalHit]) {
    var line = -1
    for hit in hits where hit.kind == .cnID || hit.kind == .mobile {
      let start = text.lineStart(hit.units.lowerBound)
      guard start != line else { continue }
      line = start
      let end = text.lineEnd(start)
      guard end - start <= 160, !text.holds([.organisation, .addressDeny], in: start..<end),
        text.firstName(in: start..<end) != nil
      else { continue }
      for place in start..<end
      where text.isHan(place)
        && [0x20, 0x09, 0x2C, 0x3001, 0x3B, 0x7C, 0x2F].contains(text.unit(place - 1))
      {
        guard let body = detail(text, from: place), body.upperBound <= end,
          !text.isHan(body.upperBound), !text.holds(.labels, in: place..<min(end, place + 4))
        else { continue }
        add(text, body, into: &hits)
      }
    }
  }

  static func add(_ text: PersonalText, _ body: Range<Int>, into hits: inout [PersonalHit]) {
    hits.append(
      PersonalHit(
        kind: .address, units: body, range: text.range(body.lowerBound, body.upperBound),
        severity: .warning, confidence: .likely))
  }

  /// The address behind a label: its end is the last house number, room or group.
  private static func body(_ text: PersonalText, behind mark: WordMark) -> Range<Int>? {
    var start = mark.end
    var steps = 0
    skip: while steps < 6 {
      switch text.unit(start) {
      case 0x3A, 0xFF1A, 0x20, 0x662F, 0x4E3A, 0x5728, 0x4E8E, 0x3000, 0xFF08, 0x28, 0x7C, 0x201C,
        0x81F3, 0x5230:
        start += 1
      default: break skip
      }
      steps += 1
    }
    start = behindHeading(text, start)
    guard let body = detail(text, from: start) else { return nil }
    return behindMove(text, body)
  }

  /// 上门核酸：…: a few characters more, then a colon.
  private static func behindHeading(_ text: PersonalText, _ start: Int) -> Int {
    var place = start
    while text.isHan(place), place - start < 6 { place += 1 }
    guard [0x3A, 0xFF1A].contains(text.unit(place)) else { return start }
    place += 1
    while text.isBlank(place) { place += 1 }
    return place
  }

  private static let moves = [
    "迁至", "迁到", "搬至", "搬到", "迁往", "搬往", "变更为", "变更至", "调整为", "调整至", "位于", "设在", "地址为",
  ]

  /// 住所变更为…: the address begins behind the move; 住房保障中心迁至… is the office's.
  private static func behindMove(_ text: PersonalText, _ body: Range<Int>) -> Range<Int>? {
    for place in body where place < body.lowerBound + 24 {
      guard let move = moves.first(where: { text.follows(place, [$0]) }) else { continue }
      if text.marks(in: body.lowerBound..<place).contains(where: {
        $0.tags.touches([.organisation, .addressDeny])
      }) || place - body.lowerBound > 8 {
        return nil
      }
      return detail(text, from: place + move.unicodeScalars.count)
    }
    return body
  }

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
    while text.isDigit(start - 1) || (text.unit(start - 1) == 0x2D && text.isDigit(start - 2)) {
      start -= 1
    }
    return text.isDigit(start + 3) && text.unit(start + 4) == 0x2D
      && (text.follows(start, ["19"]) || text.follows(start, ["20"]))
  }

  /// 馨园7-4-1395: building, staircase and room.
  private static func isDashed(_ text: PersonalText, _ end: Int) -> Bool {
    var place = end
    var parts = 0
    while text.isDigit(place - 1) || text.unit(place - 1) == 0x2D {
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

  private static func isOfOffice(_ text: PersonalText, _ mark: WordMark, _ body: Range<Int>) -> Bool
  {
    let sentence = text.sentence(mark.start, body.upperBound, reach: 30)
    let tags = text.units[mark.start..<mark.end]
    let isWeak =
      text.folds(mark, hold: ["地址"]) && tags.count <= 4
      && !text.folds(mark, hold: ["家庭", "户籍", "送达", "收件", "收货", "居住", "常住"])
    // 住所地 of companies, 地址 of offices.
    if text.holds(.addressDeny, in: max(sentence.lowerBound, mark.start - 12)..<mark.start) {
      return true
    }
    if endsWithOffice(text, body.upperBound) { return true }
    if text.marks(in: body).contains(where: {
      $0.tags.touches([.organisation, .addressDeny]) && $0.end - $0.start >= 2
        && !text.isHan($0.end)
    }) {
      return true
    }
    let hasOffice = text.marks(in: sentence.lowerBound..<mark.start).contains {
      $0.tags.touches(.organisation) && $0.end - $0.start >= 2
    }
    let wide = text.sentence(mark.start, body.upperBound, reach: 70)
    let hasPerson =
      text.firstName(in: sentence) != nil
      || text.holds([.person, .role, .family, .id, .age, .minor], in: wide)
    let line = text.lineStart(mark.start)
    // 某某公司；住所：…: the nearest before the label is an office, no person between.
    if isWeak || text.folds(mark, hold: ["住所"]),
      let office = text.marks(in: max(line, mark.start - 50)..<mark.start).last(where: {
        $0.tags.touches(.organisation) && $0.end - $0.start >= 2 && !text.isHan($0.end)
      }),
      text.firstName(in: office.end..<mark.start) == nil,
      !text.holds([.name, .person, .role], in: office.end..<mark.start)
    {
      return true
    }
    // …号至120号: a stretch of a street.
    if text.unit(body.upperBound) == 0x81F3, text.unit(body.upperBound + 1) != 0x4ECA {
      return true
    }
    let isStretch = body.dropFirst().dropLast().contains {
      text.unit($0) == 0x81F3 && text.isDigit($0 + 1)
        && (text.isDigit($0 - 1) || text.unit($0 - 1) == 0x53F7)
    }
    if isStretch { return true }
    // 某某公司，住所：…, and 住所：…，某某公司.
    if let office = text.marks(in: sentence.lowerBound..<mark.start).last(where: {
      $0.tags.touches(.organisation) && $0.end - $0.start >= 2
    }),
      text.firstName(in: office.end..<mark.start) == nil,
      text.follows(office.end, ["，", ",", "；", "）", ")", "（", "(", " "])
    {
      return true
    }
    if text.folds(mark, hold: ["住所"]),
      text.holds(.organisation, in: body.upperBound..<sentence.upperBound)
        || text.units[sentence.lowerBound..<mark.start].contains(representatives.map(text.phrase))
    {
      return true
    }
    // …369号新华报业传媒广场: a building with a name of its own.
    if isWeak, (0..<4).allSatisfy({ text.isHan(body.upperBound + $0) }) { return true }
    if isWeak {
      return hasOffice || (!hasPerson && !isInForm(text, mark))
        || text.units[max(line, sentence.lowerBound)..<sentence.upperBound]
          .contains(representatives.map(text.phrase))
    }
    // 居民住宅楼：…号外墙脱落: a building, nobody's home.
    if text.folds(mark, hold: ["住宅", "住房", "房屋", "门牌"]), !isBeforeNamed(text, body.upperBound),
      (0..<4).allSatisfy({ text.isHan(body.upperBound + $0) })
    {
      return true
    }
    return hasOffice && !hasPerson
  }

  /// Who stands for a company: the 住所 behind them is its seat.
  private static let representatives = ["法定代表", "负责人", "投资人", "信用代码", "注册资本", "执行事务"]

  /// …号政务服务中心三楼: the house is named after an office.
  static func endsWithOffice(_ text: PersonalText, _ end: Int) -> Bool {
    let index = text.marks.firstIndex(atOrAfter: end)
    guard index < text.marks.count, text.marks[index].start <= end + 8, text.isHan(end) else {
      return false
    }
    return (end..<text.marks[index].start).allSatisfy { text.isHan($0) }
      && text.marks[index].tags.touches([.organisation, .addressDeny])
      && text.marks[index].end - text.marks[index].start >= 2
  }

  /// 学校,地址,联系人: the table is one of offices; its first telling column says so.
  static func isOfOffices(
    _ text: PersonalText, _ cells: CellReader, _ starts: [Int]
  ) -> Bool {
    for start in starts {
      guard let clue = cells.header(of: start, in: text) else { continue }
      if clue.says([.organisation, .addressDeny]) { return true }
      if clue.says([.name, .person, .role]) { return false }
    }
    return false
  }

  /// Cells below a header 住址.
  private static func columns(_ text: PersonalText, into hits: inout [PersonalHit]) {
    guard let cells = text.cells else { return }
    var place = 0
    while place < text.count {
      let end = text.lineEnd(place)
      let starts = cells.cellStarts(in: text, place..<end)
      for start in starts {
        guard let clue = cells.header(of: start, in: text), clue.says(.address),
          !clue.says(.addressDeny), clue.saysHome || !isOfOffices(text, cells, starts),
          let body = detail(text, from: start)
        else { continue }
        add(text, body, into: &hits)
      }
      place = end + 1
    }
  }
}
