/// The rules about levels, counts, attachments and titles.
enum StructureRules {
  static let jump = Rule(
    "format.seq-jump",
    title: Message("层次序号跳号或重号", "a number is skipped or used twice"), severity: .warning,
    basis: "GB/T 9704-2012 7.3.3",
    explanation: Message(
      "同一层次的序号应连续。各上级标题下重新编号不在此列。条文跳号、多处跳号的页面多为摘录或丢行，只提示一次。",
      "Numbers of one level run on without a gap; a new superior heading starts afresh. A page that skips many numbers is an excerpt or has lost lines: it is told once, as a hint."
    ),
    fires: [
      "（一）目标\n⟦（三）⟧措施", "一、甲\n二、乙\n⟦四、⟧丙", "一是抓学习；二是抓落实；⟦四是⟧抓督查。",
      "1.甲\n2.乙\n⟦2.⟧丙", "一要站位高；二要责任实；⟦四要⟧纪律严。", "（1）身份证；（2）户口簿；⟦（4）⟧申请表。",
      "## 一、背景\n## 二、目标\n## ⟦四、⟧措施", "第一条 目的\n第二条 依据\n⟦第四条⟧ 原则",
    ],
    staysQuiet: [
      "会议要求：一要学；二要做；三要改。", "（1）甲；（2）乙；\n（3）丙",
      "一、甲\n（一）子\n（二）丑\n二、乙\n（一）子", "一、甲\n二、乙\n三、丙", "1.5万元\n3.2万元",
      "依照第五条、第七条", "第一，学习。第二，落实。",
    ])

  static let level = Rule(
    "format.seq-level",
    title: Message("层次序号用反或越级", "levels are in the wrong order"), severity: .info,
    basis: "GB/T 9704-2012 7.3.3",
    explanation: Message(
      "层次序号依次用“一、”“（一）”“1.”“（1）”。只有两层时“一、”下可用“1.”。",
      "Levels are 一、（一） 1.（1） in this order."),
    fires: ["一、总体要求\n⟦（1）⟧指导思想"],
    staysQuiet: ["一、总体要求\n（一）指导思想\n1.甲\n（1）乙", "一、总体要求\n1.指导思想"])

  static let count = Rule(
    "format.count-mismatch",
    title: Message("所说的项数与列举的项数不符", "the count does not fit the items"),
    severity: .warning, basis: "逻辑",
    explanation: Message(
      "“三个方面”后只列两项，或多列了一项。核对项数或补齐内容。",
      "Three points are announced and two are given: check the count or the items."),
    fires: [
      "⟦两个方面⟧：一是人才；二是资金；三是技术。", "成立⟦4个工作组⟧，分别为综合组、宣传组、督查组。",
      "提出“⟦三个坚持⟧”：坚持党的领导、坚持人民至上。", "⟦两个文件⟧：《实施方案》《考核办法》《责任分工》。",
    ],
    staysQuiet: [
      "五项机制逐步健全", "三个方面：一是学；二是做；三是改。", "成立3个工作组，分别为综合组、宣传组、督查组等。",
      "围绕一个目标、统筹两个方面、发挥三项功能", "做到“三个到位”：组织到位、人员到位、经费到位。", "两个文件：《实施方案》《考核办法》。",
    ])

  static let attachPunctuation = Rule(
    "format.attach-punct",
    title: Message("附件说明的标点不对", "the marks of the list of attachments"), severity: .info,
    basis: "GB/T 9704-2012 7.3.4",
    explanation: Message(
      "“附件”后用全角冒号，多个附件用“1.”编号。", "附件 takes a full-width colon, several ones are numbered 1."),
    fires: ["⟦附件:⟧1.名单", "⟦附件：1、⟧名单"], staysQuiet: ["附件：1.名单", "附件1", "附件下载:"])

  static let attachEnd = Rule(
    "format.attach-end",
    title: Message("附件名称后不加标点", "no mark behind the name of an attachment"),
    severity: .info, basis: "GB/T 9704-2012 7.3.4",
    explanation: Message("附件名称后不加标点符号。", "The name of an attachment ends without a mark."),
    fires: ["附件：1.名单⟦。⟧", "附件：1.名单⟦；⟧\n2.方案⟦。⟧"], staysQuiet: ["附件：1.名单\n2.方案", "附件：名单（试行）"])

  static let attachMissing = Rule(
    "format.attach-missing",
    title: Message("引用的附件不在附件清单内", "an attachment that the list does not have"),
    severity: .warning, basis: "GB/T 9704-2012 7.3.7",
    explanation: Message(
      "正文所引附件的序号超出附件清单。", "The text refers to an attachment beyond the list."),
    fires: ["详见⟦附件3⟧。\n附件：1.名单\n2.方案"],
    staysQuiet: ["详见附件2。\n附件：1.名单\n2.方案", "详见附件3。"])

  static let titleDouble = Rule(
    "format.title-dup",
    title: Message("标题用语重复", "a title says it twice"), severity: .warning,
    basis: "GB/T 9704-2012 7.3.1",
    explanation: Message(
      "“关于关于”“的通知的通知”多为套写时重复。转发文件层叠的题名用书名号括起的不在此列。",
      "关于关于 and 的通知的通知 come from filling in a template twice."),
    fires: ["⟦关于关于⟧加强管理的通知", "关于开展检查⟦的通知的通知⟧"],
    staysQuiet: ["转发《关于开展检查的通知》的通知", "关于加强管理的通知"])
}
