import TestSupport

@testable import ZhubiDetection

/// Names, numbers and addresses of nobody: sequence numbers of identities from 600 on, mobile
/// numbers in blocks that end in five equal-looking random digits, cards with made-up tails.
struct InventedPeople {
  private var lastName = ""
  private var lastID: [UInt8] = []
  /// The part of the last value that is the finding, when it is not all of it.
  var inner: Range<Int>?

  init(seed: UInt64) {}

  mutating func newDocument() {
    lastName = ""
    lastID = []
  }

  private static let regions = [
    "330106", "450222", "360426", "620102", "510107", "110108", "230103", "532628", "640104",
    "412702",
    "350182", "652101", "542121", "441424", "340521", "130922", "220203", "371502", "430902",
    "610431",
  ]
  private static let surnames = [
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡", "林", "郭", "何", "高",
    "罗", "郑",
    "梁", "谢", "宋", "唐", "欧阳", "司马", "皇甫", "柏", "戚", "窦", "云", "水", "费", "鲍", "上官",
  ]
  private static let given = Array("伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂辉玲梅建华文清宇雅琳瑶子涵欣怡梓轩浩然博雨晨")
  private static let diseases = [
    "尿毒症", "白血病", "肺癌", "胃癌", "慢性肾衰竭", "精神分裂症", "脑梗死", "糖尿病", "乳腺癌", "再生障碍性贫血", "肝硬化", "癫痫",
    "系统性红斑狼疮", "先天性心脏病", "艾滋病", "肺结核", "抑郁症", "脑瘫",
  ]

  /// A value for a slot, its kind, and whether it may be written in other styles.
  mutating func value(_ slot: String, _ dice: inout Dice) -> (String, String, Bool) {
    if slot.hasPrefix("num:") {
      let count = Int(slot.dropFirst(4))!
      return ((0..<count).map { String(dice.roll($0 == 0 ? 1...9 : 0...9)) }.joined(), "", false)
    }
    if let colon = slot.firstIndex(of: ":") {
      return written(
        String(slot[..<colon]), as: String(slot[slot.index(after: colon)...]), &dice)
    }
    switch slot {
    case "name":
      lastName = name(&dice)
      return (lastName, "person_name", false)
    case "name=": return (lastName, "person_name", false)
    case "namem": return (String(name(&dice).first!) + "某某", "person_name", false)
    case "id": return (text(identity(&dice)), "cn_id", true)
    case "idkid": return (text(identity(&dice, years: 2_014...2_020)), "cn_id", false)
    case "disid":
      inner = 0..<18
      return (text(identity(&dice)) + "\(dice.roll(1...7))\(dice.roll(1...4))", "cn_id", false)
    case "stuid":
      inner = 1..<19
      return (dice.pick(["G", "L"]) + text(identity(&dice)), "cn_id", false)
    case "docid":
      inner = 9..<27
      return ("2013" + "33" + "110" + text(identity(&dice)), "cn_id", false)
    case "taxid":
      inner = 0..<18
      return (text(identity(&dice)) + "0\(dice.roll(1...9))", "cn_id", false)
    case "id15":
      let full = identity(&dice, years: 1_935...1_985)
      return (text(Array(full[..<6] + full[8..<17])), "cn_id15", false)
    case "hmt":
      return (
        text(identity(&dice, region: dice.pick(["810000", "820000", "830000"]))), "hmt_residence",
        false
      )
    case "fpr":
      return (
        text(identity(&dice, region: "9" + dice.pick(["11", "31", "44"]) + "84")), "foreign_pr",
        false
      )
    case "fprold":
      return (dice.pick(["USA", "DEU", "JPN"]) + "3100" + digits(8, &dice), "foreign_pr", false)
    case "permit":
      return (text(identity(&dice, years: 2_012...2_024)), "", false)
    case "badid":
      var id = identity(&dice)
      id[17] = (id[17] + 3) % 10
      return (text(id), "", false)
    case "mobile": return (mobile(&dice), "mobile", true)
    case "mobn": return (mobile(&dice), "", false)
    case "land":
      return (
        dice.pick(["0571-", "010-", "0755 ", "(021)", "0931-"]) + "\(dice.roll(2...8))"
          + digits(7, &dice), "landline", false
      )
    case "card": return (card(&dice), "bank_card", true)
    default: return other(slot, &dice)
    }
  }

