/// UTF-16 to UTF-8, with lone surrogates and an odd last byte as problems.
enum UTF16Decoding {
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, bigEndian: Bool,
    problems: inout DecodingProblems
  ) -> (utf8: [UInt8], map: ByteMap) {
    var map = ByteMap(start: start)
    let end = bytes.count
    @inline(__always) func unit(_ place: Int) -> UInt32 {
      let first = UInt32(bytes[place])
      let second = UInt32(bytes[place + 1])
      return bigEndian ? first << 8 | second : second << 8 | first
    }
    // A unit is at most three bytes of UTF-8, and so is the odd last byte.
    let capacity = (end - start + 1) / 2 * 3
    let utf8 = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, written in
      guard var out = buffer.baseAddress else { return }
      let first = out
      var run = (count: 0, width: 0, bytes: 0)
      var place = start
      while place < end {
        var scalar: UInt32 = 0xFFFD
        var width = 2
        if place + 2 > end {
          problems.add(.truncatedTail, at: place, count: 1)
          width = 1
        } else {
          scalar = unit(place)
          if scalar & 0xF800 == 0xD800 {
            if scalar < 0xDC00, place + 4 <= end, unit(place + 2) & 0xFC00 == 0xDC00 {
              scalar = 0x10000 + (scalar & 0x3FF) << 10 + unit(place + 2) & 0x3FF
              width = 4
            } else {
              problems.add(.loneSurrogate, at: place, count: 2)
              scalar = 0xFFFD
            }
          }
        }
        let before = out
        StrictUTF8.write(scalar, to: &out)
        if run.width != out - before || run.bytes != width {
          map.append(count: run.count, width: run.width, bytes: run.bytes)
          run = (0, out - before, width)
        }
        run.count += 1
        place += width
      }
      map.append(count: run.count, width: run.width, bytes: run.bytes)
      written = out - first
    }
    return (utf8, map)
  }
}
