extension PersonalRules {
  static let persons: [Rule] = [
    rule(
      .address, Message("家庭住址", "home address"), .warning, basis: disclosure,
      explanation: Message(
        "写到门牌、房号或村组户号的个人住址。公示只写到乡镇、街道或村（社区）。机构、企业地址不报告。",
        "A home address down to the house. Name the township or village only; addresses of offices are left alone."
      ),
      fires: [
        "低保户柏文芳，家住⟦城关乡东埠村二社69号⟧", "送达地址：⟦锦绣花园20号楼2106室⟧（潘婷勇）",
        "被告柏文芳，女，汉族，⟦浙江省杭州市西湖区文三路69号4幢483室⟧，农民。", "上门核酸：⟦翠苑一区6幢3单元402室⟧，柏文芳",
        "本人柏文芳，住⟦馨园7-4-1395⟧，遗失残疾证",
      ],
      staysQuiet: [
        "办公地址：人民路88号政务服务中心3楼", "家住城关乡东埠村", "住宿员工搬迁至品园6楼",
        "入住博客堂 2004-12-27", "贫困户：马建军 家庭人口4人 年人均收入3500元",
        "法定代表人：王建国，住所：文二路12号3幢402室", "学校,地址\n实验小学,文二路12号", "王建国，杭州某某公司，文二路12号3幢402室",
      ]),
    rule(
      .personName, Message("应予保护者的姓名", "name of a person to be protected"), .info,
      basis: "《个人信息保护法》第六条；《政府信息公开条例》（2019修订）第十五条",
      explanation: Message(
        "举报人、信访人、被害人、患者、受助学生等的姓名应隐去，写作姓+某某。其他姓名单独出现不报告。",
        "Names of informants, petitioners, victims, patients and the like must not be published."),
      fires: ["检举人：⟦尤秀妍⟧", "来访人⟦姜刚磊⟧要求答复", "关于⟦姜刚磊⟧信访事项的答复", "举报人姓名：⟦姜　磊⟧"],
      staysQuiet: ["副市长罗丽杰出席会议", "关于信访事项的答复", "举报人王某某", "被害人陈述"]),
    rule(
      .birthDate, Message("出生日期", "date of birth"), .info, basis: personal,
      explanation: Message(
        "完整的出生年月日。与遮蔽后的身份证号并列会使遮蔽失效。干部公示中的出生年月不报告。",
        "A full date of birth; beside a masked identity number it undoes the mask. Months of birth are left alone."
      ),
      fires: [
        "被救助人方志雪，⟦1943年7月14日⟧出生", "姓名\t出生日期\n薛红丽\t⟦1986-02-24⟧",
        "薛红丽生于⟦一九八六年二月二十四日⟧", "薛红丽，民國⟦75年2月24日⟧出生",
      ],
      staysQuiet: [
        "2018年8月31日前出生的儿童可以报名", "王芳，女，1968年3月生", "2019年7月14日发布", "烈士薛红丽，1921年5月4日出生，1947年牺牲",
      ]),
    rule(
      .health, Message("健康状况", "health of a named person"), .block, basis: sensitive,
      explanation: Message(
        "具名的患病、诊断、残疾信息。医疗健康信息属敏感个人信息，救助公示不得写明病种。政策文本中的病名不报告。",
        "Illness or disability of a named person. Health is sensitive personal information; programme texts are left alone."
      ),
      fires: [
        "欧阳雪轩确诊⟦慢性肾衰竭⟧，申请大病救助", "罹患⟦尿毒症⟧的苏俊宇已住院", "苏俊宇（⟦脑胶质瘤⟧患者）",
        "苏俊宇系⟦艾滋病⟧患者", "姓名：苏俊宇\n病情：⟦尿毒症⟧",
      ],
      staysQuiet: ["苏俊宇，肿瘤学博士", "主任医师苏俊宇，擅长肺癌手术", "尿毒症、白血病等重大疾病纳入救助范围", "开展糖尿病防治知识宣传"]),
  ]

