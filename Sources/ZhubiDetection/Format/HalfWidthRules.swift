/// The rules about half-width marks in Chinese text.
enum HalfWidthRules {
  static let all: [Rule] = [punctuation, quotes, brackets]

  static let punctuation = Rule(
    "format.punct-half",
    title: Message("汉字之间用了半角标点", "a half-width mark in Chinese text"),
    severity: .warning, basis: "GB/T 15834-2011 5.1",
    explanation: Message(
      "中文行文用全角标点。网址、时刻、比例、千分位和西文不在此列；栏目标签（来源:）、关键词串和全文皆用半角的页面只提示；一页多处列为一项。",
      "Chinese text takes full-width marks. Labels of fields, lists of keywords and pages that use half-width marks throughout are a hint; many places of a page are told once."
    ),
    fires: ["现公告如下⟦:⟧\n一是抓落实", "会议强调⟦,⟧要抓落实。"],
    staysQuiet: ["网址http://www.zj.gov.cn/", "上午9:00开会", "比例尺1:500", "共1,200人", "Hello, world!"])

  /// Labels of fields that often stand alone in their line.
  static let fields = WordSet(
    spaced:
      "来源 作者 编辑 记者 时间 日期 字号 浏览 分享 分享到 打印 关键词 标签 电话 传真 邮编 地址 邮箱 网址 联系人 编号 审核 校对 责编 备案号 主办 承办 上一篇 下一篇"
  )

  static let quotes = Rule(
    "format.quote-half",
    title: Message("中文用了直引号", "straight quotation marks in Chinese text"),
    severity: .info, basis: "GB/T 15834-2011 4.8",
    explanation: Message("中文引号用弯引号“ ”‘ ’。", "Chinese text takes “ ” and ‘ ’."),
    fires: ["⟦\"双减\"⟧政策", "深化⟦'放管服'⟧改革"],
    staysQuiet: ["“双减”政策", "print(\"ok\")", "55\"电视和65\"电视"])

  static let brackets = Rule(
    "format.bracket-half",
    title: Message("中文用了半角括号", "half-width brackets in Chinese text"),
    severity: .info, basis: "GB/T 15834-2011 4.9",
    explanation: Message("括注中文用全角括号。", "Brackets around Chinese text are full-width."),
    fires: ["印发管理办法⟦(试行)⟧的通知"],
    staysQuiet: ["印发管理办法（试行）的通知", "f(x)=1", "国内生产总值(GDP)"])
}
