import ZhubiDetection
public import ZhubiPolicy
import ZhubiText

/// Annotations of GitHub Actions: one workflow command for each finding, at its place in the change.
public struct GitHubReporter: Reporter {
  public var language: Language
  private let catalogue: RuleCatalogue
  private var unread = UnreadItems()

  public init(language: Language = .chinese, catalogue: RuleCatalogue = RuleCatalogue()) {
    self.language = language
    self.catalogue = catalogue
  }

  public mutating func document(_ report: DocumentReport) -> String {
    unread.add(report)
    var text = ""
    for finding in report.findings { text += annotation(on: finding) }
    for problem in UnreadItems.untold(in: report) {
      text += Self.command(
        "error", ["file": Self.path(report.document), "title": "scan.\(problem.kind.rawValue)"],
        language.pick(problem.chinese, problem.english))
    }
    return text
  }

  public mutating func end(_ run: RunSummary) -> String {
    var text = ""
    for other in unread.others(in: run) {
      text += Self.command("error", ["title": language.pick("未读取", "not read")], other)
    }
    let found = language.list(run.counts)
    let summary = language.pick(
      "\(language.name(run.verdict))：共扫描 \(run.documents) 个文档，"
        + (found.isEmpty ? "没有发现问题" : found),
      "\(language.name(run.verdict)): \(run.documents) document(s) scanned, "
        + (found.isEmpty ? "no findings" : found))
    return text + summary + "\n"
  }

  private func annotation(on finding: ReportedFinding) -> String {
    var fields: [(String, String)] = [("file", Self.path(finding.document))]
    fields.append(("line", String(finding.line)))
    fields.append(("endLine", String(max(finding.line, finding.end.line))))
    // Columns are only allowed within one line.
    if finding.end.line == finding.line {
      fields.append(("col", String(finding.column)))
      fields.append(("endColumn", String(max(finding.column, finding.end.column))))
    }
    fields.append(
      ("title", "\(language.of(catalogue.title(finding.rule))) (\(finding.rule.text))"))
    var lines = [language.of(finding.message)]
    if finding.confidence == .possible { lines[0] += language.pick("（疑似）", " (possible)") }
    if let suggestion = finding.suggestion, !suggestion.isEmpty {
      lines.append(language.pick("建议：", "Suggestion: ") + language.suggestion(suggestion))
    }
    if let basis = finding.basis, !basis.isEmpty {
      lines.append(language.pick("依据：", "Basis: ") + basis)
    }
    return Self.command(
      Self.level(finding.severity), fields,
      lines.map { VisibleText.line($0) }.joined(separator: "\n"))
  }

  /// `::error file=a,line=1::message`, escaped as the runner reads it.
  static func command(_ name: String, _ fields: [(String, String)], _ message: String) -> String {
    let list = fields.map { "\($0.0)=\(escaped($0.1, isField: true))" }.joined(separator: ",")
    return "::\(name) \(list)::\(escaped(message, isField: false))\n"
  }

  private static func command(
    _ name: String, _ fields: KeyValuePairs<String, String>, _ message: String
  ) -> String {
    command(name, fields.map { ($0.key, $0.value) }, VisibleText.line(message))
  }

  static func escaped(_ text: String, isField: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isField: result += "%3A"
      case "," where isField: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The path as the repository has it; a hidden character in it is shown, not obeyed.
  private static func path(_ document: String) -> String {
    VisibleText.line(document.hasPrefix("./") ? String(document.dropFirst(2)) : document)
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .block, .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }
}
