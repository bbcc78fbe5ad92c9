import Testing
import ZhubiDetection
import ZhubiPolicy
import ZhubiText

@Suite struct InlineSuppressionTests {
  /// Where marks say a finding is, and how many of them the comments hide.
  @Test(arguments: [
    ("电话⟦13800138000⟧ <!-- zhubi:ignore personal.mobile reason=\"值班电话\" -->\n", 1),
    ("<!-- zhubi:ignore personal.* reason='值班电话' --> 电话⟦13800138000⟧", 1),
    ("<!-- zhubi:ignore personal.mobile reason=“值班电话” -->\n电话⟦13800138000⟧", 1),
    ("<!-- zhubi:ignore-next-line personal.mobile reason=值班 -->\n\n\n电话⟦13800138000⟧", 1),
    ("# zhubi:ignore personal.mobile reason=\"值班电话\"\n电话⟦13800138000⟧\n电话⟦13800138001⟧", 1),
    ("// zhubi:ignore-next-line personal.mobile reason=\"值班\"\r\n电话⟦13800138000⟧\r\n", 1),
    ("  ## zhubi:ignore personal.mobile reason=\"值班\"\n电话⟦13800138000⟧", 1),
    ("\u{FEFF}# zhubi:ignore personal.mobile reason=\"值班\"\n电话⟦13800138000⟧", 1),
    (
      "<!-- zhubi:ignore-begin personal.mobile reason=\"公示\" -->\n⟦13800138000⟧\n⟦13800138001⟧\n"
        + "<!-- zhubi:ignore-end -->\n⟦13800138002⟧", 2
    ),
    (
      "<!-- zhubi:ignore-begin personal.mobile reason=\"甲\" -->⟦13800138000⟧"
        + "<!-- zhubi:ignore-begin typo.* reason=\"乙\" -->好<!-- zhubi:ignore-end -->⟦13800138001⟧"
        + "<!-- zhubi:ignore-end -->⟦13800138002⟧", 2
    ),
    ("⟦13800138000⟧<!-- zhubi:ignore typo.confusion, personal.mobile reason=\"值班\" -->", 1),
    ("⟦13800138000⟧<!-- zhubi:ignore personal.mobile\n  reason=\"值班\"\n  until=2026-11-21 -->", 1),
    (
      "<!-- zhubi:ignore personal.cn-id reason=\"甲\" -->\n<!-- zhubi:ignore personal.mobile reason=\"乙\" -->\n⟦13800138000⟧",
      1
    ),
    ("电话⟦13800138000⟧\n<!-- zhubi:ignore personal.mobile reason=\"值班\" -->\n好", 0),
    ("⟦13800138000⟧ <!-- zhubi:ignore personal.cn-id reason=\"值班\" -->", 0),
    ("⟦13800138000⟧ <!-- zhubi:ignore * reason=\"值班\" -->", 0),
    ("⟦13800138000⟧ <!-- zhubi:ignore reason=\"值班\" -->", 0),
    ("⟦13800138000⟧ <!-- zhubi:ignore personal.mobile -->", 0),
    ("⟦13800138000⟧ <!-- zhubi:ignore personal.mobile reason=\"\" -->", 0),
    ("⟦13800138000⟧ <!-- zhubi:ignore personal.mobile reason=\"—\" -->", 0),
    ("⟦13800138000⟧ <!-- zhubi:ignore personal.mobile reason=\"值班\" until=2026-11-20 -->", 0),
    ("⟦13800138000⟧ <!-- zhubi:ignore personal.mobile reason=\"值班\" until=明年 -->", 0),
    ("⟦13800138000⟧ <!-- zhubi:ignore personal.mobile reason=\"值班\" author=王 -->", 0),
    ("⟦13800138000⟧ <!-- zhubi:ignores personal.mobile reason=\"值班\" -->", 0),
    ("⟦13800138000⟧ <!-- zhubi:ignore personal.mobile reason=\"值班\"", 0),
    ("⟦13800138000⟧ # zhubi:ignore personal.mobile reason=\"值班\"", 0),
    ("⟦13800138000⟧ zhubi:ignore personal.mobile reason=\"值班\"", 0),
    ("<!-- zhubi:ignore-begin personal.mobile reason=\"值班\" -->\n⟦13800138000⟧", 0),
  ])
  func hides(marked: String, hidden: Int) {
    let before = MarkedReport(marked)
    let after = before.suppressed()
    #expect(after.suppressed == hidden, "\(marked)")
    let left = after.findings.filter { $0.rule == "personal.mobile" }.count
    #expect(left == before.report.findings.count - hidden, "\(marked)")
    #expect(after.counts.values.reduce(0, +) == after.findings.count)
  }

  @Test func aReasonAndItsLineAreKept() throws {
    let report = MarkedReport(
      "\n⟦13800138000⟧ <!-- zhubi:ignore personal.mobile reason=\"值班电话，依法公开\" -->"
    ).suppressed()
    #expect(report.verdict == .pass)
    let set = try #require(report.suppressedFindings.first)
    #expect(set.reason == "值班电话，依法公开")
    #expect(set.origin == .inline(line: 2))
    #expect(set.finding.excerpt == "138******00")
  }

