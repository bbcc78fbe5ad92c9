#if Rescan
  import Foundation

  /// Finds pages whose texts are the same after folding, or, under the same title, nearly so: pages of
  /// one template are alike by more than their own words.
  struct DuplicatePages {
    /// Places of two sketches that must agree.
    static let near = 60
    private static let bandRows = 4

    private var indices: [Int32] = []
    private var contents: [Int64] = []
    private var titles: [Int] = []
    private var numbers: [String: Int] = [:]
    private var sketches: [UInt16] = []

    mutating func take(_ page: Int, title: String, content: Int64, sketch: Data) {
      guard sketch.count == TextSketch.places * 2 else { return }
      let title = PageTitle.own(title)
      let number = numbers[title] ?? numbers.count
      numbers[title] = number
      titles.append(number)
      indices.append(Int32(page))
      contents.append(content)
      sketch.withUnsafeBytes { bytes in
        for place in 0..<TextSketch.places {
          sketches.append(
            UInt16(
              littleEndian: bytes.loadUnaligned(fromByteOffset: place * 2, as: UInt16.self)))
        }
      }
    }

    /// For every page that repeats an earlier one: the first of that text, and how alike they are; 1
    /// means the same text.
    /// O(n log n) for n pages.
    func pairs() -> [(page: Int, first: Int, share: Double)] {
      var first: [Int64: Int] = [:]
      var found: [Int: (first: Int, equal: Int)] = [:]
      for number in contents.indices {
        if let earlier = first[contents[number]] {
          found[number] = (earlier, TextSketch.places + 1)
        } else {
          first[contents[number]] = number
        }
      }
      var keys: [UInt64] = []
      keys.reserveCapacity(contents.count)
      for band in 0..<TextSketch.places / Self.bandRows {
        keys.removeAll(keepingCapacity: true)
        for number in contents.indices where found[number] == nil {
          var hash = UInt64(titles[number]) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(band)
          for row in 0..<Self.bandRows {
            hash ^= UInt64(sketches[number * TextSketch.places + band * Self.bandRows + row])
            hash = (hash ^ hash >> 30) &* 0xBF58_476D_1CE4_E5B9
          }
          keys.append(hash & ~0xFFFF_FFFF | UInt64(number))
        }
        keys.sort()
        var start = 0
        for index in keys.indices {
          if keys[index] >> 32 != keys[start] >> 32 { start = index }
          guard index > start else { continue }
          compare(Int(keys[index] & 0xFFFF_FFFF), Int(keys[start] & 0xFFFF_FFFF), &found)
        }
      }
      return found.keys.sorted().map { number in
        let (earlier, equal) = found[number]!
        return (
          Int(indices[number]), Int(indices[earlier]),
          equal > TextSketch.places
            ? 1 : min(0.99, Double(equal) / Double(TextSketch.places))
        )
      }
    }

    private func compare(
      _ number: Int, _ earlier: Int, _ found: inout [Int: (first: Int, equal: Int)]
    ) {
      if let known = found[number], known.equal >= TextSketch.places { return }
      var equal = 0
      for place in 0..<TextSketch.places
      where sketches[number * TextSketch.places + place]
        == sketches[earlier * TextSketch.places + place]
      {
        equal += 1
      }
      guard equal >= Self.near, equal > found[number]?.equal ?? 0 else { return }
      found[number] = (earlier, equal)
    }
  }
#endif
