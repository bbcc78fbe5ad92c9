#if Rescan
  /// A text in 128 bytes, such that the share of equal places of two sketches estimates the share of
  /// four-character pieces the texts have in common (one-permutation MinHash; Li, Owen and Zhang 2012).
  struct TextSketch: Sendable {
    static let places = 64
    /// Characters a text must have to be compared at all.
    static let least = 120

    private var lowest = [UInt64](repeating: .max, count: places)
    private var window: UInt64 = 0
    /// Characters taken.
    private(set) var count = 0
    private var exact: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func take(_ unit: UInt32) {
      count += 1
      exact = (exact ^ UInt64(unit)) &* 0x0000_0100_0000_01B3
      window = window << 16 | UInt64(unit & 0xFFFF)
      guard count >= 4 else { return }
      var hash = (window ^ window >> 31) &* 0x9E37_79B9_7F4A_7C15
      hash = (hash ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 32
      let place = Int(hash >> 58)
      if hash < lowest[place] { lowest[place] = hash }
    }

    /// The number of the whole text.
    var content: Int64 { Int64(bitPattern: exact ^ UInt64(count)) }

    /// Two bytes for every place; empty places borrow from the next that is not.
    var stored: [UInt8] {
      guard count >= Self.least else { return [] }
      var filled = lowest
      var last: UInt64 = 0
      for index in (0..<2 * Self.places).reversed() {
        let place = index % Self.places
        if lowest[place] != .max { last = lowest[place] } else { filled[place] = last &+ 1 }
      }
      return filled.flatMap { word in
        // The lowest bits are the best mixed.
        [UInt8(truncatingIfNeeded: word), UInt8(truncatingIfNeeded: word >> 8)]
      }
    }
  }
#endif
