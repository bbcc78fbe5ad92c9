import TestSupport
import Testing
import ZhubiAutomaton

@Suite struct MatchingTests {
  static let written = [
    "⟦領導幹部⟧來了", "⟦领 导干部⟧", "⟦领\u{3000}\n　 导干部⟧", "⟦領(lǐng)導(dǎo)干部⟧",
    "⟦領（lǐng）\u{200B}導(dǎo)干部⟧", "⟦领\u{200B}导干部⟧", "⟦领导⼲部⟧", "⟦领*导干部⟧",
    "⟦领\r\n导干部⟧", "⟦领\r\u{200B}\n导干部⟧", "⟦领(a)(e)导干部⟧",
  ]

  @Test(arguments: Kernel.available)
  func findsATermHoweverItIsWritten(_ kernel: Kernel) throws {
    let automaton = try TestMaps.automaton(["领导干部"], kernel: kernel)
    for line in Self.written where line != "⟦领 导干部⟧" {
      let text = MarkedText(line)
      let found = automaton.matches(in: Array(text.text.utf8))
      #expect(found.map(\.utf8Range) == text.utf8Ranges, "\(line)")
    }
  }

  @Test(arguments: Kernel.available)
  func leavesOtherTextsAlone(_ kernel: Kernel) throws {
    let automaton = try TestMaps.automaton(["领导干部"], kernel: kernel)
    for text in [
      "领,导干部", "领 导干部", "领\n\n导干部", "领\r\r\n导干部", "领(lng)导干部", "领(zhuangl)导干部",
      "领(l1)导干部", "领()导干部", "领\n(a)导干部", "领(a 导干部", "领a\n导干部", "领\u{80}导干部",
    ] {
      #expect(automaton.matches(in: Array(text.utf8)).isEmpty, "\(text)")
    }
  }

  @Test(arguments: Kernel.available)
  func coversWholeCharactersThatBecomeSeveralUnits(_ kernel: Kernel) throws {
    let automaton = try TestMaps.automaton(["kg", "gk", "5kg", "ᄀ", "bb"], kernel: kernel)
    let text = MarkedText("x⟦5⟦㎏⟧⟧ ⟦㎏㎏⟧ ⟦가⟧")
    let found = automaton.matches(in: Array(text.text.utf8))
    #expect(Set(found.map(\.utf8Range)).isSuperset(of: text.utf8Ranges))
    // 5kg, kg three times, gk across two characters, one half of a syllable.
    #expect(found.count == 6)
  }

  @Test(arguments: Kernel.available)
  func reportsOneUnitTermsAndTermsAbovePlaneZero(_ kernel: Kernel) throws {
    let automaton = try TestMaps.automaton(
      ["国", "😀", "中\u{20000}国", "\u{FFFF}a"], map: .identity, kernel: kernel)
    let text = MarkedText("⟦中\u{20000}⟦国⟧⟧⟦😀⟧⟦\u{FFFF}a⟧")
    let found = automaton.matches(in: Array(text.text.utf8))
    #expect(Set(found.map(\.utf8Range)) == Set(text.utf8Ranges))
    // An invalid byte is not U+FFFF.
    #expect(automaton.matches(in: [0xFF, 0x61]).isEmpty)
  }

  @Test func leftmostLongestTakesTheFirstThenTheLongest() throws {
    let automaton = try TestMaps.automaton(["大麻", "大麻烦", "麻烦", "烦人"], map: .identity)
    let text = Array("大麻烦人".utf8)
    #expect(automaton.matches(in: text).map(\.term) == [0, 1, 2, 3])
    #expect(automaton.matches(in: text, semantics: .leftmostLongest).map(\.term) == [1])
  }

  @Test func tellsWhichMatchesAreCovered() throws {
    let automaton = try TestMaps.automaton(
      ["大麻", "大麻烦", "麻烦", "一大麻烦事"], map: .identity)
    let found = automaton.matches(in: Array("一大麻烦，大麻，一大麻烦事".utf8))
    let covering = found.covering()
    let names = zip(found, covering).map { match, cover in
      "\(match.term):\(cover < 0 ? "-" : String(found[cover].term))"
    }
    #expect(names == ["0:1", "1:-", "2:1", "0:-", "3:-", "0:3", "1:3", "2:3"])
    let onlyLong = found.covering { found[$0].term == 3 }
    #expect(onlyLong.filter { $0 >= 0 }.count == 3)
  }

  @Test func coveringAgreesWithItsDefinition() {
    var dice = Dice(77)
    for _ in 0..<500 {
      var found: [Match] = []
      for _ in 0..<dice.roll(0...12) {
        let start = dice.roll(0...8)
        found.append(Match(start: start, end: start + dice.roll(1...6), term: dice.roll(0...3)))
      }
      found = Set(found).sorted()
      let covers = found.map { $0.term != 1 }
      let covering = found.covering { covers[$0] }
      for (k, match) in found.enumerated() {
        let possible = found.indices.filter {
          covers[$0] && found[$0].start <= match.start && found[$0].end >= match.end
            && found[$0].utf8Range != match.utf8Range
        }
        let best = possible.max { a, b in
          found[a].end != found[b].end ? found[a].end < found[b].end : a > b
        }
        #expect(covering[k] == best ?? -1, "\(found) \(k)")
      }
    }
  }
}
