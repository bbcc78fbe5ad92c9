import Testing
import TestSupport
import ZhubiText

extension DecodedText {
  var text: String { String(decoding: utf8, as: UTF8.self) }
  var kinds: [DecodingProblem.Kind] { problems.map(\.kind) }
}

@Suite struct TextDecoderTests {
  func decode(_ bytes: [UInt8], _ declared: String? = nil) -> DecodedText {
    TextDecoder().decode(bytes, declared: declared)
  }

  func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap {
      bigEndian ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)]
    }
  }

  @Test func emptyInput() {
    for declared in [nil, "", "gb2312", "utf-16", "nonsense"] {
      let text = decode([], declared)
      #expect(text.utf8.isEmpty && text.encoding == .utf8)
      #expect(text.kinds == (declared == "nonsense" ? [.unknownDeclaration] : []))
      #expect(text.byteMap.byteOffset(of: SourceOffset(0)) == ByteOffset(0))
    }
  }

  @Test func oneByteInputs() {
    for byte in UInt8.min...UInt8.max {
      for declared in [nil, "utf-8", "gbk", "big5", "utf-16le", "utf-16be"] {
        let text = decode([byte], declared)
        #expect(String(validating: text.utf8, as: UTF8.self) != nil)
        let sound = byte < 0x80 && byte != 0
        #expect(text.problems.isEmpty == sound || (byte == 0x80 && declared == "gbk"), "\(byte)")
      }
    }
  }

  @Test func utf8KeepsItsBytes() {
    let text = decode(Array("领导干部 é 𠀀".utf8))
    #expect(text.text == "领导干部 é 𠀀" && text.reason == .validUTF8 && text.problems.isEmpty)
    #expect(text.byteMap.isShift)
    #expect(text.byteMap.byteOffset(of: SourceOffset(4)) == ByteOffset(4))
  }

  @Test func byteOrderMarks() {
    let mark = decode([0xEF, 0xBB, 0xBF] + Array("领导".utf8), "gbk")
    #expect(mark.text == "领导" && mark.reason == .bom && mark.kinds == [.wrongDeclaration])
    #expect(mark.byteMap.byteOffset(of: SourceOffset(3)) == ByteOffset(6))
    #expect(mark.byteMap.byteRange(of: SourceOffset(0)..<SourceOffset(6)).plain == 3..<9)
    for bigEndian in [false, true] {
      let bytes = (bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]) + utf16("领a𠀀导", bigEndian: bigEndian)
      let text = decode(bytes, "utf-16")
      #expect(text.text == "领a𠀀导" && text.reason == .bom && text.problems.isEmpty)
      #expect(text.encoding == (bigEndian ? .utf16be : .utf16le))
      #expect(text.byteMap.byteRange(of: SourceOffset(4)..<SourceOffset(8)).plain == 6..<10)
    }
    #expect(
      decode([0x84, 0x31, 0x95, 0x33] + EncodedSamples.simplifiedGB).text
        == EncodedSamples.simplified)
    let bad = decode([0xEF, 0xBB, 0xBF, 0x61, 0xFF, 0x62])
    #expect(
      bad.text == "a\u{FFFD}b" && bad.encoding == .utf8 && bad.problems[0].offset == ByteOffset(4))
  }

  @Test(arguments: [
    "gb2312", "GBK", " x-gbk ", "cp936", "gb_2312-80", "gb18030", nil, "GB18030-2022",
  ])
  func gb18030(_ label: String?) {
    let text = decode(EncodedSamples.simplifiedGB, label)
    #expect(text.text == EncodedSamples.simplified && text.encoding == .gb18030)
    #expect(text.problems.isEmpty && text.reason == (label == nil ? .detected : .declared))
  }

  @Test(arguments: ["big5", "Big5-HKSCS", "cp950", nil])
  func big5(_ label: String?) {
    let text = decode(EncodedSamples.traditionalBig5, label)
    #expect(text.text == EncodedSamples.traditional && text.encoding == .big5)
    #expect(text.problems.isEmpty && text.reason == (label == nil ? .detected : .declared))
    let hongKong = decode(EncodedSamples.hongKongBig5, label)
    #expect(hongKong.text == EncodedSamples.hongKong && hongKong.problems.isEmpty)
  }

  @Test func wrongDeclarations() {
    let utf8 = Array(EncodedSamples.simplified.utf8)
    for label in ["gb2312", "big5", "utf-16le"] {
      let text = decode(utf8, label)
      #expect(text.encoding == .utf8 && text.kinds == [.wrongDeclaration], "\(label)")
    }
    let gb = decode(EncodedSamples.simplifiedGB, "utf-8")
    #expect(gb.text == EncodedSamples.simplified && gb.kinds == [.wrongDeclaration])
    let gbAsBig5 = decode(EncodedSamples.simplifiedGB, "big5")
    #expect(gbAsBig5.text == EncodedSamples.simplified && gbAsBig5.kinds == [.wrongDeclaration])
    let big5AsGB = decode(EncodedSamples.traditionalBig5, "gb2312")
    #expect(big5AsGB.text == EncodedSamples.traditional && big5AsGB.kinds == [.wrongDeclaration])
    // Plain ASCII fits every declaration.
    #expect(decode(Array("plain".utf8), "gb2312").problems.isEmpty)
    #expect(decode(Array("plain".utf8), "utf-16").encoding == .utf8)
    #expect(decode(Array("领导".utf8), "klingon").kinds == [.unknownDeclaration])
  }

  @Test func utf16WithoutMark() {
    for bigEndian in [false, true] {
      let expected: TextEncoding = bigEndian ? .utf16be : .utf16le
      for text in ["plain text", EncodedSamples.simplified, "a"] {
        let decoded = decode(utf16(text, bigEndian: bigEndian))
        #expect(decoded.text == text && decoded.encoding == expected, "\(text)")
        #expect(decoded.reason == .nulPattern && decoded.problems.isEmpty)
      }
      let pure = utf16("关于公布困难群众临时救助名单的公示", bigEndian: bigEndian)
      #expect(decode(pure, bigEndian ? "utf-16be" : "utf-16").text == "关于公布困难群众临时救助名单的公示")
      let undeclared = decode(pure)
      #expect(undeclared.encoding == expected && undeclared.reason == .detected)
    }
  }

  @Test func fewMalformedBytesStayUTF8() {
    var bytes = Array(EncodedSamples.simplified.utf8)
    bytes[4] = 0xFF
    bytes.insert(contentsOf: [0xC0, 0xAF], at: 61)
    for declared in [nil, "utf-8", "gb2312"] {
      let text = decode(bytes, declared)
      #expect(text.encoding == .utf8 && text.reason == .mostlyUTF8)
      let malformed = text.problems.filter { $0.kind == .malformed }
      #expect(malformed.map(\.offset.value) == [3, 61] && malformed.map(\.count) == [3, 2])
      #expect(text.kinds.contains(.wrongDeclaration) == (declared == "gb2312"))
      // Behind the damage the way back still fits.
      let place = text.utf8.count - 3
      #expect(
        text.byteMap.byteRange(of: SourceOffset(place)..<SourceOffset(place + 3)).plain
          == bytes.count - 3..<bytes.count)
    }
  }

  @Test func truncatedTails() {
    let utf8 = decode(Array(EncodedSamples.simplified.utf8.dropLast()))
    #expect(utf8.kinds == [.truncatedTail] && utf8.encoding == .utf8)
    #expect(utf8.problems[0].count == 2)
    #expect(decode(Array("é—领".utf8.dropLast())).kinds == [.truncatedTail])
    for declared in ["gb18030", nil] {
      let gb = decode(Array(EncodedSamples.simplifiedGB.dropLast()), declared)
      #expect(gb.encoding == .gb18030 && gb.kinds == [.truncatedTail], "\(gb.kinds)")
      #expect(gb.problems.first?.offset == ByteOffset(EncodedSamples.simplifiedGB.count - 2))
    }
    let utf16 = decode([0xFF, 0xFE] + utf16("领导", bigEndian: false).dropLast())
    #expect(utf16.kinds == [.truncatedTail] && utf16.text == "领\u{FFFD}")
  }

  @Test func loneSurrogatesAndNULs() {
    let lone = decode([0xFF, 0xFE, 0x61, 0, 0x00, 0xD8, 0x62, 0, 0x00, 0xDC, 0x00, 0xD8])
    #expect(lone.text == "a\u{FFFD}b\u{FFFD}\u{FFFD}")
    #expect(lone.kinds == [.loneSurrogate, .loneSurrogate])
    #expect(lone.problems.map(\.offset.value) == [4, 8] && lone.problems[1].count == 4)
    let nul = decode(Array("领导\0\0干部正文".utf8))
    #expect(nul.encoding == .utf8 && nul.kinds == [.nul])
    #expect(nul.problems[0].offset == ByteOffset(6) && nul.problems[0].count == 2)
    let encoded = decode([0xED, 0xA0, 0x80] + Array("领导干部".utf8))
    #expect(encoded.encoding == .utf8 && encoded.kinds == [.malformed])
  }

  @Test func mixedEncodingsAreReported() {
    let bytes =
      Array(EncodedSamples.simplified.utf8) + [0x0A] + EncodedSamples.simplifiedGB.prefix(20)
    let text = decode(bytes)
    #expect(text.encoding == .utf8 && text.text.hasPrefix(EncodedSamples.simplified))
    #expect(text.kinds == [.mixedEncoding])
    #expect(text.text.hasSuffix("\n" + EncodedSamples.simplified.prefix(12)))
    #expect(
      decode([0x89, 0x50, 0xFF, 0xD8, 0xFF, 0xE0, 0x99, 0xFE, 0xFF]).kinds.contains(.undetermined))
  }

  @Test func problemsAreCapped() {
    let bytes: [UInt8] = (0..<500).flatMap { _ -> [UInt8] in Array("领导".utf8) + [0xFF] }
    let text = decode(bytes)
    #expect(text.problems.count == 100 && text.omittedProblems == 400)
  }

  /// Random texts in GB 18030 and Big5: the text and the way back, byte for byte.
  @Test(arguments: [TextEncoding.gb18030, .big5])
  func theWayBack(_ encoding: TextEncoding) {
    let characters = encoding == .big5 ? EncodedSamples.big5 : EncodedSamples.gb18030
    for seed in 0..<300 {
      var dice = Dice(UInt64(seed))
      var bytes: [UInt8] = []
      var text = ""
      var places: [(source: Range<Int>, byte: Range<Int>)] = []
      for _ in 0..<(seed == 0 ? 60_000 : dice.roll(1...40)) {
        let (character, code) = dice.pick(characters)
        let start = (text.utf8.count, bytes.count)
        if seed == 0, character == "\n" || character == " " { continue }
        text.unicodeScalars.append(contentsOf: character.unicodeScalars)
        bytes += code
        places.append((start.0..<text.utf8.count, start.1..<bytes.count))
      }
      let decoded = decode(bytes, encoding.rawValue)
      guard decoded.encoding == encoding else {
        #expect(!bytes.contains { $0 >= 0x80 } || bytes.count < 12, "seed \(seed)")
        continue
      }
      #expect(decoded.text == text && decoded.problems.isEmpty, "seed \(seed)")
      let wrong = places.filter {
        decoded.byteMap.byteRange(of: Range<SourceOffset>($0.source)).plain != $0.byte
          || decoded.byteMap.byteOffset(of: SourceOffset($0.source.upperBound - 1)).value
            != $0.byte.lowerBound
      }
      #expect(wrong.isEmpty, "seed \(seed)")
    }
  }

  /// Mangled bytes: never a crash, always valid UTF-8, never a replacement without a problem.
  @Test func mangledBytes() {
    let samples = [
      Array(EncodedSamples.simplified.utf8), EncodedSamples.simplifiedGB,
      EncodedSamples.traditionalBig5, utf16(EncodedSamples.simplified, bigEndian: false),
      utf16("plain text, plain text", bigEndian: true),
    ]
    let labels = [nil, "utf-8", "gbk", "big5", "utf-16le", "utf-16be"]
    for seed in 0..<1500 {
      var dice = Dice(UInt64(seed))
      var bytes = dice.pick(samples)
      for _ in 0..<dice.roll(1...8) {
        let place = dice.roll(0...max(0, bytes.count - 1))
        switch dice.roll(0...3) {
        case 0 where !bytes.isEmpty: bytes[place] = UInt8(dice.roll(0...255))
        case 1 where !bytes.isEmpty: bytes.remove(at: place)
        case 2: bytes.insert(UInt8(dice.roll(0...255)), at: min(place, bytes.count))
        default: bytes = Array(bytes.prefix(place))
        }
      }
      let text = decode(bytes, dice.pick(labels))
      #expect(String(validating: text.utf8, as: UTF8.self) != nil, "seed \(seed)")
      if text.text.unicodeScalars.contains("\u{FFFD}"), !bytes.isEmpty {
        #expect(!text.problems.isEmpty, "seed \(seed)")
      }
      if text.encoding == .utf8 {
        let valid = String(validating: bytes, as: UTF8.self) != nil
        #expect(valid || !text.problems.isEmpty, "seed \(seed)")
        // A stretch in another encoding is read in that one.
        let isMixed = text.kinds.contains(.mixedEncoding)
        #expect(
          isMixed || text.text == String(decoding: bytes, as: UTF8.self) || text.reason == .bom)
      }
      for problem in text.problems {
        #expect(problem.offset.value >= 0 && problem.offset.value + problem.count <= bytes.count)
      }
      // The map covers the input without a gap.
      var end = text.byteMap.byteOffset(of: SourceOffset(0)).value
      for place in 0..<text.utf8.count {
        let range = text.byteMap.byteRange(of: SourceOffset(place)..<SourceOffset(place + 1)).plain
        #expect(range.lowerBound <= end && range.upperBound >= end, "seed \(seed)")
        end = range.upperBound
      }
      #expect(end == bytes.count, "seed \(seed)")
    }
  }
}
