@testable import ZhubiDetection

/// The obvious twin of `PatternRunner`: every node calls what follows it.
struct TryingTwin {
  /// Steps a single attempt may take.
  static let budget = 20_000
  /// How far a look behind reaches, in units.
  static let lookBehind = 24

  let units: [UInt32]
  var steps = 0

  init(units: [UInt32]) { self.units = units }

  mutating func end(of node: TermPattern.Node, at start: Int) -> Int? {
    var found: Int?
    _ = run(node, start) { _, at in
      found = at
      return true
    }
    return found
  }

  mutating func run(
    _ node: TermPattern.Node, _ at: Int, _ next: (inout TryingTwin, Int) -> Bool
  ) -> Bool {
    steps += 1
    if steps > Self.budget { return false }
    switch node {
    case .unit(let unit):
      return at < units.count && units[at] == unit && next(&self, at + 1)
    case .any:
      return at < units.count && next(&self, at + 1)
    case .set(let ranges, let negated):
      guard at < units.count else { return false }
      let inside = ranges.contains { $0.contains(units[at]) }
      return inside != negated && next(&self, at + 1)
    case .sequence(let nodes):
      return sequence(nodes[...], at, next)
    case .choice(let nodes):
      for node in nodes where run(node, at, next) { return true }
      return false
    case .repetition(let node, let bounds):
      return repetition(node, bounds, done: 0, at, next)
    case .lineStart:
      return at == 0 && next(&self, at)
    case .lineEnd:
      return at == units.count && next(&self, at)
    case .look(let node, let ahead, let negative):
      let holds =
        ahead
        ? run(node, at) { _, _ in true }
        : (max(0, at - Self.lookBehind)...at).reversed().contains { start in
          run(node, start) { _, end in end == at }
        }
      return holds != negative && next(&self, at)
    }
  }

  private mutating func sequence(
    _ nodes: ArraySlice<TermPattern.Node>, _ at: Int,
    _ next: (inout TryingTwin, Int) -> Bool
  ) -> Bool {
    guard let first = nodes.first else { return next(&self, at) }
    return run(first, at) { runner, after in
      runner.sequence(nodes.dropFirst(), after, next)
    }
  }

  private mutating func repetition(
    _ node: TermPattern.Node, _ bounds: ClosedRange<Int>, done: Int, _ at: Int,
    _ next: (inout TryingTwin, Int) -> Bool
  ) -> Bool {
    if done < bounds.upperBound {
      let more = run(node, at) { runner, after in
        after > at && runner.repetition(node, bounds, done: done + 1, after, next)
      }
      if more { return true }
    }
    return done >= bounds.lowerBound && next(&self, at)
  }
}
