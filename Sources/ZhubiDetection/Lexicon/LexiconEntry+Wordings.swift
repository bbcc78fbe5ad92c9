public import ZhubiText

extension LexiconEntry {
  /// What the engine looks for on behalf of the entry, folded: a text in which none of these stands
  /// can neither be hit nor be spared by it. Empty when nothing is left after folding.
  public func wordings(folding: Folding) -> [[UInt32]] {
    guard let pattern else {
      var seen: Set<[UInt32]> = []
      return TermVariants.all(of: term, rule: rule).map { folding.fold($0) }
        .filter { !$0.isEmpty && seen.insert($0).inserted }
    }
    guard let expression = try? TermPattern(pattern, folding: folding) else { return [] }
    return PatternAnchor.wordings(of: expression)
  }
}
