import TestSupport
import Testing

@testable import ZhubiAutomaton

/// The engine against its slow twin on thrown dice.
@Suite struct DifferentialTests {
  static let pieces: [[UInt8]] =
    [
      "领", "导", "干", "部", "領", "導", "⼲", "国", "民", "\u{20000}", "😀", "𝐀", "a", "b", "k", "g", "e",
      "é", "x", "7", "\n", "\r", "\r\n", " ", "　", "\u{200B}", "\u{301}", "*", "(", ")", "（", "）",
      "(a)",
      "(lǐng)", "（dǎo）", "㎏", "가", "\u{FDFA}", "㈱", "\u{E0100}", "，", "\u{FFFF}", "\u{7FF}",
      "\u{800}",
    ].map { Array($0.utf8) } + [
      [0xE4, 0xBD], [0x80], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF5],
      [0xF0, 0x9F], [0xF4, 0x90, 0x80, 0x80], [0xC3], [0xF0, 0x80, 0x80, 0x80],
      [0x80, 0x80, 0x80, 0x80],
    ]
  static let letters = "领导干部国民\u{20000}😀abkge7x (ᄀ\u{1161}，".unicodeScalars.map(\.value)

  struct Case {
    var terms: [[UInt32]]
    var text: [UInt8]
  }

  static func cast(_ dice: inout Dice, map: UnitMap) -> Case {
    let few = dice.oneIn(2)
    let alphabet = few ? Array(letters.prefix(4)) : letters
    var terms: Set<[UInt32]> = []
    for _ in 0..<dice.roll(1...60) {
      var length = dice.oneIn(4) ? dice.roll(1...40) : dice.roll(1...5)
      if length == 1, !dice.oneIn(4) { length = 2 }
      terms.insert((0..<length).map { _ in dice.pick(alphabet) })
    }
    var some = pieces
    if few { some = Array(pieces.prefix(dice.oneIn(2) ? 8 : 4)) }
    if dice.oneIn(3) { some = (0..<dice.roll(2...12)).map { _ in dice.pick(pieces) } }
    var text: [UInt8] = []
    let wanted = dice.oneIn(60) ? dice.roll(0...30_000) : dice.roll(0...300)
    let stutter = dice.oneIn(6)
    while text.count < wanted {
      let piece = dice.pick(some)
      for _ in 0..<(wanted > 1000 && stutter && dice.oneIn(10) ? dice.roll(1...3_000) : 1) {
        text += piece
      }
    }
    return Case(terms: terms.sorted { $0.lexicographicallyPrecedes($1) }, text: text)
  }

  @Test(arguments: [UInt64](1...12))
  func matchesAreThoseOfTheTwin(_ seed: UInt64) throws {
    // Neighbouring seeds throw overlapping series: spread them.
    var dice = Dice(seed &* 0xD1B5_4A32_D192_ED03)
    for round in 0..<100 {
      let map = dice.oneIn(3) ? UnitMap.identity : TestMaps.folding
      let one = Self.cast(&dice, map: map)
      let bytes = try AutomatonImage.build(terms: one.terms, map: map)
      let image = try AutomatonImage(bytes: bytes)
      let wanted = FastTwin(map: map, terms: one.terms).matches(in: one.text)
      for kernel in Kernel.available {
        let found = Automaton(image, kernel: kernel).matches(in: one.text)
        #expect(found == wanted, "seed \(seed) round \(round) \(kernel)")
        if found != wanted { return }
      }
    }
  }
}

/// The twin with its units looked up by first unit only: the definition, a little less slow.
struct FastTwin {
  let map: UnitMap
  let terms: [[UInt32]]

  func matches(in bytes: [UInt8]) -> [Match] {
    let twin = SlowTwin(map: map, terms: terms)
    let units = twin.units(of: bytes)
    var byFirst: [UInt32: [Int]] = [:]
    for (index, term) in terms.enumerated() { byFirst[term[0], default: []].append(index) }
    var found: Set<Match> = []
    for first in units.indices {
      guard let value = units[first].value, let candidates = byFirst[value] else { continue }
      for index in candidates where first + terms[index].count <= units.count {
        var k = 1
        let term = terms[index]
        while k < term.count, units[first + k].value == term[k] { k += 1 }
        if k == term.count {
          found.insert(
            Match(start: units[first].start, end: units[first + k - 1].end, term: index))
        }
      }
    }
    return found.sorted()
  }
}
