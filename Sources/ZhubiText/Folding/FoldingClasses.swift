import ICUShims

extension FoldingComputation {
  static let unassigned = category("Cn")
  static let privateUse = category("Co")
  static let surrogate = category("Cs")
  static let spaceSeparator = category("Zs")
  private static let control = category("Cc")
  private static let letterNumber = category("Nl")
  private static let marks = [category("Mn"), category("Me")]
  private static let opening = [category("Ps"), category("Pi")]
  private static let closing = [category("Pe"), category("Pf")]

  /// Line feed, vertical tab, form feed, carriage return, next line, line and paragraph separator.
  static let lineBreaks: Set<UInt32> = [0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029]

  /// What people put in the place of characters they hide.
  static let masks = Set(
    "*＊﹡∗⁎✱✲✳✻❋×✕✖✗✘╳⨯❌■□▪▫▢▣●○◎◯⚫⚪•▇█▓▒░▉▊◆◇◼◻⬛⬜_＿﹍﹎﹏#＃﹟?？﹖".unicodeScalars.map(\.value))

  private static func category(_ name: StaticString) -> UInt16 {
    UInt16(name.utf8Start[0]) << 8 | UInt16(name.utf8Start[1])
  }

  /// True for what has no place in a fold: marks, default-ignorable characters, controls.
  static func isDropped(_ c: UInt32) -> Bool {
    let category = icu_shims_category(c)
    if marks.contains(category) || icu_shims_combining_class(c) != 0 { return true }
    if category == control { return c != 0x09 && !lineBreaks.contains(c) }
    if c >= 0xFFF9, c <= 0xFFFB { return true }
    return icu_shims_is_default_ignorable(c)
  }

  /// The ideographic planes are Han also where this ICU does not know a character yet.
  static func isIdeographicPlane(_ c: UInt32) -> Bool {
    (0x20000...0x2FFFD).contains(c) || (0x30000...0x3FFFD).contains(c)
  }

  func unitClass(_ c: UInt32, units: [UInt32]) -> UnitClass {
    if units.isEmpty { return .skip }
    if Self.lineBreaks.contains(c) { return .newline }
    let category = icu_shims_category(c)
    if c == 0x09 || category == Self.spaceSeparator { return .space }
    if icu_shims_is_han(c) || Self.isIdeographicPlane(c) { return .han }
    if icu_shims_digit_value(c) >= 0 { return .digit }
    if Self.masks.contains(c) { return .mask }
    if Self.opening.contains(category) { return .open }
    if Self.closing.contains(category) { return .close }
    switch UInt8(category >> 8) {
    case UInt8(ascii: "L"): return alphabetic(c, units) ? .letter : .other
    case UInt8(ascii: "N") where category == Self.letterNumber:
      return alphabetic(c, units) ? .letter : .other
    case UInt8(ascii: "P"): return .punctuation
    case UInt8(ascii: "S") where c < 0x80 || (0xFF01...0xFF5E).contains(c): return .punctuation
    default: return .other
    }
  }

  private func alphabetic(_ c: UInt32, _ units: [UInt32]) -> Bool {
    icu_shims_is_alphabet(c) || units.allSatisfy(icu_shims_is_alphabet)
  }
}
