import Testing
import TestSupport
import ZhubiText

let sharedFolding = try! Folding.computed()

@Suite struct FoldedTextTests {
  let folding = sharedFolding

  @Test(arguments: [
    "领导干部", "領導幹部", "領(lǐng)導(dǎo)干部", "領（lǐng）導(dǎo）干部", "领\n　　导干部", "领\r\n\t导干部",
    "领  \n  导干部", "领\u{200B}导⼲部", "领\u{FE00}导\u{AD}干\u{2060}部\u{E0101}", "领(li\u{30C}ng)\n导干部",
    "领(\u{200B}lǐnɡ\u{200B})导干部", "领导干部(bù)", "领导乾部", "领\u{2028}导干部", "领\u{0}导干部",
    "領\u{20DD}導\u{20DD}干部",
  ])
  func foldsToLeadingCadres(_ text: String) {
    let folded = FoldedText(text, folding: folding)
    #expect(folded.units == "领导干部".unicodeScalars.map(\.value))
    #expect(folded.classes == [.han, .han, .han, .han])
  }

  @Test(arguments: [
    "领导,干部", "领导\n\n干部", "领导\n　\n干部", "领导\r\n\r\n干部", "领导\r\r干部", "领导 干部", "领导(APEC)干部",
    "领导(qwrt)干部", "领导(abcdefg)干部", "领导[dǎo]干部", "领导(dǎo)(dǎo)干部", "领导(dao1)干部", "领导(dǎo干部",
    "领导( dǎo)干部", "领导()干部", "领导、\n干部",
  ])
  func keepsWhatIsNoGlossAndNoBrokenLine(_ text: String) {
    #expect(
      FoldedText(text, folding: folding).units != "领导干部".unicodeScalars.map(\.value))
  }

  @Test func foldsWidthCaseAndMarks() {
    #expect(FoldedText("ＡＰＥＣ", folding: folding).units == "apec".unicodeScalars.map(\.value))
    #expect(folding.fold("Ünïcödé ﬁ ㏂") == "unicode fi a.m.".unicodeScalars.map(\.value))
    #expect(folding.fold("１٢३𝟜") == "1234".unicodeScalars.map(\.value))
    #expect(folding.fold("「」") == "「」".unicodeScalars.map(\.value))
    #expect(folding.unit(0x0425) == 0x0445, "Cyrillic Х stays Cyrillic")
    #expect(folding.unit(0x03A7) == 0x03C7, "Greek Χ stays Greek")
    #expect(folding.unit(0xD7) == 0xD7, "the multiplication sign stays")
  }

  @Test(arguments: [
    ("汉⼲〇々𠀀𰻞", UnitClass.han), ("aＡẞЖχⅫ𝐀ª", .letter), ("1１٢𝟜", .digit), ("①⑴⒈⁸½Ⓐかカ한㈱", .other),
    (" \t\u{A0}　\u{2003}\u{1680}", .space), ("\n\r\u{B}\u{C}\u{85}\u{2028}\u{2029}", .newline),
    ("*＊■□●○_#？?×◎", .mask), ("（(「【“‘《〔[{", .open), ("）)」】”’》〕]}", .close),
    ("，。、；：·-—…\"'+＋<~", .punctuation),
    ("\u{200B}\u{FEFF}\u{AD}\u{301}\u{FE0F}\u{E0101}\u{7F}\u{1}\u{20E3}\u{FFF9}", .skip),
  ])
  func classes(_ characters: String, _ expected: UnitClass) {
    for scalar in characters.unicodeScalars {
      #expect(
        folding.unitClass(scalar.value) == expected, "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func originIsWholeCharactersAndMonotonic() {
    let alphabet = Array(
      "领导干部區(qū)（ɡ）\n\r\t　 aé한글が﷽ﬁ①½１*\u{200B}\u{301}𠀀🀄，".unicodeScalars)
    for seed in 0..<500 {
      var dice = Dice(UInt64(seed))
      var text = String.UnicodeScalarView()
      for _ in 0..<dice.roll(0...60) { text.append(dice.pick(alphabet)) }
      let string = String(text)
      var boundaries: Set<Int> = [0]
      for scalar in text {
        boundaries.insert(boundaries.max()! + String(scalar).utf8.count)
      }
      let folded = FoldedText(string, folding: folding)
      #expect(folded.units.count == folded.classes.count)
      var before = (start: 0, end: 0)
      for unit in 0..<folded.count {
        let origin = folded.origin(of: FoldedOffset(unit)..<FoldedOffset(unit + 1))
        #expect(boundaries.contains(origin.lowerBound.value))
        #expect(boundaries.contains(origin.upperBound.value))
        #expect(!origin.isEmpty)
        #expect(
          origin.lowerBound.value >= before.end
            || (origin.lowerBound.value == before.start && origin.upperBound.value == before.end))
        #expect(folded.start(of: FoldedOffset(unit)) == origin.lowerBound)
        let first = folded.firstUnit(atOrAfter: origin.lowerBound).value
        #expect(first <= unit && folded.start(of: FoldedOffset(first)) == origin.lowerBound)
        before = (origin.lowerBound.value, origin.upperBound.value)
      }
      let whole = folded.origin(of: FoldedOffset(0)..<FoldedOffset(folded.count))
      #expect(whole.upperBound.value == before.end || folded.count == 0)
      #expect(folded.firstUnit(atOrAfter: TextOffset(string.utf8.count)).value == folded.count)
    }
  }

  @Test func originOfARangeSpansWhatWasDropped() {
    let marked = MarkedText("各⟦領(lǐng)導\n　　干⟧部")
    let folded = FoldedText(marked.text, folding: folding)
    let origin = folded.origin(of: FoldedOffset(1)..<FoldedOffset(4))
    #expect(origin.plain == marked.utf8Ranges[0])
  }

  @Test func aPartOfATextKeepsItsPlaces() {
    let bytes = Array("前言：领导干部。".utf8)
    bytes.withUnsafeBufferPointer { buffer in
      let range = TextOffset(9)..<TextOffset(21)
      let folded = FoldedText(buffer, range: range, folding: folding)
      #expect(folded.units == "领导干部".unicodeScalars.map(\.value))
      #expect(folded.start(of: FoldedOffset(0)) == TextOffset(9))
      #expect(folded.start(of: FoldedOffset(4)) == TextOffset(21))
      let beyond = FoldedText(
        buffer, range: TextOffset(21)..<TextOffset(999), folding: folding)
      #expect(beyond.units == [0x3002])
    }
  }

  @Test func invalidBytesAreSingleUnits() {
    let bytes: [UInt8] = [0x61, 0xFF, 0xE4, 0xBD, 0x62, 0xC0]
    bytes.withUnsafeBufferPointer { buffer in
      let folded = FoldedText(
        buffer, range: TextOffset(0)..<TextOffset(6), folding: folding)
      #expect(folded.units == [0x61, 0xFFFD, 0xFFFD, 0xFFFD, 0x62, 0xFFFD])
    }
  }
}
