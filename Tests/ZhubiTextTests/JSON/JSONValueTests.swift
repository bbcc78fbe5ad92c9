import Foundation
import TestSupport
import Testing

@testable import ZhubiText

@Suite struct JSONValueTests {
  @Test func readsEveryKindOfValue() throws {
    let value = try JSONValue(
      #" {"名":"朱\u7b14\n","n":-1.5e+3,"l":[true,false,null,{}],"大":110101199003070000123} "#)
    #expect(value["名"]?.text == "朱笔\n")
    #expect(value["n"] == .number("-1.5e+3"))
    #expect(value["l"]?.items == [.bool(true), .bool(false), .null, .object([:])])
    #expect(value["大"] == .number("110101199003070000123"))
    #expect(value["大"]?.whole == nil)
    #expect(try JSONValue(#""\ud83d\ude00""#).text == "😀")
  }

  @Test(arguments: [
    "", " ", "{", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "01", "1.", ".5", "+1", "-", "1e",
    "tru", "\"a", "\"\u{1}\"", #""\x""#, #""\u12g4""#, #""\ud800""#, #""\udc00\ud800""#, "1 2",
    #"{"a":1,"a":2}"#, "[1 2]", "// 1", "'a'", "NaN",
  ])
  func refusesWhatIsNoJSON(_ text: String) {
    #expect(throws: JSONReader.Fault.self) { try JSONValue(text) }
  }

  @Test func refusesInvalidBytesAndDepth() {
    #expect(throws: JSONReader.Fault(offset: ByteOffset(1))) {
      try JSONValue(bytes: [0x22, 0xFF, 0x22])
    }
    let deep = String(repeating: "[", count: 200_000)
    #expect(throws: JSONReader.Fault(offset: ByteOffset(JSONReader.depthLimit))) {
      try JSONValue(deep)
    }
  }

  @Test func writesWhatItReads() throws {
    var dice = Dice(7)
    for _ in 0..<500 {
      let scalars = (0..<dice.roll(0...12)).map { _ in
        dice.pick(
          ["\"", "\\", "\n", "\u{0}", "\u{85}", "\u{2028}", "a", "朱", "😀", "/"] as [Unicode.Scalar])
      }
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      #expect(try JSONValue(JSONValue.quoted(text)).text == text)
    }
  }

  /// Takes and refuses what Foundation's reader takes and refuses.
  @Test func agreesWithFoundation() {
    var dice = Dice(11)
    let pieces = [
      "{", "}", "[", "]", ",", ":", "\"a\"", "\"b\"", "1", "-2.5", "0", "true", "null", " ",
      "\"\\n\"", "e1", "\"朱\"",
    ]
    var taken = 0
    for _ in 0..<20_000 {
      let text = (0..<dice.roll(1...7)).map { _ in dice.pick(pieces) }.joined()
      let ours = try? JSONValue(text)
      let theirs = try? JSONSerialization.jsonObject(
        with: Data(text.utf8), options: .fragmentsAllowed)
      // A name written twice is refused here and taken there.
      let isTwice = text.contains("{") && ours == nil && theirs != nil
      if isTwice { continue }
      #expect((ours == nil) == (theirs == nil), "\(text)")
      if ours != nil { taken += 1 }
    }
    #expect(taken > 500)
  }
}
