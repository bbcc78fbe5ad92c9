extension StrictUTF8 {
  /// The byte at which the first invalid sequence starts, or `end`.
  static func validPrefix(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let end = bytes.count
    var place = start
    while place < end {
      if bytes[place] < 0x80 {
        place += 1
        while place + 8 <= end,
          UnsafeRawPointer(bytes.baseAddress!).loadUnaligned(fromByteOffset: place, as: UInt64.self)
            & 0x8080_8080_8080_8080 == 0
        { place += 8 }
        continue
      }
      // Han (U+4000...9FFF) needs no further test than its two continuation bytes.
      while place + 3 <= end, bytes[place] &- 0xE4 < 6, bytes[place + 1] & 0xC0 == 0x80,
        bytes[place + 2] & 0xC0 == 0x80
      { place += 3 }
      guard place < end, bytes[place] >= 0x80 else { continue }
      let (_, width) = scalar(bytes, at: place, end: end)
      if width == 1 { return place }
      place += width
    }
    return end
  }

  /// The length of the invalid sequence at `place`: its maximal subpart, as the Unicode standard
  /// recommends for replacement, and whether it is only the start of a character cut by the end.
  static func invalidLength(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (count: Int, truncated: Bool) {
    let lead = bytes[place]
    let needed: Int
    switch lead {
    case 0xC2...0xDF: needed = 2
    case 0xE0...0xEF: needed = 3
    case 0xF0...0xF4: needed = 4
    default: return (1, false)
    }
    var count = 1
    while count < needed {
      guard place + count < bytes.count else { return (count, true) }
      let byte = bytes[place + count]
      let low: UInt8 = count == 1 ? (lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80) : 0x80
      let high: UInt8 = count == 1 ? (lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF) : 0xBF
      guard byte >= low, byte <= high else { break }
      count += 1
    }
    return (count, false)
  }

  /// The text with each invalid sequence replaced by U+FFFD.
  static func repaired(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, problems: inout DecodingProblems
  ) -> (utf8: [UInt8], map: ByteMap) {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count - start)
    var map = ByteMap(start: start)
    var place = start
    while place < bytes.count {
      let valid = validPrefix(bytes, from: place)
      utf8.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[place..<valid]))
      map.append(count: valid - place, width: 1, bytes: 1)
      guard valid < bytes.count else { break }
      let (count, truncated) = invalidLength(bytes, at: valid)
      problems.add(truncated ? .truncatedTail : .malformed, at: valid, count: count)
      utf8 += [0xEF, 0xBF, 0xBD]
      map.append(width: 3, bytes: count)
      place = valid + count
    }
    return (utf8, map)
  }

  /// How the bytes beyond ASCII divide into those of valid sequences of three or four bytes, of two
  /// bytes, and invalid ones.
  static func census(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (long: Int, short: Int, invalid: Int) {
    var result = (long: 0, short: 0, invalid: 0)
    var place = start
    while place < bytes.count {
      let (scalar, width) = scalar(bytes, at: place, end: bytes.count)
      if width >= 3 {
        result.long += width
      } else if width == 2 {
        result.short += 2
      } else if scalar == 0xFFFD {
        // A character cut by the end says nothing against UTF-8.
        let (count, truncated) = invalidLength(bytes, at: place)
        if !truncated { result.invalid += count }
        place += count
        continue
      }
      place += width
    }
    return result
  }
}
