import ZhubiDetection
import ZhubiPolicy
import ZhubiText

/// The section of one document in the page.
struct HTMLDocument {
  let language: Language
  let catalogue: RuleCatalogue
  var showsSuppressed = false

  func section(
    _ report: DocumentReport, number: Int, shown: ArraySlice<ReportedFinding>, isOpen: Bool
  ) -> String {
    let counts = language.list(report.counts)
    var text = "<details class=\"doc\" id=\"d\(number)\" data-d=\"\(number)\""
    text += isOpen ? " open>\n" : ">\n"
    text += "<summary><span class=\"verdict v-\(report.verdict.rawValue)\">"
    text += "\(language.name(report.verdict))</span> "
    text += HTMLText.isolated(report.document, class: "name")
    text += " <span class=\"tally\">\(counts)</span></summary>\n"
    text += "<p class=\"meta\">\(HTMLText.content(facts(on: report)))</p>\n"
    text += problems(of: report)
    if !shown.isEmpty {
      text += "<ol class=\"list\">\n\(shown.map { item($0) }.joined())</ol>\n"
    }
    text += left(of: report, shown: shown.count)
    if showsSuppressed { text += suppressed(in: report) }
    return text + "</details>"
  }

  private func facts(on report: DocumentReport) -> String {
    var facts = Array(ReportNotes.notes(on: report, language).prefix(2))
    facts.append(language.pick("体裁 ", "profile ") + report.profile)
    facts.append(language.size(report.bytes))
    return facts.joined(separator: " · ")
  }

  /// What was not read and no finding tells of.
  private func problems(of report: DocumentReport) -> String {
    let untold = UnreadItems.untold(in: report)
    guard !untold.isEmpty else { return "" }
    let items = untold.map { problem in
      let part = problem.part.isEmpty ? "" : "\(language.place(problem.part))："
      let rule = RuleID("scan.\(problem.kind.rawValue)")
      let title = rule.map { language.of(catalogue.title($0)) } ?? ""
      return "<li><strong>\(HTMLText.content(title))</strong> "
        + "\(HTMLText.content(part + language.pick(problem.chinese, problem.english)))</li>"
    }
    return "<ul class=\"problems\">\(items.joined())</ul>\n"
  }

  private func left(of report: DocumentReport, shown: Int) -> String {
    let left = report.counts.values.reduce(0, +) - shown
    var words: [String] = []
    if left > 0 { words.append(language.pick("另有 \(left) 条未列出", "\(left) more not listed")) }
    if report.suppressed > 0 {
      words.append(
        language.pick("另有 \(report.suppressed) 条已忽略", "\(report.suppressed) suppressed"))
    }
    guard !words.isEmpty else { return "" }
    return "<p class=\"meta\">\(words.joined(separator: " · "))</p>\n"
  }

  /// Findings set aside, each with who did it and why.
  private func suppressed(in report: DocumentReport) -> String {
    guard report.suppressed > 0 else { return "" }
    let listing = SuppressedListing(language: language)
    let rows = report.suppressedFindings.prefix(Self.suppressedLimit).map { set in
      let finding = set.finding
      let message = language.of(finding.message)
      var words = "<code>\(finding.rule.text)</code> " + HTMLText.content(message)
      if !finding.excerpt.isEmpty, !message.contains(finding.excerpt) {
        words += "：<mark>\(HTMLText.content(finding.excerpt))</mark>"
      }
      words += "<br>" + HTMLText.content(listing.origin(set.origin))
      if !set.reason.isEmpty { words += "：" + HTMLText.content(set.reason) }
      return ("\(finding.line):\(finding.column)", words)
    }
    let title = language.pick(
      "已忽略的 \(report.suppressed) 条及理由", "\(report.suppressed) suppressed, with reasons")
    return "<details class=\"more\" open><summary>\(title)</summary>"
      + "\(list(rows, class: "facts"))</details>\n"
  }

