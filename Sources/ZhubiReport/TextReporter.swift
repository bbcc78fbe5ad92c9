public import ZhubiDetection
public import ZhubiPolicy
import ZhubiText

/// What a person reads in a terminal: findings under their document, each with its line, the place
/// underlined, what to do, and why; at the end the counts and what was not read.
public struct TextReporter: Reporter {
  public var language: Language
  /// Whether escape codes for colour are written.
  public var colour: Bool
  /// Findings below this severity are only counted.
  public var least: Severity
  /// Whether findings set aside are listed, with their reasons.
  public var showsSuppressed: Bool
  private var unread = UnreadItems()
  private var left = 0
  private var ignored = (documents: 0, elements: 0, bytes: 0)

  /// How many rules the closing lines name.
  private static let ruleLimit = 8
  /// Columns between the edge and the text of a finding.
  private static let indent = "      "

  public init(
    language: Language = .chinese, colour: Bool = false, least: Severity = .info,
    showsSuppressed: Bool = false
  ) {
    self.showsSuppressed = showsSuppressed
    self.language = language
    self.colour = colour
    self.least = least
  }

  public mutating func document(_ report: DocumentReport) -> String {
    unread.add(report)
    for skipped in report.skipped where skipped.kind == .ignored {
      ignored.documents += 1
      ignored.elements += skipped.count
      ignored.bytes += skipped.bytes
    }
    let shown = report.findings.filter { $0.severity >= least }
    let hidden = report.counts.values.reduce(0, +) - shown.count
    left += hidden
    let lists = showsSuppressed && report.suppressed > 0
    if shown.isEmpty, report.verdict == .pass, !lists { return "" }
    let counts = coloured(report.counts)
    var text = paint(.bold, VisibleText.columns(report.document)) + "  " + verdict(report.verdict)
    if !counts.isEmpty { text += "  " + counts }
    text += "\n  "
    text += paint(.dim, ReportNotes.notes(on: report, language).prefix(2).joined(separator: " · "))
    text += "\n"
    text += lines(for: shown)
    for problem in UnreadItems.untold(in: report) {
      text += "  " + paint(.red, language.pick("未读全：", "not fully read: "))
      text += VisibleText.columns(language.pick(problem.chinese, problem.english)) + "\n"
    }
    if hidden > 0 {
      text += "  " + paint(.dim, language.pick("另有 \(hidden) 条未列出", "\(hidden) more not listed"))
      text += "\n"
    }
    if report.suppressed > 0 {
      text += "  "
      text += paint(
        .dim,
        language.pick("另有 \(report.suppressed) 条已忽略", "\(report.suppressed) suppressed")
          + (lists ? language.pick("：", ":") : ""))
      text += "\n"
      if lists { text += SuppressedListing(language: language).text(of: report, indent: "    ") }
    }
    return text + "\n"
  }

  public mutating func end(_ run: RunSummary) -> String {
    let counts = coloured(run.counts)
    let found = counts.isEmpty ? language.pick("没有发现问题", "no findings") : counts
    var text = "\(verdict(run.verdict))  "
    text += language.pick(
      "共扫描 \(run.documents) 个文档（\(language.size(run.bytes))），\(found)",
      "\(run.documents) document(s) scanned (\(language.size(run.bytes))), \(found)")
    text += "  "
    text += paint(
      .dim, language.pick("用时 ", "in ") + language.duration(run.seconds))
    text += "\n" + rules(run)
    if left > 0 {
      text += language.pick("  未列出：\(left) 条\n", "  not listed: \(left)\n")
    }
    if ignored.elements > 0 {
      let size = language.size(ignored.bytes)
      text += language.pick(
        "  按配置略过的页面元素：\(ignored.documents) 个文档 \(ignored.elements) 处，共 \(size)\n",
        "  left out by the configuration: \(ignored.elements) element(s) of \(ignored.documents)"
          + " document(s), \(size)\n")
    }
    if run.suppressed > 0 {
      text += language.pick("  已忽略：\(run.suppressed) 条\n", "  suppressed: \(run.suppressed)\n")
    }
    return text + notRead(run)
  }

  /// The rules that spoke most often.
  private func rules(_ run: RunSummary) -> String {
    guard run.countsByRule.count > 1 else { return "" }
    let order = run.countsByRule.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var names = order.prefix(Self.ruleLimit).map { "\($0.key) \($0.value)" }
    if order.count > names.count {
      let more = order.count - names.count
      names.append(language.pick("另 \(more) 项", "\(more) more"))
    }
    let title = language.pick("  按规则：", "  by rule: ")
    return paint(.dim, title + names.joined(separator: " · ")) + "\n"
  }

