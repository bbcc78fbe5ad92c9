import TestSupport
import Testing
import ZhubiDetection
import ZhubiText

/// Texts made to hurt: nothing crashes, and cost stays in proportion to length.
@Suite struct FormatLoadTests {
  /// One invented term: what is measured here is the checks, not the matching of terms.
  private static let lexicon: Lexicon = {
    let pack = PackSource(
      manifest: .init(
        path: "load/pack.yaml",
        bytes: Array("id: load\ntitle: load\nversion: 1\nkind: term.load\n".utf8)),
      tables: [.init(path: "load/a.tsv", bytes: Array("term\tsource\n甲乙丙丁戊\t编者\n".utf8))])
    return try! Lexicon(
      image: LexiconCompiler(folding: HouseLexicon.folding, layers: [[pack]]).compile())
  }()

  private func run(_ text: String) -> Int {
    findings(in: text, lexicon: Self.lexicon, detectors: [FormatDetector()]).count
  }

  @Test func nothingCrashesOnRandomMarks() {
    var dice = Dice(11)
    let pieces = [
      "《", "》", "“", "”", "（", "）", "(", ")", "〔", "〕", "2024", "年", "月", "日", "5", "31", "、", "，",
      "。",
      "号", "第", "一", "二", "是", "：", "\n", "|", "共", "件", "其中", "%", "率", "约", "余", "倍", "千", "至",
      "-",
      ".", "…", "附件", "的通知", "关于", " ", "镇", "海", "\"", "'", "①", "（一）", "１", "％", "㎡", "0",
      "合计", "\t", "占比", "分别", "##", "小计", "标题：", "一要", "条", "比", "的",
    ]
    for _ in 0..<200 {
      var text = ""
      for _ in 0..<dice.roll(1...60) { text += dice.pick(pieces) }
      _ = run(text)
    }
  }

  /// A cost that grew with the square of the length would not end within the bound.
  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      "《", "“", "（", "》", "共1件、", "2024年5月1日至", "一是", "（一）\n", "关于", "的通知", "啊啊", "12", "约1",
      "一、甲\n", "| 1 ", "、", "。", "-1", "1-", "第", "《》", "“”", "附件1", "研究研究", "\"", "减少2倍",
      "其中1人、", "占1%，", "分别1%、", "合计\t1\n", "甲\t1\n", "甲\t1\n合计\t1\n", "第1条\n", "）\n", "“\n", ",甲",
      "甲:乙 ", "标题：某某通知\n", "一要", "周一-", "1\t1\t1\t", "共1件（1件、", "比1件1%",
    ])
  func longTextsEnd(piece: String) {
    _ = run(String(repeating: piece, count: 20_000))
  }
}
