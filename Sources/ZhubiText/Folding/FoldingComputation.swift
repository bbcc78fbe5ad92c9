import ICUShims

extension Folding {
  /// Computes the folding from the ICU of this machine (about 0.1 s); a scan reads a stored one.
  public static func computed() throws(FoldingError) -> Folding {
    var computation = try FoldingComputation()
    return try computation.run()
  }
}

/// The one place that decides what folds to what.
struct FoldingComputation {
  private var representative: [UInt32: UInt32]
  private var buffer = [UInt32](repeating: 0, count: 32)

  init() throws(FoldingError) {
    representative = try Self.representatives()
  }

  mutating func run() throws(FoldingError) -> Folding {
    var table = FoldingTable()
    var units: [UInt32] = []
    for c in UInt32(0)...0x10FFFF {
      units.removeAll(keepingCapacity: true)
      let category = icu_shims_category(c)
      // Unassigned, private use, surrogate: only default-ignorable ones are touched.
      if category == Self.unassigned || category == Self.privateUse || category == Self.surrogate,
        !icu_shims_is_default_ignorable(c)
      {
        units.append(c)
        table.append(c, units: units, unitClass: Self.isIdeographicPlane(c) ? .han : .other)
        continue
      }
      try fold(c, into: &units)
      table.append(c, units: units, unitClass: unitClass(c, units: units))
    }
    let folding = table.finished(
      icuVersion: icu_shims_version(), unicodeVersion: icu_shims_unicode_version())
    // Closed under itself: whatever comes out goes in unchanged.
    for c in UInt32(0)...0x10FFFF {
      if let unit = folding.unit(c) {
        if unit != c, folding.unit(unit) != unit { throw .notClosed(c) }
      } else {
        units.removeAll(keepingCapacity: true)
        folding.fold(c, into: &units)
        for unit in units where folding.unit(unit) != unit { throw .notClosed(c) }
      }
    }
    return folding
  }

  // MARK: One scalar

  private mutating func fold(_ c: UInt32, into units: inout [UInt32]) throws(FoldingError) {
    for part in try call("NFD", { icu_shims_canonical_decomposition(c, $0, $1) })
    where !Self.isDropped(part) {
      for folded in try call("NFKC_Casefold", { icu_shims_nfkc_casefold(part, $0, $1) }) {
        for unit in try call("NFD", { icu_shims_canonical_decomposition(folded, $0, $1) })
        where !Self.isDropped(unit) {
          units.append(single(unit))
        }
      }
    }
  }

  private func single(_ c: UInt32) -> UInt32 {
    if let other = representative[c] { return other }
    if Self.lineBreaks.contains(c) { return 0x0A }
    if c == 0x09 || icu_shims_category(c) == Self.spaceSeparator { return 0x20 }
    let digit = icu_shims_digit_value(c)
    return digit >= 0 ? 0x30 + UInt32(digit) : c
  }

  private mutating func call(
    _ step: String, _ shim: (UnsafeMutablePointer<UInt32>?, Int32) -> Int32
  ) throws(FoldingError) -> ArraySlice<UInt32> {
    let count = buffer.withUnsafeMutableBufferPointer { shim($0.baseAddress, Int32($0.count)) }
    guard count >= 0 else { throw .icu(step) }
    return buffer[0..<Int(count)]
  }

  // MARK: Han classes

  /// Scalar to the representative of its class, for every scalar that is not its own.
  private static func representatives() throws(FoldingError) -> [UInt32: UInt32] {
    var next = try simplified()
    // A cycle (苎 and 苧) is cut at its smallest member; a chain ends where it ends.
    for start in next.keys.sorted() {
      var path = [start]
      while let following = next[path[path.count - 1]] {
        if let first = path.firstIndex(of: following) {
          next[path[first...].min() ?? start] = nil
          break
        }
        path.append(following)
      }
    }
    func root(_ c: UInt32) -> UInt32 {
      var c = c
      while let following = next[c] { c = following }
      return c
    }
    for (variant, standard) in Unifications.pairs {
      let from = root(variant)
      let to = root(standard)
      if from != to { next[from] = to }
    }
    var result: [UInt32: UInt32] = [:]
    for c in next.keys { result[c] = root(c) }
    return result
  }

  /// ICU's Traditional-Simplified, one Han character at a time (a line break keeps phrases apart).
  private static func simplified() throws(FoldingError) -> [UInt32: UInt32] {
    var sources = [UInt32](repeating: 0, count: 8192)
    let count = sources.withUnsafeMutableBufferPointer {
      icu_shims_simplifiable($0.baseAddress, Int32($0.count))
    }
    guard count > 0, count <= sources.count else { throw .icu("Traditional-Simplified") }
    // Only Han: the rules also turn 「」 into curly quotation marks.
    sources = sources[0..<Int(count)].filter { $0 < 0x10000 && icu_shims_is_han($0) }
    var text: [UInt16] = []
    for c in sources { text += [UInt16(c), 0x0A] }
    let length = text.withUnsafeMutableBufferPointer {
      icu_shims_simplify($0.baseAddress, Int32($0.count), Int32($0.count))
    }
    guard Int(length) == text.count else { throw .icu("Traditional-Simplified") }
    var result: [UInt32: UInt32] = [:]
    for (place, c) in sources.enumerated() {
      guard text[2 * place + 1] == 0x0A else { throw .icu("Traditional-Simplified") }
      let target = UInt32(text[2 * place])
      if target != c { result[c] = target }
    }
    return result
  }
}
