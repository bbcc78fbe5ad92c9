public import ZhubiText

/// What a change of the lexicon changes: in its entries, and in what a corpus would be flagged for.
public struct LexiconDiff: Sendable {
  public let old: Lexicon
  public let new: Lexicon

  public init(old: Lexicon, new: Lexicon) {
    self.old = old
    self.new = new
  }

  /// The entries that came, went or changed, by id.
  public struct Entries: Sendable {
    public var added: [LexiconEntry]
    public var removed: [LexiconEntry]
    public var changed: [(old: LexiconEntry, new: LexiconEntry)]
  }

  /// Compares the entries; where they stand in their tables does not count.
  public func entries() -> Entries {
    func all(_ lexicon: Lexicon) -> [(String, LexiconEntry)] {
      (0..<lexicon.entryCount).map {
        let entry = lexicon.entry($0)
        return (entry.id, entry)
      }
    }
    let before = Dictionary(all(old)) { first, _ in first }
    let after = all(new)
    let ids = Set(after.map(\.0))
    var result = Entries(added: [], removed: [], changed: [])
    for (id, entry) in after {
      guard var earlier = before[id] else {
        result.added.append(entry)
        continue
      }
      earlier.place = entry.place
      if earlier != entry { result.changed.append((earlier, entry)) }
    }
    result.removed = all(old).filter { !ids.contains($0.0) }.map(\.1)
    return result
  }

  /// What one document would newly be flagged for, and what it would no longer.
  public struct Findings: Sendable {
    public var added: [Finding]
    public var removed: [Finding]
  }

  /// Runs both lexicons over a document. Two findings are the same when rule, place and severity
  /// are.
  public func findings(
    in document: Document, asOf: AsOf, selection: Selection
  ) -> Findings {
    func run(_ lexicon: Lexicon) -> [(Key, Finding)] {
      DetectionPass(lexicon: lexicon, detectors: [LexiconDetector()])
        .findings(in: document, asOf: asOf, selection: selection).enumerated()
        .flatMap { part, list in list.map { (Key(part, $0), $0) } }
    }
    let before = run(old)
    let after = run(new)
    let known = Set(before.map(\.0))
    let kept = Set(after.map(\.0))
    return Findings(
      added: after.filter { !known.contains($0.0) }.map(\.1),
      removed: before.filter { !kept.contains($0.0) }.map(\.1))
  }

  private struct Key: Hashable {
    var part: Int
    var rule: RuleID
    var range: Range<TextOffset>
    var severity: Severity

    init(_ part: Int, _ finding: Finding) {
      self.part = part
      rule = finding.rule
      range = finding.range
      severity = finding.severity
    }
  }
}
