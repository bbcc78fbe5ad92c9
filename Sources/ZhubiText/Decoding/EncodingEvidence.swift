import ICUShims

/// What the bytes themselves say about their encoding.
struct EncodingEvidence {
  struct Choice {
    let encoding: TextEncoding
    let reason: DecodedText.Reason
  }

  static let gb18030 = Int32(icu_shims_charset_gb18030)
  static let big5 = [icu_shims_charset_big5, icu_shims_charset_big5_hkscs].map { Int32($0) }
  /// How many bytes the statistics look at.
  static let sample = 4096

  private let bytes: UnsafeBufferPointer<UInt8>
  let bom: (encoding: TextEncoding, length: Int)?
  /// True when everything behind the byte order mark is strictly valid UTF-8.
  let isValidUTF8: Bool
  /// True when no byte is above 0x7F or NUL (not computed for UTF-16 with a byte order mark).
  let isASCII: Bool
  private let hasNUL: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    bom = Self.byteOrderMark(bytes)
    let start = bom?.length ?? 0
    let mayBeUTF8 = (bom?.encoding ?? .utf8) == .utf8
    isValidUTF8 = mayBeUTF8 && StrictUTF8.validPrefix(bytes, from: start) == bytes.count
    hasNUL = bytes.contains(0)
    isASCII = isValidUTF8 && !hasNUL && !bytes[start...].contains { $0 >= 0x80 }
  }

  static func byteOrderMark(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (encoding: TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16le, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16be, 2) }
    if bytes.starts(with: [0x84, 0x31, 0x95, 0x33]) { return (.gb18030, 4) }
    return nil
  }

  func choice(declared: TextEncoding?) -> Choice {
    if let bom { return Choice(encoding: bom.encoding, reason: .bom) }
    if hasNUL, let encoding = nulPattern() {
      return Choice(encoding: encoding, reason: .nulPattern)
    }
    if isASCII, declared != .utf16le, declared != .utf16be {
      return Choice(encoding: .utf8, reason: .validUTF8)
    }
    let census = isASCII ? (long: 0, short: 0, invalid: 0) : StrictUTF8.census(sampled, from: 0)
    let legacy = declared == .gb18030 || declared == .big5
    // Two-byte sequences alone may be Han characters of GB 2312 that happen to be valid.
    if isValidUTF8, !(legacy && census.long == 0) || declared == nil,
      declared.map({ !isUTF16($0) || census.long > 0 }) ?? true
    {
      return Choice(encoding: .utf8, reason: .validUTF8)
    }
    if !isValidUTF8, census.long > 0, census.long + census.short >= 3 * census.invalid {
      return Choice(encoding: .utf8, reason: .mostlyUTF8)
    }
    if let declared, declared != .utf8, fits(declared) {
      return Choice(encoding: declared, reason: .declared)
    }
    if isValidUTF8 { return Choice(encoding: .utf8, reason: .validUTF8) }
    if let encoding = detected(declared: declared) {
      return Choice(encoding: encoding, reason: encoding == declared ? .declared : .detected)
    }
    return Choice(encoding: .utf8, reason: .fallback)
  }

  private func isUTF16(_ encoding: TextEncoding) -> Bool {
    encoding == .utf16le || encoding == .utf16be
  }

  /// The first bytes; statistics need no more.
  private var sampled: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[..<min(bytes.count, 1 << 16)])
  }

  /// UTF-16 without a byte order mark: the high bytes of Latin text are NUL.
  private func nulPattern() -> TextEncoding? {
    guard bytes.count >= 2 else { return nil }
    var nuls = [0, 0]
    for place in 0..<min(bytes.count, Self.sample) where bytes[place] == 0 { nuls[place & 1] += 1 }
    let pairs = min(bytes.count, Self.sample) / 2
    // Chinese text has few ASCII characters: one in fifty will do when the other parity has none.
    if nuls[1] * 50 >= pairs, nuls[0] * 20 <= nuls[1], wellFormed(.utf16le) { return .utf16le }
    if nuls[0] * 50 >= pairs, nuls[1] * 20 <= nuls[0], wellFormed(.utf16be) { return .utf16be }
    return nil
  }

  private func wellFormed(_ encoding: TextEncoding) -> Bool {
    guard let sample = HanStatistics(bytes, encoding) else { return false }
    return sample.malformed * 20 <= sample.characters && sample.strange * 4 <= sample.characters
  }

  /// True when the declared encoding reads the bytes without a fault and finds a plausible text.
  private func fits(_ encoding: TextEncoding) -> Bool {
    guard let sample = HanStatistics(bytes, encoding), sample.malformed == 0 else { return false }
    if isUTF16(encoding) {
      return bytes.count >= 2 && sample.common * 5 >= sample.characters
    }
    if isValidUTF8 { return sample.common * 3 >= sample.characters - sample.ascii }
    // Another encoding must be much better to beat a declaration that fits.
    guard let other = HanStatistics(bytes, encoding == .gb18030 ? .big5 : .gb18030) else {
      return true
    }
    return other.malformed > 0 || other.common < 3 * max(1, sample.common)
  }

  /// GB 18030 or Big5, whichever reads the bytes with fewer faults and more common characters.
  private func detected(declared: TextEncoding?) -> TextEncoding? {
    var candidates: [(encoding: TextEncoding, score: Double)] = []
    var confidence = (gb18030: Int32(0), big5: Int32(0))
    _ = icu_shims_detect(
      bytes.baseAddress, bytes.count, &confidence.gb18030, &confidence.big5)
    for encoding in [TextEncoding.gb18030, .big5] {
      guard let sample = HanStatistics(bytes, encoding) else { continue }
      let beyond = Double(max(1, sample.characters - sample.ascii))
      let faults = Double(sample.malformed) / beyond
      let common = Double(sample.common) / beyond
      let icu = Double(encoding == .gb18030 ? confidence.gb18030 : confidence.big5) / 100
      // A text has common characters; a misreading has few, whatever ICU thinks.
      guard faults < 0.34, common > 0.08 else { continue }
      let bonus = encoding == declared ? 0.1 : 0
      candidates.append((encoding, common - 2 * faults + 0.1 * icu + bonus))
    }
    // UTF-16 without mark and without NUL: every byte pair would have to be a common character.
    for encoding in [TextEncoding.utf16le, .utf16be] {
      guard let sample = HanStatistics(bytes, encoding), sample.malformed == 0 else { continue }
      let common = Double(sample.common) / Double(max(1, sample.characters))
      if common > 0.4, sample.characters >= 4 { candidates.append((encoding, common)) }
    }
    return candidates.max { $0.score < $1.score }?.encoding
  }
}
