import Testing
import ZhubiDetection
import ZhubiPolicy
import ZhubiText

@testable import ZhubiReport

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("机密", 4), ("★", 1), ("，。", 4), ("〔2024〕", 8), ("“”—…①", 5),
    ("ＡＢ", 4), ("ｱ", 1), ("e\u{301}", 1), ("區(qū)", 6), ("\u{200B}\u{FEFF}\u{202E}", 0),
    ("\u{1B}\u{7}\t", 0), ("😀", 2), ("𠮷", 2), ("한글", 4), ("\u{3000}", 2), ("é", 1), ("\u{AD}", 0),
    ("㎡", 2), ("ﾊﾞ", 2), ("ب", 1),
  ])
  func countsColumns(_ text: String, _ columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  /// Every ideograph of the large blocks, and no Latin letter.
  @Test func wideAndNarrowBlocks() {
    for value: UInt32 in 0x4E00...0x9FFF { #expect(DisplayWidth.of(Unicode.Scalar(value)!) == 2) }
    for value: UInt32 in 0x20000...0x2A6DF { #expect(DisplayWidth.of(Unicode.Scalar(value)!) == 2) }
    for value: UInt32 in 0xA1...0x2FF where value != 0xAD {
      #expect(DisplayWidth.of(Unicode.Scalar(value)!) == 1)
    }
  }

  /// The row of signs stands exactly under the finding, whatever stands before it.
  @Test(arguments: ["", "abc", "机关：", "e\u{301}x", "😀ＡＢ", "\u{1B}[1m", "a\u{200B}b", "（“①”）\t"])
  func underlinesStandUnderTheFinding(_ before: String) throws {
    let marked = FixtureDocument(
      "x", "第一行\n\(before)⟦绝密ab⟧后文",
      [
        Finding(
          "term.secrecy-marking", severity: .block, range: TextOffset(0)..<TextOffset(0),
          message: Message("密级", "marking"))
      ])
    let report = ReportBuilder(profile: Profile.all[0]).report(
      on: marked.document, findings: [marked.findings], asOf: Fixture.asOf)
    var reporter = TextReporter()
    let lines = reporter.document(report).split(separator: "\n")
    let row = try #require(lines.firstIndex { $0.hasSuffix("绝密ab后文") })
    let signs = String(repeating: " ", count: DisplayWidth.of(VisibleText.columns(before)))
    #expect(lines[row + 1] == "      | \(signs)^^^^^^")
  }

  @Test func oneScalarStaysOneScalarInATerminal() {
    let text = "a\u{1B}[31m\u{202E}\r\n\u{2028}\t\u{200D}😀é"
    let plain = VisibleText.columns(text)
    #expect(plain.unicodeScalars.count == text.unicodeScalars.count)
    #expect(plain == "a·[31m·   \u{20}·😀é")
    #expect(VisibleText.line("a\r\nb\u{202E}\tc") == "a⏎b⟨U+202E⟩ c")
  }
}
