import Testing
import ZhubiText

/// Two encodings in one text, characters of the 2022 edition, and text spoilt long ago.
@Suite struct MixedEncodingTests {
  private static let words = EncodedSamples.simplified
  private static let legacy = EncodedSamples.simplifiedGB

  private func text(_ decoded: DecodedText) -> String {
    String(decoding: decoded.utf8, as: UTF8.self)
  }

  @Test func legacyTextInsideUTF8IsReadAndLocated() throws {
    let head = Array("<p>\(Self.words)</p>\n<p>".utf8)
    let tail = Array("</p>\n<p>\(Self.words)</p>".utf8)
    let decoded = TextDecoder().decode(head + Self.legacy + tail)
    #expect(decoded.encoding == .utf8)
    #expect(
      text(decoded) == "<p>\(Self.words)</p>\n<p>\(Self.words)</p>\n<p>\(Self.words)</p>")
    #expect(decoded.problems.map(\.kind) == [.mixedEncoding])
    let problem = try #require(decoded.problems.first)
    #expect(problem.offset.value == head.count)
    #expect(problem.count == Self.legacy.count)
    #expect(decoded.byteMap.sourceOffset(of: problem.offset).value == head.count)
    let end = SourceOffset(decoded.utf8.count)
    #expect(
      decoded.byteMap.byteOffset(of: end).value == head.count + Self.legacy.count + tail.count)
    #expect(decoded.byteMap.sourceOffset(of: ByteOffset(head.count + 2)).value == head.count + 3)
  }

  @Test func utf8InsideLegacyTextIsReadAndLocated() throws {
    let head = Array("<p>".utf8) + Self.legacy + Array("</p>\n<p>".utf8)
    let inner = Array("机密★1年，请勿外传".utf8)
    let tail = Array("</p>\n<p>".utf8) + Self.legacy + Self.legacy + Array("</p>".utf8)
    let decoded = TextDecoder().decode(head + inner + tail, declared: "gbk")
    #expect(decoded.encoding == .gb18030)
    #expect(text(decoded).contains("<p>机密★1年，请勿外传</p>"))
    #expect(decoded.problems.map(\.kind) == [.mixedEncoding])
    #expect(decoded.problems.first?.offset.value == head.count)
  }

  @Test func whatIsNoTextInEitherStaysMalformed() {
    let decoded = TextDecoder().decode(
      Array("<p>\(Self.words)</p><p>".utf8) + [0xFF, 0x80, 0xFF] + Array("</p>".utf8))
    #expect(decoded.encoding == .utf8)
    #expect(decoded.problems.allSatisfy { $0.kind == .malformed })
    #expect(!decoded.problems.isEmpty)
  }

  @Test func theEditionOf2022TookCharactersOutOfPrivateUse() throws {
    let around = Self.legacy
    let bytes: [UInt8] = [0xFE, 0x59, 0xFE, 0x61, 0xFE, 0xA0, 0xA6, 0xD9, 0xA6, 0xF3]
    let decoded = TextDecoder().decode(around + bytes + around)
    #expect(decoded.problems.isEmpty)
    #expect(
      text(decoded) == Self.words + "\u{9FB4}\u{9FB5}\u{9FBB}\u{FE10}\u{FE19}" + Self.words)
  }

  @Test(arguments: [
    "锟斤拷", "通知锟斤拷锟斤拷附件", "ä¸­å›½", "è¿™æ˜¯", "¹ØÓÚÓ¡·¢¹¤×÷·½°¸",
    "鍏充簬鍗板彂宸ヤ綔鏂规鐨勯�氱煡", "å\u{85}³äº\u{8E}å\u{8D}°å\u{8F}\u{91}",
  ])
  func spoiltTextIsNoticed(text: String) {
    #expect(Mojibake.stretches(in: Array("前文。\(text)。后文".utf8)).count > 0)
  }

  @Test(arguments: [
    "关于印发工作方案的通知", "張騫出使西域，骞骞之志", "涓涓细流汇成海", "横滨市与浜田市",
    "café à la crème, Zürich, Ångström", "25 °C ± 2 °C，×3，÷2", "Müller · Dvořák · Łódź",
    "100 µm、50 Ω、§ 3、© 2026 ®", "“引号”—破折号……省略", "ÄÖÜäöü", "naïve façade à côté",
  ])
  func goodTextIsLeftAlone(text: String) {
    #expect(Mojibake.stretches(in: Array("前文。\(text)。后文".utf8)).count == 0)
  }
}