  /// Findings set aside that are listed of one document.
  private static let suppressedLimit = 1_000

  private func item(_ finding: ReportedFinding) -> String {
    let severity = finding.severity.rawValue
    var text = "<li class=\"f s-\(severity)\" data-s=\"\(severity)\" "
    text += "data-r=\"\(finding.rule.text)\">\n<p class=\"head\">"
    text += "<span class=\"sev\">\(language.name(finding.severity))</span> "
    text += "<span class=\"msg\">\(HTMLText.content(language.of(finding.message)))</span>"
    if finding.confidence != .certain {
      text += " <span class=\"conf\">\(language.name(finding.confidence))</span>"
    }
    text += "</p>\n<p class=\"where\"><span>\(place(of: finding))</span> "
    text += "<code>\(finding.rule.text)</code></p>\n"
    return text + context(of: finding) + advice(on: finding) + details(on: finding) + "</li>\n"
  }

  private func place(of finding: ReportedFinding) -> String {
    let place = language.pick(
      "第 \(finding.line) 行第 \(finding.column) 列", "line \(finding.line), column \(finding.column)")
    guard !finding.part.isEmpty else { return place }
    return place + " · " + HTMLText.isolated(language.place(finding.part), class: "part")
  }

  /// The line with the place marked. A line of its own direction, so that it moves nothing else.
  private func context(of finding: ReportedFinding) -> String {
    let scalars = Array(finding.context.text.unicodeScalars)
    guard !scalars.isEmpty else { return "" }
    let inside = finding.context.highlight.clamped(to: 0..<scalars.count)
    let before = HTMLText.content(scalars[..<inside.lowerBound])
    let marked = HTMLText.content(scalars[inside])
    let after = HTMLText.content(scalars[inside.upperBound...])
    return "<p class=\"ctx\" dir=\"auto\">\(before)<mark>\(marked)</mark>\(after)</p>\n"
  }

  private func advice(on finding: ReportedFinding) -> String {
    var rows: [(String, String)] = []
    if let fix = finding.fix, !finding.excerpt.isEmpty {
      let change =
        "<del>\(HTMLText.content(finding.excerpt))</del> → "
        + "<ins>\(HTMLText.content(fix.replacement))</ins>"
      rows.append((language.pick("改为", "Change"), change))
    }
    if let suggestion = finding.suggestion, !suggestion.isEmpty,
      suggestion != finding.fix?.replacement
    {
      let words = HTMLText.content(language.suggestion(suggestion))
      rows.append((language.pick("建议", "Suggestion"), words))
    }
    if let basis = finding.basis, !basis.isEmpty {
      rows.append((language.pick("依据", "Basis"), HTMLText.content(basis)))
    }
    return list(rows, class: "advice")
  }

  /// What an auditor asks for, folded away.
  private func details(on finding: ReportedFinding) -> String {
    var rows = [
      (
        language.pick("规则", "Rule"),
        HTMLText.content(
          language.of(catalogue.title(finding.rule)) + language.pick("。", ". ")
            + language.of(catalogue.explanation(finding.rule)))
      )
    ]
    if let evidence = finding.evidence, !evidence.isEmpty {
      rows.append((language.pick("命中", "Matched"), HTMLText.content(evidence)))
    }
    let range = finding.scalars.plain
    rows.append(
      (language.pick("字符范围", "Characters"), "\(range.lowerBound)–\(range.upperBound)"))
    rows.append(
      (language.pick("指纹", "Fingerprint"), "<code>\(HTMLText.content(finding.fingerprint))</code>"))
    return "<details class=\"more\"><summary>\(language.pick("详情", "Details"))</summary>"
      + "\(list(rows, class: "facts"))</details>\n"
  }

  private func list(_ rows: [(String, String)], class name: String) -> String {
    guard !rows.isEmpty else { return "" }
    let items = rows.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" }.joined()
    return "<dl class=\"\(name)\">\(items)</dl>\n"
  }
}
