/// The rules about document numbers.
enum DocumentNumberRules {
  static let all: [Rule] = [bracket, zero, ordinal, year, broken]

  static let basis = "GB/T 9704-2012 7.2.5"

  static let bracket = Rule(
    "format.doc-no-bracket",
    title: Message("发文字号的年份应加六角括号〔〕", "the year of a document number stands in 〔〕"),
    severity: .warning, basis: basis,
    explanation: Message(
      "发文字号的年份用六角括号“〔〕”括入。法院案号用圆括号，不在此列。",
      "The year of a document number is put in 〔〕; case numbers of courts are another matter."),
    fires: ["鄂政发⟦[2022]11号⟧", "皖办发⟦（2023）2号⟧文件", "某政办函⟦【2024】5号⟧"],
    staysQuiet: [
      "渝府发〔2024〕6号", "（2023）京01行初88号", "参考文献[12]", "见图（2024）", "京房权证（2005）第0123456号",
    ])

  static let zero = Rule(
    "format.doc-no-zero",
    title: Message("发文顺序号不编虚位", "the number of a document has no leading zero"),
    severity: .warning, basis: basis,
    explanation: Message(
      "发文顺序号不编虚位（1不编为01）。", "The running number is not padded: 1, not 01."),
    fires: ["苏教⟦〔2024〕009号⟧"], staysQuiet: ["苏教〔2024〕90号", "索引号 000123/2024-00061"])

  static let ordinal = Rule(
    "format.doc-no-di",
    title: Message("发文顺序号不加“第”字", "no 第 before the number of a document"),
    severity: .warning, basis: basis,
    explanation: Message(
      "发文顺序号不加“第”字。公告、令的编号和期刊期号不在此列。",
      "No 第 stands before the running number; announcements, decrees and issues are exempt."),
    fires: ["粤府⟦〔2021〕第60号⟧"],
    staysQuiet: ["公告2024年第12号", "国务院令第711号", "《公报》〔2024〕第3期"])

  static let year = Rule(
    "format.doc-no-year",
    title: Message("发文字号的年份应标四位全称，不加“年”", "the year of a document number has four digits"),
    severity: .warning, basis: basis,
    explanation: Message(
      "年份标全称，用阿拉伯数字，括号内不加“年”字。",
      "The year is written in full with Arabic digits and without 年."),
    fires: ["某政发⟦〔24〕33号⟧", "某政发⟦〔2023年〕9号⟧"], staysQuiet: ["某政发〔2023〕9号"])

  static let broken = Rule(
    "format.doc-no-broken",
    title: Message("发文字号残缺", "a document number is broken"),
    severity: .block, basis: basis,
    explanation: Message(
      "发文字号缺括号、缺序号或缺“号”字，多为排版或抽取时丢字。按原件补全。",
      "A bracket, the number or 号 is missing: often lost on the way to the page."),
    fires: ["石大政办发⟦〔202417⟧", "浙政发⟦2021〕7号⟧", "浙政发⟦〔2021〕7⟧\n各市人民政府："],
    staysQuiet: ["浙政发〔2021〕7号", "浙政发〔2021〕7、8号文件", "浙政发〔20XX〕X号"])
}
