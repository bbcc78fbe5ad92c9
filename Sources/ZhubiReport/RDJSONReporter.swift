import ZhubiDetection
public import ZhubiPolicy
import ZhubiText

/// The Reviewdog Diagnostic Format (`rdjson`): comments on a review, with changes to accept.
///
/// Columns count bytes of UTF-8 from 1, as the format wants them.
public struct RDJSONReporter: Reporter {
  public var language: Language
  private var unread = UnreadItems()
  private var isFirst = true

  public init(language: Language = .chinese) { self.language = language }

  public mutating func begin() -> String {
    #"{"source":{"name":"zhubi"},"diagnostics":["#
  }

  public mutating func document(_ report: DocumentReport) -> String {
    unread.add(report)
    var text = ""
    for finding in report.findings { text += separated(entry(for: finding)) }
    for problem in UnreadItems.untold(in: report) {
      text += separated(
        unreadEntry(
          language.pick(problem.chinese, problem.english), path: Self.path(report.document),
          rule: "scan.\(problem.kind.rawValue)"))
    }
    return text
  }

  public mutating func end(_ run: RunSummary) -> String {
    var text = ""
    for other in unread.others(in: run) {
      text += separated(
        unreadEntry(
          language.pick("未读取：", "not read: ") + other, path: ".", rule: "scan.unreadable"))
    }
    return text + "\n]}\n"
  }

  private func unreadEntry(_ message: String, path: String, rule: String) -> String {
    Self.entry { writer in
      writer.field("message", message)
      writer.key("location")
      writer.object { $0.field("path", path) }
      writer.field("severity", "ERROR")
      writer.code(rule)
    }
  }

  private func entry(for finding: ReportedFinding) -> String {
    Self.entry { writer in
      writer.field("message", message(on: finding))
      writer.key("location")
      writer.object { writer in
        writer.field("path", Self.path(finding.document))
        writer.key("range")
        writer.object { $0.span(finding.start, finding.end) }
      }
      writer.field("severity", Self.severity(finding.severity))
      writer.code(finding.rule.text)
      guard let fix = finding.fix else { return }
      writer.key("suggestions")
      writer.array {
        $0.object { writer in
          writer.key("range")
          writer.object { $0.span(fix.start, fix.end) }
          writer.field("text", fix.replacement)
        }
      }
    }
  }

  private static func entry(_ fields: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    writer.object(fields)
    return writer.text
  }

  private mutating func separated(_ entry: String) -> String {
    defer { isFirst = false }
    return (isFirst ? "\n" : ",\n") + entry
  }

  private func message(on finding: ReportedFinding) -> String {
    var lines = [language.of(finding.message)]
    if let suggestion = finding.suggestion, !suggestion.isEmpty {
      lines.append(language.pick("建议：", "Suggestion: ") + language.suggestion(suggestion))
    }
    if let basis = finding.basis, !basis.isEmpty {
      lines.append(language.pick("依据：", "Basis: ") + basis)
    }
    return lines.joined(separator: "\n")
  }

  private static func path(_ document: String) -> String {
    document.hasPrefix("./") ? String(document.dropFirst(2)) : document
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .block, .error: "ERROR"
    case .warning: "WARNING"
    case .info: "INFO"
    }
  }
}

extension JSONWriter {
  fileprivate mutating func code(_ rule: String) {
    key("code")
    object { $0.field("value", rule) }
  }

  fileprivate mutating func span(_ start: ReportedFinding.Place, _ end: ReportedFinding.Place) {
    for (name, place) in [("start", start), ("end", end)] {
      key(name)
      object { writer in
        writer.field("line", place.line)
        if let column = place.utf8Column { writer.field("column", column) }
      }
    }
  }
}
