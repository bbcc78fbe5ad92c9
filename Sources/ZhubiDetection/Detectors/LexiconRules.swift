/// The kinds of lexicon entries, as rules. An organisation's own kinds are made on the way.
enum LexiconRules {
  static let all: [Rule] = secrecy + process + wording + names + promotion + outdated

  private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

  /// The rule of a kind; a kind the house does not know gets a plain one.
  static func rule(_ id: RuleID) -> Rule {
    if let known = byID[id] { return known }
    let kind = String(id.kind)
    return Rule(
      id, title: Message("词库命中（\(kind)）", "lexicon entry (\(kind))"), severity: .warning,
      explanation: Message("本单位词库中的词条。", "An entry of the organisation's own lexicon."),
      fires: [], staysQuiet: [])
  }

  private static let secrecy: [Rule] = [
    Rule(
      "term.secrecy-marking", title: Message("密级标志或涉密表述", "secrecy marking"),
      severity: .block, basis: "《保守国家秘密法》（2024修订）第二十三条；GB/T 9704-2012 7.2.2",
      explanation: Message(
        "拟公开的文本带有密级、保密期限或涉密表述。先停止发布，送保密审查；标志的期限同时按法定上限（绝密30年、机密20年、秘密10年）核对。",
        "The text carries a secrecy marking. Stop publication and hand it to the secrecy review. The term of the marking is checked against the legal limits of 30, 20 and 10 years."
      ),
      fires: [
        "⟦机密★1年⟧\n关于印发方案的通知", "⟦绝密★长期⟧", "⟦密级：秘密⟧", "⟦（机密）⟧年度预算执行情况",
      ],
      staysQuiet: [
        "严守国家秘密是公民的义务。", "计算机密码应定期更换。", "国家秘密的密级分为绝密、机密、秘密三级。", "该信息不属于国家秘密。",
        "公文如需标注密级，应当标注“秘密★10年”字样。",
      ]),
    Rule(
      "term.secrecy-telegram", title: Message("密码电报、明传电报标志", "telegram marking"),
      severity: .block, basis: "《党政机关公文处理工作条例》第九条",
      explanation: Message(
        "密码电报和未经公开审查的明传电报不得公开。",
        "Cipher telegrams and unreviewed plain telegrams must not be published."),
      fires: ["⟦特急·明电⟧\n省防指关于防御台风的通知", "⟦密码电报⟧"],
      staysQuiet: ["国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）", "情况特急，请各地迅速核查。"]),
    Rule(
      "term.internal-only", title: Message("内部资料标志", "marked for internal use"), severity: .block,
      basis: "《政府信息公开条例》第十六条；《内部资料性出版物管理办法》",
      explanation: Message(
        "文本写明仅供内部使用。核对能否公开，不能公开的停止发布。",
        "The text says it is for internal use. Check whether it may be published at all."),
      fires: ["⟦内部资料 注意保存⟧\n会议材料", "⟦（此件不公开）⟧", "⟦仅供内部参考⟧，数据未经审定"],
      staysQuiet: ["编印内部资料性出版物应当取得准印证。", "加强内部控制制度建设。", "（此件公开发布）"]),
  ]

  private static let process: [Rule] = [
    Rule(
      "term.process-material", title: Message("过程性材料", "process material"), severity: .warning,
      basis: "《政府信息公开条例》第十六条",
      explanation: Message(
        "会议记录、拟办意见、签报等内部事务或过程性信息，核对是否误发。",
        "Minutes, drafts of opinions and the like are internal: check whether they slipped in."),
      fires: ["⟦局长办公会议纪要⟧（第3期）", "⟦发文稿纸⟧"], staysQuiet: ["业主大会应当做好会议记录。"]),
    Rule(
      "term.draft-residue", title: Message("稿本与修订痕迹", "draft residue"), severity: .warning,
      basis: "《党政机关公文处理工作条例》第二十五条",
      explanation: Message(
        "定稿中不应保留“修改稿”“批注”等字样。", "A final text must not carry marks of drafts and revisions."),
      fires: ["工作方案⟦（修改稿）⟧", "⟦带格式的：⟧字体"], staysQuiet: ["稿件采用情况"]),
    Rule(
      "term.placeholder", title: Message("占位内容", "placeholder"), severity: .warning,
      basis: "公文校对惯例",
      explanation: Message("模板中的占位内容没有补全或删除。", "A placeholder of a template was left in."),
      fires: ["经研究，⟦XX县⟧人民政府决定：", "完成投资⟦XX万元⟧", "⟦此处填写⟧单位名称"],
      staysQuiet: ["X光机采购公告", "二〇二四年五月", "某局××科（当事人信息脱敏）"]),
    Rule(
      "term.template-residue", title: Message("网页、模板残留", "template residue"), severity: .warning,
      basis: "政府网站内容检查惯例",
      explanation: Message(
        "网页框架、代码、乱码或拼音夹注残留在正文中。", "Parts of a page frame, code or garbled text were left in."),
      fires: ["正文⟦&ldquo;⟧通知⟦&rdquo;⟧", "⟦當(dāng)⟧前工作", "⟦锟斤拷⟧"],
      staysQuiet: ["R&D经费投入强度2.8%", "图(a)所示", "价格<100元"]),
    Rule(
      "term.privacy", title: Message("个人信息字样", "personal data"), severity: .warning,
      basis: "《个人信息保护法》第四条、第二十八条；《政府信息公开条例》第十五条",
      explanation: Message(
        "写明个人信息的字样后面跟着具体内容，公开前应脱敏。",
        "A field name of personal data is followed by a value: mask it before publication."),
      fires: ["⟦病历号：A⟧20412", "⟦家庭住址：某县某镇⟧"], staysQuiet: ["身份证号码是公民的唯一标识。", "传真：0571-88888888"]),
  ]
}
