/// Texts made safe to show: nothing in them can move the cursor, reorder a line, or hide.
public enum VisibleText {
  /// How a scalar that a reader must not be subjected to is treated.
  enum Kind {
    case plain
    /// A line break of any kind.
    case lineBreak
    /// A control or format character: escape codes, bidirectional overrides, zero-width characters.
    case hidden
  }

  static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x20..<0x7F: return .plain
    // What nearly all texts are made of needs no look into the tables.
    case 0x4E00...0x9FFF, 0x3001...0x303F, 0xFF01...0xFF5E: return .plain
    case 0x09: return .hidden
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: return .lineBreak
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format: return .hidden
    default: return scalar.properties.isNoncharacterCodePoint ? .hidden : .plain
    }
  }

  /// For a terminal: one scalar for one, so that columns stay countable.
  static func columns(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch kind(of: scalar) {
      case .plain: view.append(scalar)
      case .lineBreak: view.append(" ")
      case .hidden: view.append(scalar == "\t" ? " " : "\u{B7}")
      }
    }
    return String(view)
  }

  /// For one line of anything: breaks as `⏎`, hidden characters by their number (`⟨U+202E⟩`).
  public static func line(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch kind(of: scalar) {
      case .plain: view.append(scalar)
      case .lineBreak: if scalar != "\n" || previous != "\r" { view.append("\u{23CE}") }
      case .hidden:
        if scalar == "\t" {
          view.append(" ")
        } else {
          view.append(contentsOf: "\u{27E8}\(number(of: scalar))\u{27E9}".unicodeScalars)
        }
      }
    }
    return String(view)
  }

  /// `U+202E`.
  static func number(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
