/// One run over a text that folds it and applies the context rules of `FoldingRoles`.
struct TextFolder {
  private let utf8: UnsafeBufferPointer<UInt8>
  private let end: Int
  private let folding: Folding
  private let start: Int
  private let joinsLines: Bool

  init(
    _ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ folding: Folding, joinsLines: Bool
  ) {
    self.joinsLines = joinsLines
    self.utf8 = utf8
    self.folding = folding
    start = range.lowerBound
    end = range.upperBound
  }

  /// The units, their classes, and their places as `FoldedText` stores them.
  func run() -> (units: [UInt32], classes: [UnitClass], places: [Int]) {
    var units: [UInt32] = []
    var classes: [UnitClass] = []
    var places: [Int] = []
    let estimate = (end - start) / 5 * 2 + 8
    units.reserveCapacity(estimate)
    classes.reserveCapacity(estimate)
    places.reserveCapacity(estimate)
    var place = start
    while place < end {
      let (scalar, width) = StrictUTF8.scalar(utf8, at: place, end: end)
      let entry = folding.entry(scalar)
      let unitClass = Folding.unitClass(ofEntry: entry)
      if entry & Folding.kindMask == Folding.none || isFirstOfTwo(scalar, at: place) {
        place += width
        continue
      }
      if entry & Folding.kindMask == 0 {
        units.append((scalar &+ entry) & Folding.payloadMask)
        classes.append(unitClass)
        places.append(place << 3 | width)
      } else {
        let first = units.count
        folding.fold(scalar, into: &units)
        for _ in first..<units.count {
          classes.append(unitClass)
          places.append(place << 3 | width)
        }
      }
      place += width
      if unitClass == .han, place < end, mayStartRule(utf8[place]) {
        if let after = glossEnd(from: place) { place = after }
        if joinsLines, let after = brokenLineEnd(from: place) { place = after }
      }
    }
    return (units, classes, places)
  }

  /// A carriage return directly before a line feed.
  private func isFirstOfTwo(_ scalar: UInt32, at place: Int) -> Bool {
    scalar == 0x0D && place + 1 < end && utf8[place + 1] == 0x0A
  }

  /// No rule starts with the bytes of common Han characters (E4...E9).
  private func mayStartRule(_ byte: UInt8) -> Bool { byte < 0xE4 || byte > 0xE9 }

  /// The byte after a gloss that starts at `start`, or nil.
  private func glossEnd(from start: Int) -> Int? {
    var place = start
    var letters = 0
    var vowel = false
    var opened = false
    while place < end {
      let (scalar, width) = StrictUTF8.scalar(utf8, at: place, end: end)
      let roles = folding.roles(of: scalar)
      place += width
      if roles.isSkip { continue }
      if !opened {
        guard roles.isGlossOpen else { return nil }
        opened = true
      } else if roles.isGlossLetter {
        letters += 1
        vowel = vowel || roles.isGlossVowel
        if letters > FoldingRoles.longestGloss { return nil }
      } else {
        return roles.isGlossClose && vowel ? place : nil
      }
    }
    return nil
  }

  /// The byte of the Han character after a broken line that starts at `start`, or nil.
  private func brokenLineEnd(from start: Int) -> Int? {
    var place = start
    var broken = false
    while place < end {
      let (scalar, width) = StrictUTF8.scalar(utf8, at: place, end: end)
      switch folding.unitClass(scalar) {
      case .skip, .space: break
      case .newline:
        if isFirstOfTwo(scalar, at: place) { break }
        if broken { return nil }
        broken = true
      case .han: return broken ? place : nil
      default: return nil
      }
      place += width
    }
    return nil
  }
}