  static let masks: [Rule] = [
    rule(
      .cnIDMasked, Message("身份证号遮蔽不足", "insufficiently masked identity number"), .error,
      basis: disclosure,
      explanation: Message(
        """
        身份证号有结构：前6位是区划，中间8位是出生日期，第15至17位是顺序码，末位是由前17位算出的校验码。遮蔽是否有效，看可见部分之外还剩多少种可能：\
        只隐去末4位（33010619900101****）至多剩999个；隐去末1、2位可以直接算出；隐去月日（3301061990****7770）只剩30余个。\
        前6后4（330106********7770）约剩2600个，单独出现可以接受，但旁边再列出生日期或年龄，或另一处用不同方式遮蔽同一号码，对照后就只剩几个。\
        正确写法：保留前3位和后4位、隐去11位（330***********7770），或前2后3、前1后1；同一人在全文、各附件中用同一种遮法，不另列出生日期。
        """,
        """
        An identity number has structure: region, birth date, sequence, and a check digit computed from the rest. What counts is how many numbers still fit. \
        Hiding the last four leaves at most 999, hiding month and day about 33, hiding one or two digits leaves nothing to guess. \
        6+8*+4 leaves about 2,600 and is tolerated alone, but not beside the birth date, the age, or a second copy masked differently. \
        Write 3+11*+4 (330***********7770), the same way throughout, and leave the birth date out.
        """),
      fires: [
        "选房结果：朱平建，⟦37252119401004****⟧", "杨辉强 证件 ⟦1407022004****6837⟧",
        "安妍平 ⟦140203********7324⟧ 出生于2000年2月13日", "身份证号⟦3722211974…………6444⟧",
      ],
      staysQuiet: ["朱平建，372***********6444", "方婷（152921********7613）", "身份证号330106************"]),
    rule(
      .mobileMasked, Message("手机号遮蔽不足", "insufficiently masked mobile number"), .warning,
      basis: disclosure,
      explanation: Message(
        "隐去不足4位，至多1000个号码，逐个试拨即可还原。写作138****1234，全文同一种遮法。",
        "Fewer than four digits are hidden: at most a thousand numbers to try. Write 138****1234, the same way throughout."
      ),
      fires: ["电话：⟦137***71848⟧", "电话：⟦134480221**⟧"],
      staysQuiet: ["电话：137****1848", "尾号公示：1372288****"]),
    rule(
      .bankCardMasked, Message("银行卡号遮蔽不足", "insufficiently masked bank card"), .error,
      basis: sensitive,
      explanation: Message(
        "隐去不超过4位，末位又是校验位，容易还原。只保留后4位，或前6后4。",
        "At most four digits are hidden and one of them is computed. Keep the last four only, or first six and last four."
      ),
      fires: ["卡号⟦621098473099186****⟧"], staysQuiet: ["账户 621799*********4950"]),
  ]

  static let sums: [Rule] = [
    rule(
      .aggregation, Message("个人信息汇聚", "aggregation of personal data"), .block,
      basis: "《个人信息保护法》第六条、第五十一条；《政府信息公开条例》（2019修订）第十五条；GB/T 37964-2019",
      explanation: Message(
        "同一人的三类以上信息，或证件号码与账户、健康信息并列，危害远大于单项；十行以上的名单汇总为一条。只保留公示必需的项目。",
        "Three classes of data on one person, or an identity number beside an account or health, weigh more than each alone; lists of ten rows and more are summed up."
      ),
      fires: ["贷款人柏然，证件⟦330106199001017770，手机13800603858，卡6222021000000123454⟧"],
      staysQuiet: ["联系人：王芳，手机：13800012345", "王芳，身份证号码：330106199001017770"]),
    rule(
      .minor, Message("未成年人信息", "personal data of a minor"), .block,
      basis: "《个人信息保护法》第二十八条、第三十一条；《未成年人保护法》第四条",
      explanation: Message(
        "按发布日计算不满十四周岁，或学生、孤儿、困境儿童等与姓名、号码同现。不满十四周岁未成年人的个人信息都是敏感个人信息。",
        "A child under 14 on the day of publication, or a pupil or child in care named beside a number. All personal data of children under 14 is sensitive."
      ),
      fires: [
        Rule.Example("学生王芳，身份证号⟦440305201503176026⟧", date: "2024-05-14"),
        "留守儿童⟦廉泽彤⟧，12岁，监护人手机13090155941",
      ],
      staysQuiet: [
        "大学生村官王芳，手机13800012345", Rule.Example("王芳，身份证号440305201503176026", date: "2036-05-14"),
      ]),
  ]
}
