import Testing
import ZhubiDetection
import ZhubiPolicy
import ZhubiReport
import ZhubiText

/// No form may look clean when something was not read.
@Suite struct UnreadTests {
  @Test(arguments: ReportForm.allCases)
  func everyFormTellsWhatWasNotRead(_ form: ReportForm) {
    let text = Fixture.text(of: form.reporter())
    #expect(text.contains("只有图片，没有文字"), "a document without text")
    #expect(text.contains("命中超过 2 条，另有 7 条未列出"), "a limit met after the findings were made")
    #expect(text.contains("没有可读的文件：空文件夹/"), "something that never became a document")
  }

  /// Even when only the gravest findings are wanted.
  @Test(arguments: ReportForm.allCases)
  func theFloorHidesNoGap(_ form: ReportForm) {
    let text = Fixture.text(of: form.reporter(least: .block))
    #expect(text.contains("命中超过 2 条，另有 7 条未列出"))
    #expect(text.contains("没有可读的文件：空文件夹/"))
  }

  @Test(arguments: ReportForm.allCases)
  func aRunWithoutDocumentsIsNotSilent(_ form: ReportForm) {
    var reporter = form.reporter(language: .english)
    var run = RunSummary()
    run.addUnread("no file to read")
    let text = reporter.begin() + reporter.end(run)
    #expect(text.contains("no file to read"))
  }

  @Test func aDocumentIsNamedAsOftenAsItWasScanned() {
    var reporter = TextReporter(language: .english)
    var run = RunSummary()
    var document = Document(id: "twice.txt", text: "")
    document.problems = [
      ReadingProblem(.unreadable, chinese: "坏", english: "first reason"),
      ReadingProblem(.limitReached, chinese: "坏", english: "second reason"),
    ]
    let report = ReportBuilder(profile: Profile.all[0]).report(
      on: document, findings: [[]], asOf: Fixture.asOf)
    run.add(report)
    run.add(report)
    _ = reporter.document(report)
    _ = reporter.document(report)
    let end = reporter.end(run)
    let line = "not fully read: twice.txt  first reason; second reason\n"
    #expect(end.hasSuffix(line + line))
    #expect(end.split(separator: "\n").filter { $0.contains("twice.txt") }.count == 2)
  }
}

@Suite struct SeverityFloorTests {
  @Test func lightFindingsAreLeftOutButCounted() {
    let all = Fixture.text(of: ReportForm.json.reporter())
    let heavy = Fixture.text(of: ReportForm.json.reporter(least: .error))
    #expect(all.contains("\"severity\":\"warning\"") && all.contains("\"severity\":\"info\""))
    #expect(!heavy.contains("\"severity\":\"warning\"") && !heavy.contains("\"severity\":\"info\""))
    #expect(heavy.contains("\"severity\":\"block\"") && heavy.contains("\"severity\":\"error\""))
    #expect(heavy.contains("\"counts\":{\"block\":5,\"error\":3,\"warning\":6,\"info\":4}"))
  }

  @Test func theTextFormSaysHowManyItLeftOut() {
    let text = Fixture.text(of: ReportForm.text.reporter(language: .english, least: .error))
    #expect(text.contains("  not listed: 10\n"))
    #expect(!text.contains("typo.confusion\n"))
  }
}