  private mutating func other(_ slot: String, _ dice: inout Dice) -> (String, String, Bool) {
    switch slot {
    case "passport":
      return (
        dice.pick(["E", "G", "EA", "EJ", "SE"]).padded(digits(9, &dice), to: 9), "passport", false
      )
    case "hkm": return (dice.pick(["C", "W"]) + digits(8, &dice), "hk_macau_permit", false)
    case "twp": return (dice.pick(["L", "T"]) + digits(8, &dice), "taiwan_permit", false)
    case "hrp": return (dice.pick(["H", "M"]) + digits(8, &dice), "home_return_permit", false)
    case "twc": return ("0" + digits(7, &dice), "tw_compatriot_permit", false)
    case "mil":
      return (
        dice.pick(["军", "南", "武", "海"]) + "字第" + digits(7, &dice) + "号", "military_id", false
      )
    case "hkid": return (hongKong(&dice), "hk_id", false)
    case "moid": return ("5" + digits(6, &dice) + "(\(dice.roll(0...9)))", "macau_id", false)
    case "twid": return (taiwan(&dice), "tw_id", false)
    case "ssc": return ("T" + digits(8, &dice), "social_security", false)
    case "plate":
      return (
        dice.pick(["浙A", "京G·", "川B", "粤S·", "藏K"]) + dice.pick(["D", "K", "8"]) + digits(4, &dice),
        "plate", false
      )
    case "vin": return (vin(&dice), "vin", false)
    case "email":
      return (
        dice.pick(["limin", "zhang.wei", "wh"]) + digits(3, &dice)
          + dice.pick(["@163.com", "@qq.com", "@outlook.com"]), "email", false
      )
    case "office": return ("tougao" + digits(2, &dice) + "@163.com", "", false)
    case "qq": return ("\(dice.roll(1...9))" + digits(8, &dice), "qq", false)
    case "wx": return (dice.pick(["wxid_a", "lucky_", "hh-"]) + digits(5, &dice), "wechat", false)
    case "ip":
      return (
        "\(dice.roll(11...223)).\(dice.roll(0...255)).\(dice.roll(0...255)).\(dice.roll(1...254))",
        "ip", false
      )
    case "mac": return ("BE:5A:81:AB:\(dice.roll(10...99)):0F", "mac", false)
    case "geo":
      return (
        "东经\(dice.roll(100...120)).\(digits(6, &dice))，北纬\(dice.roll(20...40)).\(digits(6, &dice))",
        "geo", false
      )
    case "addr":
      return (
        dice.pick([
          "城关镇东风村三组\(dice.roll(2...99))号",
          "幸福路\(dice.roll(2...300))号阳光花园\(dice.roll(2...30))幢2单元\(dice.roll(101...999))室",
          "清河县文化街\(dice.roll(2...99))号", "锦绣小区\(dice.roll(2...30))号楼\(dice.roll(101...999))室",
          "西湖区翠苑街道古荡弄\(dice.roll(2...99))号",
        ]), "address", false
      )
    case "birth": return (date(identity(&dice), dice.pick(["-", "年", "/"])), "birth_date", false)
    case "birth=": return (date(lastID, "年"), "birth_date", false)
    case "birthkid": return (date(identity(&dice, years: 2_015...2_021), "-"), "birth_date", false)
    case "disease": return (dice.pick(Self.diseases), "health", false)
    case "idm4": return (String(text(identity(&dice)).prefix(14)) + "****", "cn_id_masked", false)
    case "idmd":
      let id = text(identity(&dice))
      let mask: String = dice.pick(["****", "XXXX", "＊＊＊＊"])
      return (String(id.prefix(10)) + mask + String(id.suffix(4)), "cn_id_masked", false)
    case "idm1": return (text(identity(&dice)).prefix(17) + "*", "cn_id_masked", false)
    case "idm2": return (text(identity(&dice)).prefix(16) + "**", "cn_id_masked", false)
    case "idu":
      let id = text(identity(&dice))
      return (id.prefix(6) + "********" + id.suffix(4), "cn_id_masked", false)
    case "ida":
      let id = text(identity(&dice))
      return (id.prefix(6) + "********" + id.suffix(4), "cn_id_masked", false)
    case "idb":
      let id = text(lastID)
      return (id.prefix(3) + "***" + id.dropFirst(6).prefix(8) + "****", "cn_id_masked", false)
    case "mobm":
      let number = mobile(&dice)
      let (head, hidden) = dice.pick([(8, 3), (3, 3), (9, 2)])
      let masked = String(number.prefix(head)) + String(repeating: "*", count: hidden)
      return (masked + number.dropFirst(head + hidden), "mobile_masked", false)
    case "cardm": return (card(&dice).dropLast(4) + "****", "bank_card_masked", false)
    case "idok":
      let id = text(identity(&dice))
      let (head, hidden, tail) = dice.pick([(3, 11, 4), (2, 13, 3), (1, 16, 1), (6, 12, 0)])
      return (
        String(id.prefix(head)) + String(repeating: "*", count: hidden) + id.suffix(tail), "", false
      )
    case "mobok":
      let number = mobile(&dice)
      let mask: String = dice.pick(["****", "XXXX", "■■■■"])
      return (String(number.prefix(3)) + mask + String(number.suffix(4)), "", false)
    case "cardok":
      let number = card(&dice)
      return (
        number.prefix(6) + String(repeating: "*", count: number.count - 10) + number.suffix(4), "",
        false
      )
    case "uscc": return (credit("91", &dice), "", false)
    case "uscc92": return (credit("92", &dice), "", false)
    case "uscc93": return (credit("93", &dice), "", false)
    case "hash":
      return (
        (0..<40).map { _ in dice.pick(Array("0123456789abcdef").map(String.init)) }.joined(), "",
        false
      )
    case "uuid":
      return (
        "5a8d58\(digits(2, &dice))-\(digits(4, &dice))-407d-a50e-\(digits(12, &dice))", "", false
      )
    default: return more(slot, &dice)
    }
  }

