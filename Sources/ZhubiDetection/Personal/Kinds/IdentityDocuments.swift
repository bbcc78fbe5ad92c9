import ZhubiText

/// Passports, permits, cards of Hong Kong, Macau and Taiwan, service and social security cards:
/// numbers so short that only their wording proves them.
enum IdentityDocuments {
  static func read(_ text: PersonalText, _ first: Int) -> (hit: PersonalHit, next: Int)? {
    let token = text.tokens[first]
    guard token.count <= 12, token.digits >= 5, token.masks == 0 else { return nil }
    let head = leadingLetters(text, token)
    guard head == token.letters || (token.letters - head <= 1 && token.count <= 10) else {
      return nil
    }
    let before = text.unit(token.start - 1)
    if text.isCutOut(token.start..<token.end), !(before == 0x2E) { return nil }
    var clue = text.clue(before: token.start)
    if !clue.says(documents) {
      let behind = text.clueBehind(token.end).intersection(Self.documents)
      if !behind.isEmpty { clue = Clue(tags: behind, distance: 2) }
      // 社保卡（卡号T…）: 卡号 alone names a bank card.
      if clue.tags.touches(.card), clue.distance <= 3 {
        let sentence = text.sentence(token.start, token.end, reach: 16)
        if text.holds(.social, in: sentence.lowerBound..<token.start) {
          clue = Clue(tags: .social, distance: 3)
        }
      }
      // 护照换发：旧号G…，新号E…: the document is named further left.
      if clue.isDenied, clue.tags == [.generic] {
        let sentence = text.sentence(token.start, token.end, reach: 24)
        let named = text.marks(in: sentence.lowerBound..<token.start).last {
          $0.tags.touches(Self.documents.subtracting([.id, .hongKongID, .macauID, .taiwanID]))
        }
        if let named { clue = Clue(tags: named.tags, distance: 8) }
      }
    }
    // 护照一本，证号SE…: 证号 alone says little.
    if clue.says(.id), !clue.says(Self.documents.subtracting(.id)) {
      let sentence = text.sentence(token.start, token.end, reach: 24)
      // 证件类型：护照, 证件号码：E… in the next line.
      let line = text.lineStart(token.start)
      let above = line > 0 && sentence.lowerBound <= line ? text.lineStart(line - 1) : line
      let start = min(sentence.lowerBound, line - above <= 30 ? above : line)
      for mark in text.marks(in: start..<token.start) {
        clue.tags.formUnion(mark.tags.intersection(Self.travelDocuments))
      }
    }
    if clue.isDenied, !clue.says(documents) { return nil }
    if let hongKong = hongKong(text, token, clue) { return (hongKong, first + 1) }
    if let found = macau(text, first, clue) { return found }
    if let twid = taiwan(text, token, clue) { return (twid, first + 1) }
    guard let kind = kind(text, token, clue, head: head) else { return nil }
    if text.code(around: token.start..<token.end).isMachineMade { return nil }
    if text.isMeasured(token.end) { return nil }
    return (
      PersonalHit(
        kind: kind, units: token.start..<token.end, range: text.range(token.start, token.end),
        severity: .error, confidence: .certain), first + 1
    )
  }

  /// E 12345678: the letter of a passport or permit set apart.
  static func spaced(_ text: PersonalText, _ first: Int) -> (hit: PersonalHit, next: Int)? {
    let letter = text.tokens[first]
    guard letter.letters == letter.count, letter.count <= 2, first + 1 < text.tokens.count else {
      return nil
    }
    return joined(text, first, digits: 0)
  }

  /// E1234 5678.
  static func parted(_ text: PersonalText, _ first: Int) -> (hit: PersonalHit, next: Int)? {
    let token = text.tokens[first]
    guard token.masks == 0, (1...2).contains(token.letters), token.digits >= 3,
      leadingLetters(text, token) == token.letters, token.count < 9
    else { return nil }
    return joined(text, first, digits: token.digits)
  }

  /// A letter and up to two groups of digits behind it, nine characters in all.
  private static func joined(
    _ text: PersonalText, _ first: Int, digits head: Int
  ) -> (hit: PersonalHit, next: Int)? {
    let letter = text.tokens[first]
    var digits = head
    var last = first
    while digits + letter.letters < 9, last - first < 2, last + 1 < text.tokens.count,
      text.tokens[last + 1].isDigits, text.tokens[last + 1].count >= 3,
      text.tokens[last + 1].start == text.tokens[last].end + 1,
      text.unit(text.tokens[last].end) == 0x20 || text.unit(text.tokens[last].end) == 0x2D
    {
      last += 1
      digits += text.tokens[last].count
    }
    guard last > first, digits + letter.letters == 9 else { return nil }
    let clue = text.clue(before: letter.start)
    guard clue.says(documents), !clue.isDenied, clue.distance <= 14 else { return nil }
    let end = text.tokens[last].end
    let joined = NumberToken(
      start: letter.start, end: end, digits: digits, letters: letter.letters)
    guard let kind = kind(text, joined, clue, head: letter.letters) else { return nil }
    return (
      PersonalHit(
        kind: kind, units: letter.start..<end, range: text.range(letter.start, end),
        severity: .error), last + 1
    )
  }