  /// One line for each thing not read to its end, with the reasons.
  private func notRead(_ run: RunSummary) -> String {
    unread.all(in: run).map { item in
      let reasons = item.problems.map { problem in
        let part = problem.part.isEmpty ? "" : "[\(language.place(problem.part))] "
        return part + language.pick(problem.chinese, problem.english)
      }
      let why = reasons.isEmpty ? "" : "  " + reasons.joined(separator: language.pick("；", "; "))
      return paint(.red, language.pick("未能读全：", "not fully read: "))
        + VisibleText.columns(item.name + why) + "\n"
    }.joined()
  }

  /// What makes findings alike: an outdated name in every row of a table is one thing to mend.
  private struct Likeness: Hashable {
    var rule: RuleID
    var excerpt: String
    var message: String
    var suggestion: String?
  }

  /// How many findings that are alike are shown in full, how many more there must be for the rest to
  /// be summed up, and how many of their lines are named.
  private static let alike = (shown: 5, more: 3, lines: 12)

  /// The findings in order; of many that are alike only the first in full.
  private func lines(for findings: [ReportedFinding]) -> String {
    func likeness(_ finding: ReportedFinding) -> Likeness {
      Likeness(
        rule: finding.rule, excerpt: finding.excerpt, message: finding.message.chinese,
        suggestion: finding.suggestion)
    }
    let places = Dictionary(grouping: findings.indices, by: { likeness(findings[$0]) })
    var text = ""
    for (index, finding) in findings.enumerated() {
      let same = places[likeness(finding)] ?? []
      let rest = same.dropFirst(Self.alike.shown)
      if rest.count > Self.alike.more, index >= rest[rest.startIndex] { continue }
      text += lines(for: finding)
      if rest.count > Self.alike.more, index == same[Self.alike.shown - 1] {
        var lines = rest.prefix(Self.alike.lines).map { String(findings[$0].line) }
        if rest.count > lines.count { lines.append("…") }
        let list = lines.joined(separator: language.pick("、", ", "))
        text += Self.indent
        text += paint(
          .bold,
          language.pick(
            "同样的还有 \(rest.count) 处，在第 \(list) 行",
            "the same at \(rest.count) more places, on lines \(list)"))
        text += "\n"
      }
    }
    return text
  }

  private func lines(for finding: ReportedFinding) -> String {
    let place = finding.part.isEmpty ? "" : " [\(language.place(finding.part))]"
    var text = "  \(finding.line):\(finding.column)\(VisibleText.columns(place))  "
    text += paint(Paint(finding.severity), language.name(finding.severity))
    if finding.confidence == .possible { text += language.pick("（疑似）", " (possible)") }
    text += "  \(VisibleText.columns(language.of(finding.message)))"
    text += "  \(paint(.dim, finding.rule.text))\n"
    text += underlined(finding.context)
    if let suggestion = finding.suggestion, !suggestion.isEmpty {
      text += Self.indent + paint(.green, language.pick("建议：", "suggestion: "))
      text += VisibleText.columns(language.suggestion(suggestion)) + "\n"
    }
    if let basis = finding.basis, !basis.isEmpty {
      text += Self.indent
      text += paint(.dim, language.pick("依据：", "basis: ") + VisibleText.columns(basis)) + "\n"
    }
    return text
  }

  /// The line with a row of `^` under the finding, full-width characters counted as two columns.
  private func underlined(_ context: ReportedFinding.Context) -> String {
    guard !context.text.isEmpty else { return "" }
    let scalars = Array(VisibleText.columns(context.text).unicodeScalars)
    let inside = context.highlight.clamped(to: 0..<scalars.count)
    let before = scalars[..<inside.lowerBound].reduce(0) { $0 + DisplayWidth.of($1) }
    let width = scalars[inside].reduce(0) { $0 + DisplayWidth.of($1) }
    var line = String.UnicodeScalarView()
    line.append(contentsOf: scalars)
    return
      "\(Self.indent)| \(String(line))\n\(Self.indent)| \(String(repeating: " ", count: before))"
      + paint(.red, String(repeating: "^", count: max(1, width))) + "\n"
  }

  private func coloured(_ counts: [Severity: Int]) -> String {
    Severity.allCases.reversed().compactMap { severity in
      guard let count = counts[severity], count > 0 else { return nil }
      return paint(Paint(severity), "\(language.name(severity)) \(count)")
    }.joined(separator: " · ")
  }

  private func verdict(_ verdict: Verdict) -> String {
    paint(Paint(verdict), language.name(verdict))
  }

  private enum Paint: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case blue = "34"

    init(_ severity: Severity) {
      switch severity {
      case .block, .error: self = .red
      case .warning: self = .yellow
      case .info: self = .blue
      }
    }

    init(_ verdict: Verdict) {
      switch verdict {
      case .pass: self = .green
      case .review: self = .yellow
      case .block, .incomplete: self = .red
      }
    }
  }

  private func paint(_ paint: Paint, _ text: String) -> String {
    colour ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
  }
}
