extension TermPattern {
  /// With which units a match of a node can begin, so that most places need not be tried.
  struct Beginning {
    /// The units; nil when they cannot be listed.
    var units: Set<UInt32>?
    /// Whether the node can match without taking a unit.
    var canBeEmpty: Bool

    /// Classes larger than this are not listed.
    private static let largestClass = 64

    init(of node: Node) {
      switch node {
      case .unit(let unit):
        units = [unit]
        canBeEmpty = false
      case .any:
        units = nil
        canBeEmpty = false
      case .set(let ranges, let negated):
        let size = ranges.reduce(0) { $0 + $1.count }
        units = negated || size > Self.largestClass ? nil : Set(ranges.joined())
        canBeEmpty = false
      case .sequence(let nodes):
        units = []
        canBeEmpty = true
        for node in nodes where canBeEmpty {
          let part = Beginning(of: node)
          units = Self.union(units, part.units)
          canBeEmpty = part.canBeEmpty
        }
      case .choice(let nodes):
        let parts = nodes.map { Beginning(of: $0) }
        units = parts.reduce([]) { Self.union($0, $1.units) }
        canBeEmpty = parts.contains(where: \.canBeEmpty)
      case .repetition(let node, let bounds):
        let part = Beginning(of: node)
        units = part.units
        canBeEmpty = part.canBeEmpty || bounds.lowerBound == 0
      case .lineStart, .lineEnd, .look:
        // Takes nothing: what follows decides.
        units = []
        canBeEmpty = true
      }
    }

    private static func union(_ a: Set<UInt32>?, _ b: Set<UInt32>?) -> Set<UInt32>? {
      guard let a, let b else { return nil }
      return a.union(b)
    }
  }
}
