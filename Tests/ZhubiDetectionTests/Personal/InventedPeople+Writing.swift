import TestSupport

@testable import ZhubiDetection

/// The slots of the second set: values written in a given way, masks of a given shape, and forms
/// of documents the first set lacks.
extension InventedPeople {
  private static let masks: [Character] = [
    "*", "*", "*", "×", "x", "X", "○", "●", "█", "■", "?", "＊", "□", "#", "…", "·", "▇", "_",
  ]

  /// `id:apart`, `idm:14-4-0`, `idm=:3-3-12`: a value in a way of writing or behind a mask.
  mutating func written(
    _ base: String, as way: String, _ dice: inout Dice
  ) -> (String, String, Bool) {
    switch base {
    case "idm": return (mask(value("id", &dice).0, way, &dice), "cn_id_masked", false)
    case "idm=": return (mask(sameID, way, &dice), "cn_id_masked", false)
    case "mobm": return (mask(value("mobile", &dice).0, way, &dice), "mobile_masked", false)
    case "cardm": return (mask(longCard(&dice), way, &dice), "bank_card_masked", false)
    default:
      let (value, label, _) = value(base, &dice)
      guard let writing = Writing(rawValue: way) else { fatalError("no such writing: \(way)") }
      return (writing.apply(value), label, false)
    }
  }

  /// head-hidden-tail.
  private func mask(_ value: String, _ shape: String, _ dice: inout Dice) -> String {
    let sizes = shape.split(separator: "-").map { Int($0)! }
    var mark = dice.pick(Self.masks)
    if sizes[1] < 3, mark == "x" || mark == "X" || mark == "×" { mark = "*" }
    return value.prefix(sizes[0]) + String(repeating: mark, count: sizes[1])
      + value.suffix(sizes[2])
  }

  private mutating func longCard(_ dice: inout Dice) -> String {
    while true {
      let card = value("card", &dice).0
      if card.count == 19 { return card }
    }
  }

  /// Slots only the second set knows.
  mutating func more(_ slot: String, _ dice: inout Dice) -> (String, String, Bool) {
    func digits(_ count: Int) -> String {
      (0..<count).map { _ in String(dice.roll(0...9)) }.joined()
    }
    switch slot {
    case "idbad": return (value("badid", &dice).0, "cn_id", false)
    case "hkpp": return (dice.pick(["K", "H"]) + digits(8), "passport", false)
    case "mopp": return ("MA" + digits(7), "passport", false)
    case "hrp10": return (dice.pick(["H", "M"]) + digits(8) + "01", "home_return_permit", false)
    case "twc10": return ("0" + digits(9) + "(B)", "tw_compatriot_permit", false)
    case "hkidn":
      return (value("hkid", &dice).0.filter { $0 != "(" && $0 != ")" }, "hk_id", false)
    case "hkidf":
      return (
        value("hkid", &dice).0.replacing("(", with: "（").replacing(")", with: "）"), "hk_id", false
      )
    case "mosl": return ("5/" + digits(6) + "/\(dice.roll(0...9))", "macau_id", false)
    case "ssc10": return ("10" + digits(8), "social_security", false)
    case "icbc": return (luhn("955880" + digits(12)), "bank_card", false)
    case "abc": return (luhn("955990" + digits(12)), "bank_card", false)
    case "passbook":
      let body = luhn("81010000" + digits(10))
      return (body.dropLast() + "\((body.last!.wholeNumberValue! + 3) % 10)", "bank_card", false)
    case "plateE":
      return (dice.pick(["浙AD", "粤B·F", "沪AD"]) + digits(5), "plate", false)
    case "plateP": return ("浙A" + digits(4) + "警", "plate", false)
    case "plateG": return ("川C" + digits(4), "plate", false)
    case "plateH": return ("粤Z" + digits(4) + dice.pick(["港", "澳"]), "plate", false)
    case "plateS": return ("使" + "0" + digits(5), "plate", false)
    case "plateX": return ("皖K" + digits(4) + "学", "plate", false)
    case "plateL": return ("浙a8k" + digits(3), "plate", false)
    case "plateW": return ("WJ" + dice.pick(["京", "苏", "粤"]) + digits(4) + "B", "plate", false)
    case "plateB": return ("冀J•" + digits(5), "plate", false)
    case "geo3":
      return (
        dice.pick([
          "东经104°28′15.6″，北纬30°40′\(dice.roll(10...59))″",
          "N30°40′\(dice.roll(10...59))″ E104°28′15″",
          "东经104度28分\(dice.roll(10...59))秒，北纬30度40分12秒",
        ]), "geo", false
      )
    case "mac2": return ("BE-5A-81-AB-\(dice.roll(10...99))-0F", "mac", false)
    case "geo2":
      return (
        dice.pick([
          "30.\(digits(6)), 120.\(digits(6))", "E120.\(digits(6))，N30.\(digits(6))",
          "（120.\(digits(6))，30.\(digits(6))）", "北纬30.\(digits(5))，东经120.\(digits(5))",
        ]), "geo", false
      )
    case "birthcn":
      _ = value("birth", &dice)
      return (spelledDate(), "birth_date", false)
    case "birthdot":
      _ = value("birth", &dice)
      let day = sameID.dropFirst(6).prefix(8)
      return (
        "\(day.prefix(4)).\(day.dropFirst(4).prefix(2)).\(day.suffix(2))", "birth_date", false
      )
    case "birth8":
      _ = value("birth", &dice)
      return (String(sameID.dropFirst(6).prefix(8)), "birth_date", false)
    case "addr2": return (address(&dice), "address", false)
    case "disease2": return (dice.pick(Self.illnesses), "health", false)
    default: fatalError("no such slot: \(slot)")
    }
  }

