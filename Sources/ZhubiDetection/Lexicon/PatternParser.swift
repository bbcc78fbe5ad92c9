import ZhubiText

/// Reads the expression of a `/…/` row.
struct PatternParser {
  private let scalars: [Unicode.Scalar]
  private let folding: Folding
  private var position = 0

  init(scalars: [Unicode.Scalar], folding: Folding) {
    self.scalars = scalars
    self.folding = folding
  }

  mutating func parse() throws(TermPattern.Fault) -> TermPattern.Node {
    let node = try choice()
    if position < scalars.count {
      throw TermPattern.Fault(chinese: "多余的“)”", english: "a `)` too many")
    }
    return node
  }

  private var current: Unicode.Scalar? {
    position < scalars.count ? scalars[position] : nil
  }

  private mutating func take(_ wanted: Unicode.Scalar) -> Bool {
    guard position < scalars.count, scalars[position] == wanted else { return false }
    position += 1
    return true
  }

  private mutating func choice() throws(TermPattern.Fault) -> TermPattern.Node {
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(TermPattern.Fault) -> TermPattern.Node {
    var nodes: [TermPattern.Node] = []
    while let scalar = current, scalar != "|", scalar != ")" {
      let node = try atom()
      nodes.append(try quantified(node))
      // A `?` behind a repetition asks for the shortest match first; every match is tried anyway.
      if case .repetition = nodes[nodes.count - 1] { _ = take("?") }
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func atom() throws(TermPattern.Fault) -> TermPattern.Node {
    let scalar = scalars[position]
    position += 1
    switch scalar {
    case "(": return try take("?") ? look() : group { $0 }
    case "[": return try set()
    case "^": return .lineStart
    case "$": return .lineEnd
    case ".": return .any
    case "\\":
      let scalar = try escaped()
      if let known = Self.classes[scalar] { return .set(known, negated: false) }
      if let known = Self.classes[Self.lowered(scalar)] { return .set(known, negated: true) }
      return literal(scalar)
    case "*", "+", "?", "{":
      throw TermPattern.Fault(
        chinese: "“\(scalar)”前面没有可重复的内容", english: "nothing to repeat before `\(scalar)`")
    default: return literal(scalar)
    }
  }

  /// What stands behind `(?`.
  private mutating func look() throws(TermPattern.Fault) -> TermPattern.Node {
    if take(":") { return try group { $0 } }
    let isAhead = !take("<")
    if take("=") { return try group { .look($0, ahead: isAhead, negative: false) } }
    if take("!") { return try group { .look($0, ahead: isAhead, negative: true) } }
    throw TermPattern.Fault(chinese: "不支持的“(?”写法", english: "an unknown `(?` group")
  }

  private mutating func group(
    _ make: (TermPattern.Node) -> TermPattern.Node
  ) throws(TermPattern.Fault) -> TermPattern.Node {
    let inner = try choice()
    guard take(")") else {
      throw TermPattern.Fault(chinese: "缺少“)”", english: "a `)` is missing")
    }
    return make(inner)
  }

  private mutating func quantified(
    _ node: TermPattern.Node
  ) throws(TermPattern.Fault) -> TermPattern.Node {
    if take("?") { return .repetition(node, 0...1) }
    if take("*") { return .repetition(node, 0...Self.most) }
    if take("+") { return .repetition(node, 1...Self.most) }
    guard take("{") else { return node }
    let least = number()
    var most = least
    if take(",") { most = current == "}" ? Self.most : number() }
    guard let least, let most, least <= most, take("}") else {
      throw TermPattern.Fault(chinese: "重复次数写法有误", english: "bad repetition bounds")
    }
    return .repetition(node, least...most)
  }

  /// The most repetitions `*` and `+` take: no term is longer.
  static let most = 200

  private mutating func number() -> Int? {
    var value: Int?
    while let scalar = current, ("0"..."9").contains(scalar) {
      value = (value ?? 0) * 10 + Int(scalar.value - 48)
      if value! > Self.most { return nil }
      position += 1
    }
    return value
  }

  private mutating func escaped() throws(TermPattern.Fault) -> Unicode.Scalar {
    guard let scalar = current else {
      throw TermPattern.Fault(chinese: "末尾多余的“\\”", english: "a `\\` at the end")
    }
    position += 1
    return scalar
  }

  private mutating func set() throws(TermPattern.Fault) -> TermPattern.Node {
    let negated = take("^")
    var ranges: [ClosedRange<UInt32>] = []
    while let scalar = current, scalar != "]" {
      position += 1
      var first = scalar
      if scalar == "\\" {
        first = try escaped()
        if let known = Self.classes[first] {
          ranges += known
          continue
        }
      }
      if current == "-", position + 1 < scalars.count, scalars[position + 1] != "]" {
        position += 1
        let last = scalars[position]
        position += 1
        guard first.value <= last.value else {
          throw TermPattern.Fault(chinese: "字符范围颠倒", english: "a range backwards")
        }
        ranges.append(Self.lowered(first.value)...Self.lowered(last.value))
      } else {
        ranges += folding.fold(String(first)).map { $0...$0 }
      }
    }
    guard take("]"), !ranges.isEmpty else {
      throw TermPattern.Fault(chinese: "缺少“]”", english: "a `]` is missing")
    }
    return .set(ranges, negated: negated)
  }

  /// `s` for `S`: the class a negated one turns round.
  private static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(lowered(scalar.value)) ?? scalar
  }

  private static func lowered(_ value: UInt32) -> UInt32 {
    (0x41...0x5A).contains(value) ? value + 32 : value
  }

  private func literal(_ scalar: Unicode.Scalar) -> TermPattern.Node {
    if let unit = folding.unit(scalar.value) { return .unit(unit) }
    return .sequence(folding.fold(String(scalar)).map { .unit($0) })
  }

  private static let classes: [Unicode.Scalar: [ClosedRange<UInt32>]] = [
    "d": [0x30...0x39],
    "s": [0x20...0x20, 0x09...0x0D, 0xA0...0xA0, 0x3000...0x3000],
    "h": [0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3007...0x3007],
    "w": [0x30...0x39, 0x61...0x7A, 0x5F...0x5F],
  ]
}
