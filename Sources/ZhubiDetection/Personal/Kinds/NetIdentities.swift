import ZhubiText

/// E-mail addresses, QQ and WeChat names.
enum NetIdentities {
  // MARK: - E-mail

  static func emails(_ text: PersonalText, into hits: inout [PersonalHit]) {
    for place in text.units.indices {
      let unit = text.unit(place)
      guard unit == 0x40 || unit == 0x23 || unit == 0xFF03 || unit == 0x5B || unit == 0x28,
        let width = atSign(text, place), let hit = email(text, at: place, width: width)
      else { continue }
      hits.append(hit)
    }
  }

  /// The width of `@` and of what people write for it: `#`, `[at]`, `(at)`.
  private static func atSign(_ text: PersonalText, _ place: Int) -> Int? {
    switch text.unit(place) {
    case 0x40, 0x23, 0xFF03: return 1
    default:
      // Brackets of full width stand around every gloss of a Chinese text.
      let byte = text.context.utf8[text.folded.start(of: FoldedOffset(place)).value]
      guard byte == UInt8(truncatingIfNeeded: text.unit(place)), text.unit(place + 1) == 0x61,
        text.unit(place + 2) == 0x74, [0x5D, 0x29].contains(text.unit(place + 3))
      else { return nil }
      return 4
    }
  }

  private static func isLocal(_ unit: UInt32, _ isDigit: Bool) -> Bool {
    unit.isASCIILetter || isDigit || unit == 0x2E || unit == 0x5F || unit == 0x2D || unit == 0x2B
  }

  private static func email(
    _ text: PersonalText, at place: Int, width: Int
  ) -> PersonalHit? {
    var start = place
    while start > 0, isLocal(text.unit(start - 1), text.isDigit(start - 1)) { start -= 1 }
    while start < place, text.unit(start) == 0x2E || text.unit(start) == 0x2D { start += 1 }
    var end = place + width
    while text.isAlphanumeric(end)
      || ((text.unit(end) == 0x2E || text.unit(end) == 0x2D) && text.isAlphanumeric(end + 1))
    {
      end += 1
    }
    let domain = String(
      String.UnicodeScalarView(text.units[place + width..<end].compactMap(Unicode.Scalar.init)))
    guard place - start >= 2, domain.contains("."), domain.split(separator: ".").count >= 2,
      domain.split(separator: ".").last!.count >= 2
    else { return nil }
    if domain.hasSuffix("gov.cn") || domain.hasSuffix(".gov") || domain.hasSuffix("mil.cn") {
      return nil
    }
    if !personalDomains.contains(domain), isOffice(text, start..<place) { return nil }
    let sentence = text.sentence(start, end, reach: 30)
    let before = sentence.lowerBound..<start
    // 投稿邮箱：… is an office's, 简历作者张三，… a person's.
    if let office = text.marks(in: before).last(where: { $0.tags.touches(.mailOffice) }),
      text.firstName(in: office.end..<start) == nil,
      !text.holds([.person, .role], in: max(before.lowerBound, office.start - 4)..<office.start)
    {
      return nil
    }
    let clue = text.clue(before: start)
    let isPersonal = personalDomains.contains(domain)
    // name#163.com is a mailbox, page.html#top.com is not.
    if text.unit(place) != 0x40, !isPersonal { return nil }
    let isAboutPerson =
      text.holds([.person, .role, .name], in: before) || text.firstName(in: before) != nil
      || clue.isHeader
    guard isPersonal || isAboutPerson else { return nil }
    // The mailbox of an office at a public provider: 举报、咨询 wording, or an office before it.
    if !isAboutPerson, text.holds(.organisation, in: before) { return nil }
    if !isPersonal, domain.hasSuffix("edu.cn") || text.holds(.organisation, in: before) {
      return nil
    }
    return PersonalHit(
      kind: .email, units: start..<end, range: text.range(start, end), severity: .warning,
      confidence: isPersonal ? .likely : .possible)
  }

  /// info@, contact@: nobody's own.
  private static func isOffice(_ text: PersonalText, _ local: Range<Int>) -> Bool {
    let names = [
      "info", "contact", "service", "services", "webmaster", "admin", "support", "sales", "hr",
      "office", "press", "media", "noreply", "postmaster", "help", "mail", "public",
    ]
    return names.contains { $0.count == local.count && text.follows(local.lowerBound, [$0]) }
  }

  private static let personalDomains: Set<String> = [
    "qq.com", "vip.qq.com", "foxmail.com", "163.com", "vip.163.com", "126.com", "yeah.net",
    "188.com", "sina.com", "sina.cn", "vip.sina.com", "sohu.com", "vip.sohu.com", "139.com",
    "189.cn", "wo.cn", "wo.com.cn", "21cn.com", "tom.com", "aliyun.com", "gmail.com", "outlook.com",
    "hotmail.com", "live.com", "live.cn", "msn.com", "msn.cn", "yahoo.com", "yahoo.com.cn",
    "yahoo.cn", "icloud.com", "me.com", "mac.com", "proton.me", "protonmail.com", "263.net",
    "eyou.com", "outlook.com.cn", "yahoo.com.tw", "yahoo.com.hk", "googlemail.com", "mail.com",
    "gmx.com", "yandex.com", "x263.net", "china.com", "chinaren.com", "sogou.com", "email.cn",
  ]

  // MARK: - QQ and WeChat

