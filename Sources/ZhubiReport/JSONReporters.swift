public import ZhubiPolicy
package import ZhubiDetection
import ZhubiText

/// One JSON object per line: the findings of a document, then its summary.
public struct JSONLinesReporter: Reporter {
  public var language: Language
  private var unread = UnreadItems()

  public init(language: Language = .chinese) { self.language = language }

  public mutating func document(_ report: DocumentReport) -> String {
    unread.add(report)
    var lines = ""
    for finding in report.findings {
      var writer = JSONWriter()
      writer.finding(finding, language)
      lines += writer.text + "\n"
    }
    var writer = JSONWriter()
    writer.summary(report, language)
    return lines + writer.text + "\n"
  }

  /// What was asked for and never became a document ends as a summary without a name.
  public mutating func end(_ run: RunSummary) -> String {
    let others = unread.others(in: run)
    if others.isEmpty { return "" }
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("document", "")
      writer.field("verdict", Verdict.incomplete.rawValue)
      writer.counts([:])
      writer.key("notes")
      writer.array { writer in for other in others { writer.value(other) } }
    }
    return writer.text + "\n"
  }
}

/// One JSON value for the whole run. The same run gives the same bytes: no times are written.
public struct JSONReporter: Reporter {
  public var language: Language
  private var isFirst = true

  public init(language: Language = .chinese) { self.language = language }

  public mutating func begin() -> String { "{\"documents\":[" }

  public mutating func document(_ report: DocumentReport) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.summaryFields(report, language)
      writer.key("findings")
      writer.array { writer in
        for finding in report.findings { writer.finding(finding, language) }
      }
    }
    defer { isFirst = false }
    return (isFirst ? "\n" : ",\n") + writer.text
  }

  public mutating func end(_ run: RunSummary) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("verdict", run.verdict.rawValue)
      writer.field("documents", run.documents)
      writer.counts(run.counts)
      writer.key("notRead")
      writer.array { writer in for name in run.notRead { writer.value(name) } }
      if run.suppressed > 0 { writer.field("suppressed", run.suppressed) }
      guard !run.lexicons.isEmpty else { return }
      writer.key("lexicons")
      writer.array { writer in
        for lexicon in run.lexicons {
          writer.object { writer in
            writer.field("id", lexicon.id)
            writer.field("version", lexicon.version)
          }
        }
      }
    }
    return "\n],\"summary\":\(writer.text)}\n"
  }
}

extension JSONWriter {
  /// A finding, with its keys in the fixed order of the contract.
  package mutating func finding(_ finding: ReportedFinding, _ language: Language) {
    object { writer in
      writer.field("document", finding.document)
      writer.field("rule", finding.rule.text)
      writer.field("severity", finding.severity.rawValue)
      writer.field("confidence", finding.confidence.rawValue)
      writer.field("message", language.of(finding.message))
      writer.field("suggestion", unlessEmpty: finding.suggestion)
      writer.field("basis", unlessEmpty: finding.basis)
      writer.field("excerpt", unlessEmpty: finding.excerpt)
      writer.field("part", unlessEmpty: finding.part)
      writer.key("location")
      writer.object { writer in
        writer.field("line", finding.line)
        writer.field("column", finding.column)
      }
      writer.key("range")
      writer.object { writer in
        writer.range("scalar", finding.scalars.plain)
        writer.range("utf8", finding.utf8.plain)
        writer.range("utf16", finding.utf16.plain)
      }
      writer.field("matched", unlessEmpty: finding.evidence)
      writer.field("fingerprint", finding.fingerprint)
    }
  }

  package mutating func summary(_ report: DocumentReport, _ language: Language) {
    object { $0.summaryFields(report, language) }
  }

  package mutating func summaryFields(_ report: DocumentReport, _ language: Language) {
    field("document", report.document)
    field("verdict", report.verdict.rawValue)
    counts(report.counts)
    if report.suppressed > 0 { field("suppressed", report.suppressed) }
    key("notes")
    array { writer in
      for note in ReportNotes.notes(on: report, language) { writer.value(note) }
    }
  }

  package mutating func counts(_ counts: [Severity: Int]) {
    key("counts")
    object { writer in
      for severity in Severity.allCases.reversed() {
        writer.field(severity.rawValue, counts[severity] ?? 0)
      }
    }
  }
}

/// What a reader should know about how a document was read.
enum ReportNotes {
  static func notes(on report: DocumentReport, _ language: Language) -> [String] {
    var notes = [
      language.pick(
        "判断日期 \(report.asOf.date)（\(origin(report.asOf.origin, language))）",
        "judged as of \(report.asOf.date) (\(origin(report.asOf.origin, language)))"),
      language.pick("编码 \(report.encoding)", "encoding \(report.encoding)"),
    ]
    notes += report.problems.map { language.pick($0.chinese, $0.english) }
    notes += report.skipped.compactMap { skipped($0, language) }
    if report.suppressed > 0 {
      notes.append(
        language.pick("另有 \(report.suppressed) 条已按规定忽略", "\(report.suppressed) suppressed"))
    }
    return notes
  }

  /// What was left out on purpose; code blocks and style sheets hold no text for readers.
  private static func skipped(_ skipped: SkippedSource, _ language: Language) -> String? {
    let (count, size) = (skipped.count, language.size(skipped.bytes))
    switch skipped.kind {
    case .script:
      return language.pick("脚本 \(count) 段（\(size)）未读", "\(count) script(s) not read (\(size))")
    case .ignored:
      return language.pick(
        "按配置略过页面元素 \(count) 处（\(size)）",
        "\(count) element(s) of the page left out by the configuration (\(size))")
    case .style: return nil
    case .codeBlock:
      return language.pick(
        "代码块 \(count) 段（\(size)）未读", "\(count) code block(s) not read (\(size))")
    }
  }

  private static func origin(_ origin: AsOf.Origin, _ language: Language) -> String {
    switch origin {
    case .option: language.pick("指定", "given")
    case .input: language.pick("输入", "from the input")
    case .metadata: language.pick("网页元数据", "from the metadata")
    case .text: language.pick("文中日期", "from the text")
    case .today: language.pick("今日", "today")
    }
  }
}
