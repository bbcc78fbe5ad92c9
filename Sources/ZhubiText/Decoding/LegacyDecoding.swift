import ICUShims

/// GB 18030 and Big5 to UTF-8, by ICU's converters.
enum LegacyDecoding {
  /// Stretches are at least this long and end at a byte below 0x30, which is never part of a
  /// character of more than one byte in either encoding; so each stretch stands alone.
  static let stretch = 1 << 16

  struct Result {
    var utf8: [UInt8] = []
    var map: ByteMap
    var malformed = 0
    /// Private-use characters: what a converter makes of extensions it does not know.
    var privateUse = 0
    var unread: Int { malformed + privateUse }
  }

  /// Decodes everything from `start` on; nil when this ICU has no such converter.
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, charset: Int32,
    problems: inout DecodingProblems
  ) -> Result? {
    guard let converter = icu_shims_converter_open(charset) else { return nil }
    defer { icu_shims_converter_close(converter) }
    var result = Result(map: ByteMap(start: start))
    result.utf8.reserveCapacity((bytes.count - start) / 2 * 3)
    var units: [UInt16] = []
    var offsets: [Int32] = []
    var malformed: [icu_shims_malformed] = []
    var place = start
    while place < bytes.count {
      var end = min(place + stretch, bytes.count)
      while end < bytes.count, bytes[end - 1] >= 0x30 { end += 1 }
      // A converter counts in 32 bits.
      guard end - place < Int(Int32.max) / 4 else { return nil }
      let length = end - place
      let capacity = 2 * length + 16
      if units.count < capacity {
        units = [UInt16](repeating: 0, count: capacity)
        offsets = [Int32](repeating: 0, count: capacity)
        malformed = [icu_shims_malformed](
          repeating: icu_shims_malformed(), count: length)
      }
      var malformedCount: Int32 = 0
      let count = icu_shims_decode(
        converter, bytes.baseAddress! + place, Int32(length), &units, &offsets, Int32(capacity),
        &malformed, Int32(malformed.count), &malformedCount)
      guard count >= 0 else { return nil }
      for bad in malformed[0..<min(malformed.count, Int(malformedCount))] {
        problems.add(
          bad.truncated && end == bytes.count ? .truncatedTail : .malformed,
          at: place + Int(bad.offset), count: Int(bad.count))
      }
      result.malformed += Int(malformedCount)
      append(
        units, offsets, Int(count), length, isGB18030: charset == EncodingEvidence.gb18030,
        to: &result)
      place = end
    }
    return result
  }

  private static func append(
    _ units: [UInt16], _ offsets: [Int32], _ count: Int, _ length: Int,
    isGB18030: Bool, to result: inout Result
  ) {
    guard count > 0 else { return }
    var run = (count: 0, width: 0, bytes: 0)
    var privateUse = 0
    // A unit of UTF-16 is at most three bytes of UTF-8.
    let utf8 = [UInt8](unsafeUninitializedCapacity: 3 * count) { buffer, written in
      var out = buffer.baseAddress!
      let start = out
      var place = 0
      while place < count {
        let first = offsets[place]
        let before = out
        // All units of one source sequence: a surrogate pair, or a Big5 letter with its accent.
        repeat {
          var scalar = UInt32(units[place])
          place += 1
          if scalar & 0xF800 == 0xD800 {
            if scalar < 0xDC00, place < count, units[place] & 0xFC00 == 0xDC00 {
              scalar = 0x10000 + (scalar & 0x3FF) << 10 + UInt32(units[place] & 0x3FF)
              place += 1
            } else {
              scalar = 0xFFFD
            }
          }
          if scalar >= 0xE000, scalar <= 0xF8FF {
            if isGB18030, let standard = GB18030Edition2022.standard(scalar) {
              scalar = standard
            } else {
              privateUse += 1
            }
          }
          StrictUTF8.write(scalar, to: &out)
        } while place < count && offsets[place] == first
        let bytes = Int((place < count ? offsets[place] : Int32(length)) - first)
        if run.width != out - before || run.bytes != bytes {
          result.map.append(count: run.count, width: run.width, bytes: run.bytes)
          run = (0, out - before, bytes)
        }
        run.count += 1
      }
      written = out - start
    }
    result.map.append(count: run.count, width: run.width, bytes: run.bytes)
    result.privateUse += privateUse
    result.utf8.append(contentsOf: utf8)
  }
}
