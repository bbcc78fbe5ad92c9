import ZhubiText

/// A small regular expression over folded units.
///
/// The dialect: literals, `.`, classes with ranges and `^`, `\d \s \w \h` (`\h` is any Han
/// character; a capital turns a class round), groups, `|`, `? * + {m,n}`, `^ $` (ends of the line), `(?= ) (?! ) (?<= ) (?<! )`.
/// Letters are folded like every term, so one spelling matches full-width, capital and traditional
/// forms alike. Matching is bounded by a fixed number of steps: it never runs away.
struct TermPattern: Sendable, Hashable {
  indirect enum Node: Sendable, Hashable {
    case unit(UInt32)
    case any
    case set([ClosedRange<UInt32>], negated: Bool)
    case sequence([Node])
    case choice([Node])
    case repetition(Node, ClosedRange<Int>)
    case lineStart
    case lineEnd
    case look(Node, ahead: Bool, negative: Bool)
  }

  /// Why an expression cannot be read.
  struct Fault: Error {
    var chinese: String
    var english: String
  }

  let root: Node
  /// The units a match can begin with; nil when it can begin with anything, or be empty.
  private let firsts: Set<UInt32>?

  /// Reads an expression.
  init(_ source: String, folding: Folding) throws(Fault) {
    var parser = PatternParser(scalars: Array(source.unicodeScalars), folding: folding)
    root = try parser.parse()
    let beginning = Beginning(of: root)
    firsts = beginning.canBeEmpty ? nil : beginning.units
  }

  /// Whether it is worth trying at this place.
  private func mayBegin(in units: [UInt32], at start: Int) -> Bool {
    guard let firsts else { return true }
    return start < units.count && firsts.contains(units[start])
  }

  /// The end of the longest-preferred match that begins at `start`; nil when there is none or the
  /// limit of steps is reached.
  func match(in units: [UInt32], at start: Int) -> Int? {
    guard mayBegin(in: units, at: start) else { return nil }
    var runner = PatternRunner(units: units)
    return runner.end(of: root, at: start)
  }

  /// Whether a match begins at `start` and ends exactly at `end`.
  func matches(_ units: [UInt32], from start: Int, exactlyTo end: Int) -> Bool {
    guard mayBegin(in: units, at: start) else { return false }
    var runner = PatternRunner(units: units)
    return runner.run(root, start) { _, at in at == end }
  }

  /// Whether some match ends exactly at `end` and begins at most `reach` units before it.
  func matches(_ units: [UInt32], endingAt end: Int, reach: Int = 40) -> Bool {
    var start = end
    while start >= max(0, end - reach) {
      if matches(units, from: start, exactlyTo: end) { return true }
      start -= 1
    }
    return false
  }

  /// Whether a match begins anywhere in the stretch.
  func occurs(in units: [UInt32], from start: Int = 0) -> Bool {
    (start..<max(start, units.count)).contains { match(in: units, at: $0) != nil }
  }
}

/// Runs a pattern by trying, with a budget of steps.
struct PatternRunner {
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
    _ node: TermPattern.Node, _ at: Int, _ next: (inout PatternRunner, Int) -> Bool
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
    _ next: (inout PatternRunner, Int) -> Bool
  ) -> Bool {
    guard let first = nodes.first else { return next(&self, at) }
    return run(first, at) { runner, after in
      runner.sequence(nodes.dropFirst(), after, next)
    }
  }

  private mutating func repetition(
    _ node: TermPattern.Node, _ bounds: ClosedRange<Int>, done: Int, _ at: Int,
    _ next: (inout PatternRunner, Int) -> Bool
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
