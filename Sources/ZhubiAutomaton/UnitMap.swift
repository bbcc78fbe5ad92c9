/// How code points become units: plain data, handed over by whoever owns the folding.
///
/// A *unit* is a folded Unicode scalar value. Terms are sequences of units; text is turned into units
/// code point by code point through this map, and some code points vanish. The rules, exactly:
///
/// 1. **Decoding.** Strict UTF-8. A byte that is not part of a well-formed character is one element of
///    its own with role `plain`; it becomes a unit that belongs to no term.
/// 2. **Skipping.** Elements with role `skip`, and code points with no units, vanish first. The two
///    rules below see only what is left.
/// 3. **Glosses.** From left to right: a `glossOpen`, 1 to 6 `glossLetter` (counted in code points) of
///    which at least one has a vowel among its units (`a e i o u v ü`), and a `glossClose` vanish
///    together when the element before them that has not vanished has role `han`. Several glosses may
///    follow one another; the kind of bracket need not agree.
/// 4. **Wrapped lines.** A run of `indent` and `lineBreak` elements (as long as possible, looking at
///    what rules 2 and 3 left) vanishes when it holds exactly one line break, and the elements right
///    before and right after the run both have role `han`. U+000D followed by U+000A is one line break.
/// 5. **Units.** Everything left is replaced by its units, in order.
///
/// So `領(lǐng)\u{200B}導(dǎo)` gives the units of 領導, `领\n　导` those of 领导, while a blank line,
/// a space inside a line, or a bracket with anything else in it stays.
public struct UnitMap: Sendable {
  /// What a code point is for the skipping rules.
  public enum Role: UInt8, Sendable, CaseIterable {
    /// Nothing special.
    case plain
    /// A Han character: glosses may follow it, lines may wrap after it.
    case han
    /// Absent for matching, always.
    case skip
    /// Ends a line.
    case lineBreak
    /// White space within a line.
    case indent
    /// An opening bracket.
    case glossOpen
    /// A closing bracket.
    case glossClose
    /// A letter of pinyin.
    case glossLetter
    /// A decimal digit.
    case digit
  }

  /// Each code point is its own unit and nothing is skipped.
  public static let identity = UnitMap()

  // Pages of 256 code points; page 0 means "each its own unit, plain" and has no storage.
  private var index: [UInt16]
  private var entries: [UInt32] = []
  private var roles: [UInt8] = []
  private var expansions: [[UInt32]] = []

  private static let several: UInt32 = 1 << 31
  static let scalarCount = 0x11_0000

  private init() { index = [UInt16](repeating: 0, count: Self.scalarCount / 256) }

  /// Asks for the units and the role of every scalar value (surrogates excluded), once.
  ///
  /// - Complexity: 1.1 million calls of both functions. When only some code points differ from
  ///   themselves, start from `identity` and use `set(_:units:role:)`.
  public init(units: (UInt32) -> [UInt32], role: (UInt32) -> Role) {
    self.init()
    for scalar in UInt32(0)..<UInt32(Self.scalarCount) where scalar >> 11 != 0x1B {
      let folded = units(scalar)
      let kind = role(scalar)
      if kind != .plain || folded.count != 1 || folded[0] != scalar {
        set(scalar, units: folded, role: kind)
      }
    }
  }

  /// Changes one code point.
  ///
  /// - Parameters:
  ///   - scalar: a Unicode scalar value; anything else is ignored.
  ///   - units: its folded units, none to let it vanish.
  ///   - role: what it is for the skipping rules.
  public mutating func set(_ scalar: UInt32, units: [UInt32], role: Role) {
    guard scalar < Self.scalarCount, scalar >> 11 != 0x1B else { return }
    let page = Int(scalar >> 8)
    if index[page] == 0 {
      index[page] = UInt16(entries.count / 256 + 1)
      let first = scalar & ~255
      entries.append(contentsOf: first..<first + 256)
      roles.append(contentsOf: repeatElement(Role.plain.rawValue, count: 256))
    }
    let slot = (Int(index[page]) - 1) * 256 + Int(scalar & 255)
    roles[slot] = units.isEmpty ? Role.skip.rawValue : role.rawValue
    if units.count == 1 {
      entries[slot] = units[0]
    } else {
      entries[slot] = Self.several | UInt32(expansions.count)
      expansions.append(units)
    }
  }

  /// The folded units of a code point.
  public func units(of scalar: UInt32) -> [UInt32] {
    guard let entry = entry(scalar) else { return [scalar] }
    return entry & Self.several == 0 ? [entry] : expansions[Int(entry & ~Self.several)]
  }

  /// The role of a code point.
  public func role(of scalar: UInt32) -> Role {
    guard scalar < Self.scalarCount, index[Int(scalar >> 8)] != 0 else { return .plain }
    let slot = (Int(index[Int(scalar >> 8)]) - 1) * 256 + Int(scalar & 255)
    return Role(rawValue: roles[slot]) ?? .plain
  }

  /// The one unit of a code point, nil when it has none or several.
  @inline(__always)
  func unit(of scalar: UInt32) -> UInt32? {
    guard let entry = entry(scalar) else { return scalar }
    return entry & Self.several == 0 ? entry : nil
  }

  /// True when the page (256 code points) maps each code point to itself with role plain.
  func isIdentityPage(_ page: Int) -> Bool { index[page] == 0 }

  /// The pages with other content.
  var changedPages: [Int] { index.indices.filter { index[$0] != 0 } }

  /// Whether any code point has a role of this kind.
  func uses(_ role: Role) -> Bool { roles.contains(role.rawValue) }

  /// A vowel as rule 3 understands it.
  static func isVowel(_ unit: UInt32) -> Bool {
    switch unit {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x76, 0xFC: true
    default: false
    }
  }

  @inline(__always)
  private func entry(_ scalar: UInt32) -> UInt32? {
    guard scalar < Self.scalarCount else { return nil }
    let page = index[Int(scalar >> 8)]
    return page == 0 ? nil : entries[(Int(page) - 1) * 256 + Int(scalar & 255)]
  }
}
