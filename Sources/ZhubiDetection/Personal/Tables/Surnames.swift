import Synchronization
import ZhubiText

/// Surnames, and the common words that only look like the beginning of a name; folded.
final class Surnames: Sendable {
  private let single: UnitSet
  private let common: UnitSet
  /// With what a surname of one or two characters may begin.
  private let firsts: UnitSet
  private let compound: Set<UInt64>
  private let stops: Set<UInt64>

  private static let cache = Mutex<[UInt64: Surnames]>([:])

  static func folded(by folding: Folding) -> Surnames {
    cache.withLock { known in
      if let made = known[folding.signature] { return made }
      let made = Surnames(folding: folding)
      known[folding.signature] = made
      return made
    }
  }

  private init(folding: Folding) {
    var common: Set<UInt32> = []
    var rare: Set<UInt32> = []
    var compound: Set<UInt64> = []
    var stops: Set<UInt64> = []
    func pair(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64? {
      var units: [UInt32] = []
      var reader = UTF8Reader(word)
      while let scalar = reader.next() { folding.fold(scalar, into: &units) }
      return units.count == 2 ? Self.key(units[0], units[1]) : nil
    }
    TableBytes.surnames.forEachRow { fields in
      let kind = fields[0].text
      for word in fields[1].words {
        if kind == "compound" {
          if let key = pair(word) { compound.insert(key) }
          continue
        }
        var reader = UTF8Reader(word)
        guard let scalar = reader.next(), let unit = folding.unit(scalar) else { continue }
        if kind == "common" { common.insert(unit) } else { rare.insert(unit) }
      }
    }
    TableBytes.nameStops.forEachRow { fields in
      for word in fields[1].words { if let key = pair(word) { stops.insert(key) } }
    }
    single = UnitSet(common.union(rare))
    self.common = UnitSet(common)
    firsts = UnitSet(common.union(rare).union(compound.map { UInt32($0 >> 32) }))
    self.compound = compound
    self.stops = stops
  }

  private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) << 32 | UInt64(second)
  }

  /// How many units the surname at a place takes: 2 for a compound one, 0 for none.
  func length(_ first: UInt32, _ second: UInt32) -> Int {
    guard firsts.contains(first) else { return 0 }
    let pair = Self.key(first, second)
    if compound.contains(pair) { return 2 }
    if stops.contains(pair) { return 0 }
    return single.contains(first) ? 1 : 0
  }

  func isCommon(_ unit: UInt32) -> Bool { common.contains(unit) }
}
