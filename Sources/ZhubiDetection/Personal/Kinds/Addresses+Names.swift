import ZhubiText

extension Addresses {
  /// 张三，男，汉族，浙江省…路5号2室: no label, but nothing between the name and the house except
  /// what forms ask of a person; or the house of somebody (…号的家中).
  static func besideNames(_ text: PersonalText, into hits: inout [PersonalHit]) {
    // Without a house nothing is worth reading.
    var houses = HouseEnds(text)
    var place = 0
    while place < text.count {
      guard text.isHan(place), isBorder(text, place), text.isHan(place + 1),
        houses.hasOne(behind: place), !startsWithLabel(text, place),
        let body = detail(text, from: place)
      else {
        place += 1
        continue
      }
      if isOfNamed(text, body) {
        add(text, body, into: &hits)
        place = body.upperBound
      } else {
        place += 1
      }
    }
  }

  /// 住…, 现住…: the label is no part of the address.
  private static func startsWithLabel(_ text: PersonalText, _ place: Int) -> Bool {
    let index = text.marks.firstIndex(atOrAfter: place)
    return index < text.marks.count && text.marks[index].start == place
      && text.marks[index].tags.touches(.labels)
  }

  /// Behind a comma, blank, bracket, or 在, 于, or at the beginning of a line.
  private static func isBorder(_ text: PersonalText, _ place: Int) -> Bool {
    let before = text.unit(place - 1)
    if borders.contains(before) { return true }
    // 住文三路…; not 住址, 住所, 住房, 住宅, 住户.
    return before == 0x4F4F && !homeWords.contains(text.unit(place))
  }

  private static let borders = UnitSet(",，、 \t(（:：;|>\"/在于\n".unicodeScalars)
  private static let homeWords = UnitSet("址所房宅户".unicodeScalars)

  private static let homes = [
    "的家", "家中", "家里", "的住", "住处", "住所", "的房", "房屋", "的出租", "出租屋", "租住", "的自住", "的宅",
  ]
  /// Words of business: the address belongs to the office.
  private static let offices = [
    "法定代表", "负责人", "经理", "律师", "联系人", "投标", "中标", "采购", "法人", "建设单位", "施工", "评标", "专家", "主任",
    "局长", "经营", "注册", "开标", "举办", "召开", "门店", "店主", "店",
  ]

  private static func isOfNamed(_ text: PersonalText, _ body: Range<Int>) -> Bool {
    let sentence = text.sentence(body.lowerBound, body.upperBound, reach: 60)
    if let cells = text.cells, let clue = cells.header(of: body.lowerBound, in: text),
      clue.says(.address), !clue.saysHome,
      case let line = text.lineStart(body.lowerBound)..<text.lineEnd(body.lowerBound),
      isOfOffices(text, cells, cells.cellStarts(in: text, line))
    {
      return false
    }
    let isHome = text.follows(body.upperBound, homes)
    let end = body.upperBound
    if isExact(text, body), isBeforeVillager(text, end) { return true }
    guard isHome || !text.isHan(end) || (text.follows(end, ["人"]) && !text.isHan(end + 1)) else {
      return false
    }
    guard isExact(text, body) else { return false }
    // 手机138…）住…: another field stands inside.
    guard !text.holds([.mobile, .phone, .id], in: body),
      !text.tokens(near: body, reach: 0).contains(where: { $0.digits >= 5 })
    else { return false }
    guard !endsWithOffice(text, end),
      !text.units[sentence].contains(offices.map(text.phrase))
    else { return false }
    guard let name = text.nameBefore(body.lowerBound, reach: 60) else {
      return isBeforeName(text, end) && !text.holds([.organisation, .addressDeny], in: sentence)
    }
    let near = name.upperBound..<min(sentence.upperBound, body.upperBound + 8)
    let hasOffice = text.marks(in: near).contains {
      $0.tags.touches([.organisation, .addressDeny]) && $0.end - $0.start >= 2
    }
    if hasOffice { return false }
    if isHome { return true }
    return hasOnlyFields(text, name.upperBound..<body.lowerBound)
      && text.unit(body.lowerBound - 1) != 0x5728
  }

  /// A house number, a room, a group of a village: not 静园10楼, 楼房319栋, 特勤机甲队5.
  private static func isExact(_ text: PersonalText, _ body: Range<Int>) -> Bool {
    let units = text.units[body]
    for place in body.dropFirst()
    where text.unit(place) == 0x20 && text.isHan(place - 1) && text.isHan(place + 1) {
      return false
    }
    switch text.unit(body.upperBound - 1) {
    case 0x7EC4, 0x793E, 0x961F, 0x6237:
      return units.contains { [0x6751, 0x5C6F, 0x4E61, 0x9547, 0x533A].contains($0) }
    case 0x680B, 0x5E62, 0x5EA7, 0x5C42, 0x95E8: return false
    default:
      let isDashed = body.dropFirst().dropLast().contains {
        [0x2D, 0x680B, 0x5E62].contains(text.unit($0)) && text.isAlphanumeric($0 - 1)
          && text.isDigit($0 + 1)
      }
      return isDashed || units.contains { [0x53F7, 0x5BA4, 0x623F].contains($0) }
    }
  }

