import ZhubiText

/// Finds what every match of a pattern must contain, so that the engine can look for that.
enum PatternAnchor {
  /// At most this many wordings stand in for one pattern.
  static let limit = 24

  /// Wordings of which every match contains one; empty when there are none. Of several sets the
  /// one with the longest shortest wording wins.
  static func wordings(of pattern: TermPattern) -> [[UInt32]] {
    candidates(pattern.root).max { rank($0) < rank($1) } ?? []
  }

  private static func rank(_ set: [[UInt32]]) -> (Int, Int) {
    (set.map(\.count).min() ?? 0, -set.count)
  }

  /// The sets a node offers.
  private static func candidates(_ node: TermPattern.Node) -> [[[UInt32]]] {
    switch node {
    case .sequence(let nodes):
      var sets: [[[UInt32]]] = []
      // Neighbours that are written out in full join to longer wordings.
      var run: [[UInt32]] = [[]]
      func close() {
        if !run.isEmpty, run[0].count > 0 { sets.append(run) }
        run = [[]]
      }
      for node in nodes {
        if case .look = node { continue }
        if let texts = whole(node), run.count * texts.count <= limit {
          run = run.flatMap { head in texts.map { head + $0 } }
          if run.contains(where: \.isEmpty) { run = [[]] }
        } else {
          close()
          sets += candidates(node)
        }
      }
      close()
      return sets
    case .repetition(let inner, let bounds):
      guard bounds.lowerBound > 0 else { return [] }
      var sets = candidates(inner)
      if let texts = whole(inner) {
        var run: [[UInt32]] = [[]]
        var count = 0
        while count < min(bounds.lowerBound, 6), run.count * texts.count <= limit {
          run = run.flatMap { head in texts.map { head + $0 } }
          count += 1
        }
        if count > 0, run.allSatisfy({ !$0.isEmpty }) { sets.append(run) }
      }
      return sets
    case .choice(let nodes):
      if let texts = whole(node), texts.allSatisfy({ !$0.isEmpty }) { return [texts] }
      let best = nodes.map { candidates($0).max { rank($0) < rank($1) } ?? [] }
      if best.contains(where: \.isEmpty) { return [] }
      let all = best.flatMap { $0 }
      return all.count <= limit ? [all] : []
    default:
      if let texts = whole(node), texts.allSatisfy({ !$0.isEmpty }) { return [texts] }
      return []
    }
  }

  /// Every text a node matches, when they are few.
  private static func whole(_ node: TermPattern.Node) -> [[UInt32]]? {
    switch node {
    case .unit(let unit): return [[unit]]
    case .set(let ranges, let negated):
      let size = ranges.reduce(0) { $0 + $1.count }
      return negated || size > 6 ? nil : ranges.flatMap { $0.map { [$0] } }
    case .sequence(let nodes):
      var texts: [[UInt32]] = [[]]
      for node in nodes {
        guard let more = whole(node), texts.count * more.count <= limit else { return nil }
        texts = texts.flatMap { head in more.map { head + $0 } }
      }
      return texts
    case .choice(let nodes):
      var texts: [[UInt32]] = []
      for node in nodes {
        guard let more = whole(node) else { return nil }
        texts += more
      }
      return texts.count <= limit ? texts : nil
    default: return nil
    }
  }
}