  /// The identity number last drawn.
  var sameID: String { text(lastID) }

  // MARK: - Numbers

  private func digits(_ count: Int, _ dice: inout Dice) -> String {
    (0..<count).map { _ in String(dice.roll(0...9)) }.joined()
  }

  private func name(_ dice: inout Dice) -> String {
    dice.pick(Self.surnames)
      + (0..<dice.roll(1...2)).map { _ in String(dice.pick(Self.given)) }.joined()
  }

  private mutating func identity(
    _ dice: inout Dice, years: ClosedRange<Int> = 1_940...2_004, region: String? = nil
  ) -> [UInt8] {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let head = region ?? dice.pick(Self.regions)
    var body = head + "\(dice.roll(years))" + two(dice.roll(1...12)) + two(dice.roll(1...28))
    if head.count == 5 { body = head + "0" + body.dropFirst(5) }
    body += "\(dice.roll(600...999))"
    var id = body.utf8.map { $0 - 0x30 }
    id.append(CheckDigits.identityCheck(id[...]))
    lastID = id
    return id
  }

  private func text(_ digits: [UInt8]) -> String {
    digits.map { $0 == 10 ? "X" : String($0) }.joined()
  }

  private func mobile(_ dice: inout Dice) -> String {
    dice.pick(["138", "159", "187", "133", "192", "166", "177", "199"]) + "000" + digits(5, &dice)
  }

  private func card(_ dice: inout Dice) -> String {
    let length = dice.pick([16, 19, 19])
    let body = dice.pick(["622908", "621799", "623052", "622188"]) + digits(length - 7, &dice)
    for check in 0...9 where CheckDigits.isLuhn((body + "\(check)").utf8.map { $0 - 0x30 }) {
      return body + "\(check)"
    }
    return body + "0"
  }

  private func date(_ id: [UInt8], _ style: String) -> String {
    let year = text(Array(id[6..<10]))
    let month = text(Array(id[10..<12]))
    let day = text(Array(id[12..<14]))
    return style == "年"
      ? "\(year)年\(Int(month)!)月\(Int(day)!)日" : year + style + month + style + day
  }

  private func hongKong(_ dice: inout Dice) -> String {
    let body = dice.pick(["a", "r", "k", "g"]) + digits(6, &dice)
    for check in "0123456789a"
    where CheckDigits.isHongKongIdentity((body + String(check)).unicodeScalars.map(\.value)) {
      return body.uppercased() + "(" + String(check).uppercased() + ")"
    }
    return body
  }

  private func taiwan(_ dice: inout Dice) -> String {
    let body = dice.pick(["a1", "d2", "f1"]) + digits(7, &dice)
    for check in 0...9
    where CheckDigits.isTaiwanIdentity((body + "\(check)").unicodeScalars.map(\.value)) {
      return (body + "\(check)").uppercased()
    }
    return body
  }

  private func vin(_ dice: inout Dice) -> String {
    let tail = digits(6, &dice)
    for check in "0123456789x" {
      let code = "lsvnv2bn\(check)5n\(tail)"
      if CheckDigits.isVehicleIdentification(code.unicodeScalars.map(\.value)[...]) {
        return code.uppercased()
      }
    }
    return "LSVNV2BN"
  }

  private func credit(_ head: String, _ dice: inout Dice) -> String {
    let body = (head + "330106" + "ma2" + digits(6, &dice))
    for check in "0123456789abcdefghjklmnpqrtuwxy"
    where CheckDigits.isCreditCode((body + String(check)).unicodeScalars.map(\.value)[...]) {
      return (body + String(check)).uppercased()
    }
    return body
  }
}

extension String {
  fileprivate func padded(_ digits: String, to width: Int) -> String {
    self + digits.prefix(width - count)
  }
}