  /// …村三组村民张三家中, …6号楼1单元业主张三.
  static func isBeforeVillager(_ text: PersonalText, _ end: Int) -> Bool {
    let people = ["村民", "居民", "住户", "业主", "户主", "社员", "牧民", "农户", "租户", "租客"]
    guard text.follows(end, people) else { return false }
    return text.name(at: end + 2) != nil
      || text.name(at: end + 3) != nil && text.unit(end + 2) == 0x3A
  }

  /// …路5号2室 张三, …路5号2室，户主张三: a name of its own field follows.
  private static func isBeforeName(_ text: PersonalText, _ end: Int) -> Bool {
    guard [0x20, 0x09, 0x2C, 0xFF0C, 0x28, 0xFF08, 0x3B].contains(text.unit(end)) else {
      return false
    }
    var place = end + 1
    while text.isBlank(place) { place += 1 }
    let index = text.marks.firstIndex(atOrAfter: place)
    if index < text.marks.count, text.marks[index].start == place,
      text.marks[index].tags.touches([.name, .person, .role])
    {
      place = text.marks[index].end
      while [0x3A, 0xFF1A, 0x20].contains(text.unit(place)) { place += 1 }
    }
    guard let name = text.name(at: place) else { return false }
    return !text.isHan(name.upperBound)
  }

  private static let fields = [
    "农民", "务农", "无业", "个体", "职工", "工人", "退休", "文盲", "小学", "初中", "高中", "中专", "大专", "本科", "文化", "程度",
    "学历", "群众", "党员", "中共", "出生", "现年", "户籍", "民族", "性别", "职业", "已婚", "未婚", "离异", "丧偶", "同志", "先生",
    "女士", "身份证", "号码", "公民", "家庭", "一家", "夫妇", "夫妻", "户", "家", "生", "系", "现", "住", "于", "在", "其",
  ]

  /// Commas, sexes, peoples, ages, days and numbers: what stands between name and address in forms.
  private static func hasOnlyFields(_ text: PersonalText, _ range: Range<Int>) -> Bool {
    var place = range.lowerBound
    let wanted: WordTags = [
      .gender, .age, .birth, .birthAfter, .id, .mobile, .phone, .address, .name,
    ]
    while place < range.upperBound {
      guard text.isHan(place) else {
        if text.endsSentence(place) { return false }
        place += 1
        continue
      }
      if text.isHan(place), text.unit(place + 1) == 0x65CF {
        place += 2  // 汉族
        continue
      }
      if [0x5E74, 0x6708, 0x65E5, 0x53F7].contains(text.unit(place)), text.isDigit(place - 1) {
        place += 1
        continue
      }
      let index = text.marks.firstIndex(atOrAfter: place)
      if index < text.marks.count, text.marks[index].start == place,
        text.marks[index].tags.touches(wanted)
      {
        place = text.marks[index].end
        continue
      }
      guard let field = fields.first(where: { text.follows(place, [$0]) }) else { return false }
      place += field.unicodeScalars.count
    }
    return true
  }

  /// …号村民张三, …号张三.
  static func isBeforeNamed(_ text: PersonalText, _ end: Int) -> Bool {
    isBeforeVillager(text, end) || text.name(at: end) != nil
  }

  /// 收件人：张三 in one of the short lines above 地址：…, and no office.
  static func isInForm(_ text: PersonalText, _ mark: WordMark) -> Bool {
    var line = text.lineStart(mark.start)
    guard mark.start - line <= 4 else { return false }
    var hasName = false
    for _ in 0..<4 where line > 0 {
      let above = text.lineStart(line - 1)
      guard line - above <= 50 else { break }
      let marks = text.marks(in: above..<line - 1)
      if marks.contains(where: {
        $0.tags.touches([.organisation, .addressDeny]) && $0.end - $0.start >= 2
          || text.folds($0, hold: ["联系人", "负责人", "经办人"])
      }) {
        return false
      }
      hasName =
        hasName
        || marks.contains {
          $0.tags.touches([.name, .role, .address, .person])
            && text.firstName(in: $0.end..<line - 1) != nil
        }
      line = above
    }
    return hasName
  }
}
