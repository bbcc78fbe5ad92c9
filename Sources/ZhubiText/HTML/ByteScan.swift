/// Skipping over bytes that do not matter, eight at a time.
enum ByteScan {
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  /// The index of the first `byte` in `bytes[from..<end]`, or `end`.
  ///
  /// The lowest flag of `zeroBytes` is always exact; higher ones may lie, and are not read.
  @inline(__always)
  static func first(_ byte: UInt8, in bytes: [UInt8], from: Int, to end: Int) -> Int {
    var i = from
    // Most runs of a page are short: a few plain steps before the words.
    let near = min(end, from &+ 4)
    while i < near {
      if bytes[i] == byte { return i }
      i &+= 1
    }
    return far(byte, byte, in: bytes, from: i, to: end)
  }

  /// The index of the first `one` or `other` in `bytes[from..<end]`, or `end`.
  @inline(__always)
  static func first(
    _ one: UInt8, or other: UInt8, in bytes: [UInt8], from: Int, to end: Int
  ) -> Int {
    var i = from
    let near = min(end, from &+ 4)
    while i < near {
      if bytes[i] == one || bytes[i] == other { return i }
      i &+= 1
    }
    return far(one, other, in: bytes, from: i, to: end)
  }

  @inline(never)
  private static func far(
    _ one: UInt8, _ other: UInt8, in bytes: [UInt8], from: Int, to end: Int
  ) -> Int {
    precondition(from >= 0 && end <= bytes.count)
    return bytes.withUnsafeBytes { raw in
      let pattern = UInt64(one) &* 0x0101_0101_0101_0101
      let second = UInt64(other) &* 0x0101_0101_0101_0101
      var i = from
      while i &+ 8 <= end {
        let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
        let hits = zeroBytes(word ^ pattern) | zeroBytes(word ^ second)
        if hits != 0 { return i &+ hits.trailingZeroBitCount >> 3 }
        i &+= 8
      }
      while i < end {
        if raw[i] == one || raw[i] == other { return i }
        i &+= 1
      }
      return end
    }
  }
}

extension UInt8 {
  /// Tab, line feed, form feed, carriage return or space: what the standard's tokenizer skips.
  @inline(__always) var isHTMLSpace: Bool {
    self <= 0x20 && (self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C)
  }

  @inline(__always) var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }

  @inline(__always) var isASCIIDigit: Bool { self &- 0x30 < 10 }

  /// An ASCII capital made small; every other byte as it is.
  @inline(__always) var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
