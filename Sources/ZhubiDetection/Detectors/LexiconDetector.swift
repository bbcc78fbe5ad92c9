import ZhubiText

/// Reports the hits of the lexicon: sensitive terms, outdated references, wrong forms.
public struct LexiconDetector: Detector {
  public init() {}

  public var rules: [Rule] { LexiconRules.all }

  public func detect(in context: DetectionContext, into findings: inout [Finding]) {
    var told: [String: (index: Int, count: Int)] = [:]
    for hit in context.hits where hit.entry.rule.family != "typo" {
      // A frame says the same again and again: once is enough, with how often.
      if context.part.isOfWholePage, hit.entry.rule == TextResidueDetector.rule {
        if let known = told[hit.entry.id] {
          told[hit.entry.id] = (known.index, known.count + 1)
          continue
        }
        told[hit.entry.id] = (findings.count, 1)
      }
      findings.append(Self.finding(for: hit, in: context))
    }
    for (index, count) in told.values where count > 1 { findings[index].repeats(count) }
  }

  /// Profiles in which facts that are only `likely` keep their severity.
  static let strictProfiles: Set<String> = ["gov-style", "all"]

  static func finding(for hit: LexiconHit, in context: DetectionContext) -> Finding {
    let entry = hit.entry
    let rule = LexiconRules.rule(entry.rule)
    var severity = entry.severity ?? .info
    var confidence = entry.confidence
    var remark = entry.note.isEmpty ? "" : "（\(entry.note)）"
    if entry.confidence != .certain, !strictProfiles.contains(context.selection.profile) {
      severity = .info
    }
    if hit.isExcused {
      severity = .info
      confidence = .possible
      remark += "（上下文可能表明此处用法恰当，请核对）"
    }
    if severity > .info, keptInStatutes(entry.rule), context.isStatute { severity = .info }
    if entry.rule.family == "outdated", severity > .info, context.seemsHistorical {
      severity = .info
      confidence = .possible
      remark += "（全文未注明日期，且只提到较早的年份）"
    }
    // What is left over where no reader of the page sees it.
    if severity > .info, context.part.isOfWholePage, case .hidden = context.part.kind,
      entry.rule == TextResidueDetector.rule || entry.rule == "term.placeholder"
    {
      severity = .info
    }
    let suggestions = entry.suggestions(on: context.asOf.date)
    if let since = entry.since { remark += "（自\(since)起）" }
    let marking = SecrecyTerm.remark(on: context.text(hit.range))
    let quotation = quotation(of: context.text(hit.range), for: entry)
    return Finding(
      entry.rule, severity: severity, confidence: confidence, range: hit.range,
      message: Message(
        "\(rule.title.chinese)\(quotation.isEmpty ? "" : "：")\(quotation)\(remark)\(marking?.chinese ?? "")",
        "\(rule.title.english)\(quotation.isEmpty ? "" : ": ")\(quotation)\(marking?.english ?? "")"
      ),
      suggestion: suggestions.isEmpty ? nil : suggestions.joined(separator: "|"),
      basis: entry.source.isEmpty ? rule.basis : entry.source,
      evidence: "\(entry.id) @ \(entry.pack) \(entry.place)",
      masking: quotation.isEmpty ? Masking(keepFirst: 2, keepLast: 2) : nil,
      fix: fix(for: hit, with: suggestions, severity: severity, in: context))
  }

  /// The text of a hit as a message may hold it: in quotation marks and cut, or not at all where it
  /// is or may be personal data.
  private static func quotation(of text: String, for entry: LexiconEntry) -> String {
    let digits = text.unicodeScalars.reduce(0) {
      $0 + ($1.properties.numericType == .decimal ? 1 : 0)
    }
    if entry.rule.kind == "privacy" || digits >= 7 { return "" }
    return "“\(text.prefix(60))”"
  }

  /// Kinds a statute or a verbatim reprint rightly keeps as they were passed.
  static func keptInStatutes(_ rule: RuleID) -> Bool {
    if rule.family == "outdated" { return true }
    return rule.family == "term"
      && [
        "discriminatory", "legal", "naming", "ethnic", "ad", "vulgar", "press", "process", "draft",
      ].contains {
        rule.kind.hasPrefix($0)
      }
  }

  /// A replacement a machine may make: names of agencies and places, wrong official names and wrong
  /// word forms with a single right wording that fits the same slot of the sentence.
  ///
  /// Laws, regulations, standards and plans are never replaced by machine: their articles and
  /// clauses are numbered anew, so that “依照合同法第五十二条” would turn into a false citation.
  /// Neither are hits in doubt, patterns, or advice in brackets.
  static func fix(
    for hit: LexiconHit, with suggestions: [String], severity: Severity,
    in context: DetectionContext
  ) -> Finding.Fix? {
    guard suggestions.count == 1, severity > .info, hit.entry.pattern == nil, !hit.isExcused,
      fixable.contains(hit.entry.rule) || hit.entry.rule.family == "typo"
    else { return nil }
    let text = suggestions[0]
    // A replacement with brackets, alternatives or dots is advice.
    if text.contains(where: { "（(、，/…×：".contains($0) }) { return nil }
    // A name behind others may be that of a local body, which no national name can replace.
    if text.hasPrefix("国家"), !context.text(hit.range).hasPrefix("国家"),
      follows(hit.range.lowerBound.value, in: context.utf8)
    {
      return nil
    }
    return Finding.Fix(range: hit.range, replacement: text)
  }

  /// Whether a Han character stands right before the byte.
  private static func follows(_ position: Int, in utf8: [UInt8]) -> Bool {
    var start = position - 1
    while start > 0, utf8[start] & 0xC0 == 0x80 { start -= 1 }
    guard start >= 0, start < position else { return false }
    return String(decoding: utf8[start..<position], as: UTF8.self).unicodeScalars.first?.properties
      .isIdeographic == true
  }

  private static let fixable: Set<RuleID> = [
    "outdated.agency", "outdated.place", "term.naming-org", "term.naming-place-written",
    "term.naming-hkmt", "term.naming-country-region",
  ]
}

extension LexiconEntry {
  /// The right wordings on a day. A wording that ends in `[至2026-07-01]` was right until then; while
  /// one of those is right, only it is offered.
  func suggestions(on day: CalendarDate) -> [String] {
    var now: [String] = []
    var always: [String] = []
    for text in suggestions {
      guard text.hasSuffix("]"), let mark = text.range(of: " [至") else {
        always.append(text)
        continue
      }
      if let end = CalendarDate(text[mark.upperBound...].dropLast()), day < end {
        now.append(String(text[..<mark.lowerBound]))
      }
    }
    return now.first.map { [$0] } ?? always
  }
}

extension String {
  /// The first place of a text in this one.
  fileprivate func range(of wanted: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(wanted) {
        return start..<index(start, offsetBy: wanted.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
