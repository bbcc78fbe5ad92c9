extension PersonalRules {
  static let identityNumbers: [Rule] = [
    rule(
      .cnID, Message("居民身份证号码", "resident identity number"), .block, basis: disclosure,
      explanation: Message(
        "文中有完整的公民身份号码（GB 11643，区划、出生日期、校验码均相符）。公开前应遮蔽：保留前3位和后4位，中间11位写作星号（330***********7770）；只写到出生年月日或只隐去末4位都能推算还原。全角数字、空格、连字符、零宽字符、跨行书写同样能识别。",
        "A complete resident identity number (GB 11643: region, birth date and check digit all fit). Keep the first 3 and last 4 digits and hide the 11 between; hiding only the last four can be computed back."
      ),
      fires: [
        "低保申请人王芳，身份证号码：⟦330106199001017770⟧。", "姓名\t证件号\n李娜\t⟦22020319600420830x⟧",
        "申请人证件⟦330106 19900101 7770⟧", "残疾人证号⟦330106199001017770⟧42",
        "证件号⟦33O106199OOlO17770⟧",
        "序号\t姓名\t备注号码\n1\t李娜\t⟦330106199001017770⟧",
      ],
      staysQuiet: [
        "施工许可证编号：330106199001017770", "统一社会信用代码：91330106MA28000000", "编号330106199001017771",
        "身份证号330***********7770", "订单号：330106199001017770",
        "330106199001017770（施工许可证号）",
      ]),
    rule(
      .cnID15, Message("15位居民身份证号码", "15-digit identity number"), .block, basis: disclosure,
      explanation: Message(
        "第一代身份证号码（15位，无校验码）。只在文字称其为身份证号时报告。处理方法同18位号码。",
        "An identity number of the first generation, reported only beside wording that says so."),
      fires: ["旧身份证号⟦330106560612600⟧"],
      staysQuiet: ["税务登记号330106560612600", "设备IMEI 330106560612600"]),
    rule(
      .hmtResidence,
      Message("港澳台居民居住证号码", "residence permit number of Hong Kong, Macao and Taiwan residents"),
      .block, basis: disclosure,
      explanation: Message(
        "以810000、820000、830000开头的18位居住证号码，校验码相符。",
        "An 18-digit residence permit number (810000, 820000, 830000) with a fitting check digit."),
      fires: ["港澳居民居住证号码⟦810000199203047127⟧"], staysQuiet: ["合同编号：810000199203047127"]),
    rule(
      .foreignPR, Message("外国人永久居留身份证号码", "foreign permanent resident number"), .block,
      basis: disclosure,
      explanation: Message(
        "2023年版以9开头的18位号码，或旧版3个字母加12位数字。",
        "The 18-digit number beginning with 9 (2023), or three letters and twelve digits."),
      fires: ["外国人永久居留身份证：⟦911840198108036029⟧", "永久居留证⟦DEU310047032760⟧"],
      staysQuiet: ["统一社会信用代码911840198108036029", "型号DEU310047032760"]),
  ]

  static let documents: [Rule] = [
    rule(
      .passport, Message("护照号码", "passport number"), .error, basis: disclosure,
      explanation: Message("文字称为护照的号码。", "A number called a passport number."),
      fires: ["护照号码：⟦E12345678⟧", "持⟦EA1234567⟧号护照出境"],
      staysQuiet: ["产品批号E12345678", "办理护照48本"]),
    rule(
      .hkMacauPermit, Message("往来港澳通行证号码", "Hong Kong and Macao travel permit"), .error,
      basis: disclosure,
      explanation: Message("C或W开头加8位。", "C or W and eight digits, called a permit."),
      fires: ["往来港澳通行证：⟦C91514727⟧"], staysQuiet: ["物料编码C91514727"]),
    rule(
      .taiwanPermit, Message("往来台湾通行证号码", "Taiwan travel permit"), .error, basis: disclosure,
      explanation: Message("L或T开头加8位。", "L or T and eight digits, called a permit."),
      fires: ["往来台湾通行证：⟦L24049756⟧"], staysQuiet: ["货号L24049756"]),
    rule(
      .homeReturnPermit, Message("港澳居民来往内地通行证号码", "home return permit"), .error, basis: disclosure,
      explanation: Message(
        "H或M开头加8或10位。药品批准文号（国药准字H…）形状相同，不在此列。",
        "H or M and eight or ten digits; drug approval numbers look the same and are left alone."),
      fires: ["港澳同胞回乡证⟦M20531379⟧"], staysQuiet: ["国药准字H20259752"]),
    rule(
      .twCompatriotPermit, Message("台湾居民来往大陆通行证号码", "mainland travel permit for Taiwan residents"),
      .error, basis: disclosure,
      explanation: Message("8位或10位数字，只凭文字认定。", "Eight or ten digits; only the wording proves it."),
      fires: ["台胞证号 ⟦15101430⟧"], staysQuiet: ["邮编15101430"]),
    rule(
      .militaryID, Message("军人证件号码", "military or police service card"), .block,
      basis: "《保守国家秘密法》；《个人信息保护法》第六条",
      explanation: Message(
        "军官证、士兵证等证件号码，既是个人信息，也可能涉及部队番号，先送保密审查。",
        "A service card number; it may also tell of a unit: hand it to the secrecy review."),
      fires: ["退役军人，军官证⟦军字第0724563号⟧"], staysQuiet: ["新出发京零字第0724563号"]),
    rule(
      .hkID, Message("香港身份证号码", "Hong Kong identity card"), .error, basis: disclosure,
      explanation: Message("字母加6位加括号内校验码，校验相符。", "Letter, six digits and a fitting check digit."),
      fires: ["香港身份证：⟦R133221(9)⟧"], staysQuiet: ["规格R133221(8)"]),
    rule(
      .macauID, Message("澳门身份证号码", "Macao identity card"), .error, basis: disclosure,
      explanation: Message("7位加1位校验，只凭文字认定。", "Seven digits and one, called a Macao card."),
      fires: ["澳门居民身份证⟦5448621(3)⟧"], staysQuiet: ["流水号5448621(3)"]),
    rule(
      .twID, Message("台湾身份证号码", "Taiwan identity number"), .error, basis: disclosure,
      explanation: Message("字母加9位，校验相符。", "A letter and nine digits with a fitting check digit."),
      fires: ["台湾身份证⟦A123456789⟧"], staysQuiet: ["型号A123456789"]),
    rule(
      .socialSecurity, Message("社会保障卡号码", "social security card number"), .error, basis: disclosure,
      explanation: Message("社保卡卡面号码；18位的社会保障号码就是身份证号。", "The number on a social security card."),
      fires: ["社会保障卡卡号：⟦T12974939⟧"], staysQuiet: ["序列号T12974939"]),
  ]
}
