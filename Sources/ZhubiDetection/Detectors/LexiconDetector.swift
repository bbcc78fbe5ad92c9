import ZhubiText

/// Reports the hits of the lexicon: sensitive terms, outdated references, wrong forms.
public struct LexiconDetector: Detector {
  public init() {}

  public var rules: [Rule] { LexiconRules.all }

  public func detect(in context: DetectionContext, into findings: inout [Finding]) {
    for hit in context.hits {
      findings.append(Self.finding(for: hit))
    }
  }

  static func finding(for hit: LexiconHit) -> Finding {
    let entry = hit.entry
    let rule = LexiconRules.rule(entry.rule)
    let single = entry.suggestions.count == 1 ? entry.suggestions[0] : nil
    let note = entry.note.isEmpty ? "" : "（\(entry.note)）"
    return Finding(
      entry.rule, severity: entry.severity ?? .info, range: hit.range,
      message: Message(
        "\(rule.title.chinese)：“\(entry.term)”\(note)",
        "\(rule.title.english): “\(entry.term)”"),
      suggestion: entry.suggestions.isEmpty ? nil : entry.suggestions.joined(separator: "|"),
      basis: entry.source.isEmpty ? rule.basis : entry.source,
      evidence: "\(entry.id) @ \(entry.pack) \(entry.place)",
      fix: entry.rule.family == "typo"
        ? single.map { Finding.Fix(range: hit.range, replacement: $0) } : nil)
  }
}
