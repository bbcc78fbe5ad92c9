/// UTF-8 as the Unicode standard allows it: shortest forms, no surrogates, up to U+10FFFF.
enum StrictUTF8 {
  /// The scalar at `place` and its length, or U+FFFD and 1 when no valid sequence starts there.
  @inline(__always)
  static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, at place: Int, end: Int
  ) -> (scalar: UInt32, width: Int) {
    let b0 = UInt32(bytes[place])
    if b0 < 0x80 { return (b0, 1) }
    @inline(__always) func tail(_ distance: Int) -> UInt32 {
      guard place + distance < end else { return 0xFF }
      let byte = UInt32(bytes[place + distance])
      return byte & 0xC0 == 0x80 ? byte & 0x3F : 0xFF
    }
    if b0 >= 0xE0, b0 < 0xF0 {
      let b1 = tail(1)
      let b2 = tail(2)
      if b1 | b2 < 0x40 {
        let c = (b0 & 0x0F) << 12 | b1 << 6 | b2
        if c >= 0x800, c & 0xF800 != 0xD800 { return (c, 3) }
      }
    } else if b0 >= 0xC2, b0 < 0xE0 {
      let b1 = tail(1)
      if b1 < 0x40 { return ((b0 & 0x1F) << 6 | b1, 2) }
    } else if b0 >= 0xF0, b0 < 0xF5 {
      let b1 = tail(1)
      let b2 = tail(2)
      let b3 = tail(3)
      if b1 | b2 | b3 < 0x40 {
        let c = (b0 & 0x07) << 18 | b1 << 12 | b2 << 6 | b3
        if c >= 0x10000, c <= 0x10FFFF { return (c, 4) }
      }
    }
    return (0xFFFD, 1)
  }

  /// Writes a scalar and moves the pointer behind it; there must be room for four bytes at most.
  @inline(__always)
  static func write(_ scalar: UInt32, to out: inout UnsafeMutablePointer<UInt8>) {
    @inline(__always) func tail(_ shift: UInt32) -> UInt8 {
      UInt8(truncatingIfNeeded: 0x80 | (scalar >> shift) & 0x3F)
    }
    switch scalar {
    case ..<0x80:
      out[0] = UInt8(truncatingIfNeeded: scalar)
      out += 1
    case ..<0x800:
      out[0] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
      out[1] = tail(0)
      out += 2
    case ..<0x10000:
      out[0] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
      out[1] = tail(6)
      out[2] = tail(0)
      out += 3
    default:
      out[0] = UInt8(truncatingIfNeeded: 0xF0 | (scalar >> 18) & 7)
      out[1] = tail(12)
      out[2] = tail(6)
      out[3] = tail(0)
      out += 4
    }
  }
}