  /// 5 to 11 digits behind QQ.
  static func qq(_ text: PersonalText, _ first: Int) -> (hit: PersonalHit, next: Int)? {
    let token = text.tokens[first]
    var start = token.start
    // qq12345678 is one token.
    if token.letters == 2, text.unit(start) == 0x71, text.unit(start + 1) == 0x71 {
      start += 2
      if text.precedes(token.start, ["群"]) { return nil }
    } else if token.letters == 1, text.unit(start) == 0x71, text.precedes(start + 1, ["加q"]) {
      start += 1
    } else {
      guard token.isDigits else { return nil }
      let clue = text.clue(before: token.start)
      let isCalled = clue.says(.qq) && clue.distance <= 6 && !clue.isDenied
      guard isCalled || isCalledBehind(text, token.end), !clue.says(.qqDeny) else { return nil }
      // qq_12345678 is the name of an account somewhere else.
      if hasGroup(text, token.start) || text.unit(token.start - 1) == 0x5F { return nil }
    }
    guard (5...11).contains(token.end - start), text.digit(start) != 0,
      !text.isCutOut(start..<token.end) || start > token.start
    else { return nil }
    return (
      PersonalHit(
        kind: .qq, units: start..<token.end, range: text.range(start, token.end), severity: .warning
      ),
      first + 1
    )
  }

  /// 12345678（QQ）.
  private static func isCalledBehind(_ text: PersonalText, _ end: Int) -> Bool {
    guard text.unit(end) == 0x28 || text.unit(end) == 0xFF08 else { return false }
    let tags = text.clueBehind(end)
    return tags.touches(.qq) && !tags.touches(.qqDeny) && !hasGroup(text, min(text.count, end + 6))
  }

  /// 群 right before the number or in the label.
  private static func hasGroup(_ text: PersonalText, _ place: Int) -> Bool {
    let from = max(0, place - 14)
    return text.units[from..<place].contains(0x7FA4)
  }

  /// `wxid_…`, or a name of letters and digits behind 微信.
  static func weChats(_ text: PersonalText, into hits: inout [PersonalHit]) {
    for (index, mark) in text.marks.enumerated() where mark.tags.touches(.wechat) {
      if mark.tags.touches(.wechatDeny) { continue }
      if index + 1 < text.marks.count, text.marks[index + 1].start < mark.end { continue }
      var place = mark.end
      var steps = 0
      scan: while steps < 10 {
        switch text.unit(place) {
        case 0x3A, 0xFF1A, 0x20, 0x53F7, 0x662F, 0x4E3A, 0x28, 0xFF08, 0x201C, 0x52A0, 0x6211,
          0x7801,
          0x540D, 0x22, 0x2C, 0xFF0C, 0x7C, 0x09, 0xFF5C, 0x3D, 0x2A, 0x5D, 0x3011, 0x29, 0xFF09:
          place += 1
        case 0x76, 0x2B:
          // 微信v：…, 微信+…
          if text.isAlphanumeric(place + 1) { break scan }
          place += 1
        default: break scan
        }
        steps += 1
      }
      if let hit = account(text, at: place, isTight: place - mark.end <= 6) { hits.append(hit) }
    }
    for token in text.tokens where token.letters >= 4 {
      guard text.unit(token.start) == 0x77, text.follows(token.start, ["wxid_"]) else { continue }
      if let hit = account(text, at: token.start, isTight: true) { hits.append(hit) }
    }
    cells(text, into: &hits)
  }

  private static func account(_ text: PersonalText, at place: Int, isTight: Bool) -> PersonalHit? {
    guard isTight, text.unit(place).isASCIILetter else { return nil }
    var end = place
    while text.isAlphanumeric(end) || text.unit(end) == 0x5F || text.unit(end) == 0x2D { end += 1 }
    while end > place, text.unit(end - 1) == 0x2D || text.unit(end - 1) == 0x5F { end -= 1 }
    guard (6...20).contains(end - place), text.unit(end) != 0x40,
      text.unit(end) != 0x2E || !text.isAlphanumeric(end + 1)
    else { return nil }
    let hasDigit = (place..<end).contains {
      text.isDigit($0) || text.unit($0) == 0x5F || text.unit($0) == 0x2D
    }
    // A plain word behind 微信 is a product or an office's account, unless it is called personal.
    guard
      hasDigit
        || text.precedes(place, ["个人微信：", "加微信：", "加v：", "本人微信：", "加微：", "私人微信："])
        || isNamed(text, place)
    else { return nil }
    let word = String(
      String.UnicodeScalarView(text.units[place..<end].compactMap(Unicode.Scalar.init)))
    guard !["wechat", "weixin", "android", "windows", "iphone", "harmony"].contains(word) else {
      return nil
    }
    return PersonalHit(
      kind: .wechat, units: place..<end, range: text.range(place, end), severity: .warning,
      confidence: .likely)
  }

  /// 微信号：… of somebody the sentence names, no office in it.
  private static func isNamed(_ text: PersonalText, _ place: Int) -> Bool {
    guard text.precedes(place, ["微信号：", "微信号:", "微信id：", "微信号", "微信号码："]) else { return false }
    let sentence = text.sentence(place, place, reach: 30)
    return !text.holds([.wechatDeny, .organisation, .mailOffice], in: sentence)
      && (text.holds([.person, .role, .name], in: sentence.lowerBound..<place)
        || text.firstName(in: sentence.lowerBound..<place) != nil)
  }

  /// Cells below a header 微信.
  private static func cells(_ text: PersonalText, into hits: inout [PersonalHit]) {
    guard text.cells != nil else { return }
    for token in text.tokens where token.letters >= 1 && token.count >= 3 {
      guard text.unit(token.start).isASCIILetter, !text.isHan(token.start - 1) else { continue }
      let clue = text.clue(before: token.start)
      guard clue.isHeader, clue.says(.wechat), !clue.says(.wechatDeny) else { continue }
      if let hit = account(text, at: token.start, isTight: true) { hits.append(hit) }
    }
  }
}
