import AutomatonKernels

/// What to do with a term that is the same sequence of units as an earlier one.
public enum DuplicateTerms: Sendable, Hashable {
  /// The build fails with `AutomatonError.duplicateTerm`.
  case refuse
  /// The earlier one is reported, the later one never.
  case keepFirst
}

/// The terms as one flat array of codes, and the alphabet that gives the codes.
struct TermCodes {
  /// Units of all terms one after the other.
  var units: [UInt32] = []
  var codes: [UInt16] = []
  var starts: [Int32] = [0]
  /// Terms that are built, in order of their index; the others are duplicates.
  var kept: [UInt32] = []
  /// Code by unit, 0 when no term uses it.
  var codeOfUnit: [UInt16] = []
  var singleLow: UInt32 = 1
  var codeEnd: UInt32 = 1
  var maxLength = 1

  init(_ terms: [[UInt32]], _ map: UnitMap, _ duplicates: DuplicateTerms) throws(AutomatonError) {
    let limit = Int(Int32.max)
    guard terms.count < limit else { throw .tooManyTerms(count: terms.count, limit: limit) }
    let longest = Int(ZK_MAX_TERM)
    starts.reserveCapacity(terms.count + 1)
    units.reserveCapacity(terms.count * 4)
    for (index, term) in terms.enumerated() {
      if term.isEmpty { throw .emptyTerm(index: index) }
      if term.count > longest {
        throw .termTooLong(index: index, units: term.count, limit: longest)
      }
      units.append(contentsOf: term)
      if units.count > limit { throw .imageTooLarge }
      starts.append(Int32(units.count))
      maxLength = max(maxLength, term.count)
    }
    try makeAlphabet(map)
    codes = units.map { codeOfUnit[Int($0)] }
    try dropDuplicates(duplicates)
  }

  @inline(__always)
  func range(_ term: Int) -> Range<Int> { Int(starts[term])..<Int(starts[term + 1]) }

  /// Codes by descending frequency, so that frequent ones share cache lines; units that are terms of
  /// their own come last, so that a comparison finds them.
  private mutating func makeAlphabet(_ map: UnitMap) throws(AutomatonError) {
    let producible = Self.producible(map)
    var count = [UInt32](repeating: 0, count: UnitMap.scalarCount)
    for (position, unit) in units.enumerated() {
      guard unit < UInt32(UnitMap.scalarCount), producible[Int(unit)] else {
        throw .termNeverMatches(index: term(at: position), unit: unit)
      }
      count[Int(unit)] += 1
    }
    var single = [Bool](repeating: false, count: UnitMap.scalarCount)
    for term in 0..<starts.count - 1 where starts[term + 1] - starts[term] == 1 {
      single[Int(units[Int(starts[term])])] = true
    }
    var used: [UInt32] = []
    for unit in count.indices where count[unit] > 0 { used.append(UInt32(unit)) }
    let limit = Int(ZK_EVENT) - 1
    guard used.count <= limit else { throw .alphabetTooLarge(units: used.count, limit: limit) }
    used.sort { a, b in
      if single[Int(a)] != single[Int(b)] { return single[Int(b)] }
      let x = count[Int(a)]
      let y = count[Int(b)]
      return x != y ? x > y : a < b
    }
    codeOfUnit = [UInt16](repeating: 0, count: UnitMap.scalarCount)
    singleLow = UInt32(used.count) + 1
    codeEnd = UInt32(used.count) + 1
    for (k, unit) in used.enumerated() {
      codeOfUnit[Int(unit)] = UInt16(k + 1)
      if single[Int(unit)] { singleLow = min(singleLow, UInt32(k + 1)) }
    }
  }

  private func term(at position: Int) -> Int {
    var low = 0
    var high = starts.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= position { low = middle } else { high = middle }
    }
    return low
  }

  /// Units that some code point gives.
  private static func producible(_ map: UnitMap) -> [Bool] {
    var producible = [Bool](repeating: false, count: UnitMap.scalarCount)
    for page in 0..<UnitMap.scalarCount / 256 {
      let scalars = UInt32(page * 256)..<UInt32(page * 256 + 256)
      if page >> 3 == 0x1B { continue }  // surrogates
      if map.isIdentityPage(page) {
        for scalar in scalars { producible[Int(scalar)] = true }
        continue
      }
      for scalar in scalars where map.role(of: scalar) != .skip {
        for unit in map.units(of: scalar) where unit < UInt32(UnitMap.scalarCount) {
          producible[Int(unit)] = true
        }
      }
    }
    return producible
  }

  private mutating func dropDuplicates(_ policy: DuplicateTerms) throws(AutomatonError) {
    let terms = starts.count - 1
    kept.reserveCapacity(terms)
    var bits = 4
    while 1 << bits < terms * 2 { bits += 1 }
    var table = [UInt32](repeating: .max, count: 1 << bits)
    var failure: AutomatonError?
    codes.withUnsafeBufferPointer { codes in
      for term in 0..<terms {
        let range = range(term)
        var hash = UInt64(range.count)
        for k in range {
          hash = (hash ^ UInt64(codes[k])) &* 0x9E37_79B9_7F4A_7C15; hash ^= hash >> 29
        }
        var slot = Int(truncatingIfNeeded: hash >> 20) & (table.count - 1)
        var same: UInt32?
        while table[slot] != .max {
          let other = self.range(Int(table[slot]))
          if other.count == range.count,
            zip(other, range).allSatisfy({ codes[$0] == codes[$1] })
          {
            same = table[slot]
            break
          }
          slot = (slot + 1) & (table.count - 1)
        }
        if let same {
          if policy == .refuse {
            failure = .duplicateTerm(index: term, first: Int(same))
            return
          }
        } else {
          table[slot] = UInt32(term)
          kept.append(UInt32(term))
        }
      }
    }
    if let failure { throw failure }
  }
}
