/// An expression as a list of instructions, each with the one that follows: what is run.
struct PatternProgram: Sendable, Hashable {
  enum Kind: UInt8 {
    /// One unit: the value `a`.
    case unit
    /// Any one unit.
    case any
    /// One unit in (`isNegative`: not in) the ranges `a..<b`.
    case set
    /// One of the instructions `branches[a..<b]`, tried in order; `mask` rules most units out.
    case choice
    /// `least...most` units that instruction `a` takes, as many as possible first.
    case run
    /// `least...most` rounds of the body at `a`, as many as possible first; `b` names the loop.
    case loop
    /// The end of a round of the loop instruction `a`.
    case again
    case lineStart
    case lineEnd
    /// What stands ahead (behind when `isBehind`) matches the body at `a`, or does not.
    case look
    /// The end of the expression, or of the body of a look.
    case accept
  }

  struct Instruction: Sendable, Hashable {
    var kind: Kind
    var isNegative = false
    var isBehind = false
    var a: UInt32 = 0
    var b: UInt32 = 0
    var least: Int32 = 0
    var most: Int32 = 0
    var next: Int32 = -1
    var mask = UInt64.max
  }

  struct Span: Sendable, Hashable {
    var first: UInt32
    var last: UInt32
  }

  private(set) var code: [Instruction] = []
  private(set) var spans: [Span] = []
  private(set) var branches: [Int32] = []
  private(set) var loopCount = 0
  private(set) var start: Int32 = 0

  init(_ root: TermPattern.Node) {
    let end = add(Instruction(kind: .accept))
    start = compile(root, next: end)
  }

  private mutating func add(_ instruction: Instruction) -> Int32 {
    code.append(instruction)
    return Int32(code.count - 1)
  }

  /// Instructions for a node that go on at `next`; where they begin.
  private mutating func compile(_ node: TermPattern.Node, next: Int32) -> Int32 {
    switch node {
    case .unit, .any, .set:
      return add(single(node, next: next))
    case .sequence(let nodes):
      return nodes.reversed().reduce(next) { compile($1, next: $0) }
    case .choice(let nodes):
      let entries = nodes.map { compile($0, next: next) }
      var choice = Instruction(kind: .choice)
      choice.a = UInt32(branches.count)
      branches += entries
      choice.b = UInt32(branches.count)
      choice.mask = Self.mask(of: node)
      return add(choice)
    case .repetition(let body, let bounds):
      var repetition = Instruction(kind: .run)
      repetition.least = Int32(bounds.lowerBound)
      repetition.most = Int32(bounds.upperBound)
      repetition.next = next
      switch body {
      case .unit, .any, .set:
        repetition.a = UInt32(add(single(body, next: -1)))
        return add(repetition)
      default:
        repetition.kind = .loop
        repetition.b = UInt32(loopCount)
        loopCount += 1
        let loop = add(repetition)
        var again = Instruction(kind: .again)
        again.a = UInt32(loop)
        let end = add(again)
        code[Int(loop)].a = UInt32(compile(body, next: end))
        return loop
      }
    case .lineStart: return add(Instruction(kind: .lineStart, next: next))
    case .lineEnd: return add(Instruction(kind: .lineEnd, next: next))
    case .look(let body, let ahead, let negative):
      let end = add(Instruction(kind: .accept))
      let entry = compile(body, next: end)
      return add(
        Instruction(
          kind: .look, isNegative: negative, isBehind: !ahead, a: UInt32(entry), next: next))
    }
  }

  private mutating func single(_ node: TermPattern.Node, next: Int32) -> Instruction {
    switch node {
    case .unit(let unit): return Instruction(kind: .unit, a: unit, next: next)
    case .set(let ranges, let negated):
      let first = UInt32(spans.count)
      spans += ranges.map { Span(first: $0.lowerBound, last: $0.upperBound) }
      return Instruction(
        kind: .set, isNegative: negated, a: first, b: UInt32(spans.count), next: next)
    default: return Instruction(kind: .any, next: next)
    }
  }

  /// A bit for each unit (by its low six bits) a node can begin with; all of them when unknown.
  static func mask(of node: TermPattern.Node) -> UInt64 {
    let beginning = TermPattern.Beginning(of: node)
    guard !beginning.canBeEmpty, let units = beginning.units else { return .max }
    return units.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }
}
