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
      "新收20件、结转5件，共办结⟦26件⟧，无结转。", "合计⟦100件⟧，其中网上受理60件、窗口受理30件。",
      "⟦共计12人⟧，其中男7人、女4人。".replacing("⟦共计12人⟧", with: "共计⟦12人⟧"),
    ].map { Rule.Example($0) },
    staysQuiet: [
      "新收20件、结转5件，共办结25件。", "合计100件，其中网上受理60件、窗口受理40件。",
      "共有职工50人，其中党员20人、女职工30人。", "共办结100件，其中主要为咨询60件、投诉20件等。",
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
    ],
    staysQuiet: [
      "8项完成6项，完成率75%", "新收100件，结转13件，办结113件，办结率100%", "由200件增至250件，增长25%。",
      "完成投资30亿元，完成率102%",
    ])
}
