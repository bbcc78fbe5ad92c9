/// Where each term of three or more units is looked for: at its rarest three units.
struct Anchors {
  struct Triple {
    var key: UInt32
    var pair: UInt32
    var third: UInt16
    var offset: UInt8
    var term: UInt32
  }

  /// Anchors of terms of three or more units, those with equal keys side by side.
  var triples: [Triple] = []
  /// Terms of two units.
  var pairs: [UInt32] = []
  /// Terms of one unit.
  var singles: [UInt32] = []
  /// How many different keys `triples` has.
  var distinct = 0

  init(_ terms: TermCodes) {
    var found: [Triple] = []
    found.reserveCapacity(terms.kept.count)
    terms.codes.withUnsafeBufferPointer { codes in
      for (k, term) in terms.kept.enumerated() {
        let range = terms.range(Int(term))
        switch range.count {
        case 1: singles.append(term)
        case 2: pairs.append(term)
        default:
          let at = range.lowerBound + Int(terms.anchors[k])
          let pair = UInt32(codes[at]) | UInt32(codes[at + 1]) << 16
          let key = Hashes.tripleKey(pair, UInt32(codes[at + 2]))
          found.append(
            Triple(
              key: key, pair: pair, third: codes[at + 2], offset: terms.anchors[k], term: term))
        }
      }
    }
    let order = Self.order(found.map(\.key))
    triples.reserveCapacity(found.count)
    for k in order { triples.append(found[Int(k)]) }
    for k in triples.indices where k == 0 || triples[k].key != triples[k - 1].key { distinct += 1 }
  }

  /// Start of the three units with the smallest expected count, estimated as a chain of pairs; a rare
  /// first pair counts a little on its own, because it keeps the filter word empty.
  static func rarest(
    _ units: UnsafeBufferPointer<UInt32>, _ range: Range<Int>, _ frequencies: UnitFrequencies
  ) -> Int {
    guard range.count > 3 else { return 0 }
    var best = 0
    var low = Double.infinity
    var first = frequencies.pair(units[range.lowerBound], units[range.lowerBound + 1])
    for k in range.lowerBound..<range.upperBound - 2 {
      let second = frequencies.pair(units[k + 1], units[k + 2])
      let cost = first * second / (frequencies.unit(units[k + 1]) + 1) + 0.02 * first
      if cost < low {
        low = cost
        best = k - range.lowerBound
      }
      first = second
    }
    return best
  }

  /// Indices in ascending order of keys, equal keys in order of index: a radix sort of two passes.
  private static func order(_ keys: [UInt32]) -> [UInt32] {
    var from = keys.indices.map { UInt32($0) }
    if keys.count < 1 << 12 {
      return from.sorted {
        keys[Int($0)] != keys[Int($1)] ? keys[Int($0)] < keys[Int($1)] : $0 < $1
      }
    }
    var to = from
    for shift in [UInt32(0), 16] {
      var next = [Int](repeating: 0, count: 1 << 16 + 1)
      for key in keys { next[Int(key >> shift & 0xFFFF) + 1] += 1 }
      for k in 1..<next.count { next[k] += next[k - 1] }
      for k in from {
        let digit = Int(keys[Int(k)] >> shift & 0xFFFF)
        to[next[digit]] = k
        next[digit] += 1
      }
      swap(&from, &to)
    }
    return from
  }
}
