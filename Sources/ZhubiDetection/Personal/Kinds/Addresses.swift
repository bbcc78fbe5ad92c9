import ZhubiText

/// Home addresses down to the house: detail below the street or village beside words of a person.
enum Addresses {
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
