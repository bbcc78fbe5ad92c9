import ZhubiText

/// Reports the wrong forms of the lexicon: the hits of the family `typo`.
///
/// A form the lexicon is sure of is told as it is; a form in doubt is put before the scorer where
/// there is one.
public struct TypoDetector: Detector {
  /// What the scorer must at least say for a form in doubt to be reported above `info`, in nats.
  public static let threshold = 6.0
  /// How often one change may occur in a text before it looks like the text's own way of writing.
  static let habit = 3
  /// How many characters to each side a scorer sees.
  static let reach = 12

  private let scorer: (any ContextScorer)?

  public init(scorer: (any ContextScorer)? = nil) { self.scorer = scorer }

  public var rules: [Rule] {
    scorer == nil ? [TypoRules.confusion] : [TypoRules.confusion, TypoRules.context]
  }

  public func detect(in context: DetectionContext, into findings: inout [Finding]) {
    // Folding takes variant characters for one: what already stands as it should is no slip.
    let hits = Self.apart(
      context.hits.filter {
        $0.entry.rule.family == "typo" && !$0.entry.suggestions.contains(context.text($0.range))
      })
    guard !hits.isEmpty else { return }
    let page = context.page
    var counts: [String: Int] = [:]
    for hit in hits { counts[hit.entry.id, default: 0] += 1 }
    for hit in hits {
      findings.append(finding(for: hit, page, count: counts[hit.entry.id] ?? 1))
    }
  }

  /// Of hits that overlap, the graver one, then the longer, then the one that begins first: one slip
  /// is told once. O(n log n).
  private static func apart(_ hits: [LexiconHit]) -> [LexiconHit] {
    func weight(_ hit: LexiconHit) -> (Int, Int) {
      let severity = hit.isExcused ? .info : hit.entry.severity ?? .info
      return (Severity.allCases.firstIndex(of: severity) ?? 0, hit.range.length)
    }
    var kept: [LexiconHit] = []
    for hit in hits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard let last = kept.last, last.range.overlaps(hit.range) else {
        kept.append(hit)
        continue
      }
      if weight(hit) > weight(last) { kept[kept.count - 1] = hit }
    }
    return kept
  }

  private func finding(for hit: LexiconHit, _ page: FormatPage, count: Int) -> Finding {
    let entry = hit.entry
    let start = page.text.scalar(atOrAfter: hit.range.lowerBound)
    let isCited = page.isQuoted(start) || page.isInTitle(start)
    let right = entry.suggestions
    var severity = entry.severity ?? .info
    var confidence = hit.isExcused ? Confidence.possible : entry.confidence
    var rule = entry.rule
    if confidence != .certain || hit.isExcused {
      let score = scorer.flatMap { scorer in
        right.first.map { scorer.score(candidate(hit, replacement: $0, in: page.context)) }
      }
      if let score, score >= Self.threshold {
        rule = TypoRules.context.id
        confidence = .likely
      } else if hit.isExcused {
        severity = .info
      }
    }
    let isHabit = count >= Self.habit && severity < .error
    if isHabit { confidence = .possible }
    let written = page.context.text(hit.range)
    let form = right.joined(separator: "”或“")
    let note = entry.note.isEmpty ? "" : "（\(entry.note)）"
    return Finding(
      rule, severity: severity, confidence: confidence, range: hit.range,
      message: Message(
        right.isEmpty ? "疑似错别字：“\(written)”\(note)" : "“\(written)”应为“\(form)”\(note)",
        right.isEmpty
          ? "“\(written)” looks like a slip"
          : "“\(written)” should be “\(right.joined(separator: "” or “"))”"),
      suggestion: right.isEmpty ? nil : right.joined(separator: "|"),
      basis: entry.source.isEmpty ? nil : entry.source,
      evidence: "\(entry.id) @ \(entry.pack) \(entry.place)",
      fix: right.count == 1 && severity > .info && confidence == .certain && !isCited
        && entry.pattern == nil
        ? Finding.Fix(range: hit.range, replacement: right[0]) : nil)
  }

  private func candidate(
    _ hit: LexiconHit, replacement: String, in context: DetectionContext
  ) -> TypoCandidate {
    let text = context.folded
    let start = text.firstUnit(atOrAfter: hit.range.lowerBound).value
    let end = max(start, text.firstUnit(atOrAfter: hit.range.upperBound).value)
    let low = max(0, start - Self.reach)
    let high = min(text.count, end + Self.reach)
    return TypoCandidate(
      window: Array(text.units[low..<high]), place: start - low..<end - low,
      replacement: context.folding.fold(replacement))
  }
}

/// The rules about wrong forms.
enum TypoRules {
  static let confusion = Rule(
    "typo.confusion", title: Message("错别字", "a wrong form"), severity: .warning,
    basis: "《通用规范汉字表》；政府网站与政务新媒体检查指标",
    explanation: Message(
      "词典所列的错误写法。引文、专名中的写法不自动改。",
      "A wrong form the dictionary lists. Nothing is replaced inside quotations and names."),
    fires: ["深入开展⟦扫黑险恶⟧专项斗争"], staysQuiet: ["深入开展扫黑除恶专项斗争"])

  static let context = Rule(
    "typo.context", title: Message("疑似错别字", "a form that is wrong in its surroundings"),
    severity: .warning, basis: "上下文判断",
    explanation: Message(
      "词典不能单独断定、由上下文判断的写法。未配置上下文模型时不报。",
      "A form the surroundings decide about. Without a scorer nothing is reported."),
    fires: [], staysQuiet: [])
}
