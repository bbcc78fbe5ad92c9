#if Rescan
  import ZhubiText

  /// Which pairs of neighbouring folded characters a document has, in a few bits for each.
  ///
  /// A Bloom filter: it may name a pair the document lacks, and never misses one the engine could
  /// see. Pairs across what the engine may skip (a broken line, a gloss) are entered beside those
  /// that stand next to each other.
  struct BigramFilter: Sendable {
    /// A power of two of bits, at most half of them set unless the document is huge.
    private(set) var words: [UInt64]

    fileprivate static let probes = 3
    private static let least = 16
    private static let most = 1 << 18

    init(_ document: Document, folding: Folding) {
      let bytes = document.parts.reduce(0) { $0 + $1.utf8.count }
      var count = Self.least
      while count < Self.most, count * 64 < bytes * 4 { count *= 2 }
      words = Array(repeating: 0, count: count)
      for part in document.parts { enter(part.utf8, folding) }
      shrink()
    }

    /// The bytes to store.
    var stored: [UInt8] {
      words.flatMap { word in withUnsafeBytes(of: word.littleEndian) { Array($0) } }
    }

    /// The number of a pair, the same in every process.
    static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
      var key = UInt64(first) << 32 | UInt64(second)
      key = (key ^ key >> 29) &* 0xBF58_476D_1CE4_E5B9
      key = (key ^ key >> 32) &* 0x94D0_49BB_1331_11EB
      return key ^ key >> 31
    }

    /// The share of bits that are set.
    var density: Double {
      Double(words.reduce(0) { $0 + $1.nonzeroBitCount }) / Double(words.count * 64)
    }

    /// The bit a probe looks at, before it is cut to the size of the filter.
    fileprivate static func place(_ key: UInt64, _ probe: Int) -> Int {
      Int(truncatingIfNeeded: key >> UInt64(probe * 20)) & (1 << 24 - 1)
    }

    private mutating func enter(_ utf8: [UInt8], _ folding: Folding) {
      let mask = words.count * 64 - 1
      words.withUnsafeMutableBufferPointer { words in
        func enter(_ first: UInt32, _ second: UInt32) {
          let key = Self.key(first, second)
          for probe in 0..<Self.probes {
            let bit = Self.place(key, probe) & mask
            words[bit >> 6] |= 1 << UInt64(bit & 63)
          }
        }
        var previous: UInt32 = 0
        // The last Han character, as long as everything behind it may be skipped.
        var bridge: UInt32?
        var units: [UInt32] = []
        for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
          let unitClass = folding.unitClass(scalar.value)
          units.removeAll(keepingCapacity: true)
          if let unit = folding.unit(scalar.value) {
            units.append(unit)
          } else {
            folding.fold(scalar.value, into: &units)
          }
          for unit in units {
            enter(previous, unit)
            if let bridge, bridge != previous { enter(bridge, unit) }
            previous = unit
          }
          switch unitClass {
          case .han: bridge = previous
          case .skip, .space, .newline, .letter, .open, .close: break
          default: bridge = nil
          }
        }
      }
    }

    /// Halves the filter while it stays at most half full.
    private mutating func shrink() {
      while words.count > Self.least {
        let half = words.count / 2
        var folded: [UInt64] = []
        folded.reserveCapacity(half)
        for index in 0..<half { folded.append(words[index] | words[index + half]) }
        let ones = folded.reduce(0) { $0 + $1.nonzeroBitCount }
        if ones * 2 > half * 64 { return }
        words = folded
      }
    }
  }

  /// A filter where it is stored, asked without being copied.
  struct StoredFilter {
    private let bytes: UnsafeRawBufferPointer
    private let mask: Int

    /// Nil when the bytes are no filter.
    init?(_ bytes: UnsafeRawBufferPointer) {
      guard bytes.count >= 8, bytes.count.nonzeroBitCount == 1 else { return nil }
      self.bytes = bytes
      mask = bytes.count * 8 - 1
    }

    /// Whether the pair may stand in the document.
    func mayContain(_ key: UInt64) -> Bool {
      for probe in 0..<BigramFilter.probes {
        let bit = BigramFilter.place(key, probe) & mask
        // Words are stored with their lowest byte first, so bits count through the bytes.
        if bytes[bit >> 3] & (1 << UInt8(bit & 7)) == 0 { return false }
      }
      return true
    }

    /// Whether the wording may stand in the document: all its pairs do.
    func mayHold(_ wording: WordingPairs) -> Bool { wording.keys.allSatisfy(mayContain) }
  }

  /// The pairs of one wording: all of them must stand in a document for the wording to stand there.
  /// Without pairs (a wording of one character) any document may hold it.
  struct WordingPairs: Sendable, Hashable {
    var keys: [UInt64]

    init(_ units: [UInt32]) {
      keys = zip(units, units.dropFirst()).map { BigramFilter.key($0, $1) }
    }

    init(keys: [UInt64]) { self.keys = keys }
  }
#endif
