import TestSupport
import Testing
import ZhubiDetection
import ZhubiText

/// Texts made to hurt: nothing crashes, and cost stays in proportion to length.
@Suite struct FormatLoadTests {
  private func run(_ text: String) -> Int {
    findings(in: text, detectors: [FormatDetector()]).count
  }

  @Test func nothingCrashesOnRandomMarks() {
    var dice = Dice(11)
    let pieces = [
      "《", "》", "“", "”", "（", "）", "(", ")", "〔", "〕", "2024", "年", "月", "日", "5", "31", "、", "，",
      "。",
      "号", "第", "一", "二", "是", "：", "\n", "|", "共", "件", "其中", "%", "率", "约", "余", "倍", "千", "至",
      "-",
      ".", "…", "附件", "的通知", "关于", " ", "镇", "海", "\"", "'", "①", "（一）", "１", "％", "㎡", "0",
    ]
    for _ in 0..<200 {
      var text = ""
      for _ in 0..<dice.roll(1...60) { text += dice.pick(pieces) }
      _ = run(text)
    }
  }

  @Test(arguments: [
    "《", "“", "（", "》", "共1件、", "2024年5月1日至", "一是", "（一）\n", "关于", "的通知", "啊啊", "12", "约1",
    "一、甲\n", "| 1 ", "、", "。", "-1", "1-", "第", "《》", "“”", "附件1", "研究研究", "\"", "减少2倍",
  ])
  func costStaysLinear(piece: String) {
    func time(_ count: Int) -> Duration {
      let text = String(repeating: piece, count: count)
      return (0..<2).map { _ in ContinuousClock().measure { _ = run(text) } }.min() ?? .zero
    }
    let short = time(300)
    let long = time(2_400)
    // Eight times the text: far below the sixty-four times of a quadratic cost.
    #expect(long < short * 24 + .milliseconds(40), "\(piece): \(short) → \(long)")
  }
}
