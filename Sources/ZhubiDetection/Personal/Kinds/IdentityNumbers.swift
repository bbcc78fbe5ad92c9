import ZhubiText

/// Resident identity numbers of 18 and 15 digits, residence permits, permanent residence cards.
enum IdentityNumbers {
  /// The identity number that begins with a token, and the token behind it.
  static func read(_ text: PersonalText, _ first: Int) -> (hit: PersonalHit, next: Int)? {
    if let found = embedded(text, first) ?? footnoted(text, first) { return found }
    if let run = text.run(from: first, digits: 18, checkX: true), !text.isCutOut(run.units) {
      if let hit = judge(text, run.units, run.values, isJoined: run.groups.count > 1) {
        return (hit, run.tokens.upperBound + 1)
      }
    }
    if let run = text.run(from: first, digits: 15), !text.isCutOut(run.units),
      run.groups.count <= 3, let hit = old(text, run)
    {
      return (hit, run.tokens.upperBound + 1)
    }
    return oldForeign(text, first)
  }

  // MARK: - 18 digits

  private static func judge(
    _ text: PersonalText, _ units: Range<Int>, _ values: [UInt8], isJoined: Bool
  ) -> PersonalHit? {
    let clue = text.clue(before: units.lowerBound)
    guard let birth = birthDate(values[6..<14], asOf: text.context.asOf.date) else { return nil }
    let code = text.code(around: units)
    if code.isUUID || isMachineName(text, code, units) { return nil }
    if !clue.says(.identity), let field = text.field(before: units.lowerBound),
      Self.otherFields.contains(where: field.contains)
    {
      return nil
    }
    if text.isMeasured(units.upperBound) { return nil }
    guard CheckDigits.isIdentityNumber(values) else {
      return wrongCheck(text, units, values, clue, birth)
    }
    if clue.isDenied, !clue.says(.identity), !isOfPerson(text, units, clue) { return nil }
    let province = Int(values[0]) * 10 + Int(values[1])
    let region = values[..<6].reduce(0) { $0 * 10 + Int($1) }
    var kind = PersonalKind.cnID
    var confidence = Confidence.certain
    switch values[0] {
    case 8:
      guard region == 810_000 || region == 820_000 || region == 830_000 else { return nil }
      kind = .hmtResidence
    case 9:
      // A credit code of digits only may look the same.
      let isCredit = CheckDigits.isCreditCode(values[...].map { UInt32($0) + 0x30 }[...])
      guard !isCredit || clue.says([.fpr, .id]) else { return nil }
      guard clue.says([.fpr, .id]) || RegionCodes.isProvince(Int(values[1]) * 10 + Int(values[2]))
      else { return nil }
      kind = .foreignPR
      confidence = clue.says(.fpr) ? .certain : .likely
    default:
      guard RegionCodes.isProvince(province) else { return nil }
      if !RegionCodes.shared.contains(region) {
        guard clue.says(.identity) || !isJoined else { return nil }
        confidence = .likely
      }
      // 施工许可证 and project codes are region + date + number, too: look further for their names.
      if !clue.says(.identity), isPermitLike(text, units) || isDeniedBehind(text, units.upperBound)
      {
        return nil
      }
    }
    return PersonalHit(
      kind: kind, units: units, range: text.range(units.lowerBound, units.upperBound),
      severity: .block, confidence: confidence, birth: birth, replacement: masked(values))
  }

  /// Fields of JSON and forms that hold codes of eighteen digits: projectCode, orderNo.
  private static let otherFields = [
    "project", "order", "permit", "serial", "asset", "batch", "trade", "flow", "bill", "goods",
    "contract", "license",
  ]

  /// 备注号码, 证件尾页号, 复核号 in a row with a name: a label nobody knows stands before a number that
  /// proves itself.
  private static func isOfPerson(_ text: PersonalText, _ units: Range<Int>, _ clue: Clue) -> Bool {
    if clue.unknown == 2 || text.isNamed(units.lowerBound, behind: clue) { return true }
    // 编号：330…（身份证号）.
    if text.clueBehind(units.upperBound).touches(.id), !text.isHan(units.upperBound) { return true }
    // A column 编号 in a list of persons.
    if clue.isHeader, !clue.says(.deny), isInRoster(text, units) { return true }
    guard clue.unknown == 1 else { return false }
    // 纳税义务人张三，识别号330…
    if let start = clue.start, let name = text.nameBefore(start, reach: 12),
      start - name.upperBound <= 4
    {
      return true
    }
    let line = text.lineStart(units.lowerBound)..<units.lowerBound
    return text.holds(.id, in: max(line.lowerBound, units.lowerBound - 12)..<units.lowerBound)
      || isInRoster(text, units)
  }

