import Testing
import ZhubiText

@testable import ZhubiDetection

@Suite struct DocumentRegisterTests {
  static let table = """
    标题\t文号\t状态\t日期\t替代文件\t网址
    《关于加强甲事项管理的通知》\t某政发〔2018〕3号\t废止\t2024-01-01\t关于乙事项的通知\thttps://www.example.gov.cn/a/3.html
    关于丙事项的意见\t某政办发〔2020〕12号\t有效\t\t\t
    关于丁事项的若干规定\t某办〔2016〕1号\t修改\t2023-01-01\t\t
    """

  static func register(_ text: String) -> DocumentRegister {
    DocumentRegister(.init(path: "documents.tsv", bytes: Array(text.utf8)))
  }

  static let lexicon = try! ZhubiDetectionTests.lexicon([register(table).pack])

  private func rules(_ text: String, _ date: String = "2025-01-01") throws -> [String] {
    findings(
      in: "页面\n一\n二\n三\n四\n\(text)", lexicon: Self.lexicon, detectors: [LexiconDetector()],
      date: .init(date)
    ).map { "\($0.rule) \($0.severity) \($0.suggestion ?? "-")" }
  }

  @Test(arguments: [
    "依据《关于加强甲事项管理的通知》", "依据关于加强甲事项管理的通知办理", "见某政发〔2018〕3号", "见某政发[2018]3号", "见某政发（2018）3号",
    "见某政发 〔2018〕 3 号", "见某政发【2018】第3号", "见某政发〔2018〕03号",
  ])
  func everySpellingIsFound(text: String) throws {
    #expect(try rules(text) == ["outdated.document warning 关于乙事项的通知"])
  }

  @Test func titleAndNumberTogetherAreTwoPlaces() throws {
    #expect(try rules("《关于加强甲事项管理的通知》（某政发〔2018〕3号）").count == 2)
  }

  @Test func linksAreFound() throws {
    #expect(
      try rules("见https://www.example.gov.cn/a/3.html")
        == ["outdated.link warning 关于乙事项的通知"])
    #expect(try rules("见https://www.example.gov.cn/a/3.html5").isEmpty)
  }

  @Test(arguments: [
    "某政发〔2018〕31号", "某政办发〔2020〕12号", "《关于加强甲事项管理的通知》自印发之日起废止", "原某政发〔2018〕3号文件",
  ])
  func quietWhereItIsRight(text: String) throws { #expect(try rules(text).isEmpty) }

  @Test func quietBeforeTheDay() throws {
    #expect(try rules("见某政发〔2018〕3号", "2023-12-31").isEmpty)
  }

  @Test func amendmentIsAHint() throws {
    #expect(try rules("按关于丁事项的若干规定执行") == ["outdated.document info -"])
  }

  @Test(arguments: [
    ("title\tcolour\n甲", LexiconDiagnostic.Kind.unknownColumn, 1),
    ("title\tstatus\n关于甲的通知\t不明", .malformedRow, 2), ("title\tnumber\n\t", .malformedRow, 2),
    ("title\tstatus\tdate\n关于甲的通知\t废止\t2024-13-01", .badDate, 2),
  ])
  func reportsWhatItCannotRead(text: String, kind: LexiconDiagnostic.Kind, line: Int) {
    let found = Self.register(text).diagnostics
    #expect(found.contains { $0.kind == kind && $0.line == line }, "\(found)")
  }
}

@Suite struct SecrecyTermTests {
  @Test(arguments: [
    ("绝密★30年", false), ("绝密★31年", true), ("机密★20年", false), ("机密★21年", true), ("秘密★10年", false),
    ("秘密★15年", true), ("秘密 ★ 11 年", true), ("秘密★", false), ("秘密★长期", false), ("机密★6个月", false),
    ("普通文字★40年", false), ("秘密★0年", true),
  ])
  func checksTheTerm(text: String, isWrong: Bool) {
    #expect((SecrecyTerm.remark(on: text) != nil) == isWrong, "\(text)")
  }

  @Test func theMessageOfTheFindingSaysSo() {
    let found = findings(in: "秘密★20年\n关于印发方案的通知").first { $0.rule == "term.secrecy-marking" }
    #expect(found?.severity == .block)
    #expect(found?.message.chinese.contains("不超过10年") ?? false)
  }
}
