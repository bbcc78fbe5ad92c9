import TestSupport
import ZhubiDetection
import ZhubiPolicy
import ZhubiReport
import ZhubiText

/// One run of invented documents, as every form must be able to write it.
enum Fixture {
  static let asOf = AsOf(CalendarDate(year: 2026, month: 11, day: 1)!, origin: .option)

  /// Personal data of people who do not exist. Nothing but the mask may ever be written.
  static let secrets = ["11010119900307600X", "45110219870615612X", "19900006001", "李示例"]

  /// What a hostile page would like to have obeyed.
  static let hostileName = "\"><img src=x onerror=alert(2)>,\u{202E}gpj.txt"

  static func reports(showsSensitive: Bool = false) -> [DocumentReport] {
    documents.map { document in
      var report = ReportBuilder(profile: Profile.all[0], showsSensitive: showsSensitive).report(
        on: document.document, findings: [document.findings], asOf: asOf)
      if !document.place.isEmpty {
        for index in report.findings.indices { report.findings[index].part = document.place }
      }
      if document.isCut {
        // As a scan in windows does: noticed after the findings were made.
        report.problems.append(
          ReadingProblem(
            .limitReached, chinese: "命中超过 2 条，另有 7 条未列出",
            english: "more than 2 findings; 7 more are not listed"))
        report.verdict = .incomplete
        report.suppressedFindings = report.findings.prefix(1).flatMap { finding in
          (1...3).map {
            SuppressedFinding(finding: finding, reason: "值班电话", origin: .inline(line: $0))
          }
        }
      }
      return report
    }
  }

  static func summary(of reports: [DocumentReport]) -> RunSummary {
    var run = RunSummary()
    for report in reports { run.add(report) }
    run.addUnread("没有可读的文件：空文件夹/")
    run.seconds = 1.234
    run.version = "0.1.0"
    run.date = CalendarDate(year: 2026, month: 11, day: 1)
    run.lexicons = [lexicon("secrecy", "密级与内部标志", "2026.1"), lexicon("typos", "错别字", "2026.2")]
    return run
  }

  /// What a reporter writes of the run.
  static func text(of reporter: any Reporter, showsSensitive: Bool = false) -> String {
    var reporter = reporter
    let reports = reports(showsSensitive: showsSensitive)
    var text = reporter.begin()
    for report in reports { text += reporter.document(report) }
    return text + reporter.end(summary(of: reports))
  }

  static func lexicon(_ id: String, _ title: String, _ version: String) -> PackManifest {
    var problems: [LexiconDiagnostic] = []
    let manifest = """
      id: \(id)
      title: \(title)
      version: \(version)
      severity: warning
      profile: always
      licence: CC0-1.0
      source: invented
      """
    return PackManifest.parse(
      PackSource.File(path: "pack.yaml", bytes: Array(manifest.utf8)), into: &problems)!
  }

  /// Rules with fixed words, so that the golden files do not move with the rules of the house.
  static let catalogue = RuleCatalogue([
    rule("personal.cn-id", "居民身份证号码", "identity number", .block, "《个人信息保护法》第二十八条"),
    rule("personal.mobile", "手机号码", "mobile number", .error, "《个人信息保护法》第二十八条"),
    rule("personal.person-name", "姓名", "name of a person", .info, nil),
    rule("term.secrecy-marking", "密级标志或涉密表述", "secrecy marking", .block, "GB/T 9704-2012 7.2.2"),
    rule("typo.confusion", "错别字", "wrong character", .warning, nil),
    rule("outdated.law", "已废止的法律", "repealed law", .warning, "全国人民代表大会公告"),
    rule("format.unbalanced", "括号不成对", "unbalanced brackets", .info, "GB/T 15834-2011"),
  ])

  private static func rule(
    _ id: RuleID, _ chinese: String, _ english: String, _ severity: Severity, _ basis: String?
  ) -> Rule {
    Rule(
      id, title: Message(chinese, english), severity: severity, basis: basis,
      explanation: Message("发布前核对并处理。", "Check and settle it before publication."),
      fires: [], staysQuiet: [])
  }
}

/// A document with its findings, drawn with `⟦…⟧` in order of their opening marks.
struct FixtureDocument {
  var document: Document
  var findings: [Finding]
  var isCut = false
  /// The part of the document its findings are said to stand in.
  var place = ""

  init(
    _ id: String, _ marked: String, isCut: Bool = false, place: String = "",
    _ findings: [Finding]
  ) {
    let text = MarkedText(marked)
    precondition(text.utf8Ranges.count == findings.count, "\(id): as many marks as findings")
    document = Document(id: id, text: text.text)
    self.findings = zip(findings, text.utf8Ranges).map { finding, range in
      var finding = finding
      finding.range = Range(range)
      if let fix = finding.fix {
        finding.fix = Finding.Fix(range: Range(range), replacement: fix.replacement)
      }
      return finding
    }
    self.isCut = isCut
    self.place = place
  }

  /// A document that could not be read.
  init(_ id: String, problem: ReadingProblem) {
    document = Document(id: id, text: "")
    document.problems = [problem]
    findings = []
  }
}