  /// A row with a name below a header 姓名.
  private static func isInRoster(_ text: PersonalText, _ units: Range<Int>) -> Bool {
    guard let cells = text.cells else { return false }
    let line = text.lineStart(units.lowerBound)..<text.lineEnd(units.upperBound)
    return cells.cellStarts(in: text, line).prefix(40).contains { start in
      text.isHan(start) && cells.header(of: start, in: text)?.says(.name) == true
        && text.name(at: start) != nil
    }
  }

  private static func wrongCheck(
    _ text: PersonalText, _ units: Range<Int>, _ values: [UInt8], _ clue: Clue,
    _ birth: CalendarDate
  ) -> PersonalHit? {
    let province = Int(values[0]) * 10 + Int(values[1])
    guard clue.says([.id, .hmt, .fpr]), !clue.isDenied, clue.distance <= 8,
      RegionCodes.isProvince(province) || values[0] == 9
    else { return nil }
    return PersonalHit(
      kind: .cnID, units: units, range: text.range(units.lowerBound, units.upperBound),
      severity: .info, confidence: .possible, note: .wrongCheck)
  }

  /// 330…号许可, 330…（施工许可证号）.
  private static func isDeniedBehind(_ text: PersonalText, _ end: Int) -> Bool {
    guard [0x53F7, 0x28, 0xFF08].contains(text.unit(end)) else { return false }
    let tags = text.clueBehind(end)
    return tags.touches(.deny) && !tags.touches(.identity)
  }

  /// Names of permits and codes within the clause that the nearest label did not catch.
  private static func isPermitLike(_ text: PersonalText, _ units: Range<Int>) -> Bool {
    let sentence = text.sentence(units.lowerBound, units.lowerBound, reach: 24)
    return text.marks(in: sentence.lowerBound..<units.lowerBound).contains {
      $0.tags.touches(.deny) && !$0.tags.touches(.identity)
    } && !text.holds(.identity, in: sentence.lowerBound..<units.lowerBound)
      && text.nameBefore(units.lowerBound) == nil
  }

  /// A number inside a page address or file name counts only as what its parameter says, or when
  /// the name itself speaks of a person.
  static func isMachineName(
    _ text: PersonalText, _ code: CodeSurroundings, _ units: Range<Int>
  ) -> Bool {
    guard code.isURL || code.isFileName else { return false }
    if !code.parameter.isEmpty {
      let parameter = text.context.folding.fold(code.parameter)
      let known = parameter.withUnsafeBufferPointer { text.words.longest(in: $0, at: 0) }
      if let known, known.length == parameter.count {
        return known.tags.touches(.deny) && !known.tags.touches([.id, .mobile, .phone])
      }
      return ["docid", "id", "articleid", "newsid", "infoid"].contains(code.parameter)
    }
    let before = text.unit(units.lowerBound - 1)
    // art_330…, t2023…, content_…: letters stuck to the number name a page.
    if before == 0x5F, text.unit(units.lowerBound - 2).isASCIILetter { return true }
    return false
  }

  /// 330…0*: a mark of a footnote behind or before a complete number.
  private static func footnoted(
    _ text: PersonalText, _ first: Int
  ) -> (hit: PersonalHit, next: Int)? {
    let token = text.tokens[first]
    guard token.count == 19, token.masks == 1 else { return nil }
    let isLast = !text.isDigit(token.end - 1) && !text.isCheckX(token.end - 1)
    let start = isLast ? token.start : token.start + 1
    var values: [UInt8] = []
    for place in start..<start + 18 {
      if text.isDigit(place) {
        values.append(text.digit(place))
      } else if place == start + 17, text.isCheckX(place) {
        values.append(10)
      } else {
        return nil
      }
    }
    return judge(text, start..<start + 18, values, isJoined: false).map { ($0, first + 1) }
  }

  // MARK: - Inside longer numbers