  static let documents: WordTags = [
    .passport, .hkMacauPermit, .taiwanPermit, .homeReturn, .taiwanCompatriot, .social, .hongKongID,
    .macauID, .taiwanID, .id, .military,
  ]

  private static let travelDocuments: WordTags = [
    .passport, .hkMacauPermit, .taiwanPermit, .homeReturn, .taiwanCompatriot,
  ]

  private static func leadingLetters(_ text: PersonalText, _ token: NumberToken) -> Int {
    var end = token.start
    while end < token.end, text.unit(end).isASCIILetter { end += 1 }
    return end - token.start
  }

  private static func kind(
    _ text: PersonalText, _ token: NumberToken, _ clue: Clue, head: Int
  ) -> PersonalKind? {
    guard clue.says(documents), clue.distance <= 14 else { return nil }
    let digits = token.digits
    let letter = text.unit(token.start)
    let clean = head == token.letters
    // The label names the document; the number only has to have its shape.
    if clue.says(.homeReturn) {
      if clean, head == 1, letter == 0x68 || letter == 0x6D, digits == 8 || digits == 10 {
        return .homeReturnPermit
      }
    }
    if clue.says(.taiwanCompatriot), clean {
      if head == 0, digits == 8 || digits == 10 { return .twCompatriotPermit }
      if head == 1, digits == 8 { return .twCompatriotPermit }
    }
    if clue.says(.hkMacauPermit), clean {
      if head == 1, letter == 0x63 || letter == 0x77, digits == 8 { return .hkMacauPermit }
      if head == 2, letter == 0x63, digits == 7 { return .hkMacauPermit }
      if head == 1, letter == 0x68 || letter == 0x6D, digits == 8 || digits == 10 {
        return .homeReturnPermit
      }
      if head == 1, letter == 0x6C || letter == 0x74, digits == 8 { return .taiwanPermit }
    }
    if clue.says(.taiwanPermit), clean, head == 1, digits == 8, letter == 0x6C || letter == 0x74 {
      return .taiwanPermit
    }
    if clue.says(.passport) {
      if clean, head == 1, digits == 8 || digits == 7 { return .passport }
      if clean, head == 2, digits == 7 || digits == 6 { return .passport }
      if head == 0, digits == 9, token.letters == 0 { return .passport }
      if clean, head == 1, digits == 9 { return .passport }
    }
    if clue.says(.social), clean {
      if head == 1, digits == 8 { return .socialSecurity }
      if head == 0, digits == 9 || digits == 10 { return .socialSecurity }
    }
    if clue.says(.id), clean, head == 1, digits == 8, clue.distance <= 4 {
      switch letter {
      case 0x65, 0x67: return .passport
      case 0x63, 0x77: return .hkMacauPermit
      case 0x68, 0x6D: return .homeReturnPermit
      case 0x6C, 0x74: return .taiwanPermit
      default: return nil
      }
    }
    if clue.says(.id), clean, head == 2, digits == 7, letter == 0x65, clue.distance <= 4 {
      return .passport
    }
    return nil
  }

  // MARK: - Hong Kong, Macau, Taiwan

  private static func hongKong(
    _ text: PersonalText, _ token: NumberToken, _ clue: Clue
  ) -> PersonalHit? {
    var end = token.end
    var units = Array(text.units[token.start..<token.end])
    let head = leadingLetters(text, token)
    guard head == 1 || head == 2 else { return nil }
    var hasBracket = false
    if token.digits == 6, token.letters == head {
      var place = token.end
      if text.unit(place) == 0x20 { place += 1 }
      let isOpen = text.unit(place) == 0x28 || text.unit(place) == 0xFF08
      guard isOpen, text.isDigit(place + 1) || text.unit(place + 1) == 0x61,
        text.unit(place + 2) == 0x29 || text.unit(place + 2) == 0xFF09
      else { return nil }
      units.append(text.unit(place + 1))
      end = place + 3
      hasBracket = true
    }
    guard CheckDigits.isHongKongIdentity(units) else { return nil }
    let sentence = text.sentence(token.start, end, reach: 24)
    // EJ1652769 behind 证号 is a passport; so is what a line calls one: 证件类型：护照, 证件号码：….
    let isPassport =
      !clue.says(.hongKongID)
      && (head == 2 && units[0] == 0x65
        || text.holds(.passport, in: max(0, token.start - 24)..<token.start))
    let isCalled =
      (clue.says([.hongKongID, .id]) && !isPassport) || text.holds([.hongKongID], in: sentence)
    guard hasBracket ? !clue.isDenied : isCalled else { return nil }
    return PersonalHit(
      kind: .hkID, units: token.start..<end, range: text.range(token.start, end), severity: .error)
  }

