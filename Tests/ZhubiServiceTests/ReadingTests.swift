#if Service
  import Foundation
  import JSONText
  import TestSupport
  import Testing
  @testable import ZhubiService

  /// The readers of requests beside their slow twins of Foundation.
  @Suite struct ReadingTests {
    private func twin(_ bytes: [UInt8]) -> Any? {
      try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
    }

    private func isSame(_ value: JSONValue, _ other: Any) -> Bool {
      switch value {
      case .null: return other is NSNull
      case .flag(let flag): return other as? Bool == flag
      case .number(let text): return (other as? NSNumber)?.doubleValue == Double(text)
      case .string(let text): return other as? String == text
      case .array(let elements):
        guard let others = other as? [Any], others.count == elements.count else { return false }
        return zip(elements, others).allSatisfy { isSame($0, $1) }
      case .object(let members):
        guard let others = other as? [String: Any], others.count == members.count else {
          return false
        }
        return members.allSatisfy { member in
          others[member.key].map { isSame(member.value, $0) } ?? false
        }
      }
    }

    @Test func jsonIsReadAsItsTwinReadsIt() throws {
      var dice = Dice(9)
      for _ in 0..<3_000 {
        var text = Self.text(&dice, depth: 0)
        if dice.oneIn(2) {
          // Damage in one place.
          var bytes = Array(text.utf8)
          let place = dice.roll(0...bytes.count - 1)
          bytes[place] = dice.pick(Array(#"{}[]",:\0u1eE.-tfn "#.utf8))
          text = String(decoding: bytes, as: UTF8.self)
        }
        let bytes = Array(text.utf8)
        let value = try? JSONValue(bytes)
        if let value {
          let other = try #require(twin(bytes), "only we read \(text)")
          #expect(isSame(value, other), "\(text)")
        }
      }
    }

    @Test func whatIsWrittenIsRead() {
      var dice = Dice(10)
      for _ in 0..<2_000 {
        let text = Self.text(&dice, depth: 0)
        #expect((try? JSONValue(Array(text.utf8))) != nil, "\(text)")
      }
    }

    private static func text(_ dice: inout Dice, depth: Int) -> String {
      switch dice.roll(0...(depth > 3 ? 4 : 6)) {
      case 0: return dice.pick(["null", "true", "false"])
      case 1: return dice.pick(["0", "-0", "12", "-3.5", "1e3", "2E-2", "0.25"])
      case 2...4: return string(&dice)
      case 5:
        let parts = (0..<dice.roll(0...3)).map { _ in text(&dice, depth: depth + 1) }
        return "[" + parts.joined(separator: " , ") + "]"
      default:
        let parts = (0..<dice.roll(0...3)).map { number in
          "\"k\(number)\":" + text(&dice, depth: depth + 1)
        }
        return "{ " + parts.joined(separator: ",") + "\n}"
      }
    }

    private static func string(_ dice: inout Dice) -> String {
      let pieces = [
        "朱", "笔", "a", "\\n", "\\\"", "\\\\", "\\/", "\\u6731", "\\ud83d\\ude00", "😀", "é", "\\t",
      ]
      return "\"" + (0..<dice.roll(0...6)).map { _ in dice.pick(pieces) }.joined() + "\""
    }

    @Test(arguments: [
      "", " ", "01", "1.", ".5", "+1", "1e", "--1", "nul", "\"", "\"\\x\"", "\"\n\"", "\"\\ud800\"",
      "\"\\udc00\\ud800\"", "[1,]", "{\"a\":1,}", "{a:1}", "{\"a\" 1}", "[1 2]", "1 2", "\"\\u12\"",
    ])
    func malformedJSONIsRefused(text: String) {
      #expect(throws: JSONFault.self) { try JSONValue(Array(text.utf8)) }
    }

    @Test func depthAndEncodingAreBounded() {
      let deep = String(repeating: "[", count: 100_000)
      #expect(throws: JSONFault(reason: .tooDeep, byte: JSONValue.depthLimit)) {
        try JSONValue(Array(deep.utf8))
      }
      #expect(throws: JSONFault.self) { try JSONValue([0x22, 0xFF, 0x22]) }
      #expect(throws: JSONFault.self) { try JSONValue([0x22, 0xC0, 0x80, 0x22]) }
    }

    @Test func base64IsReadAsItsTwinReadsIt() {
      var dice = Dice(11)
      for _ in 0..<2_000 {
        let bytes = (0..<dice.roll(0...40)).map { _ in UInt8(dice.roll(0...255)) }
        let text = Data(bytes).base64EncodedString()
        #expect(Base64.encode(bytes) == text)
        #expect(Base64.decode(text.utf8) == bytes)
        if !text.isEmpty {
          var damaged = Array(text.utf8)
          damaged[dice.roll(0...damaged.count - 1)] = dice.pick(Array("=-_ A".utf8))
          let read = Base64.decode(damaged)
          if let read { #expect(Data(base64Encoded: Data(damaged)).map { Array($0) } == read) }
        }
      }
    }

    @Test func formsAreCutWhereTheirBoundarySays() throws {
      let bytes = Array("x\r\n--bb\r\n--b".utf8) + [0, 255]
      let parts = try MultipartBody(
        form("b--q", [("file", "a \"q\".txt", bytes), ("x", nil, [])]), boundary: "b--q"
      ).parts
      #expect(parts.count == 2)
      #expect(parts[0].bytes == bytes)
      #expect(parts[1].bytes.isEmpty && parts[1].fileName == nil)
      let whole = form("b", [("file", "a.txt", Array("text".utf8))])
      for end in 0..<whole.count - 4 {
        #expect(throws: ServiceError.self) {
          try MultipartBody(Array(whole[..<end]), boundary: "b")
        }
      }
    }

    @Test(arguments: [
      ("text/html; charset=\"GB18030\"", "text/html", "GB18030"),
      ("Text/Plain;charset=utf-8 ; x=y", "text/plain", "utf-8"), ("text/plain", "text/plain", nil),
      ("a/b; boundary=1; charset = \"a\\\"b\"", "a/b", "a\"b"), ("; ;=", "", nil),
    ])
    func contentTypesAreRead(text: String, kind: String, charset: String?) {
      let type = ContentType(text)
      #expect(type.kind == kind)
      #expect(type["charset"] == charset)
    }
  }
#endif
