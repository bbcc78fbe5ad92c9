/// The rules about the form of dates.
enum DateFormRules {
  static let all: [Rule] = [zero, han, dots, broken, shortYear]

  static let zero = Rule(
    "format.date-zero",
    title: Message("日期的月、日不编虚位", "no leading zero in month and day"),
    severity: .warning, basis: "GB/T 9704-2012 7.3.5.4",
    explanation: Message(
      "成文日期用阿拉伯数字将年、月、日标全，月、日不编虚位（1不编为01）。正文中和不在落款机关之下的同类写法只作提示。",
      "Month and day of the date of a document are not padded; inside running text, and where no issuer stands above, it is a hint."
    ),
    fires: ["某县人民政府\n⟦2025年01月02日⟧"],
    staysQuiet: ["某县人民政府\n2025年1月2日", "发布时间：2024年05月08日 10:12", "日期：2024-05-08"])

  static let han = Rule(
    "format.date-hanzi",
    title: Message("成文日期用阿拉伯数字", "the date of a document is written with Arabic digits"),
    severity: .info, basis: "GB/T 9704-2012 7.3.5.4",
    explanation: Message(
      "2012年7月1日起，成文日期用阿拉伯数字。", "Since July 2012 the date is written with Arabic digits."),
    fires: ["某市人民政府\n⟦二〇二四年五月十四日⟧"],
    staysQuiet: ["国务院\n二〇〇六年五月二十三日", "会议于二〇二四年五月十四日召开。"])

  static let dots = Rule(
    "format.date-dots",
    title: Message("成文日期应写作“×年×月×日”", "the date is written with 年月日"),
    severity: .info, basis: "GB/T 9704-2012 7.3.5.4",
    explanation: Message("落款日期不用圆点代替年月日。", "Dots do not replace 年月日 in a signature."),
    fires: ["某县人民政府\n⟦2024.5.14⟧"], staysQuiet: ["版本2024.5.14已发布", "地址192.168.1.1"])

  static let broken = Rule(
    "format.date-broken",
    title: Message("日期残缺", "a date is broken"), severity: .block,
    basis: "GB/T 9704-2012 7.3.5.4",
    explanation: Message(
      "日期缺“年”“月”等字，多为排版或抽取时丢字。按原件补全。",
      "Characters of a date are missing: often lost on the way to the page."),
    fires: ["某区人民政府办公室\n⟦2024514日⟧", "⟦2024年514日⟧印发"],
    staysQuiet: ["2024年5月14日", "编号2024514", "连续作业2024日"])

  static let shortYear = Rule(
    "format.date-year-short",
    title: Message("年份不应简写", "a year is written in full"), severity: .warning,
    basis: "GB/T 15835-2011 5.1.4",
    explanation: Message(
      "四位数字表示的年份不应简写为两位。", "A year of four digits is not cut to two."),
    fires: ["⟦98年⟧建成投产。", "自⟦08年⟧5月起执行", "截至⟦16年⟧12月底", "⟦23年⟧上半年", "⟦05年⟧以来"],
    staysQuiet: ["改革开放40年", "走过98年历程", "80年代", "“九八”抗洪", "近30年来", "有期徒刑10年6个月"])

  /// Names of fields a system fills in.
  static let fields = WordSet(
    spaced: "时间 日期 发布 更新 有效期 出生")

  /// What follows the length of a time, not a year.
  static let lengths = WordSet(
    spaced: "代 来 前 后 历史 以来 间 多 余 之 不 内 以 期 限 华诞 历程 如一 左右 周年 风雨 岁月 奋斗 了 有 级")

  /// What follows `05年` where it is a length all the same.
  static let lengthsOfZero = WordSet(spaced: "期 限 级")

  /// What the name of an issuer ends with.
  static let issuers = WordSet(
    spaced:
      "政府 府 局 厅 委 委员会 会 办 办公室 室 院 部 处 署 所 中心 公司 集团 学校 大学 学院 中学 小学 社 团 队 馆 站 行 园 校 组 指挥部 党组 法院 检察院 街道 支部 村 镇 乡 县 市 区 协会 商会"
  )

  /// Parts of a year: 23年上半年.
  static let parts = WordSet(
    spaced: "上半年 下半年 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 年底 年初 年末 底 初 国庆 春节")

  /// What stands before the length of a time.
  static let lengthVerbs = WordSet(
    spaced:
      "近 约 达 共 历时 超 逾 超过 成立 建党 创立 诞辰 过 了 满 的 历经 走过 跨越 长达 为期 刑 期 龄 整整 已 有 这 每 期限 徒刑 一 建国 建校 工作 任职 持续 刑期 仅 只 每隔 相隔 用 用了 起"
  )
  static let spans = WordSet(spaced: "最多 不超过 不少于 至少 总计 合计 累计")
}
