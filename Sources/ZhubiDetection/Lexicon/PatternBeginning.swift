extension TermPattern {
  /// With which units a match of a node can begin, so that most places need not be tried.
  struct Beginning {
    /// The units; nil when they cannot be listed.
    let units: Set<UInt32>?
    /// Whether the node can match without taking a unit.
    let canBeEmpty: Bool

    /// Classes larger than this are not listed.
    private static let largestClass = 64

    init(of node: Node) {
      var units: Set<UInt32> = []
      var isListed = true
      canBeEmpty = Self.collect(node, &units, &isListed)
      self.units = isListed ? units : nil
    }

    /// Adds the units a node can begin with; whether it can match without taking one.
    private static func collect(
      _ node: Node, _ units: inout Set<UInt32>, _ isListed: inout Bool
    ) -> Bool {
      switch node {
      case .unit(let unit):
        units.insert(unit)
        return false
      case .any:
        isListed = false
        return false
      case .set(let ranges, let negated):
        let size = ranges.reduce(0) { $0 + $1.count }
        if negated || size > largestClass {
          isListed = false
        } else {
          for range in ranges { units.formUnion(range) }
        }
        return false
      case .sequence(let nodes):
        for node in nodes where !collect(node, &units, &isListed) { return false }
        return true
      case .choice(let nodes):
        var canBeEmpty = false
        for node in nodes where collect(node, &units, &isListed) { canBeEmpty = true }
        return canBeEmpty
      case .repetition(let node, let bounds):
        let canBeEmpty = collect(node, &units, &isListed)
        return canBeEmpty || bounds.lowerBound == 0
      case .lineStart, .lineEnd, .look:
        // Takes nothing: what follows decides.
        return true
      }
    }
  }
}
