extension LexiconRules {
  private static let press = "新华社新闻信息报道中的禁用词和慎用词"

  static let wording: [Rule] = [
    Rule(
      "term.discriminatory-disability",
      title: Message("对残疾人的不当称谓", "wording about disabled people"),
      severity: .warning, basis: "《残疾人保障法》；中国残联规范称谓；\(press)",
      explanation: Message("改用规范称谓。", "Use the respectful wording."),
      fires: ["慰问⟦残废军人⟧代表"], staysQuiet: ["推动残疾人事业全面发展", "吃了哑巴亏", "黑瞎子岛开发"]),
    Rule(
      "term.discriminatory-region-gender-job",
      title: Message("性别、地域、职业歧视用语", "wording about gender, region or trade"), severity: .warning,
      basis: "《妇女权益保障法》《就业促进法》；\(press)",
      explanation: Message("删除歧视性条件或用语。", "Delete the discriminating condition or wording."),
      fires: ["岗位要求：⟦不招女性⟧"], staysQuiet: ["女子监区限女性", "反对就业性别歧视"]),
    Rule(
      "term.vulgar", title: Message("低俗用语", "vulgar wording"), severity: .warning,
      basis: "《国家通用语言文字法》；\(press)",
      explanation: Message(
        "删除；引语必须用时以“×”替代。", "Delete; where a quotation needs it, write × instead."),
      fires: ["网友留言“⟦傻逼⟧”已删除"], staysQuiet: ["妈妈的味道", "我操作机器", "打土豪分田地"]),
    Rule(
      "term.legal-wording", title: Message("法律用语不规范", "legal wording"), severity: .warning,
      basis: "《刑事诉讼法》第十二条；\(press)",
      explanation: Message("改用法定称谓。", "Use the term the law uses."),
      fires: ["⟦疑犯⟧已被控制", "由⟦法人代表⟧签字"], staysQuiet: ["涉嫌犯罪的，移送公安机关。", "法定代表人签字"]),
    Rule(
      "term.ethnic-religion-norm", title: Message("民族、宗教称谓", "names of peoples and faiths"),
      severity: .warning, basis: press,
      explanation: Message("民族称谓用全称。", "Write the full name of a people."),
      fires: ["⟦维族⟧群众"], staysQuiet: ["朝鲜族村", "收回民宅", "回民区政府"]),
    Rule(
      "term.press-style", title: Message("报道体例", "press style"), severity: .warning, basis: press,
      explanation: Message("按规范表述改写。", "Use the standard phrase."),
      fires: ["推进⟦“一带一路”战略⟧"], staysQuiet: ["共建“一带一路”倡议"]),
  ]

  static let names: [Rule] = [
    Rule(
      "term.naming-org", title: Message("机构名称不规范", "name of an organisation"), severity: .warning,
      basis: "机构“三定”规定",
      explanation: Message("按机构规范名称改写。", "Write the official name."),
      fires: ["⟦文化旅游部⟧公示", "⟦最高检查院⟧工作报告"], staysQuiet: ["文化和旅游部公示", "市文化旅游部门"]),
    Rule(
      "term.naming-place-written", title: Message("地名写法有误", "place name"), severity: .warning,
      basis: "《地名管理条例》（国务院令第753号）",
      explanation: Message("按标准地名改写。", "Write the standard place name."),
      fires: ["⟦内蒙自治区⟧经贸团"], staysQuiet: ["内蒙古自治区", "伊犁哈萨克自治州", "1957年的广西省"]),
    Rule(
      "term.naming-hkmt", title: Message("涉港澳台表述", "Hong Kong, Macao, Taiwan"), severity: .warning,
      basis: "《关于正确使用涉台宣传用语的意见》；\(press)",
      explanation: Message("按规范表述改写。", "Use the standard phrase."),
      fires: ["⟦中港澳⟧合作论坛", "⟦中港⟧两地"], staysQuiet: ["粤港澳大湾区建设", "空中港口", "台湾等国家和地区"]),
    Rule(
      "term.naming-country-region", title: Message("国家与地区表述", "countries and regions"),
      severity: .warning, basis: "《公开地图内容表示规范》；\(press)",
      explanation: Message("按规范表述改写。", "Use the standard phrase."),
      fires: ["⟦WTO成员国⟧", "⟦国籍：香港⟧"], staysQuiet: ["世界贸易组织成员", "30多个国家和地区的留学生"]),
  ]

  static let promotion: [Rule] = [
    Rule(
      "term.ad-superlative", title: Message("绝对化用语", "superlative"), severity: .info,
      basis: "《广告法》第九条第（三）项；《广告绝对化用语执法指南》（市场监管总局公告2023年第6号）",
      explanation: Message(
        "商业推广文字中的绝对化用语。政策目标、评选称号、有来源的统计排名等不适用。",
        "A superlative in promotion. Aims of policy, awards and sourced rankings are not meant."),
      fires: ["⟦销量第一⟧的本地好茶"], staysQuiet: ["国家级经济技术开发区综合考评", "唯一标识码"]),
    Rule(
      "term.ad-medical", title: Message("医疗广告用语", "medical claim"), severity: .info,
      basis: "《广告法》第十六条至第十八条；《医疗广告管理办法》",
      explanation: Message("医疗、药品、保健食品推广不得作此断言。", "Promotion must not make this claim."),
      fires: ["⟦包治百病⟧"], staysQuiet: ["根治水患、造福百姓"]),
  ]
}
