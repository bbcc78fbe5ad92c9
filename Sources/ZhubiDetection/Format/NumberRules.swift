/// The rules about figures and units.
enum NumberRules {
  static let basis = "GB/T 15835-2011"

  static let rangePercent = Rule(
    "format.num-range-pct",
    title: Message("百分数的起止都要带百分号", "both ends of a percentage range carry %"),
    severity: .info, basis: "\(basis) 5.1.3",
    explanation: Message(
      "表示数值范围时，前一数值的百分号不能省略。", "The percent sign of the first figure is not left out."),
    fires: ["⟦5～8%⟧", "增幅在⟦3.5—4%⟧之间"], staysQuiet: ["5%～8%", "第5～8页", "100～150kg"])

  static let rangeUnit = Rule(
    "format.num-range-unit",
    title: Message("数值范围的“万”“亿”前后都要写", "both ends of a range carry 万 or 亿"),
    severity: .info, basis: "\(basis) 5.1.3",
    explanation: Message(
      "“9～16亿”可读作9到16亿，也可读作9亿到16亿；前一数值的“万”“亿”不能省略。",
      "万 and 亿 belong to the figure and are not left out of the first one."),
    fires: ["投资⟦9～16亿⟧元", "融资⟦3000～5000万⟧元", "⟦3-5万⟧人"], staysQuiet: ["投资9亿～16亿元", "100～150公斤"])

  static let approximate = Rule(
    "format.num-approx-dunhao",
    title: Message("相邻两数连用表示概数，中间不用顿号", "no 、 in an approximate number"),
    severity: .warning, basis: "\(basis) 5.2.1",
    explanation: Message(
      "“三四天”是概数，不加顿号；“三、四号楼”是确指，用顿号。",
      "三四天 is about three days and takes no 、; 三、四号楼 names two buildings and does."),
    fires: ["⟦两、三⟧个月", "等了⟦三、四⟧天", "年纪⟦七、八⟧十岁"],
    staysQuiet: ["一、二号线换乘", "三、四号楼", "二、三产业", "七、八月份", "三四天", "第三、四季度"])

  static let mixed = Rule(
    "format.num-mixed",
    title: Message("阿拉伯数字与“十、百、千”混写", "digits mixed with 十, 百 or 千"),
    severity: .warning, basis: "\(basis) 5.3",
    explanation: Message(
      "阿拉伯数字后只能用“万”“亿”作单位；“6千”写作6000或六千。“8千亿”“3千万”在新闻和报告中通行，只作提示。",
      "Only 万 and 亿 may follow Arabic digits. 8千亿 and 3千万 are common in news and reports: a hint."),
    fires: ["捐款⟦6千⟧元", "共⟦1百零8⟧人", "约⟦3万5千⟧人"],
    staysQuiet: ["六千元", "3亿4500万", "10万人", "5千瓦", "3千克", "100强", "110千伏", "提高1百分点"])

  static let decimal = Rule(
    "format.num-decimal",
    title: Message("小数点前缺“0”", "no zero before the decimal point"), severity: .info,
    basis: "\(basis) 5.1.2",
    explanation: Message("纯小数写出小数点前的“0”。", "A number below one begins with 0."),
    fires: ["增长⟦.5⟧%"], staysQuiet: ["增长0.5%", "版本v2.5", "1.5万元", "附件1.5"])

  static let fullWidth = Rule(
    "format.num-fullwidth",
    title: Message("数字用了全角", "full-width digits"), severity: .info, basis: "\(basis) 5.1",
    explanation: Message("横排文字用半角阿拉伯数字。", "Horizontal text takes half-width digits."),
    fires: ["共有⟦１２３４⟧人"], staysQuiet: ["共有1234人", "共有一二三四"])

  static let fullPercent = Rule(
    "format.num-fullpercent",
    title: Message("百分号用了全角", "a full-width percent sign"), severity: .info,
    basis: "\(basis) 5.1",
    explanation: Message("半角数字后用半角百分号“%”。", "Half-width digits take %."),
    fires: ["增长⟦5.2％⟧"], staysQuiet: ["增长5.2%"])

  static let conflict = Rule(
    "format.num-approx-conflict",
    title: Message("概数词前后重复", "two words for “about” on one number"), severity: .warning,
    basis: "语法",
    explanation: Message(
      "“约”“近”“超”与“余”“多”“左右”不并用，留一个。",
      "About, nearly or over before a number and more or less behind it: keep one."),
    fires: ["参会人员⟦约1200余⟧人", "⟦近300多⟧名", "⟦约有近200⟧人", "⟦大约50人左右⟧"],
    staysQuiet: ["约1200人", "1200余人", "节约1200余元", "近10余年来", "约100人，200余户", "近三年多来"])

  static let times = Rule(
    "format.num-bei",
    title: Message("减少不能用“倍”", "nothing decreases by so many times"), severity: .warning,
    basis: "惯例",
    explanation: Message(
      "减少、降低、缩小用分数或百分数表示，不用“倍”。", "Decreases are told as fractions or percentages."),
    fires: ["能耗⟦减少2倍⟧", "成本⟦下降了近1倍⟧"], staysQuiet: ["产量增加2倍", "减少三分之二", "下降到原来的一半"])

  static let unit = Rule(
    "format.unit-case",
    title: Message("计量单位符号的大小写不对", "the case of a unit symbol"), severity: .info,
    basis: "GB 3100—1993",
    explanation: Message(
      "单位符号的大小写有定：km、kg、kW、mL、m2。", "Unit symbols have fixed case: km, kg, kW, mL, m2."),
    fires: ["全长12⟦KM⟧", "重5⟦Kg⟧", "占地300⟦㎡⟧"], staysQuiet: ["全长12km", "5G网络", "型号KM12", "3D打印"])

  static let points = Rule(
    "format.pct-points",
    title: Message("百分数之差应说“百分点”", "the difference of percentages is in points"),
    severity: .info, basis: "统计口径",
    explanation: Message(
      "由3%升至5%，是提高2个百分点，不是提高2%。", "From 3 % to 5 % is a rise of 2 points, not of 2 %."),
    fires: ["由3%升至5%，提高⟦2%⟧。", "完成率达95%，比上年提高⟦3%⟧"],
    staysQuiet: ["增长率由3%升至5%，提高2个百分点。", "产值增长5%，税收提高2%"])
}
