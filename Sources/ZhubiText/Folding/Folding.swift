/// The folding of Zhubi: which characters count as the same when texts and terms are compared.
///
/// fold(c) is context-free: canonical decomposition without marks, NFKC_Casefold, one representative
/// for all traditional, simplified and variant forms of a Han character, decimal digits as 0...9,
/// spaces as U+0020, line breaks as U+000A. Each unit is its own fold, and canonically equivalent
/// strings fold alike. A lookup is two loads from a table; ICU is called by `computed()` only.
public struct Folding: Sendable {
  /// Index of a block of `entries` for each 64 code points.
  @usableFromInline let index: [UInt16]
  /// For each code point: bits 0-20 distance from scalar to unit (modulo 2^21) or place in `pool`,
  /// bits 21-22 kind (0 single, 1 none, 2 several), bits 23-26 class.
  @usableFromInline let entries: [UInt32]
  /// Folds of several units: the count, then the units.
  @usableFromInline let pool: [UInt32]
  /// A number that changes whenever ICU, Unicode or our own unifications change the table.
  public let signature: UInt64
  /// The version of ICU that computed the table, one byte per part: 0x48010000 is 72.1.
  public let icuVersion: UInt32
  /// The version of Unicode behind the table, one byte per part.
  public let unicodeVersion: UInt32

  @usableFromInline static let payloadMask: UInt32 = 0x1F_FFFF
  @usableFromInline static let kindMask: UInt32 = 3 << 21
  @usableFromInline static let none: UInt32 = 1 << 21
  @usableFromInline static let several: UInt32 = 2 << 21
  @usableFromInline static let classShift: UInt32 = 23

  init(
    index: [UInt16], entries: [UInt32], pool: [UInt32], signature: UInt64, icuVersion: UInt32,
    unicodeVersion: UInt32
  ) {
    self.index = index
    self.entries = entries
    self.pool = pool
    self.signature = signature
    self.icuVersion = icuVersion
    self.unicodeVersion = unicodeVersion
  }

  /// The table entry of a scalar; values above U+10FFFF are read as U+FFFD.
  @inlinable @inline(__always) func entry(_ scalar: UInt32) -> UInt32 {
    let c = Int(scalar <= 0x10FFFF ? scalar : 0xFFFD)
    return entries[Int(index[c >> 6]) << 6 | c & 63]
  }

  /// The only unit of the scalar's fold, or nil when the fold has no unit or several. O(1).
  @inlinable public func unit(_ scalar: UInt32) -> UInt32? {
    let entry = entry(scalar)
    guard entry & Self.kindMask == 0 else { return nil }
    return (scalar &+ entry) & Self.payloadMask
  }

  /// The class of the original scalar. O(1).
  @inlinable public func unitClass(_ scalar: UInt32) -> UnitClass {
    Self.unitClass(ofEntry: entry(scalar))
  }

  @inlinable static func unitClass(ofEntry entry: UInt32) -> UnitClass {
    UnitClass(rawValue: UInt8(truncatingIfNeeded: entry >> classShift)) ?? .other
  }

  /// Appends the fold of one scalar: no unit for skipped characters, at most 18.
  @inlinable public func fold(_ scalar: UInt32, into units: inout [UInt32]) {
    let entry = entry(scalar)
    switch entry & Self.kindMask {
    case 0: units.append((scalar &+ entry) & Self.payloadMask)
    case Self.several:
      let place = Int(entry & Self.payloadMask)
      units.append(contentsOf: pool[place + 1...place + Int(pool[place])])
    default: break
    }
  }

  /// The fold of a string, scalar by scalar, for the terms of a lexicon.
  ///
  /// The context rules of `FoldedText` (broken lines, glosses) are not applied.
  public func fold(_ text: String) -> [UInt32] {
    var units: [UInt32] = []
    units.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { fold(scalar.value, into: &units) }
    return units
  }

  /// The part the scalar plays in the context rules of `FoldedText`. O(1).
  public func roles(of scalar: UInt32) -> FoldingRoles {
    switch unitClass(scalar) {
    case .han: return .han
    case .skip: return .skip
    case .newline: return .lineBreak
    case .space: return .indent
    case .open: return scalar == 0x28 || scalar == 0xFF08 ? .glossOpen : []
    case .close: return scalar == 0x29 || scalar == 0xFF09 ? .glossClose : []
    case .letter:
      guard let unit = unit(scalar), unit >= 0x61, unit <= 0x7A,
        Unicode.Scalar(scalar)?.properties.generalCategory == .lowercaseLetter
      else { return [] }
      switch unit {
      case 0x61, 0x65, 0x69, 0x6F, 0x75: return [.glossLetter, .glossVowel]
      default: return .glossLetter
      }
    default: return []
    }
  }
}