  private static func macau(
    _ text: PersonalText, _ first: Int, _ clue: Clue
  ) -> (hit: PersonalHit, next: Int)? {
    let token = text.tokens[first]
    let sentence = text.sentence(token.start, token.end, reach: 24)
    guard clue.says(.macauID) || (clue.says(.id) && text.holds(.macauID, in: sentence)) else {
      return nil
    }
    guard [1, 5, 7, 8].contains(text.digit(token.start)), token.letters == 0 else { return nil }
    if token.digits == 7 {
      let place = token.end
      guard text.unit(place) == 0x28 || text.unit(place) == 0xFF08, text.isDigit(place + 1),
        text.unit(place + 2) == 0x29 || text.unit(place + 2) == 0xFF09
      else { return nil }
      return (macauHit(text, token.start..<place + 3), first + 1)
    }
    if token.digits == 8 { return (macauHit(text, token.start..<token.end), first + 1) }
    return nil
  }

  /// 1/234567/8.
  static func macauSlashed(_ text: PersonalText, _ first: Int) -> (hit: PersonalHit, next: Int)? {
    guard first + 2 < text.tokens.count else { return nil }
    let tokens = text.tokens[first...first + 2]
    guard tokens.map(\.digits) == [1, 6, 1], tokens.allSatisfy(\.isDigits),
      text.unit(tokens[first].end) == 0x2F, tokens[first + 1].start == tokens[first].end + 1,
      text.unit(tokens[first + 1].end) == 0x2F, tokens[first + 2].start == tokens[first + 1].end + 1
    else { return nil }
    let units = tokens[first].start..<tokens[first + 2].end
    let clue = text.clue(before: units.lowerBound)
    guard clue.says([.macauID, .id]), !clue.isDenied else { return nil }
    return (macauHit(text, units), first + 3)
  }

  private static func macauHit(_ text: PersonalText, _ units: Range<Int>) -> PersonalHit {
    PersonalHit(
      kind: .macauID, units: units, range: text.range(units.lowerBound, units.upperBound),
      severity: .error)
  }

  private static func taiwan(
    _ text: PersonalText, _ token: NumberToken, _ clue: Clue
  ) -> PersonalHit? {
    guard token.count == 10,
      CheckDigits.isTaiwanIdentity(Array(text.units[token.start..<token.end]))
    else { return nil }
    guard clue.says([.taiwanID, .id, .taiwanCompatriot]), !clue.isDenied else { return nil }
    return PersonalHit(
      kind: .twID, units: token.start..<token.end, range: text.range(token.start, token.end),
      severity: .error)
  }

  // MARK: - Service cards

  /// 军字第0724563号 beside the name of a service card.
  static func military(_ text: PersonalText, _ first: Int) -> (hit: PersonalHit, next: Int)? {
    let token = text.tokens[first]
    guard token.isDigits, (6...8).contains(token.count) else { return nil }
    var start = token.start
    while text.isBlank(start - 1) { start -= 1 }
    var hasPrefix = false
    if text.unit(start - 1) == 0x7B2C, text.unit(start - 2) == 0x5B57 {
      hasPrefix = true
      start -= 2
      var steps = 0
      while steps < 3, text.isHan(start - 1), services.contains(text.unit(start - 1)) {
        start -= 1
        steps += 1
      }
      guard steps > 0 else { return nil }
    } else {
      start = token.start
    }
    var end = token.end
    let sentence = text.sentence(start, end, reach: 24)
    let clue = text.clue(before: start)
    if hasPrefix {
      if text.unit(end) == 0x53F7 { end += 1 }
      guard clue.says([.military, .id]) || text.holds(.military, in: sentence) else { return nil }
    } else {
      guard clue.says(.military), clue.distance <= 3, !clue.isDenied else { return nil }
      // 军人 alone is no card.
      guard
        text.precedes(
          start, ["证", "证号", "证号：", "证：", "证编号", "证编号：", "证号:", "证:", "证号 ", "证 ", "号码", "号码："])
      else { return nil }
    }
    return (
      PersonalHit(
        kind: .militaryID, units: start..<end, range: text.range(start, end), severity: .block),
      first + 1
    )
  }

  private static let services = UnitSet(
    "军南北沈济广成兰京空海政参后装武火士文战联陆警边消干总队预东西中部勤火箭支援科研学院兵官职义公安检司法察监狱".unicodeScalars.map(\.value))
}
