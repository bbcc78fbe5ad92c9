/// UTF-16 to UTF-8, with lone surrogates and an odd last byte as problems.
enum UTF16Decoding {
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, bigEndian: Bool,
    problems: inout DecodingProblems
  ) -> (utf8: [UInt8], map: ByteMap) {
    var utf8: [UInt8] = []
    utf8.reserveCapacity((bytes.count - start) / 2 * 3)
    var map = ByteMap(start: start)
    let end = bytes.count
    @inline(__always) func unit(_ place: Int) -> UInt32 {
      let first = UInt32(bytes[place])
      let second = UInt32(bytes[place + 1])
      return bigEndian ? first << 8 | second : second << 8 | first
    }
    var place = start
    while place + 2 <= end {
      var scalar = unit(place)
      var width = 2
      if scalar & 0xF800 == 0xD800 {
        if scalar < 0xDC00, place + 4 <= end, unit(place + 2) & 0xFC00 == 0xDC00 {
          scalar = 0x10000 + (scalar & 0x3FF) << 10 + unit(place + 2) & 0x3FF
          width = 4
        } else {
          problems.add(.loneSurrogate, at: place, count: 2)
          scalar = 0xFFFD
        }
      }
      map.append(width: utf8.append(scalar), bytes: width)
      place += width
    }
    if place < end {
      problems.add(.truncatedTail, at: place, count: 1)
      map.append(width: utf8.append(0xFFFD), bytes: 1)
    }
    return (utf8, map)
  }
}

extension [UInt8] {
  /// Appends a scalar as UTF-8 and returns the number of bytes.
  @inline(__always)
  mutating func append(_ scalar: UInt32) -> Int {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (scalar >> shift) & 0x3F) }
    switch scalar {
    case ..<0x80:
      append(UInt8(scalar))
      return 1
    case ..<0x800:
      append(UInt8(0xC0 | scalar >> 6))
      append(tail(0))
      return 2
    case ..<0x10000:
      append(UInt8(0xE0 | scalar >> 12))
      append(tail(6))
      append(tail(0))
      return 3
    default:
      append(UInt8(0xF0 | (scalar >> 18) & 7))
      append(tail(12))
      append(tail(6))
      append(tail(0))
      return 4
    }
  }
}