  /// Disability cards (number + class + grade), school registers (letter + number), former tax
  /// numbers of the self-employed (number + 2), physicians' certificates (9 + number).
  private static func embedded(
    _ text: PersonalText, _ first: Int
  ) -> (hit: PersonalHit, next: Int)? {
    let token = text.tokens[first]
    guard (19...27).contains(token.count) else { return nil }
    let place: Int
    let wanted: WordTags
    switch token.count {
    case 19:
      guard [0x67, 0x6C, 0x6A].contains(text.unit(token.start)) else { return nil }
      place = token.start + 1
      wanted = []
    case 20, 22:
      // 18 + class + grade, and B1 for a card issued again.
      place = token.start
      wanted = [.disabilityID, .taxID]
    case 27:
      place = token.start + 9
      wanted = [.doctorID]
    default: return nil
    }
    var values: [UInt8] = []
    for unit in place..<place + 18 {
      if text.isDigit(unit) {
        values.append(text.digit(unit))
      } else if unit == place + 17, text.isCheckX(unit) {
        values.append(10)
      } else {
        return nil
      }
    }
    guard CheckDigits.isIdentityNumber(values),
      RegionCodes.isProvince(Int(values[0]) * 10 + Int(values[1])),
      let birth = birthDate(values[6..<14], asOf: text.context.asOf.date)
    else { return nil }
    let clue = text.clue(before: token.start)
    let sentence = text.sentence(token.start, token.end, reach: 40)
    guard
      wanted.isEmpty
        ? !clue.isDenied || clue.says(.studentID)
        : clue.says(wanted) || (!clue.isDenied && text.holds(wanted, in: sentence))
    else { return nil }
    return (
      PersonalHit(
        kind: .cnID, units: place..<place + 18, range: text.range(place, place + 18),
        severity: .block, birth: birth, replacement: masked(values)), first + 1
    )
  }

  // MARK: - 15 digits

  private static func old(_ text: PersonalText, _ run: NumberRun) -> PersonalHit? {
    let clue = text.clue(before: run.units.lowerBound)
    guard clue.says([.id, .disabilityID]), !clue.isDenied, !text.isMeasured(run.units.upperBound)
    else { return nil }
    let values = run.values
    guard RegionCodes.shared.contains(values[..<6].reduce(0) { $0 * 10 + Int($1) }) else {
      return nil
    }
    let year = 1_900 + Int(values[6]) * 10 + Int(values[7])
    guard
      let birth = CalendarDate(
        year: year, month: Int(values[8]) * 10 + Int(values[9]),
        day: Int(values[10]) * 10 + Int(values[11]))
    else { return nil }
    return PersonalHit(
      kind: .cnID15, units: run.units,
      range: text.range(run.units.lowerBound, run.units.upperBound),
      severity: .block, confidence: .likely, birth: birth, replacement: masked(values))
  }

  /// Permanent residence cards before 2023: three letters, twelve digits.
  private static func oldForeign(
    _ text: PersonalText, _ first: Int
  ) -> (hit: PersonalHit, next: Int)? {
    let token = text.tokens[first]
    guard token.count == 15, token.letters == 3, token.digits == 12,
      (0..<3).allSatisfy({ text.unit(token.start + $0).isASCIILetter })
    else { return nil }
    let clue = text.clue(before: token.start)
    let sentence = text.sentence(token.start, token.end, reach: 30)
    guard clue.says([.fpr, .id]) || text.holds(.fpr, in: sentence), !clue.isDenied else {
      return nil
    }
    return (
      PersonalHit(
        kind: .foreignPR, units: token.start..<token.end, range: text.range(token.start, token.end),
        severity: .block, confidence: .likely), first + 1
    )
  }

  // MARK: - Parts

  /// A real day between 1900 and the day of the document.
  static func birthDate(_ digits: ArraySlice<UInt8>, asOf: CalendarDate) -> CalendarDate? {
    let number = digits.reduce(0) { $0 * 10 + Int($1) }
    guard
      let date = CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100),
      date.year >= 1_900, date <= asOf || date.year <= asOf.year, date.years(until: asOf) <= 120
    else { return nil }
    return date
  }

  /// The named style 3+11*+4 (3+8*+4 for 15 digits).
  static func masked(_ values: [UInt8]) -> String {
    let digits = values.map { $0 == 10 ? "X" : String($0) }
    return digits[..<3].joined() + String(repeating: "*", count: values.count - 7)
      + digits[(values.count - 4)...].joined()
  }
}
