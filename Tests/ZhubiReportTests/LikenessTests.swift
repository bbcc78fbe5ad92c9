import Testing
import ZhubiDetection
import ZhubiReport
import ZhubiText

@testable import ZhubiPolicy

/// Many findings that say the same, and findings as long as a page.
@Suite struct LikenessTests {
  private static func report(_ lines: [String], found: String) -> DocumentReport {
    var start = 0
    var findings: [Finding] = []
    for line in lines {
      if line.hasPrefix(found) {
        findings.append(
          Finding(
            "outdated.place", severity: .warning,
            range: TextOffset(start)..<TextOffset(start + found.utf8.count),
            message: Message("区划名称已变更", "renamed")))
      }
      start += line.utf8.count + 1
    }
    return ReportBuilder(profile: Profile.all[0]).report(
      on: Document(id: "甲.txt", text: lines.joined(separator: "\n")), findings: [findings],
      asOf: Fixture.asOf)
  }

  private static func text(_ report: DocumentReport) -> String {
    var reporter = TextReporter(language: .chinese)
    return reporter.document(report)
  }

  @Test func aNameInEveryRowIsShownFiveTimes() {
    let text = Self.text(Self.report((1...30).map { "某某区\($0)" }, found: "某某区"))
    #expect(text.components("区划名称已变更") == 5)
    #expect(text.contains("同样的还有 25 处，在第 6、7、8、9、10、11、12、13、14、15、16、17、… 行"))
  }

  @Test func aFewAreShownInFull() {
    let text = Self.text(Self.report((1...8).map { "某某区\($0)" }, found: "某某区"))
    #expect(text.components("区划名称已变更") == 8)
    #expect(!text.contains("同样的还有"))
  }

  @Test func theMiddleOfALongFindingIsLeftOut() throws {
    let long = String(repeating: "长", count: 5_000) + "尾"
    let report = Self.report([long], found: long)
    let finding = try #require(report.findings.first)
    #expect(finding.excerpt.unicodeScalars.count == 243)
    #expect(finding.excerpt.hasPrefix("长长") && finding.excerpt.hasSuffix("长尾"))
    #expect(finding.context.highlight == 0..<243)
    #expect(finding.scalars.plain == 0..<5_001)
    // What is left out counts for the name of the finding all the same.
    let other = String(repeating: "长", count: 4_999) + "短尾"
    #expect(Self.report([other], found: other).findings[0].fingerprint != finding.fingerprint)
  }
}

extension String {
  /// How often a word stands in the text.
  fileprivate func components(_ word: String) -> Int {
    split(separator: word, omittingEmptySubsequences: false).count - 1
  }
}
