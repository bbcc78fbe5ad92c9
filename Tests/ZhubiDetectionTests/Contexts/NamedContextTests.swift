import Testing
import ZhubiText

@testable import ZhubiDetection

/// Every named context, in texts where it holds and texts where it does not. The term is 工商局,
/// a fact since 2019-03-31, unless the case says otherwise.
@Suite struct NamedContextTests {
  struct Case: CustomStringConvertible, Sendable {
    var condition: String
    var term = "工商局"
    var holds: [String]
    var fails: [String]
    var description: String { condition }
  }

  static let cases: [Case] = [
    Case(
      condition: "longer(工商局域网)", holds: ["建设工商局域网"], fails: ["建设工商局网站"]),
    Case(condition: "follow(域|面)", holds: ["工商局域网", "工商局面"], fails: ["工商局网", "域工商局"]),
    Case(condition: "near(价格)", holds: ["价格由工商局定", "工商局管价格"], fails: ["价格。工商局"]),
    Case(condition: "line-start", holds: ["工商局发", "甲\n　工商局"], fails: ["市工商局"]),
    Case(condition: "whole-line", holds: ["工商局", "甲\n （工商局） \n乙"], fails: ["工商局发", "市工商局"]),
    Case(
      condition: "head", holds: ["关于工商局的通知"],
      fails: ["这一行写得很长很长，远远超过四十个字，所以它不是标题，而是正文里的一句话，其中提到了工商局，仅此而已"]),
    Case(condition: "exact", term: "NaN", holds: ["NaN"], fails: ["nan", "ＮａＮ"]),
    Case(
      condition: "historical",
      holds: [
        "原工商局", "原市工商局", "时任县工商局局长", "曾任工商局副局长", "历任工商局科员", "工商局（现市场监管局）", "工商局原局长",
        "工商局旧址", "当时的工商局", "前身为工商局", "工商局时期",
      ],
      fails: ["工商局", "太原工商局", "原则上由工商局办", "平原县工商局", "前往工商局", "原因是工商局未办", "草原工商局"]),
    Case(
      condition: "repeal",
      holds: ["工商局更名为市场监管局", "不再保留工商局", "工商局、质监局合并为市场监管局", "工商局并入市场监管局", "机构改革后没有工商局"],
      fails: ["工商局发布公告", "已更名。工商局"]),
    Case(condition: "change", holds: ["撤销工商局", "工商局改制前"], fails: ["工商局发布公告"]),
    Case(
      condition: "table-of-history",
      holds: ["1994年，工商局成立", "二〇〇八年，工商局被评为先进", "上世纪九十年代，工商局建库", "2019年2月，工商局发文"],
      fails: ["2024年，工商局成立", "2019年4月，工商局发文", "工商局成立于1994年", "2015年以来，工商局"]),
    Case(
      condition: "earlier-year", holds: ["他于1994年进入工商局"], fails: ["他于2022年进入工商局"]),
    Case(
      condition: "past-period", term: "十三五规划",
      holds: ["十三五规划期间", "回顾十三五规划", "十三五规划圆满收官", "十三五规划末"], fails: ["落实十三五规划", "十三五规划部署"]),
    Case(condition: "done", holds: ["工商局圆满完成任务"], fails: ["工商局部署任务"]),
    Case(
      condition: "bound", holds: ["依照工商局规定", "（工商局", "根据工商局", "由工商局"], fails: ["市工商局", "大工商局"]),
    Case(
      condition: "unbound", holds: ["河北省工商局", "深圳工商局", "某县工商局"], fails: ["依照工商局", "我省工商局"]),
    Case(
      condition: "child-name", term: "吴江市",
      holds: ["吴江市某某有限公司", "《吴江市志》", "吴江市农商行"], fails: ["吴江市人民政府", "吴江市盛泽镇"]),
    Case(
      condition: "child-place", term: "吴江市",
      holds: ["吴江市第一人民医院", "吴江市实验小学"], fails: ["吴江市小学生", "吴江市开展医院检查"]),
    Case(
      condition: "law-word", term: "合同法",
      holds: ["合同法律", "合同法庭", "合同法定代表人"], fails: ["合同法规定", "合同法第五条", "合同法。"]),
    Case(
      condition: "foreign", term: "农业部", holds: ["美国农业部", "日本农业部", "联合国农业部", "德农业部"],
      fails: ["向农业部", "我国农业部", "依法农业部"]),
    Case(
      condition: "foreign-sentence", term: "农业部", holds: ["越南代表访问农业部", "与驻华使节走访农业部"],
      fails: ["农业部开会", "美国。农业部"]),
    Case(
      condition: "in-company", term: "人事部", holds: ["公司人事部", "医院人事部", "人事部经理", "集团的人事部"],
      fails: ["国家人事部", "由人事部"]),
    Case(condition: "local-name", holds: ["某县工商局", "市工商局"], fails: ["国家工商局"]),
    Case(condition: "in-title", holds: ["《工商局公告》", "《关于〈工商局〉的》"], fails: ["工商局《公告》", "《公告》工商局"]),
    Case(
      condition: "other-title", term: "婚姻法",
      holds: ["《婚姻法解释》", "《关于适用〈婚姻法〉的解释》", "《新婚姻法读本》"],
      fails: ["《婚姻法》", "《中华人民共和国婚姻法》", "《婚姻法（2001年修正）》", "婚姻法"]),
    Case(
      condition: "attribution",
      holds: ["工商局公告2015年第3号", "工商局令第73号", "工商局〔2016〕5号", "工商局2018年第1号令", "工商局《办法》（工商局令第8号）"],
      fails: ["工商局发布公告", "工商局命令", "工商局2018年工作"]),
    Case(
      condition: "issued-then", holds: ["工商局印发的通知", "工商局《关于加强管理的通知》（市工商〔2016〕5号）"],
      fails: ["工商局印发通知", "工商局（市工商〔2024〕5号）"]),
    Case(condition: "quoted", holds: ["所谓“工商局”", "写着「工商局」"], fails: ["工商局", "“甲”工商局“乙”"]),
    Case(
      condition: "first-lines(2)", holds: ["工商局", "甲\n\n工商局"], fails: ["甲\n乙\n丙\n工商局"]),
    Case(
      condition: "last-lines(2)", holds: ["工商局\n甲"], fails: ["工商局\n甲\n乙\n丙\n"]),
    Case(condition: "in-parentheses", holds: ["（市工商局发）", "(工商局)"], fails: ["（市）工商局"]),
    Case(condition: "field-value", holds: ["联系单位：工商局"], fails: ["工商局：联系"]),
    Case(condition: "document(绝密)", holds: ["绝密\n\n工商局"], fails: ["工商局"]),
    Case(condition: "profile(gov-style)", holds: ["工商局"], fails: []),
    Case(
      condition: "statute", holds: ["某市条例\n第一条 甲。\n第二条 工商局。\n第三条 乙。\n第四条 丙。"], fails: ["工商局"]),
    Case(condition: "neighbour(身份证)", holds: ["身份证\n工商局"], fails: ["身份证\n\n\n工商局"]),
    // Where it holds is shown with pages, by the program.
    Case(condition: "whole-page", holds: [], fails: ["工商局"]),
    Case(
      condition: "checksum", term: "11010119900307747X",
      holds: [], fails: ["11010119900307747X"]),
    Case(condition: "luhn", term: "6222021234567890128", holds: ["6222021234567890128"], fails: []),
    Case(
      condition: "lesson", term: "机密",
      holds: ["密级分为机密三级", "保密知识竞赛：机密", "标注“机密”字样"], fails: ["机密\n关于印发的通知"]),
    Case(condition: "prose", term: "会议纪要", holds: ["健全会议纪要制度"], fails: ["会议纪要（第3期）"]),
    Case(condition: "drafting", term: "送审稿", holds: ["会议审议送审稿", "公开征求意见\n送审稿"], fails: ["方案送审稿"]),
    Case(condition: "sample-text", term: "XX市", holds: ["例如：XX市", "张某在XX市"], fails: ["XX市人民政府决定"]),
    Case(condition: "work-of-art", term: "瞎子", holds: ["小说《瞎子》", "成语瞎子摸象"], fails: ["帮助瞎子"]),
    Case(condition: "forbids", term: "限男性", holds: ["不得限男性"], fails: ["岗位限男性"]),
    Case(condition: "policy-wording", term: "第一", holds: ["产业规模第一"], fails: ["产品销量第一", "第一"]),
    Case(
      condition: "earlier-sentence", term: "双规", holds: ["2015年被双规", "史料载双规"], fails: ["2024年被双规"]),
  ]

