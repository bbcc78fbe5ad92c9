import TestSupport
import Testing
import ZhubiAutomaton
import ZhubiText

@testable import ZhubiDetection

/// The engine skips and folds by itself, `FoldedText` does the same for detectors: both must see the
/// same text, or a hit and its surroundings would speak of different places.
@Suite struct OneFoldingTests {
  static let folding = HouseLexicon.folding
  static let terms = ["领导干部", "导干", "干部", "apec", "机密★", "kg", "é级", "가나", "国", "部"]
  static let automaton: Automaton = {
    let units = terms.map { folding.fold($0) }
    let image = try! AutomatonImage.build(terms: units, map: UnitMap(folding))
    return Automaton(try! AutomatonImage(bytes: image))
  }()
  static let pieces = [
    "领", "導", "干", "部", "机", "密", "★", "A", "Ｐ", "e", "c", "é", "e\u{301}", "级", "가", "나",
    "\u{1100}\u{1161}", "㎏", "k", "g", "国", "\u{200B}", "\u{FE0F}", "\n", "\r\n", "\r", "\n\n", "　",
    " ", "\t", "(lǐng)", "（dǎo）", "(gan)", "(x)", "(", ")", "(abcdefg)", ",", "。", "⼲", "\u{AD}",
    "\u{301}", "𠀀", "1", "①",
  ]

  @Test(arguments: UInt64(0)..<1500)
  func engineAndFoldedTextAgree(seed: UInt64) {
    var dice = Dice(seed)
    var text = ""
    for _ in 0..<dice.roll(1...40) {
      text += dice.oneIn(3) ? dice.pick(Self.terms) : dice.pick(Self.pieces)
    }
    let bytes = Array(text.utf8)
    let fast = bytes.withUnsafeBufferPointer {
      Self.automaton.matches(in: $0, semantics: .overlapping)
    }
    let folded = FoldedText(text, folding: Self.folding)
    var slow: [Match] = []
    for (number, term) in Self.terms.enumerated() {
      let units = Self.folding.fold(term)
      for start in folded.units.indices where start + units.count <= folded.units.count {
        guard folded.units[start..<start + units.count].elementsEqual(units) else { continue }
        let origin = folded.origin(of: Range(start..<start + units.count))
        slow.append(
          Match(start: origin.lowerBound.value, end: origin.upperBound.value, term: number))
      }
    }
    #expect(
      Set(fast) == Set(slow),
      "seed \(seed): \(text.unicodeScalars.map { String($0.value, radix: 16) })")
  }
}
