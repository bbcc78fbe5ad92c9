import ICUShims
import Testing
import TestSupport
import ZhubiText

/// Our own decoders against ICU's converters.
@Suite struct ConverterTests {
  struct Converted {
    var text: String
    var malformed: [Range<Int>]
    var offsets: [Int]
  }

  func convert(_ bytes: [UInt8], charset: Int32) throws -> Converted {
    let converter = try #require(icu_shims_converter_open(charset))
    defer { icu_shims_converter_close(converter) }
    let capacity = 2 * bytes.count + 16
    var units = [UInt16](repeating: 0, count: capacity)
    var offsets = [Int32](repeating: 0, count: capacity)
    var malformed = [icu_shims_malformed](repeating: icu_shims_malformed(), count: capacity)
    var malformedCount: Int32 = 0
    let count = icu_shims_decode(
      converter, bytes, Int32(bytes.count), &units, &offsets, Int32(capacity), &malformed,
      Int32(capacity), &malformedCount)
    try #require(count >= 0)
    return Converted(
      text: String(decoding: units[0..<Int(count)], as: UTF16.self),
      malformed: malformed[0..<Int(malformedCount)].map {
        Int($0.offset)..<Int($0.offset + $0.count)
      }, offsets: offsets[0..<Int(count)].map(Int.init))
  }

  @Test(arguments: [false, true])
  func utf16AgreesWithICU(_ bigEndian: Bool) throws {
    let pool: [UInt16] = [0x61, 0x0A, 0x9886, 0x5BFC, 0xD840, 0xDC00, 0xDBFF, 0xDFFF, 0xE9, 0xFFFE]
    for seed in 0..<500 {
      var dice = Dice(UInt64(seed))
      var bytes: [UInt8] = []
      for _ in 0..<dice.roll(1...30) {
        let unit = dice.pick(pool)
        bytes +=
          bigEndian
          ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
      }
      // ICU takes a cut pair and an odd byte behind it for one fault.
      let cutPair = bytes.suffix(2).contains { (0xD8...0xDB).contains($0) }
      if !cutPair, dice.oneIn(4) { bytes.append(0x61) }
      let mark: [UInt8] = bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
      let ours = TextDecoder().decode(mark + bytes)
      let charset = bigEndian ? icu_shims_charset_utf16be : icu_shims_charset_utf16le
      let theirs = try convert(bytes, charset: Int32(charset))
      #expect(ours.text == theirs.text, "seed \(seed)")
      #expect(ours.problems.isEmpty == theirs.malformed.isEmpty, "seed \(seed)")
      let ourBytes = Set(
        ours.problems.flatMap { $0.offset.value - 2..<$0.offset.value - 2 + $0.count })
      #expect(ourBytes == Set(theirs.malformed.joined()), "seed \(seed)")
    }
  }

  /// GB 18030 contains GBK: whatever windows-936 reads, GB 18030 reads alike.
  @Test func gb18030ContainsGBK() throws {
    var differing: [String] = []
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE where trail != 0x7F {
        let gbk = try convert([lead, trail], charset: 1)
        guard gbk.malformed.isEmpty else { continue }
        let gb18030 = try convert([lead, trail], charset: 0)
        // The user-defined areas are private use in both, in another order.
        guard !gbk.text.unicodeScalars.contains(where: { (0xE000...0xF8FF).contains($0.value) })
        else { continue }
        if gbk.text != gb18030.text { differing.append(gbk.text + gb18030.text) }
      }
    }
    #expect(differing.isEmpty, "\(differing.count) differ: \(differing.prefix(20))")
  }

  @Test func malformedSequencesAreListed() throws {
    // FF is never valid; 81 before a line feed is half a character; B0 at the end is cut.
    let converted = try convert([0x61, 0xFF, 0xB0, 0xA1, 0x81, 0x0A, 0xB0], charset: 0)
    #expect(converted.text == "a\u{FFFD}啊\u{FFFD}\n\u{FFFD}")
    #expect(converted.malformed == [1..<2, 4..<5, 6..<7])
    #expect(converted.offsets == [0, 1, 2, 4, 5, 6])
  }
}
