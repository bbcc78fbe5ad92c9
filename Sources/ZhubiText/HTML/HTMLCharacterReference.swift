/// A character reference found in source text.
///
/// Standard: WHATWG HTML, sections 13.2.5.72 to 13.2.5.80.
struct HTMLCharacterReference {
  /// Where the source goes on after the reference.
  var end: Int
  /// The scalar it stands for.
  var first: UInt32
  /// The second scalar, 0 when there is only one.
  var second: UInt32

  /// Reads the reference whose `&` stands at `start`; nil when the `&` is only text.
  ///
  /// In an attribute a name without `;` is text when `=`, a letter or a digit follows.
  /// Cost: the reference's own length, for text no more than the longest name.
  init?(in source: [UInt8], at start: Int, to end: Int, inAttribute: Bool) {
    let i = start &+ 1
    guard i < end else { return nil }
    if source[i] == UInt8(ascii: "#") {
      guard let (code, stop) = Self.number(in: source, at: i &+ 1, to: end) else { return nil }
      (self.end, first, second) = (stop, code, 0)
      return
    }
    guard source[i].isASCIILetter else { return nil }
    guard let found = HTMLEntityTable.standard.longest(in: source, at: i, to: end) else {
      return nil
    }
    let stop = i &+ found.length
    if inAttribute, source[stop &- 1] != UInt8(ascii: ";"), stop < end {
      let next = source[stop]
      if next == UInt8(ascii: "=") || next.isASCIILetter || next.isASCIIDigit { return nil }
    }
    self.end = stop
    first = found.first
    second = found.second
  }

  private static func number(
    in source: [UInt8], at start: Int, to end: Int
  ) -> (code: UInt32, end: Int)? {
    var i = start
    let isHex = i < end && source[i] | 0x20 == UInt8(ascii: "x")
    if isHex { i &+= 1 }
    let digits = i
    var code: UInt32 = 0
    while i < end {
      let c = source[i]
      let digit: UInt32
      if c.isASCIIDigit {
        digit = UInt32(c &- 0x30)
      } else if isHex, (c | 0x20) &- 0x61 < 6 {
        digit = UInt32((c | 0x20) &- 0x61 &+ 10)
      } else {
        break
      }
      if code <= 0x10FFFF { code = code &* (isHex ? 16 : 10) &+ digit }
      i &+= 1
    }
    guard i > digits else { return nil }
    if i < end, source[i] == UInt8(ascii: ";") { i &+= 1 }
    return (repaired(code), i)
  }

  /// The standard's replacements: NUL, surrogates, numbers beyond Unicode, and the C1 controls
  /// that were meant as windows-1252.
  static func repaired(_ code: UInt32) -> UInt32 {
    if code == 0 || code > 0x10FFFF || code &- 0xD800 < 0x800 { return 0xFFFD }
    if code &- 0x80 < 0x20 { return UInt32(windows1252[Int(code &- 0x80)]) }
    return code
  }

  /// What 0x80…0x9F mean in windows-1252; the five unassigned ones stay themselves.
  private static let windows1252: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]
}
