import ZhubiDetection
public import ZhubiPolicy
import ZhubiText

/// JUnit XML, as build servers read it: a suite for each document.
///
/// The first case of a suite is whether the document was read in full; it is an error where it was
/// not. Each finding is a case: failed at or above the threshold, else passed with a note.
public struct JUnitReporter: Reporter {
  public var language: Language
  private let catalogue: RuleCatalogue
  private var unread = UnreadItems()

  public init(language: Language = .chinese, catalogue: RuleCatalogue = RuleCatalogue()) {
    self.language = language
    self.catalogue = catalogue
  }

  public mutating func begin() -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"zhubi\">\n"
  }

  public mutating func document(_ report: DocumentReport) -> String {
    unread.add(report)
    let findings = report.findings.filter { !UnreadItems.tells($0) }
    var problems = UnreadItems.problems(of: report).map { problem in
      Problem(
        type: "scan.\(problem.kind.rawValue)",
        text: language.pick(problem.chinese, problem.english))
    }
    if problems.isEmpty, report.verdict == .incomplete {
      problems = [Problem(type: "scan.unreadable", text: language.pick("未能读全", "not fully read"))]
    }
    let failures = findings.count { $0.severity >= report.failOn }
    var text = suite(
      report.document, tests: findings.count + 1, failures: failures,
      errors: problems.isEmpty ? 0 : 1)
    text += reading(report.document, problems)
    for finding in findings {
      text += testCase(for: finding, fails: finding.severity >= report.failOn)
    }
    return text + "  </testsuite>\n"
  }

  public mutating func end(_ run: RunSummary) -> String {
    let others = unread.others(in: run)
    var text = ""
    if !others.isEmpty || run.documents == 0 {
      let name = language.pick("扫描", "scan")
      var problems = others.map { Problem(type: "scan.unreadable", text: $0) }
      if problems.isEmpty {
        problems = [
          Problem(type: "scan.unreadable", text: language.pick("没有扫描任何文档", "nothing was scanned"))
        ]
      }
      text += suite(name, tests: 1, failures: 0, errors: 1)
      text += reading(name, problems) + "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }

  private struct Problem {
    var type: String
    var text: String
  }

  private func suite(_ name: String, tests: Int, failures: Int, errors: Int) -> String {
    "  <testsuite name=\"\(XMLText.attribute(name))\" tests=\"\(tests)\" failures=\"\(failures)\""
      + " errors=\"\(errors)\" skipped=\"0\">\n"
  }

  /// The case that stands for having read the whole document.
  private func reading(_ document: String, _ problems: [Problem]) -> String {
    let opening =
      "    <testcase classname=\"\(XMLText.attribute(document))\""
      + " name=\"\(language.pick("全文已读取", "read in full"))\""
    guard let first = problems.first else { return opening + "/>\n" }
    let all = problems.map(\.text).joined(separator: "\n")
    return opening + ">\n      <error type=\"\(first.type)\""
      + " message=\"\(XMLText.attribute(first.text))\">\(XMLText.content(all))</error>\n"
      + "    </testcase>\n"
  }

  private func testCase(for finding: ReportedFinding, fails: Bool) -> String {
    let place = "\(finding.line):\(finding.column)"
    let document = XMLText.attribute(finding.document)
    var text =
      "    <testcase classname=\"\(document)\" name=\"\(finding.rule.text) \(place)\""
      + " file=\"\(document)\" line=\"\(finding.line)\">\n"
    let words = XMLText.content(self.words(on: finding, place: place))
    if fails {
      let message = XMLText.attribute(language.of(finding.message))
      text +=
        "      <failure type=\"\(finding.rule.text)\" message=\"\(message)\">\(words)</failure>\n"
    } else {
      text += "      <system-out>\(words)</system-out>\n"
    }
    return text + "    </testcase>\n"
  }

  private func words(on finding: ReportedFinding, place: String) -> String {
    let severity = language.name(finding.severity)
    let confidence = language.name(finding.confidence)
    let title = language.of(catalogue.title(finding.rule))
    var lines = ["\(finding.document):\(place)  \(severity) · \(confidence)  \(title)"]
    lines.append(language.of(finding.message))
    if !finding.part.isEmpty {
      lines.append(language.pick("位置：", "part: ") + language.place(finding.part))
    }
    if !finding.context.text.isEmpty {
      lines.append(language.pick("上下文：", "context: ") + finding.context.text)
    }
    if let suggestion = finding.suggestion, !suggestion.isEmpty {
      lines.append(language.pick("建议：", "suggestion: ") + language.suggestion(suggestion))
    }
    if let basis = finding.basis, !basis.isEmpty {
      lines.append(language.pick("依据：", "basis: ") + basis)
    }
    return lines.map { VisibleText.line($0) }.joined(separator: "\n")
  }
}
