/// How many columns of a terminal a text takes (Unicode Standard Annex 11).
enum DisplayWidth {
  /// Wide and full-width characters take two columns, marks and controls none.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x20 || (0x7F..<0xA0).contains(value) { return 0 }
    if value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    return wide.contains { $0.contains(value) } ? 2 : 1
  }

  static func of(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// The blocks in which characters are wide; curly quotes and ※-like symbols count as wide too,
  /// as Chinese terminals draw them.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2014...0x2014, 0x2018...0x201D, 0x2026...0x2026, 0x2460...0x24FF,
    0x25A0...0x25FF, 0x2605...0x2606, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
    0x4E00...0x9FFF, 0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD,
  ]
}