  /// One lexicon for all cases: case number n has the kind `term.case-n`.
  static let compiled: Lexicon = {
    let rows = cases.enumerated().map { number, testCase in
      "\(testCase.term)\tterm.case-\(number)\t@\(testCase.condition)\t2019-03-31"
    }
    let table = "term\tkind\tonly\tsince\n" + rows.joined(separator: "\n")
    return try! ZhubiDetectionTests.lexicon([pack(table)])
  }()

  @Test(arguments: cases.indices)
  func holdsWhereItShouldAndNowhereElse(number: Int) throws {
    let testCase = Self.cases[number]
    let rule = try #require(RuleID("term.case-\(number)"))
    func fires(_ text: String) -> Bool {
      findings(
        in: text, lexicon: Self.compiled, detectors: [LexiconDetector()],
        selection: Selection(profile: "all") { $0 == rule }
      ).contains { $0.rule == rule }
    }
    for text in testCase.holds {
      #expect(fires(text), "@\(testCase.condition) must hold in: \(text)")
    }
    for text in testCase.fails {
      #expect(!fires(text), "@\(testCase.condition) must not hold in: \(text)")
    }
    #expect(!(testCase.holds.isEmpty && testCase.fails.isEmpty))
  }

  @Test func everyContextHasACase() {
    let tried = Set(Self.cases.map { String($0.condition.prefix { $0 != "(" }) })
    // The contexts of the typo tables are tried with those tables.
    // Matching through symbols changes what is found, not what counts: it has tests of its own.
    let mine = Set(NamedContext.all.map(\.name)).subtracting(TypoContexts.all.map(\.name))
      .subtracting([SymbolTerms.context])
    #expect(mine == tried)
  }

  @Test func profilesAreAskedByName() throws {
    let lexicon = try lexicon([pack("term\tonly\n甲乙\t@profile(gov-style|news)")])
    for (profile, count) in [("official", 0), ("gov-style", 1), ("news", 1), ("all", 1)] {
      let found = findings(
        in: "甲乙", lexicon: lexicon, detectors: [LexiconDetector()],
        selection: Selection(profile: profile) { _ in true })
      #expect(found.count == count, "\(profile)")
    }
  }

  @Test(arguments: [
    ("11010119900307747", "5"), ("11010119900307766", nil as String?),
  ])
  func identityNumbersHaveOneRightCheckCharacter(head: String, right: String?) {
    let valid = "0123456789x".filter { last in
      NumberContexts.isIdentityNumber((head + String(last)).unicodeScalars.map(\.value))
    }
    #expect(valid.count == 1)
    if let right { #expect(valid == right) }
  }
}
