/// Texts that hold two encodings: a page put together from a template in one and a content in the
/// other. Stretches between line ends and angle brackets are looked at one by one.
enum MixedDecoding {
  /// Bytes of a stretch that must be UTF-8 before it is taken for UTF-8 amid GB 18030: four Han.
  private static let leastForeign = 12

  /// The text, and the way back; nil when there is only one encoding in it.
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, as main: TextEncoding,
    problems: inout DecodingProblems
  ) -> (utf8: [UInt8], map: ByteMap)? {
    let foreign = main == .utf8 ? legacyStretches(bytes, start) : utf8Stretches(bytes, start)
    guard !foreign.isEmpty else { return nil }
    var utf8: [UInt8] = []
    var map = ByteMap(start: start)
    var found = problems
    var place = start
    for stretch in foreign {
      guard
        append(bytes, place..<stretch.lowerBound, main, &utf8, &map, &found),
        append(bytes, stretch, main == .utf8 ? .gb18030 : .utf8, &utf8, &map, &found)
      else { return nil }
      found.add(.mixedEncoding, at: stretch.lowerBound, count: stretch.count)
      place = stretch.upperBound
    }
    guard append(bytes, place..<bytes.count, main, &utf8, &map, &found) else { return nil }
    problems = found
    return (utf8, map)
  }

  private static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ encoding: TextEncoding,
    _ utf8: inout [UInt8], _ map: inout ByteMap, _ problems: inout DecodingProblems
  ) -> Bool {
    if range.isEmpty { return true }
    let part = UnsafeBufferPointer(rebasing: bytes[range])
    var inner = DecodingProblems()
    let decoded: [UInt8]
    let way: ByteMap
    if encoding == .utf8 {
      (decoded, way) = StrictUTF8.repaired(part, from: 0, problems: &inner)
    } else {
      guard
        let result = LegacyDecoding.decode(
          part, from: 0, charset: EncodingEvidence.gb18030, problems: &inner)
      else { return false }
      (decoded, way) = (result.utf8, result.map)
    }
    for problem in inner.kept {
      problems.add(
        problem.kind, at: problem.offset.value + range.lowerBound, count: problem.count)
    }
    utf8 += decoded
    map.append(way)
    return true
  }

  /// Stretches of a text in UTF-8 that are no UTF-8 but faultless GB 18030.
  private static func legacyStretches(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = start
    while true {
      let fault = StrictUTF8.validPrefix(bytes, from: place)
      guard fault < bytes.count else { return found }
      let whole = stretch(bytes, around: fault, from: place)
      place = max(whole.upperBound, fault + 1)
      // From its first character beyond ASCII on; what comes before reads the same in both.
      var first = whole.lowerBound
      while first < whole.upperBound, bytes[first] < 0x80 { first += 1 }
      let part = UnsafeBufferPointer(rebasing: bytes[first..<whole.upperBound])
      var problems = DecodingProblems()
      guard
        let result = LegacyDecoding.decode(
          part, from: 0, charset: EncodingEvidence.gb18030, problems: &problems),
        result.unread == 0, result.utf8.filter({ (0xE4...0xE9).contains($0) }).count >= 2
      else { continue }
      found.append(first..<whole.upperBound)
    }
  }

  /// Stretches of a text in GB 18030 that are faultless UTF-8, and too long for that to be chance.
  private static func utf8Stretches(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = start
    while place < bytes.count {
      if bytes[place] < 0x80 {
        place += 1
        continue
      }
      let whole = stretch(bytes, around: place, from: place)
      let part = UnsafeBufferPointer(rebasing: bytes[whole])
      place = whole.upperBound
      guard StrictUTF8.validPrefix(part, from: 0) == part.count else { continue }
      var wide = 0
      for byte in part where byte >= 0x80 { wide += 1 }
      guard wide >= leastForeign, !part.contains(where: { (0xC2...0xDF).contains($0) }) else {
        continue
      }
      found.append(whole)
    }
    return found
  }

  /// From `from` or the mark before `place` to the mark behind it.
  private static func stretch(
    _ bytes: UnsafeBufferPointer<UInt8>, around place: Int, from: Int
  ) -> Range<Int> {
    var low = place
    while low > from, !isMark(bytes[low - 1]) { low -= 1 }
    var high = place
    while high < bytes.count, !isMark(bytes[high]) { high += 1 }
    return low..<high
  }

  /// Line ends, quotation marks and angle brackets, which are part of no character of several bytes.
  private static func isMark(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D || byte == 0x22 || byte == 0x3C || byte == 0x3E
  }
}
