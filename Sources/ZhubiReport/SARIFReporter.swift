import ZhubiDetection
public import ZhubiPolicy
import ZhubiText

/// SARIF 2.1.0 (OASIS): for code hosts, reviewers and quality platforms.
///
/// Results are written as documents come; the tool and its rules stand behind them, since only then
/// is it known which rules spoke. What was not read is a notification of the invocation, and the
/// invocation is then not successful.
public struct SARIFReporter: Reporter {
  public var language: Language
  /// Whether findings set aside are written, too, as suppressed results. Off unless asked for: not
  /// every reader of SARIF knows what that means.
  public var showsSuppressed: Bool
  private let catalogue: RuleCatalogue
  private var rules: [RuleID] = []
  private var indices: [RuleID: Int] = [:]
  private var unread = UnreadItems()
  private var isFirst = true

  public init(
    language: Language = .chinese, catalogue: RuleCatalogue = RuleCatalogue(),
    showsSuppressed: Bool = false
  ) {
    self.showsSuppressed = showsSuppressed
    self.language = language
    self.catalogue = catalogue
  }

  public mutating func begin() -> String {
    #"{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"#
      + #""results":["#
  }

  public mutating func document(_ report: DocumentReport) -> String {
    unread.add(report)
    var text = ""
    var results: [(ReportedFinding, SuppressedFinding?)] = report.findings.map { ($0, nil) }
    if showsSuppressed { results += report.suppressedFindings.map { ($0.finding, $0) } }
    for (finding, set) in results {
      var writer = JSONWriter()
      writer.object { writer in
        result(finding, index(of: finding.rule), &writer)
        if let set { writer.suppression(set, language) }
      }
      text += (isFirst ? "\n" : ",\n") + writer.text
      isFirst = false
    }
    return text
  }

  public mutating func end(_ run: RunSummary) -> String {
    var rest = JSONWriter()
    rest.object { writer in
      writer.key("tool")
      writer.object { tool(run, &$0) }
      writer.key("invocations")
      writer.array { $0.object { invocation(run, &$0) } }
      writer.field("columnKind", "unicodeCodePoints")
      writer.field("language", language.pick("zh-CN", "en"))
      writer.key("properties")
      writer.object { writer in
        writer.field("verdict", run.verdict.rawValue)
        writer.field("documents", run.documents)
        writer.counts(run.counts)
      }
    }
    return "\n],\(rest.text.dropFirst())]}\n"
  }

  private mutating func index(of rule: RuleID) -> Int {
    if let index = indices[rule] { return index }
    indices[rule] = rules.count
    rules.append(rule)
    return rules.count - 1
  }

  private func result(_ finding: ReportedFinding, _ index: Int, _ writer: inout JSONWriter) {
    writer.field("ruleId", finding.rule.text)
    writer.field("ruleIndex", index)
    writer.field("level", Self.level(finding.severity))
    writer.message(words(on: finding))
    writer.key("locations")
    writer.array { $0.object { location(of: finding, &$0) } }
    writer.key("partialFingerprints")
    writer.object { $0.field("zhubi/v1", finding.fingerprint) }
    if let fix = finding.fix {
      writer.key("fixes")
      writer.array { $0.object { change(fix, in: finding.document, &$0) } }
    }
    writer.key("properties")
    writer.object { writer in
      writer.field("severity", finding.severity.rawValue)
      writer.field("confidence", finding.confidence.rawValue)
      writer.field("excerpt", unlessEmpty: finding.excerpt)
      writer.field("suggestion", unlessEmpty: finding.suggestion)
      writer.field("basis", unlessEmpty: finding.basis)
      writer.field("matched", unlessEmpty: finding.evidence)
    }
  }

  private func words(on finding: ReportedFinding) -> String {
    var words = language.of(finding.message)
    if let suggestion = finding.suggestion, !suggestion.isEmpty {
      words += language.pick("（建议：", " (suggestion: ") + language.suggestion(suggestion)
      words += language.pick("）", ")")
    }
    return words
  }

  private func location(of finding: ReportedFinding, _ writer: inout JSONWriter) {
    writer.key("physicalLocation")
    writer.object { writer in
      writer.artifact(finding.document)
      writer.key("region")
      writer.object { $0.region(finding.start, finding.end, finding.scalars.plain) }
    }
    if !finding.part.isEmpty {
      writer.key("logicalLocations")
      writer.array { $0.object { $0.field("fullyQualifiedName", finding.part) } }
    }
  }

  private func change(
    _ fix: ReportedFinding.Fix, in document: String, _ writer: inout JSONWriter
  ) {
    writer.key("artifactChanges")
    writer.array {
      $0.object { writer in
        writer.artifact(document)
        writer.key("replacements")
        writer.array {
          $0.object { writer in
            writer.key("deletedRegion")
            writer.object { $0.region(fix.start, fix.end, fix.scalars.plain) }
            writer.key("insertedContent")
            writer.object { $0.field("text", fix.replacement) }
          }
        }
      }
    }
  }

  private func tool(_ run: RunSummary, _ writer: inout JSONWriter) {
    writer.key("driver")
    writer.object { writer in
      writer.field("name", "Zhubi")
      writer.field("fullName", "Zhubi 朱笔")
      writer.field("version", unlessEmpty: run.version)
      writer.field("language", language.pick("zh-CN", "en"))
      writer.key("rules")
      writer.array { writer in for rule in rules { writer.object { describe(rule, &$0) } } }
    }
    guard !run.lexicons.isEmpty else { return }
    writer.key("extensions")
    writer.array { writer in
      for lexicon in run.lexicons {
        writer.object { writer in
          writer.field("name", lexicon.id)
          writer.field("fullName", unlessEmpty: lexicon.title)
          writer.field("version", unlessEmpty: lexicon.version)
        }
      }
    }
  }

  private func describe(_ id: RuleID, _ writer: inout JSONWriter) {
    writer.field("id", id.text)
    writer.key("shortDescription")
    writer.object { $0.field("text", language.of(catalogue.title(id))) }
    writer.key("fullDescription")
    writer.object { $0.field("text", language.of(catalogue.explanation(id))) }
    if let rule = catalogue[id] {
      writer.key("defaultConfiguration")
      writer.object { $0.field("level", Self.level(rule.severity)) }
      if let basis = rule.basis {
        writer.key("help")
        writer.object { $0.field("text", language.pick("依据：", "Basis: ") + basis) }
      }
    }
    writer.key("properties")
    writer.object {
      $0.key("tags")
      $0.array { $0.value(String(id.family)) }
    }
  }

  private func invocation(_ run: RunSummary, _ writer: inout JSONWriter) {
    writer.field("executionSuccessful", run.verdict != .incomplete)
    writer.field("exitCode", Int(run.status.rawValue))
    writer.key("toolExecutionNotifications")
    writer.array { writer in
      for item in unread.documents {
        for problem in item.problems {
          writer.notification(
            language.pick(problem.chinese, problem.english), rule: "scan.\(problem.kind.rawValue)",
            document: item.name)
        }
        if item.problems.isEmpty {
          writer.notification(
            language.pick("未能读全", "not fully read"), rule: nil, document: item.name)
        }
      }
      for other in unread.others(in: run) {
        writer.notification(other, rule: nil, document: nil)
      }
    }
  }

  static func level(_ severity: Severity) -> String {
    switch severity {
    case .block, .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }
}
