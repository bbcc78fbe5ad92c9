/// How often units and pairs of units occur in running text: lets the builder anchor each term at
/// its rarest place.
///
/// Only speed depends on it, never which matches are found. Counters are hashed, so the size is fixed
/// (4 MB while building, nothing in the image).
public struct UnitFrequencies: Sendable {
  static let pairBits = 20
  var units: [UInt32]  // by hash of 16 bits
  var pairs: [UInt32]
  var total: Double = 1

  /// No knowledge: terms themselves are counted instead.
  public init() {
    units = [UInt32](repeating: 0, count: 1 << 16)
    pairs = [UInt32](repeating: 0, count: 1 << Self.pairBits)
  }

  /// Counts a sample of text as the map turns it into units; the skipping rules are not applied.
  ///
  /// - Parameter sample: UTF-8; some megabytes of the kind of text to be scanned are enough.
  public init(sample: UnsafeBufferPointer<UInt8>, map: UnitMap) {
    self.init()
    var at = 0
    var previous: UInt32 = .max
    while at < sample.count {
      let (scalar, length) = StrictUTF8.decode(sample, at)
      at += length
      guard let scalar else {
        previous = .max
        continue
      }
      if let unit = map.unit(of: scalar) {
        count(unit, after: previous)
        previous = unit
      } else {
        for unit in map.units(of: scalar) {
          count(unit, after: previous)
          previous = unit
        }
      }
    }
  }

  @inline(__always)
  mutating func count(_ unit: UInt32, after previous: UInt32) {
    units[Self.slot(unit)] &+= 1
    if previous != .max { pairs[Self.slot(previous, unit)] &+= 1 }
    total += 1
  }

  @inline(__always)
  static func slot(_ unit: UInt32) -> Int { Int((unit ^ unit >> 16) & 0xFFFF) }

  @inline(__always)
  static func slot(_ a: UInt32, _ b: UInt32) -> Int {
    let mixed = (UInt64(a) << 32 | UInt64(b)) &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed >> (64 - UInt64(pairBits)))
  }

  @inline(__always)
  func unit(_ a: UInt32) -> Double { Double(units[Self.slot(a)]) }

  /// Smoothed count of the pair.
  @inline(__always)
  func pair(_ a: UInt32, _ b: UInt32) -> Double {
    Double(pairs[Self.slot(a, b)]) + 1e-3 + unit(a) * unit(b) / total
  }
}
