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
  /// Pages of 256 units that hold a used one.
  var usedPages: Set<Int> = []
  var singleLow: UInt32 = 1
  var codeEnd: UInt32 = 1
  var maxLength = 1

  /// Where in each kept term its anchor lies; 0 for terms of one or two units.
  var anchors: [UInt8] = []
  /// Codes of first and of second units of anchors.
  var first: Range<UInt32> = 1..<1
  var second: Range<UInt32> = 1..<1

  init(
    _ terms: [[UInt32]], _ map: UnitMap, _ frequencies: UnitFrequencies?,
    _ duplicates: DuplicateTerms
  ) throws(AutomatonError) {
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
    try dropDuplicates(duplicates)
    chooseAnchors(frequencies ?? UnitFrequencies(counting: self))
    try makeAlphabet(map)
    codes = units.map { codeOfUnit[Int($0)] }
  }

  @inline(__always)
  func range(_ term: Int) -> Range<Int> { Int(starts[term])..<Int(starts[term + 1]) }

  private mutating func chooseAnchors(_ frequencies: UnitFrequencies) {
    anchors.reserveCapacity(kept.count)
    units.withUnsafeBufferPointer { units in
      for term in kept {
        anchors.append(UInt8(Anchors.rarest(units, range(Int(term)), frequencies)))
      }
    }
  }

  /// Which parts a unit plays.
  private enum Part {
    static let first: UInt8 = 1
    static let second: UInt8 = 2
    static let single: UInt8 = 4
    /// Places in the order of codes: first, first and second, second, neither, and terms of one unit.
    static let order: [UInt8] = [3, 0, 2, 1, 4, 4, 4, 4]
  }

  /// Units in an order that makes each part one range of codes, so that comparisons tell them;
  /// within it by descending frequency.
  private mutating func makeAlphabet(_ map: UnitMap) throws(AutomatonError) {
    let produced = Self.producedByChangedPages(map)
    var count = [UInt32](repeating: 0, count: UnitMap.scalarCount)
    var used: [UInt32] = []
    for (position, unit) in units.enumerated() {
      guard unit < UInt32(UnitMap.scalarCount), unit >> 11 != 0x1B else {
        throw .termNeverMatches(index: term(at: position), unit: unit)
      }
      if count[Int(unit)] == 0 {
        guard map.isIdentityPage(Int(unit >> 8)) || produced.contains(unit) else {
          throw .termNeverMatches(index: term(at: position), unit: unit)
        }
        used.append(unit)
      }
      count[Int(unit)] += 1
    }
    var parts = [UInt8](repeating: 0, count: UnitMap.scalarCount)
    for (k, term) in kept.enumerated() {
      let range = range(Int(term))
      let at = range.lowerBound + Int(anchors[k])
      if range.count == 1 {
        parts[Int(units[at])] |= Part.single
      } else {
        parts[Int(units[at])] |= Part.first
        parts[Int(units[at + 1])] |= Part.second
      }
    }
    let limit = Int(ZK_EVENT) - 1
    guard used.count <= limit else { throw .alphabetTooLarge(units: used.count, limit: limit) }
    used.sort { a, b in
      let p = Part.order[Int(parts[Int(a)])]
      let q = Part.order[Int(parts[Int(b)])]
      if p != q { return p < q }
      let x = count[Int(a)]
      let y = count[Int(b)]
      return x != y ? x > y : a < b
    }
    codeOfUnit = [UInt16](repeating: 0, count: UnitMap.scalarCount)
    codeEnd = UInt32(used.count) + 1
    var ends = [UInt32](repeating: 1, count: 5)  // where the codes of each place end
    for (k, unit) in used.enumerated() {
      codeOfUnit[Int(unit)] = UInt16(k + 1)
      usedPages.insert(Int(unit >> 8))
      for place in Int(Part.order[Int(parts[Int(unit)])])..<5 { ends[place] = UInt32(k + 2) }
    }
    singleLow = ends[3]
    first = 1..<ends[1]
    second = ends[0]..<ends[2]
    // A term of one unit that also begins a longer one lies outside of the ranges.
    if used.contains(where: { parts[Int($0)] > Part.single }) {
      first = 1..<codeEnd
      second = 1..<codeEnd
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

  /// Units that some code point of the pages gives that differ from identity.
  private static func producedByChangedPages(_ map: UnitMap) -> Set<UInt32> {
    var produced: Set<UInt32> = []
    for page in map.changedPages {
      for scalar in UInt32(page * 256)..<UInt32(page * 256 + 256)
      where scalar >> 11 != 0x1B && map.role(of: scalar) != .skip {
        if let unit = map.unit(of: scalar) {
          produced.insert(unit)
        } else {
          produced.formUnion(map.units(of: scalar))
        }
      }
    }
    return produced
  }

  private mutating func dropDuplicates(_ policy: DuplicateTerms) throws(AutomatonError) {
    let terms = starts.count - 1
    kept.reserveCapacity(terms)
    var bits = 4
    while 1 << bits < terms * 2 { bits += 1 }
    var table = [UInt32](repeating: .max, count: 1 << bits)
    var failure: AutomatonError?
    units.withUnsafeBufferPointer { units in
      for term in 0..<terms {
        let range = range(term)
        var hash = UInt64(range.count)
        for k in range {
          hash = (hash ^ UInt64(units[k])) &* 0x9E37_79B9_7F4A_7C15; hash ^= hash >> 29
        }
        var slot = Int(truncatingIfNeeded: hash >> 20) & (table.count - 1)
        var same: UInt32?
        while table[slot] != .max {
          let other = self.range(Int(table[slot]))
          if other.count == range.count,
            zip(other, range).allSatisfy({ units[$0] == units[$1] })
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