  /// What is wrong with a suppression is a finding of its own.
  @Test(arguments: [
    ("⟦13800138000⟧ <!-- zhubi:ignore personal.mobile -->", "reason", Severity.error),
    (
      "⟦13800138000⟧ <!-- zhubi:ignore personal.mobile reason=好 until=2020-01-01 -->", "expired",
      .error
    ),
    ("好 <!-- zhubi:ignore personal.mobile reason=好 until=2020-01-01 -->", "expired", .error),
    ("好 <!-- zhubi:ignore personal.mobile reason=好 -->", "unused", .info),
    ("好 <!-- zhubi:ignore personal.nothing reason=好 -->", "no rule “personal.nothing”", .warning),
    ("好 <!-- zhubi:ignore 手机 reason=好 -->", "no rule id", .warning),
    ("好 <!-- zhubi:ignore scan.unreadable reason=好 -->", "cannot be suppressed", .error),
    ("好 <!-- zhubi:ignore-nextline personal.mobile reason=好 -->", "unknown suppression", .error),
    ("好 <!-- zhubi:ignore personal.mobile reson=好 -->", "unknown attribute", .error),
    ("好 <!-- zhubi:ignore personal.mobile reason=好 until=2026-2-30 -->", "no date", .error),
    ("好 <!-- zhubi:ignore-begin personal.mobile reason=好 -->", "without zhubi:ignore-end", .error),
    ("好 <!-- zhubi:ignore-end -->", "without zhubi:ignore-begin", .warning),
    ("<!-- zhubi:ignore-next-line personal.mobile reason=好 -->\n\n", "no text follows", .info),
    ("<!-- zhubi:ignore personal.mobile reason=好 ", "has no end", .error),
  ])
  func saysWhatIsWrong(marked: String, words: String, severity: Severity) throws {
    let report = MarkedReport(marked).suppressed { $0.text != "personal.nothing" }
    let fault = try #require(
      report.deadRules.first { $0.message.english.contains(words) },
      "\(marked): \(report.findings.map(\.message.english))")
    #expect(fault.severity == severity)
    #expect(report.verdict == (severity >= .error ? .block : severity == .info ? .pass : .review))
  }

  @Test func aFaultFailsHoweverHighTheThreshold() {
    let marked = "⟦13800138000⟧ <!-- zhubi:ignore personal.mobile -->"
    let report = MarkedReport(marked, failOn: .block).suppressed()
    #expect(report.verdict == .block)
    #expect(report.deadRules.map(\.severity) == [.block])
  }

  @Test func lockedCommentsAreNotObeyedAndSaid() {
    let marked = "⟦13800138000⟧ <!-- zhubi:ignore personal.mobile reason=\"值班\" -->"
    let report = MarkedReport(marked).suppressed(isLocked: true)
    #expect(report.suppressed == 0)
    #expect(report.places == ["1 personal.mobile", "1 scan.dead-rule"])
  }

  @Test func scanFindingsAreNeverHidden() {
    let marked = "⟦好⟧ <!-- zhubi:ignore personal.* term.* reason=\"值班\" -->"
    let report = MarkedReport(marked, rule: "scan.polluted-text", masking: nil).suppressed()
    #expect(report.places.contains("1 scan.polluted-text"))
    let standing = StandingSuppression(
      selectors: RuleID.families.compactMap { RuleSelector($0 + ".*") }, reason: "全部",
      place: "c:1")
    #expect(
      MarkedReport("⟦好⟧", rule: "scan.polluted-text").suppressed(standing: [standing]).places
        == ["1 scan.polluted-text"])
  }

  @Test func personalDataInAReasonIsReportedAndMasked() throws {
    let report = MarkedReport(
      "⟦13800138000⟧ <!-- zhubi:ignore personal.mobile reason=\"值班⟦13900139000⟧公开\" -->"
    ).suppressed()
    #expect(report.places == ["1 personal.mobile"])
    #expect(report.findings[0].excerpt == "139****9000")
    #expect(report.suppressedFindings.map(\.reason) == ["值班139****9000公开"])
  }

  @Test func proseRulesLeaveTheCommentAlone() {
    let marked = "好 <!-- zhubi:ignore typo.* reason=\"⟦签定⟧\" -->"
    let typo = MarkedReport(marked, rule: "typo.confusion", masking: nil).suppressed()
    #expect(typo.suppressedFindings.map(\.origin) == [.directive(line: 1)])
    let secret = MarkedReport(marked, rule: "term.secrecy-marking", masking: nil).suppressed()
    #expect(secret.places.contains("1 term.secrecy-marking"))
  }

  @Test func aLineTooLongToSeeIsNotHiddenAsAWhole() {
    let filler = String(repeating: "长", count: 1_400)
    let comment = "<!-- zhubi:ignore personal.mobile reason=\"值班\" -->"
    let report = MarkedReport("⟦13800138000⟧\(filler)\(comment)").suppressed()
    #expect(report.suppressed == 0)
    #expect(report.deadRules.contains { $0.message.english.contains("zhubi:ignore-begin") })
  }

  @Test func hostileNumbersOfCommentsAreBounded() {
    let comment = "<!-- zhubi:ignore personal.mobile reason=好 -->\n"
    let report = MarkedReport(String(repeating: comment, count: 3_000) + "⟦13800138000⟧")
      .suppressed()
    #expect(report.suppressed == 0)
    #expect(report.deadRules.contains { $0.message.english.contains("more than 1000") })
    #expect(report.findings.count < 1_100)
  }
}
