/// Looks for names that lack a character beside their frequent full form: 海镇 beside 星海镇.
struct NameVariantCheck: FormatCheck {
  static let rule = Rule(
    "typo.name-variant",
    title: Message("同一名称前后写法不一", "two spellings of one name"), severity: .warning,
    basis: "文内一致性",
    explanation: Message(
      "文中反复出现的名称在此处少一个字，多为丢字。合法的简称（去掉“市”“区”等）不报。",
      "A name that stands many times in the text lacks a character here. Regular short forms are exempt."
    ),
    fires: [
      "责任单位：星海镇、各街道\n责任单位：区直部门、星海镇\n配合单位：星海镇、各部门\n责任单位：⟦海镇⟧、各街道"
    ],
    staysQuiet: [
      "市教育局、县教育局、教育局", "责任单位：星海镇、云海镇、星海镇、星海镇",
      "发展和改革委员会、发展和改革委员会、发展和改革委员会、发展改革委员会",
    ])
  let rules = [rule]

  /// How often the full form must stand for a shorter one to look like a slip.
  private static let frequent = 3

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    var names: [String: [Range<Int>]] = [:]
    var start = -1
    for index in 0...page.count {
      if index < page.count, page[index].isHan {
        if start < 0 { start = index }
        continue
      }
      if start >= 0 {
        let run = start..<index
        if (2...14).contains(run.count), Self.endsAsName(page, run) {
          names[page.text.string(run), default: []].append(run)
        }
        start = -1
      }
    }
    guard names.count > 1 else { return }
    var found: [Finding] = []
    for (name, places) in names where places.count >= Self.frequent {
      let scalars = Array(name.unicodeScalars)
      guard scalars.count >= 3, !Self.generic.contains(scalars[0]) else { continue }
      for cut in 0..<scalars.count - 1 {
        guard Self.mayBeLost(scalars, at: cut) else { continue }
        var shorter = scalars
        shorter.remove(at: cut)
        let form = String(String.UnicodeScalarView(shorter))
        guard let slips = names[form], !Self.generic.contains(shorter[0]),
          slips.count * 3 <= places.count,
          !Self.common.contains(form)
        else { continue }
        for slip in slips {
          found.append(
            page.finding(
              Self.rule, slip,
              message: Message(
                "“\(form)”疑为“\(name)”（全文\(places.count)处）缺字",
                "“\(form)” looks like “\(name)”, which stands \(places.count) times"),
              suggestion: name))
        }
      }
    }
    findings += found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static func endsAsName(_ page: FormatPage, _ run: Range<Int>) -> Bool {
    suffixes.endsBefore(run.upperBound, in: page.text, longest: 3)
  }

  /// Whether the character at the place is one a name loses only by a slip.
  private static func mayBeLost(_ name: [Unicode.Scalar], at cut: Int) -> Bool {
    if optional.contains(name[cut]) || name[cut].hanDigit != nil { return false }
    let last = name[name.count - 1]
    let isPlace = "镇乡村县区市道".unicodeScalars.contains(last)
    if isPlace, name.count <= 5 { return true }
    // An organisation goes without its first word quite regularly, never without a middle one.
    return cut > 0 && name.count >= 5
  }

  private static let suffixes = WordSet(
    spaced: "镇 乡 街道 村 社区 区 县 市 局 委员会 公司 学校 医院 中心 分局 厅 街道办事处 办事处 集团 学院 研究院 管委会 法院 检察院")
  /// Characters a short form may drop.
  private static let optional: UnitSet = UnitSet(
    "市区县省州和与及的总分本各新老大小第乡镇村街社级直属".unicodeScalars)
  /// Words that begin no name.
  private static let generic: UnitSet = UnitSet(
    "各全本该其有相上下属两多每在于对由向从是为把被按经到至或并且以和与及".unicodeScalars)
  private static let common: Set<String> = [
    "街道", "社区", "乡镇", "村镇", "城区", "市区", "县区", "县市", "城镇", "农村", "乡村", "山区", "地区", "园区", "景区", "学校",
    "城市", "小区", "辖区", "郊区", "老区", "新区", "校区", "库区", "灾区", "牧区", "林区", "社会", "片区", "厂区", "矿区",
    "湖区", "海区", "港区", "战区", "军区", "超市", "股市", "门市", "集镇", "小镇", "古镇", "新村", "全村", "全镇", "全市",
  ]
}
