/// Well-formed UTF-8 one character at a time, and nothing else.
enum StrictUTF8 {
  /// The scalar value that starts at the byte and its length; nil and 1 for an invalid byte.
  ///
  /// Never reads at or behind `count`.
  @inline(__always)
  static func decode(_ bytes: UnsafePointer<UInt8>, _ at: Int, _ count: Int) -> (UInt32?, Int) {
    let a = UInt32(bytes[at])
    if a < 0x80 { return (a, 1) }
    if a < 0xC2 || a > 0xF4 || at + 1 >= count { return (nil, 1) }
    let b = UInt32(bytes[at + 1])
    if b & 0xC0 != 0x80 { return (nil, 1) }
    if a < 0xE0 { return ((a & 31) << 6 | (b & 63), 2) }
    if at + 2 >= count { return (nil, 1) }
    let c = UInt32(bytes[at + 2])
    if c & 0xC0 != 0x80 { return (nil, 1) }
    if a < 0xF0 {
      let scalar = (a & 15) << 12 | (b & 63) << 6 | (c & 63)
      return scalar < 0x800 || scalar >> 11 == 0x1B ? (nil, 1) : (scalar, 3)
    }
    if at + 3 >= count { return (nil, 1) }
    let d = UInt32(bytes[at + 3])
    if d & 0xC0 != 0x80 { return (nil, 1) }
    let scalar = (a & 7) << 18 | (b & 63) << 12 | (c & 63) << 6 | (d & 63)
    return scalar < 0x10000 || scalar > 0x10FFFF ? (nil, 1) : (scalar, 4)
  }

  @inline(__always)
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (UInt32?, Int) {
    decode(bytes.baseAddress!, at, bytes.count)
  }

  /// Length of a well-formed character by its first byte.
  @inline(__always)
  static func length(lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }
}
