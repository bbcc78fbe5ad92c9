import TestSupport
import Testing
import ZhubiLanguageServer

/// Bytes of a pipe into messages.
@Suite struct MessageStreamTests {
  private func message(_ body: String) -> [UInt8] {
    Array("Content-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8)
  }

  @Test func messagesComeWholeHoweverTheyArrive() {
    let bytes = message("{}") + message(#"{"a":"朱笔"}"#) + message("")
    let all = [
      MessageStream.Item.body(Array("{}".utf8)), .body(Array(#"{"a":"朱笔"}"#.utf8)), .body([]),
    ]
    var whole = MessageStream()
    #expect(whole.take(bytes) == all)
    var pieces = MessageStream()
    #expect(bytes.flatMap { pieces.take([$0]) } == all)
  }

  @Test func otherHeadersAndOtherLetterCaseAreRead() {
    var stream = MessageStream()
    let text =
      "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:2\r\n\r\n{}"
    #expect(stream.take(Array(text.utf8)) == [.body(Array("{}".utf8))])
    #expect(stream.take(Array("Content-Length: 2\n\n{}".utf8)) == [.body(Array("{}".utf8))])
  }

  @Test(arguments: ["Content-Length: x\r\n\r\n", "Content-Length: -1\r\n\r\n", "Hello\r\n\r\n"])
  func aDamagedHeaderIsSaidOnceAndPassedOver(header: String) {
    var stream = MessageStream()
    let bytes = Array(header.utf8) + Array("{}some\r\n\r\nnoise".utf8) + message("[]")
    #expect(stream.take(bytes) == [.badHeader, .body(Array("[]".utf8))])
  }

  @Test func endlessNoiseIsSaidOnceAndNotKept() {
    var stream = MessageStream()
    var items: [MessageStream.Item] = []
    for _ in 0..<100 { items += stream.take(Array(repeating: 0x41, count: 1_000)) }
    #expect(items == [.badHeader])
    #expect(stream.take(message("{}")) == [.body(Array("{}".utf8))])
  }

  @Test func aBodyOverTheLimitIsPassedOver() {
    var stream = MessageStream(limit: 10)
    let items = stream.take(message(String(repeating: "a", count: 1_000)) + message("{}"))
    #expect(items == [.tooLarge(bytes: 1_000), .body(Array("{}".utf8))])
    #expect(stream.take(Array("Content-Length: 9223372036854775807\r\n\r\nab".utf8)).count == 1)
  }

  @Test func whatIsWrittenIsReadBack() {
    var dice = Dice(7)
    for _ in 0..<300 {
      let value = Self.value(&dice, depth: 0)
      #expect(JSON(utf8: value.utf8) == value)
      var stream = MessageStream()
      #expect(stream.take(MessageStream.framed(value)) == [.body(value.utf8)])
    }
  }

  /// Damaged JSON is refused or read, never more.
  @Test func damagedJSONDoesNoHarm() {
    var dice = Dice(8)
    for _ in 0..<2_000 {
      var bytes = Self.value(&dice, depth: 0).utf8
      for _ in 0..<dice.below(4) where !bytes.isEmpty {
        bytes[dice.below(bytes.count)] = UInt8(dice.below(256))
      }
      if let value = JSON(utf8: bytes) { #expect(JSON(utf8: value.utf8) == value) }
    }
  }

  @Test func halfASurrogatePairIsOneUnit() {
    #expect(JSON(utf8: Array(#""\ud800x""#.utf8)) == .text("\u{FFFD}x"))
    #expect(JSON(utf8: Array(#""\ud83d\ude00""#.utf8)) == .text("😀"))
    #expect(JSON(utf8: Array(#""\ude00\ud83d""#.utf8)) == .text("\u{FFFD}\u{FFFD}"))
  }

  private static func value(_ dice: inout Dice, depth: Int) -> JSON {
    switch dice.below(depth > 3 ? 5 : 7) {
    case 0: return .null
    case 1: return .flag(dice.below(2) == 0)
    case 2: return .integer(dice.roll(-1_000_000_000_000...1_000_000_000_000))
    case 3: return .real(Double(dice.below(1_000_000)) / 128 + 0.5)
    case 4: return .text(text(&dice))
    case 5: return .array((0..<dice.below(4)).map { _ in value(&dice, depth: depth + 1) })
    default:
      return .object(
        (0..<dice.below(4)).map {
          JSON.Member(key: "\($0)" + text(&dice), value: value(&dice, depth: depth + 1))
        })
    }
  }

  private static func text(_ dice: inout Dice) -> String {
    let alphabet: [Unicode.Scalar] = [
      "a", "\"", "\\", "\n", "\r", "\t", "\u{1}", "\u{1F}", "朱", "😀", "\u{2028}", "/",
    ]
    var view = String.UnicodeScalarView()
    for _ in 0..<dice.below(9) { view.append(alphabet[dice.below(alphabet.count)]) }
    return String(view)
  }
}

extension Dice {
  /// A number below the limit.
  fileprivate mutating func below(_ limit: Int) -> Int { roll(0...limit - 1) }
}
