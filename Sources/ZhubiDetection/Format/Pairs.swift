/// Marks that come in pairs; half-width and full-width forms of a bracket are one kind.
enum Pairs {
  static let round = 0
  static let quote = 1
  static let count = 9

  static func kind(_ scalar: Unicode.Scalar) -> (Int, isOpen: Bool)? {
    switch scalar {
    case "（", "(": (0, true)
    case "）", ")": (0, false)
    case "“": (1, true)
    case "”": (1, false)
    case "《": (2, true)
    case "》": (2, false)
    case "‘": (3, true)
    case "’": (3, false)
    case "〔", "[", "［": (4, true)
    case "〕", "]", "］": (4, false)
    case "【": (5, true)
    case "】": (5, false)
    case "「": (6, true)
    case "」": (6, false)
    case "『": (7, true)
    case "』": (7, false)
    case "〈": (8, true)
    case "〉": (8, false)
    default: nil
    }
  }

  static func isBracket(_ scalar: Unicode.Scalar) -> Bool {
    guard let (kind, _) = kind(scalar) else { return false }
    return kind == 0 || kind == 4 || kind == 5
  }
}
