import ZhubiDetection
public import ZhubiPolicy
import ZhubiText

/// A table for spreadsheets (RFC 4180): UTF-8 with a byte order mark, CR LF, one row for each
/// finding. A cell that a spreadsheet would take for a formula is made plain text.
public struct CSVReporter: Reporter {
  public var language: Language
  private let catalogue: RuleCatalogue
  private var unread = UnreadItems()

  public init(language: Language = .chinese, catalogue: RuleCatalogue = RuleCatalogue()) {
    self.language = language
    self.catalogue = catalogue
  }

  public mutating func begin() -> String {
    let header =
      language == .chinese
      ? [
        "文档", "行", "列", "位置", "级别", "可信度", "规则", "规则名称", "问题", "原文", "上下文",
        "建议", "依据", "指纹",
      ]
      : [
        "document", "line", "column", "part", "severity", "confidence", "rule", "rule title",
        "problem", "excerpt", "context", "suggestion", "basis", "fingerprint",
      ]
    return "\u{FEFF}" + Self.row(header)
  }

  public mutating func document(_ report: DocumentReport) -> String {
    unread.add(report)
    var text = ""
    for finding in report.findings {
      text += Self.row([
        finding.document, String(finding.line), String(finding.column),
        language.place(finding.part), language.name(finding.severity),
        language.name(finding.confidence), finding.rule.text,
        language.of(catalogue.title(finding.rule)), language.of(finding.message),
        finding.excerpt, finding.context.text, language.suggestion(finding.suggestion ?? ""),
        finding.basis ?? "", finding.fingerprint,
      ])
    }
    for problem in UnreadItems.untold(in: report) {
      text += unreadRow(
        report.document, part: problem.part, rule: RuleID("scan.\(problem.kind.rawValue)"),
        language.pick(problem.chinese, problem.english))
    }
    return text
  }

  public mutating func end(_ run: RunSummary) -> String {
    unread.others(in: run).map { unreadRow($0, part: "", rule: nil, $0) }.joined()
  }

  private func unreadRow(_ name: String, part: String, rule: RuleID?, _ problem: String) -> String {
    let id = rule ?? "scan.unreadable"
    return Self.row([
      name, "", "", language.place(part), language.name(.error), language.name(.certain), id.text,
      language.of(catalogue.title(id)), problem, "", "", "", "", "",
    ])
  }

  /// One line of a table, every cell defused and quoted where it must be.
  public static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// One cell: formula signs defused, everything on one line, quoted where it must be.
  static func cell(_ text: String) -> String {
    let line = VisibleText.line(text)
    var cell = ""
    if let first = text.unicodeScalars.first(where: { $0 != " " && $0 != "\u{3000}" }),
      formulaSigns.contains(first)
    {
      cell = "'"
    }
    cell += line
    guard cell.unicodeScalars.contains(where: { "\",;'\r\n ".unicodeScalars.contains($0) }) else {
      return cell
    }
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  /// What may start a formula, in half and full width.
  private static let formulaSigns: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
  ]
}
