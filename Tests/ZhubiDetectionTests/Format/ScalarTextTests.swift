import TestSupport
import Testing
import ZhubiText

@testable import ZhubiDetection

@Suite struct ScalarTextTests {
  /// The obvious twin: what the standard library reads.
  private func agree(_ text: String) {
    let bytes = Array(text.utf8)
    let read = ScalarText(bytes)
    let scalars = Array(text.unicodeScalars)
    #expect(read.scalars == scalars)
    var position = 0
    for (index, scalar) in scalars.enumerated() {
      #expect(read.bytes(index..<index + 1).plain.lowerBound == position)
      position += String(scalar).utf8.count
    }
    let lines = read.lines.map { read.string($0) }
    var expected = [""]
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\n" where index > 0 && scalars[index - 1] == "\r": break
      case "\n", "\r": expected.append("")
      default: expected[expected.count - 1].unicodeScalars.append(scalar)
      }
    }
    #expect(lines == expected, "\(text.debugDescription)")
  }

  @Test func readsWhatTheStandardLibraryReads() {
    var dice = Dice(7)
    let pieces = ["中", "a", "\n", "\r\n", "\r", "“", "𠮷", "é", " ", "1", "《", "\u{3000}"]
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<dice.roll(0...12) {
        text.unicodeScalars.append(contentsOf: dice.pick(pieces).unicodeScalars)
      }
      agree(text)
    }
  }

  @Test func strayBytesAreReadAsReplacement() {
    let read = ScalarText([0x41, 0xFF, 0xE4, 0xB8, 0x41])
    #expect(read.scalars.count == 5)
    #expect(read[1] == "\u{FFFD}")
    #expect(read[4] == "A")
    #expect(read[5] == "\0")
  }
}
