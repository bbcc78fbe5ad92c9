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
}
