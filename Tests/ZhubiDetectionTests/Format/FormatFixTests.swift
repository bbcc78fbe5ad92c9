import Testing
import ZhubiText

@testable import ZhubiDetection

/// What a machine may write: the one right form, never inside a quotation or a title, never a guess.
@Suite struct FormatFixTests {
  private func fixed(_ text: String) -> String {
    var fixes: [Finding.Fix] = []
    for finding in findings(in: text, detectors: [FormatDetector()]) {
      fixes += [finding.fix].compactMap { $0 } + finding.furtherFixes
    }
    var bytes = Array(text.utf8)
    var last = Int.max
    for fix in fixes.sorted(by: { $0.range.lowerBound > $1.range.lowerBound })
    where fix.range.upperBound.value <= last {
      bytes.replaceSubrange(fix.range.plain, with: Array(fix.replacement.utf8))
      last = fix.range.lowerBound.value
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("某政发[2024]07号", "某政发〔2024〕7号"), ("会议强调,要抓好落实。", "会议强调，要抓好落实。"),
    ("学习《宪法》、《民法典》", "学习《宪法》《民法典》"), ("开展“走访”、“调研”", "开展“走访”“调研”"),
    ("增长5～8%", "增长5%～8%"), ("捐款6千元", "捐款6000元"), ("成效显著。。", "成效显著。"),
    ("（一）、加强领导", "（一）加强领导"), ("附件:1.名单", "附件：1.名单"), ("全长12KM", "全长12km"),
    ("某局\n2024年05月08日", "某局\n2024年5月8日"), ("共有１２个", "共有12个"),
  ])
  func writesTheOneRightForm(text: String, right: String) {
    #expect(fixed(text) == right)
  }

  @Test(arguments: [
    // Quotations and titles.
    "他说：“会议强调,要抓好落实。”", "印发《管理办法(试行)》的通知", "原文为“某政发[2024]7号”。", "《某县5～8%的增长》",
    // Guesses: a doubled word, a lost character, a year, a figure, a missing mark.
    "要强化强化措施", "98年建成投产。", "收到政府信息公开申15件", "合计100件，其中网上60件、窗口30件。", "按照《条例规定办理",
    "（一）目标\n（三）措施", "2024年5月14日（星期三）", "政府 信息公开", "公示期为2024年5月10日至5月1日",
  ])
  func leavesTheRestToPeople(text: String) {
    #expect(fixed(text) == text)
  }
}
