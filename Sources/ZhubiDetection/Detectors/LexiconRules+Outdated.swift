extension LexiconRules {
  static let outdated: [Rule] = [
    Rule(
      "outdated.law", title: Message("引用已废止或被取代的法律", "law repealed or replaced"),
      severity: .warning, basis: "各条所列废止依据",
      explanation: Message(
        "文中引用的法律在成文时已经废止或被取代。条文序号一并改变，须逐条核对后再改。",
        "The law was no longer in force on the day of the text. Articles are numbered anew: check each."
      ),
      fires: ["依据《⟦合同法⟧》第五十二条主张合同无效。", "以⟦侵权责任法⟧为据"],
      staysQuiet: [
        "《劳动合同法》第十条", Rule.Example("依据《合同法》订立本协议。", date: "2018-03-09"), "原《合同法》第五十二条",
        "《民法典》施行后，《婚姻法》同时废止。",
      ]),
    Rule(
      "outdated.regulation", title: Message("引用已废止的法规、规章或文件", "regulation repealed or replaced"),
      severity: .warning, basis: "各条所列废止依据",
      explanation: Message(
        "文中引用的法规、规章或规范性文件已经废止或被取代。", "The regulation was no longer in force on the day of the text."
      ),
      fires: ["依据《⟦信访条例⟧》不予受理。"],
      staysQuiet: ["《河北省信访条例》", "《信访工作条例》", "原依据《合伙企业登记管理办法》，现依据《市场主体登记管理条例》。"]),
    Rule(
      "outdated.agency", title: Message("机构名称已变更", "agency renamed or dissolved"),
      severity: .warning,
      basis: "国务院机构改革方案；《深化党和国家机构改革方案》",
      explanation: Message(
        "该机构在成文时已更名、撤并。写历史时加“原”或“时任”。",
        "The agency had been renamed or dissolved. Of the past, write 原 or 时任."),
      fires: ["抄送：⟦市质监局⟧、市财政局", "向⟦农业部⟧申报"],
      staysQuiet: [
        "原国家工商总局", "时任卫生部部长", "农业部门会商旱情", "韩国环境部代表团", "公司人事部负责招聘", "国土资源部令第68号",
        Rule.Example("农业部召开会议", date: "2016-01-01"),
      ]),
    Rule(
      "outdated.place", title: Message("行政区划名称已变更", "place renamed or merged"), severity: .warning,
      basis: "国务院、民政部行政区划批复",
      explanation: Message("该行政区划已经撤销或更名。", "The place had been renamed or merged."),
      fires: ["赴⟦荣昌县⟧考察学习。"],
      staysQuiet: ["原宣武区的老照片", "1994年，江都市被列为试点。", "藁城市民服务热线", "《吴江县志》"]),
    Rule(
      "outdated.system", title: Message("制度、证照、税费已取消或更名", "scheme, licence or tax abolished"),
      severity: .warning, basis: "各条所列文件",
      explanation: Message(
        "该制度、证照或税费已经取消、更名或合并。", "The scheme, licence or tax had been abolished or renamed."),
      fires: ["办理⟦统计登记证⟧变更手续。"], staysQuiet: ["收容遣送制度已于2003年废止。", "营业税改征增值税试点", "请持居住证和户口簿报名。"]),
    Rule(
      "outdated.plan", title: Message("规划、行动已到期", "plan or campaign past its term"),
      severity: .warning,
      basis: "规划文本所列期限",
      explanation: Message("该规划、行动计划或目录版本已经到期。", "The plan or edition is past its term."),
      fires: ["认真落实⟦“十三五”规划⟧部署。"], staysQuiet: ["“十三五”时期，经济稳步增长。", "“十二五”规划圆满收官。"]),
    Rule(
      "outdated.standard", title: Message("标准已被代替", "standard replaced"), severity: .warning,
      basis: "新版标准前言所列代替说明",
      explanation: Message("该标准已被新版代替。", "A newer edition replaced the standard."),
      fires: ["公文格式执行⟦GB/T 9704-1999⟧。", "水质符合⟦GB5749—2006⟧要求"],
      staysQuiet: ["公文格式执行GB/T 9704-2012。", "新版GB 2760-2024替代GB 2760-2014。"]),
    Rule(
      "outdated.document", title: Message("引用本单位已废止、撤销的文件", "own document withdrawn"),
      severity: .warning, basis: "本单位文件目录（documents.tsv）",
      explanation: Message(
        "本单位文件目录写明该文件已废止、失效或撤销，其他页面仍在引用。书名号和文号括号的写法不影响匹配。",
        "The organisation's register says that the document was withdrawn, and another page still cites it."
      ),
      fires: [
        "请按照《⟦关于规范示例事项办理的通知⟧》执行。", "依据⟦示政办发[2019]8号⟧文件", "见⟦示政办发〔2019〕8号⟧",
      ].map { Rule.Example("示例页面\n一\n二\n三\n四\n" + $0) },
      staysQuiet: [
        "《关于规范示例事项办理的通知》（示政办发〔2019〕8号）自本通知印发之日起废止。", "示政办发〔2019〕18号",
      ]),
    Rule(
      "outdated.link", title: Message("链接指向已废止、撤销的文件", "link to a withdrawn document"),
      severity: .warning, basis: "本单位文件目录（documents.tsv）",
      explanation: Message("链接指向目录中已废止、撤销的文件。", "The link leads to a document that was withdrawn."),
      fires: ["详见⟦https://www.example.gov.cn/art/2019/8.html⟧"],
      staysQuiet: ["详见https://www.example.gov.cn/art/2019/88.html"]),
  ]
}
