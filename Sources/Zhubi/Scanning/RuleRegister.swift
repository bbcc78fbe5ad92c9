import Synchronization
public import ZhubiDetection
public import ZhubiPolicy

/// Every rule that can speak in a scan: those of the detectors, of the reading, and of the lexicon.
///
/// The lexicon is only read when somebody asks, and then once.
public final class RuleRegister: Sendable {
  private let lexicon: Lexicon
  private let cache = Mutex<Set<RuleID>?>(nil)

  private static let builtIn = Set(
    (BuiltInDetectors.rules + ScanRules.all + SiteRules.all).map(\.id))
  private let detected: Set<RuleID>

  init(lexicon: Lexicon, detectors: [any Detector]) {
    self.lexicon = lexicon
    detected = Self.builtIn.union(detectors.flatMap { $0.rules.map(\.id) })
  }

  /// All rule ids.
  public var rules: Set<RuleID> {
    cache.withLock { kept in
      if let kept { return kept }
      var rules = detected
      rules.formUnion(lexicon.rules)
      kept = rules
      return rules
    }
  }

  /// Whether the selector speaks of any rule there is; families always do.
  public func contains(_ selector: RuleSelector) -> Bool {
    guard selector.isExact else { return true }
    guard let rule = RuleID(selector.text) else { return false }
    return detected.contains(rule) || lexicon.packs.contains { $0.kind == rule }
      || rules.contains(rule)
  }

  /// Rules whose names are like the text, nearest first, at most three.
  public func names(like text: String) -> [String] {
    let wanted = Array(text.unicodeScalars)
    let ranked = rules.map { rule in
      (distance: Self.distance(wanted, Array(rule.text.unicodeScalars)), name: rule.text)
    }.filter { $0.distance <= max(2, wanted.count / 3) }
    return ranked.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }

  /// Levenshtein's distance.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var row = Array(0...b.count)
    for (i, first) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, second) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (first == second ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }
}
