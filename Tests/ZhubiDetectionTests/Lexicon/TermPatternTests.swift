import TestSupport
import Testing
import ZhubiText

@testable import ZhubiDetection

@Suite struct TermPatternTests {
  static let folding = HouseLexicon.folding

  static func pattern(_ source: String) throws -> TermPattern {
    try TermPattern(source, folding: folding)
  }

  @Test(arguments: [
    ("机密|绝密", "绝密", true), ("机密|绝密", "秘密", false), (#"\d{4}年"#, "2024年", true),
    (#"\d{4}年"#, "024年", false), ("a+b?", "aab", true), ("[一二三]级", "二级", true),
    ("[^一二三]级", "四级", true), ("[^一二三]级", "二级", false), (#"\h{2,3}委"#, "中共某省委", false),
    ("甲(?=乙)", "甲", false), ("甲(?=乙)乙", "甲乙", true), ("甲(?!乙).", "甲丙", true),
    ("(?<=甲)乙", "乙", false), (".(?<!甲)乙", "丙乙", true), (#"密\s*级[:：]"#, "密　级：", true),
    ("ABC", "ａｂｃ", true), (#"\S\D\W"#, "密级★", true), (#"\S\D\W"#, "密级a", false),
    ("^甲$", "甲", true), ("甲{2,3}?", "甲甲", true),
  ])
  func matchesAsWritten(source: String, text: String, expected: Bool) throws {
    let units = Self.folding.fold(text)
    let found = try Self.pattern(source).matches(units, from: 0, exactlyTo: units.count)
    #expect(found == expected, "\(source) on \(text)")
  }

  @Test(arguments: ["(甲", "甲)", "[甲", "*", "甲{3,2}", "甲{", #"甲\"#, "(?P<x>甲)", "[甲-乙]", "甲{999}"])
  func refusesWhatItCannotRead(source: String) {
    #expect(throws: TermPattern.Fault.self) { try Self.pattern(source) }
  }

  @Test(arguments: [
    ("(绝密|机密|秘密)★", ["绝密★", "机密★", "秘密★"]), (#"X{2,}"#, ["xx"]),
    (#"保密期限\s*[:：]"#, ["保密期限"]), ("(?<!身)份号", ["份号"]), ("[【（]机密[】）]", nil as [String]?),
    (#"\d+"#, [] as [String]?), ("(甲乙)?", []), ("甲乙|\\d", []),
  ])
  func findsWhatEveryMatchContains(source: String, expected: [String]?) throws {
    let wordings = PatternAnchor.wordings(of: try Self.pattern(source))
    if let expected {
      #expect(Set(wordings) == Set(expected.map { Self.folding.fold($0) }))
    } else {
      #expect(!wordings.isEmpty)
    }
  }

  @Test func neverRunsAway() throws {
    let pattern = try Self.pattern("(a*)*(a*)*(a*)*b")
    let units = Self.folding.fold(String(repeating: "a", count: 400))
    #expect(pattern.match(in: units, at: 0) == nil)
  }

  /// The obvious twin: the set of all ends a node can reach.
  static func ends(_ node: TermPattern.Node, _ units: [UInt32], _ start: Int) -> Set<Int> {
    switch node {
    case .unit(let unit): return start < units.count && units[start] == unit ? [start + 1] : []
    case .any: return start < units.count ? [start + 1] : []
    case .set(let ranges, let negated):
      guard start < units.count else { return [] }
      return ranges.contains { $0.contains(units[start]) } != negated ? [start + 1] : []
    case .sequence(let nodes):
      return nodes.reduce([start]) { starts, node in
        starts.reduce(into: Set<Int>()) { $0.formUnion(ends(node, units, $1)) }
      }
    case .choice(let nodes):
      return nodes.reduce(into: Set<Int>()) { $0.formUnion(ends(node: $1, units, start)) }
    case .repetition(let node, let bounds):
      var reached: Set<Int> = bounds.lowerBound == 0 ? [start] : []
      var current: Set<Int> = [start]
      for count in 1...max(1, min(bounds.upperBound, units.count + bounds.lowerBound + 1)) {
        current = current.reduce(into: Set<Int>()) { set, at in
          set.formUnion(ends(node, units, at).filter { $0 > at })
        }
        if count >= bounds.lowerBound, count <= bounds.upperBound { reached.formUnion(current) }
      }
      return reached
    case .lineStart: return start == 0 ? [start] : []
    case .lineEnd: return start == units.count ? [start] : []
    case .look(let node, let ahead, let negative):
      let holds =
        ahead
        ? !ends(node, units, start).isEmpty
        : (0...start).contains { ends(node, units, $0).contains(start) }
      return holds != negative ? [start] : []
    }
  }

  private static func ends(node: TermPattern.Node, _ units: [UInt32], _ start: Int) -> Set<Int> {
    ends(node, units, start)
  }

  @Test func agreesWithItsTwinOnRandomPatterns() throws {
    var dice = Dice(20_261)
    for round in 0..<1_500 {
      let source = Self.randomPattern(&dice, depth: 3)
      guard let pattern = try? Self.pattern(source) else { continue }
      let text = (0..<dice.roll(0...7)).map { _ in dice.pick(["a", "b", "甲", "1"]) }.joined()
      let units = Self.folding.fold(text)
      for start in 0...units.count {
        let wanted = Self.ends(pattern.root, units, start)
        var twin = TryingTwin(units: units)
        #expect(
          pattern.match(in: units, at: start) == twin.end(of: pattern.root, at: start),
          "round \(round): \(source) on \(text) at \(start): another match is preferred")
        #expect(
          (pattern.match(in: units, at: start) != nil) == !wanted.isEmpty,
          "round \(round): \(source) on \(text) at \(start)")
        for end in start...units.count {
          #expect(
            pattern.matches(units, from: start, exactlyTo: end) == wanted.contains(end),
            "round \(round): \(source) on \(text) \(start)..<\(end)")
        }
        let wordings = PatternAnchor.wordings(of: pattern)
        for end in wanted where !wordings.isEmpty && !source.contains("(?") {
          #expect(
            wordings.contains { units[start..<end].holds($0) },
            "round \(round): no wording of \(source) in \(text) \(start)..<\(end)")
        }
      }
    }
  }

  static func randomPattern(_ dice: inout Dice, depth: Int) -> String {
    let atom: String
    switch dice.roll(0...(depth > 0 ? 7 : 4)) {
    case 0...2: atom = dice.pick(["a", "b", "甲", "1"])
    case 3: atom = dice.pick([".", "[ab]", "[^a]", #"\d"#, #"\h"#])
    case 4: atom = dice.pick(["ab", "甲1"])
    case 5: atom = "(\(randomPattern(&dice, depth: depth - 1)))"
    case 6:
      atom =
        "(?:\(randomPattern(&dice, depth: depth - 1))|\(randomPattern(&dice, depth: depth - 1)))"
    default: atom = "(?\(dice.pick(["=", "!", "<=", "<!"]))\(dice.pick(["a", "b", "甲", "1"])))"
    }
    let quantified =
      atom.hasPrefix("(?") && !atom.hasPrefix("(?:")
      ? atom
      : atom.count > 1 && !"([\\".contains(atom.first!)
        ? atom : atom + dice.pick(["", "", "", "?", "*", "+", "{1,2}"])
    return dice.oneIn(2) || depth == 0
      ? quantified : quantified + randomPattern(&dice, depth: depth - 1)
  }
}
