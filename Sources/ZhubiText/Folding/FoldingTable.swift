/// Builds the two-stage table of a folding; equal blocks and equal folds are stored once.
struct FoldingTable {
  private var index: [UInt16] = []
  private var entries: [UInt32] = []
  private var pool: [UInt32] = []
  private var block: [UInt32] = []
  private var blocks: [[UInt32]: UInt16] = [:]
  private var places: [[UInt32]: UInt32] = [:]

  /// Adds the next code point; they come in order from U+0000 to U+10FFFF.
  mutating func append(_ c: UInt32, units: [UInt32], unitClass: UnitClass) {
    var entry: UInt32
    switch units.count {
    case 0: entry = Folding.none
    case 1: entry = (units[0] &- c) & Folding.payloadMask
    default:
      if let place = places[units] {
        entry = Folding.several | place
      } else {
        entry = Folding.several | UInt32(pool.count)
        places[units] = UInt32(pool.count)
        pool.append(UInt32(units.count))
        pool += units
      }
    }
    entry |= UInt32(unitClass.rawValue) << Folding.classShift
    block.append(entry)
    guard block.count == 64 else { return }
    if let known = blocks[block] {
      index.append(known)
    } else {
      let number = UInt16(entries.count >> 6)
      blocks[block] = number
      index.append(number)
      entries += block
    }
    block.removeAll(keepingCapacity: true)
  }

  func finished(icuVersion: UInt32, unicodeVersion: UInt32) -> Folding {
    // The serialised form is hashed in words of eight bytes.
    let pool = pool.count % 2 == 0 ? pool : pool + [0]
    let image = FoldingImage(
      index: index, entries: entries, pool: pool, icuVersion: icuVersion,
      unicodeVersion: unicodeVersion)
    return Folding(
      index: index, entries: entries, pool: pool, signature: image.signature,
      icuVersion: icuVersion, unicodeVersion: unicodeVersion)
  }
}
