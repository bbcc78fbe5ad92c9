/// The rules about figures that must fit each other.
enum FigureRules {
  static let sum = Rule(
    "format.sum-mismatch",
    title: Message("合计与分项不符", "the total does not fit its parts"), severity: .warning,
    basis: "数据勾稽；国办公开办函〔2021〕30号",
    explanation: Message(
      "分项之和与合计不等。年报表格按勾稽关系核对，列出不成立的等式。",
      "The parts do not add up. The tables of the annual report are checked by their equations, and the failing one is shown."
    ),
    fires: [
      "| 镇 | 户数 |\n|---|---|\n| 甲镇 | 120 |\n| 乙镇 | 80 |\n| 合计 | ⟦210⟧ |",
      "单位\t人数\n一科\t5\n二科\t7\n合计\t⟦13⟧",
      "新收20件、结转5件，共办结⟦26件⟧，无结转。", "合计⟦100件⟧，其中网上受理60件、窗口受理30件。",
      "共有教师⟦85人⟧（其中男教师30人、女教师50人）", "全年立案⟦90起⟧，其中一般程序60起、简易程序40起。",
      "本年新收申请40件，上年结转2件，本年办结41件，结转下年⟦2件⟧。",
      "⟦共计12人⟧，其中男7人、女4人。".replacing("⟦共计12人⟧", with: "共计⟦12人⟧"),
    ].map { Rule.Example($0) },
    staysQuiet: [
      "| 镇 | 户数 |\n| 甲镇 | 120 |\n| 乙镇 | 80 |\n| 合计 | 200 |",
      "| 项目 | 万人 |\n| 合计 | 50 |\n| 其中：男 | 26 |\n| 女 | 20 |",
      "新收20件、结转5件，共办结25件。", "合计100件，其中网上受理60件、窗口受理40件。",
      "共有职工50人，其中党员20人、女职工30人。", "总投资10亿元，其中财政资金3亿元。", "本年新收申请40件，上年结转2件，本年办结41件，结转下年1件。",
      "共办结100件，其中主要为咨询60件、投诉20件等。",
    ])

  static let percent = Rule(
    "format.pct-mismatch",
    title: Message("百分比与数据不符", "the percentage does not fit the figures"),
    severity: .warning, basis: "数据勾稽",
    explanation: Message(
      "完成率、占比或增幅与文中数据算出的不同（容许末位四舍五入）。",
      "A rate, share or growth differs from what the figures give, rounding allowed."),
    fires: [
      "8项完成6项，完成率⟦80%⟧", "由200件增至250件，增长⟦20%⟧。", "共受理50件，其中网上申请30件，占⟦50%⟧。",
      "2023年完成投资12亿元，比2022年的10亿元增长⟦15%⟧", "应参加50人，实到48人，到会率⟦98%⟧", "120个村中有90个村达标，达标率⟦80%⟧",
      "占比分别为50%、30%、⟦25%⟧，合计100%", "优良天数310天，占全年365天的⟦80%⟧。", "全镇5000户，签约4500户，签约率⟦92%⟧",
    ],
    staysQuiet: [
      "8项完成6项，完成率75%", "新收100件，结转13件，办结113件，办结率100%", "由200件增至250件，增长25%。",
      "完成投资30亿元，完成率102%", "占比分别为33.3%、33.3%、33.3%。", "三次产业分别增长5%、6%和7%。",
      "1.5万个项目中，1.1万个已经开工，开工率达到72%",
    ])
}
