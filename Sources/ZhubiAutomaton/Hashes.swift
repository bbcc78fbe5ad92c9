import AutomatonKernels

/// The formulas shared by the builder and every kernel (the C side repeats them in `hashes.h`).
enum Hashes {
  /// Positions of two-unit terms have bit 3 clear, those of trigrams have it set: they never mix.
  static let split: UInt32 = 8 | 8 << 5

  /// Top bits select a 32-bit word of the filter, the low ten bits two bit positions in it.
  @inline(__always)
  static func pair(_ pair: UInt32, shift: UInt32) -> UInt32 { (pair &* 0x9E37_79B1) &>> shift }

  @inline(__always)
  static func shift(filterBits: UInt32) -> UInt32 { 32 &- (filterBits &+ 5) }

  /// The third unit moves the two positions of a trigram inside the word of its first two units.
  @inline(__always)
  static func third(_ c: UInt32) -> UInt32 { (c &* 0x85EB_CA6B) &>> 22 }

  @inline(__always)
  static func pairMask(_ h: UInt32) -> UInt32 {
    let h = h & ~split
    return 1 &<< (h & 31) | 1 &<< (h &>> 5 & 31)
  }

  @inline(__always)
  static func tripleMask(_ s: UInt32) -> UInt32 {
    let s = s | split
    return 1 &<< (s & 31) | 1 &<< (s &>> 5 & 31)
  }

  /// Fingerprint of three units; never the mark of an empty slot.
  @inline(__always)
  static func tripleKey(_ pair: UInt32, _ c: UInt32) -> UInt32 {
    let key = (pair &* 0xC2B2_AE35) ^ ((c &* 0x27D4_EB2F) &<< 7) ^ (c &* 0x1656_67B1)
    return key == .max ? 0 : key
  }

  @inline(__always)
  static func line(_ key: UInt32, _ lines: UInt32) -> UInt32 {
    let mixed = (key &* 0x85EB_CA6B) ^ (key &>> 15)
    return UInt32(truncatingIfNeeded: (UInt64(mixed) &* UInt64(lines)) &>> 32)
  }
}
