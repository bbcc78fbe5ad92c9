/// The rules about what stands twice and what is missing.
enum RepetitionRules {
  static let word = Rule(
    "format.dup-word",
    title: Message("词语重复", "a word stands twice"), severity: .warning, basis: "文字校对",
    explanation: Message(
      "同一词语接连出现两次，多为录入或粘贴所致。动词的ABAB重叠（研究研究）和跨词相连（公开公开栏）不在此列。",
      "A word is typed twice. Verbs that double in Chinese (研究研究) and words that merely meet are exempt."
    ),
    fires: ["要⟦强化强化⟧措施", "切实⟦落实落实⟧责任", "政策⟦解读解读⟧形式单一", "⟦各部门各部门⟧要高度重视"],
    staysQuiet: ["商量商量再定", "研究研究这个问题", "发展发展中国家", "一步一步推进", "许许多多", "公开公开栏", "非常非常好"])

  static let character = Rule(
    "format.dup-char",
    title: Message("虚字重复", "a small word stands twice"), severity: .info, basis: "文字校对",
    explanation: Message("“的的”“和和”之类多为录入重复。", "的的 and 和和 are slips of typing."),
    fires: ["⟦和和⟧有关单位会商", "做好今年⟦的的⟧工作", "⟦要要⟧加强管理"],
    staysQuiet: ["时时放心不下", "人人有责", "为了了解情况", "政府办办公室", "领导干部部署工作", "目的的实现", "的的确确"])

  static let truncated = Rule(
    "format.truncated",
    title: Message("疑似缺字", "something seems to be missing"), severity: .info, basis: "文字校对",
    explanation: Message(
      "连词后直接断句、括号内无内容、顿号开头等，多为丢字。",
      "A conjunction before a full stop, empty brackets, a line that begins with 、: something was lost."
    ),
    fires: ["推进改革⟦和⟧。", "印发⟦《》⟧的通知", "收到政府信息公开⟦申15件⟧"],
    staysQuiet: ["推进改革。", "追求祥和。", "《办法》（ ）", "申请15件"])

  static let paragraph = Rule(
    "format.dup-paragraph",
    title: Message("段落重复", "a paragraph stands twice"), severity: .info, basis: "文字校对",
    explanation: Message(
      "两个段落的文字完全相同。页面摘要不必改。", "Two paragraphs are the same; an abstract may be meant to be."),
    fires: [
      "进一步规范依申请公开接收、登记、办理、答复等各环节工作，聘用法律顾问参与答复合法性审查。\n二、总体情况\n⟦进一步规范依申请公开接收、登记、办理、答复等各环节工作，聘用法律顾问参与答复合法性审查。⟧"
    ],
    staysQuiet: ["责任单位：区政府办公室\n责任单位：区政府办公室"])

  static let stop = Rule(
    "format.stop-missing",
    title: Message("段末缺句号", "a paragraph ends without a full stop"), severity: .info,
    basis: "GB/T 15834-2011 4.1",
    explanation: Message(
      "成段的陈述句末尾应有句号。", "A paragraph of sentences ends with a full stop."),
    fires: [
      "严格执行先审后发制度，依法对拟公开的信息进行保密审查。坚决防治形式主义，切实减轻基层负担，杜绝指尖泄⟦密⟧\n责任单位：区政府办公室"
    ],
    staysQuiet: ["一、总体要求\n严格执行先审后发制度。", "（联系人：办公室，电话见附件）"])

  static let section = Rule(
    "format.section-empty",
    title: Message("标题下没有内容", "nothing stands under this heading"), severity: .warning,
    basis: "国办公开办函〔2021〕30号",
    explanation: Message(
      "政府信息公开年度报告的第二、三、四部分应有表格，标题下为空多为表格丢失。",
      "Parts two, three and four of the annual report hold tables; an empty heading has lost its table."
    ),
    fires: [
      "政府信息公开工作年度报告\n⟦二、主动公开政府信息情况⟧\n⟦三、收到和处理政府信息公开申请情况⟧\n四、政府信息公开行政复议、行政诉讼情况\n无。"
    ],
    staysQuiet: ["政府信息公开工作年度报告\n二、主动公开政府信息情况\n规章 | 0 | 0 | 0 |\n三、收到和处理政府信息公开申请情况\n无。"])

  static let separator = Rule(
    "format.separator-missing",
    title: Message("并列单位之间缺顿号", "no mark between two names of a list"), severity: .warning,
    basis: "GB/T 15834-2011 4.5",
    explanation: Message(
      "同一文中各自单列过的两个单位在此处连写，中间缺顿号。",
      "Two names that stand apart elsewhere in the text run together here."),
    fires: [
      "责任单位：区直各部门、星海镇、各街道\n责任单位：⟦区直各部门星海镇⟧、各街道"
    ],
    staysQuiet: ["责任单位：区直各部门、星海镇\n责任单位：区司法局、区直各部门"])
}
