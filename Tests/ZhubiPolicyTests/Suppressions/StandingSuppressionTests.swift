import Testing
import ZhubiDetection
import ZhubiPolicy
import ZhubiText

@Suite struct StandingSuppressionTests {
  private func standing(until: String? = nil) -> StandingSuppression {
    StandingSuppression(
      selectors: [RuleSelector("personal.mobile")!], reason: "值班电话",
      until: until.flatMap { CalendarDate($0) }, place: ".zhubi.yaml:3")
  }

  @Test func aWholeDocumentIsCovered() {
    let report = MarkedReport("⟦13800138000⟧\n⟦13900139000⟧").suppressed(standing: [standing()])
    #expect(report.suppressed == 2)
    #expect(report.verdict == .pass)
    #expect(report.suppressedFindings[0].origin == .path(place: ".zhubi.yaml:3"))
  }

  @Test func itHoldsWhereCommentsAreLocked() {
    let report = MarkedReport("⟦13800138000⟧").suppressed(isLocked: true, standing: [standing()])
    #expect(report.suppressed == 1)
  }

  @Test func onceExpiredItFailsAndHidesNothing() {
    let report = MarkedReport("⟦13800138000⟧").suppressed(standing: [standing(until: "2026-11-20")])
    #expect(report.places == ["1 personal.mobile", "1 scan.dead-rule"])
    #expect(report.deadRules[0].message.chinese.contains(".zhubi.yaml:3"))
    let last = MarkedReport("⟦13800138000⟧").suppressed(standing: [standing(until: "2026-11-21")])
    #expect(last.suppressed == 1)
  }

  @Test func settingsChangeSeveritiesAndSwitchOff() {
    var settings = RuleSettings()
    settings[RuleSelector("personal.*")!] = .off
    settings[RuleSelector("personal.mobile")!] = .severity(.info)
    settings[RuleSelector("scan.*")!] = .off
    var mobile = MarkedReport("⟦13800138000⟧").report
    settings.apply(to: &mobile)
    #expect(mobile.findings.map(\.severity) == [.info])
    #expect(mobile.verdict == .pass)
    var email = MarkedReport("⟦a@b.cn⟧", rule: "personal.email").report
    settings.apply(to: &email)
    #expect(email.findings.isEmpty)
    var scan = MarkedReport("⟦好⟧", rule: "scan.polluted-text").report
    settings.apply(to: &scan)
    #expect(scan.findings.count == 1)
  }
}
