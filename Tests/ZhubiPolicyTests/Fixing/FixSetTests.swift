import Foundation
import TestSupport
import Testing
import ZhubiDetection
import ZhubiPolicy
import ZhubiText

@Suite struct FixSetTests {
  /// Findings that replace every stretch of `text` between ⟦ and ⟧.
  private func fixes(_ marked: MarkedText, with replacements: [String]) -> FixSet {
    let findings = zip(marked.utf8Ranges, replacements).map { range, replacement in
      Finding(
        "typo.confusion", severity: .error, range: Range(range), message: Message("错", "wrong"),
        fix: Finding.Fix(range: Range(range), replacement: replacement))
    }
    let report = ReportBuilder(profile: Profile.all[0]).report(
      on: Document(id: "t", text: marked.text), findings: [findings],
      asOf: AsOf(CalendarDate(year: 2026, month: 11, day: 1)!, origin: .option))
    return FixSet(report.findings)
  }

  @Test func replacesWhatIsMarkedAndNothingElse() {
    let marked = MarkedText("双方⟦签定⟧合同，⟦再接再励⟧。\r\n")
    let set = fixes(marked, with: ["签订", "再接再厉"])
    #expect(
      String(decoding: set.applied(to: Array(marked.text.utf8)), as: UTF8.self)
        == "双方签订合同，再接再厉。\r\n")
  }

  @Test func keepsTheFirstOfTwoThatOverlapAndCountsTheOther() {
    let marked = MarkedText("⟦甲⟦乙⟧丙⟧丁")
    let set = fixes(marked, with: ["一", "二"])
    #expect(set.fixes.map(\.replacement) == ["一"])
    #expect(set.conflicts == 1)
  }

  @Test(arguments: [
    TextEncoding.utf8, .gb18030, .big5, .utf16le, .utf16be,
  ])
  func keepsEncodingAndLineEnds(encoding: TextEncoding) throws {
    let marked = MarkedText("雙方⟦簽定⟧合同。\r\n全文完\r\n")
    let bytes = try #require(encoding.encode(marked.text))
    let decoded = TextDecoder().decode(bytes, declared: encoding.rawValue)
    #expect(decoded.encoding == encoding)
    let set = fixes(marked, with: ["簽訂"])
    let fixed = try #require(set.applied(toRaw: bytes, decodedAs: decoded))
    #expect(fixed == encoding.encode("雙方簽訂合同。\r\n全文完\r\n"))
  }

  @Test func refusesWhatTheEncodingCannotHold() throws {
    let marked = MarkedText("雙方⟦簽定⟧合同。")
    let bytes = try #require(TextEncoding.big5.encode(marked.text))
    let decoded = TextDecoder().decode(bytes, declared: "big5")
    #expect(fixes(marked, with: ["𠀀𠀁"]).applied(toRaw: bytes, decodedAs: decoded) == nil)
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/patch"), "patch is not installed"),
    arguments: UInt64(0)..<60)
  func whatTheDiffSaysIsWhatPatchDoes(seed: UInt64) throws {
    var dice = Dice(seed)
    var marked = ""
    var replacements: [String] = []
    for _ in 0..<dice.roll(1...40) {
      if dice.oneIn(6) {
        marked += "⟦\(dice.pick(["甲", "乙丙"]))⟧"
        replacements.append(dice.pick(["一", "二三", ""]))
      }
      marked += dice.pick(["天地", "玄黄\n", "宇宙\n", "\n", "洪荒"])
    }
    if dice.oneIn(2) { marked += "\n" }
    let text = MarkedText(marked)
    let set = fixes(text, with: replacements)
    let source = Array(text.text.utf8)
    guard !set.isEmpty, text.text.hasSuffix("\n") else { return }
    let program = try Program("patch")
    defer { program.clean() }
    try program.write("a.txt", text.text)
    let diff = UnifiedDiff().text(of: set, in: source, name: "a.txt")
    let result = try Program.run(
      URL(filePath: "/usr/bin/patch"), ["-p0", "--quiet"], in: program.folder,
      environment: [:], input: Data(diff.utf8))
    #expect(result.status == 0, "seed \(seed): \(result.output)\(result.errors)\n\(diff)")
    #expect(try program.read("a.txt") == String(decoding: set.applied(to: source), as: UTF8.self))
  }
}