  private func luhn(_ body: String) -> String {
    for check in 0...9 where CheckDigits.isLuhn((body + "\(check)").utf8.map { $0 - 0x30 }) {
      return body + "\(check)"
    }
    return body
  }

  /// 一九八五年三月二日.
  private func spelledDate() -> String {
    let names = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    func small(_ number: Int) -> String {
      let tens = number / 10
      return (tens == 0 ? "" : (tens == 1 ? "" : names[tens]) + "十")
        + (number % 10 == 0 ? "" : names[number % 10])
    }
    let day = Array(sameID.dropFirst(6).prefix(8)).map { $0.wholeNumberValue! }
    return day[..<4].map { names[$0] }.joined() + "年" + small(day[4] * 10 + day[5]) + "月"
      + small(day[6] * 10 + day[7]) + "日"
  }

  private func address(_ dice: inout Dice) -> String {
    func n(_ range: ClosedRange<Int>) -> String { "\(dice.roll(range))" }
    return switch dice.roll(0...11) {
    case 0: "浙江省杭州市西湖区文三路\(n(2...400))号\(n(2...9))幢\(n(101...909))室"
    case 1: "河南省商丘市睢县城关镇湖西路\(n(2...300))号"
    case 2: "贵州省毕节市纳雍县雍熙街道后寨村三组\(n(2...60))号"
    case 3: "江苏省盐城市亭湖区先锋岛小区\(n(2...40))号楼\(n(101...909))室"
    case 4: "北京市朝阳区建国路甲\(n(2...90))号院\(n(2...9))号楼\(n(2...5))单元\(n(101...909))号"
    case 5: "四川省宜宾市翠屏区李庄镇安石村\(n(2...9))组\(n(2...90))号"
    case 6: "大庄乡小河村下屯\(n(2...90))号"
    case 7: "上海市静安区新华路\(n(100...900))弄\(n(2...90))号\(n(101...909))室"
    case 8: "东关大街\(n(2...90))号"
    case 9: "广东省惠州市惠阳区淡水街道金湖花园A栋\(n(101...909))房"
    case 10: "内蒙古自治区赤峰市松山区穆家营子镇西街\(n(2...90))号"
    default: "和谐家园\(n(2...9))-\(n(1...4))-\(n(101...909))"
    }
  }

  private static let illnesses = [
    "肾病综合征", "急性淋巴细胞白血病", "主动脉夹层", "肝癌晚期", "视网膜色素变性", "宫颈癌", "脑胶质瘤", "双相情感障碍", "尘肺病",
    "重症肌无力", "慢性阻塞性肺疾病", "终末期肾病", "右股骨颈骨折", "颅内动脉瘤", "晚期胃癌", "二级精神残疾", "心肌梗塞",
    "慢性肾功能衰竭", "法洛四联症", "垂体瘤", "结肠癌", "腰椎间盘突出症", "脊髓损伤", "先天性耳聋", "胆管癌",
  ]
}
