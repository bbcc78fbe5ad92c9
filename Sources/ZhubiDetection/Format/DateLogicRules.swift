/// The rules about dates that cannot be, or do not fit each other.
enum DateLogicRules {
  static let all: [Rule] = [invalid, order, weekday]

  static let invalid = Rule(
    "format.date-invalid",
    title: Message("历法上没有这一天", "there is no such day"), severity: .block, basis: "历法",
    explanation: Message(
      "月份大于12、日大于当月天数，或非闰年的2月29日。", "A month beyond 12 or a day its month does not have."),
    fires: ["截止⟦2024年4月31日⟧", "⟦2023年2月29日⟧前报送", "⟦二月三十日⟧前完成"],
    staysQuiet: ["2000年2月29日出生", "2024年2月29日", "为期13个月", "农历二月三十日"])

  static let order = Rule(
    "format.date-order",
    title: Message("日期先后颠倒", "the dates are in the wrong order"), severity: .warning,
    basis: "逻辑",
    explanation: Message(
      "起始日晚于截止日，成文日期晚于发布时间，或施行日期早于成文日期。",
      "A period that ends before it begins, a text signed after its publication or in force before it was signed."
    ),
    fires: [
      "公示期为⟦2024年5月10日至5月1日⟧", "报名时间：⟦2024年6月10日—2024年6月1日⟧", "⟦12月25日-12月5日⟧",
      Rule.Example("某市人民政府\n⟦2024年5月20日⟧\n发布时间：2024年5月14日"),
    ],
    staysQuiet: ["公示期为2024年5月1日至5月10日", "2024年12月20日至1月5日", "11月15日至次年3月15日"])

  static let weekday = Rule(
    "format.date-weekday",
    title: Message("日期与星期不符", "the weekday does not fit the date"), severity: .warning,
    basis: "历法",
    explanation: Message("核对日期和星期。", "Check the day and its weekday."),
    fires: ["定于⟦2024年5月14日（星期三）⟧召开会议", "⟦2023年7月1日，星期五⟧"],
    staysQuiet: ["定于2024年5月14日（星期二）召开会议", "5月14日（星期三）"])
}
