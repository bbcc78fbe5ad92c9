import ICUShims

/// What the first bytes look like when they are read in one encoding.
struct HanStatistics {
  /// All characters, and among them ASCII, common Han characters and punctuation, replacement
  /// characters, and those that ordinary text does not hold (private use, controls, unassigned).
  private(set) var characters = 0
  private(set) var ascii = 0
  private(set) var common = 0
  private(set) var malformed = 0
  private(set) var strange = 0

  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding) {
    // A few bytes more than the sample, so that the cut makes no fault of its own.
    var end = min(bytes.count, EncodingEvidence.sample)
    while end < bytes.count, end < EncodingEvidence.sample + 4096, bytes[end - 1] >= 0x30 {
      end += 1
    }
    if encoding == .utf16le || encoding == .utf16be { end -= end % 2 }
    let sample = UnsafeBufferPointer(rebasing: bytes[..<end])
    var problems = DecodingProblems()
    let utf8: [UInt8]
    switch encoding {
    case .utf8: utf8 = StrictUTF8.repaired(sample, from: 0, problems: &problems).utf8
    case .utf16le, .utf16be:
      utf8 =
        UTF16Decoding.decode(
          sample, from: 0, bigEndian: encoding == .utf16be, problems: &problems
        ).utf8
    case .gb18030, .big5:
      let charset = encoding == .gb18030 ? EncodingEvidence.gb18030 : EncodingEvidence.big5[1]
      guard
        let result = LegacyDecoding.decode(
          sample, from: 0, charset: charset, problems: &problems)
      else { return nil }
      utf8 = result.utf8
    }
    count(utf8)
  }

  private mutating func count(_ utf8: [UInt8]) {
    utf8.withUnsafeBufferPointer { buffer in
      var place = 0
      while place < buffer.count {
        let (scalar, width) = StrictUTF8.scalar(buffer, at: place, end: buffer.count)
        place += width
        characters += 1
        if scalar < 0x80 {
          ascii += 1
          if scalar < 0x20, scalar != 0x09, scalar != 0x0A, scalar != 0x0D { strange += 1 }
        } else if scalar == 0xFFFD {
          malformed += 1
        } else if CommonHan.set.contains(scalar) {
          common += 1
        } else {
          let category = UInt8(icu_shims_category(scalar) >> 8)
          if category == UInt8(ascii: "C") { strange += 1 }
        }
      }
    }
  }
}
