import TestSupport

/// Rarer ways to write a number than those of `Style`.
enum Writing: String, CaseIterable {
  case apart, sixFours = "6444", threes, numerals, circled, greekX, timesX, endash, join, wide
  case plusspace, paren86, dash86 = "86dash", widePlus, wideParen86, zero, fours3 = "443", fig
  case break3, fours, soft, six13 = "613", wideAt, capitals, misread, hashAt, bracketAt

  /// A way for a kind that the place bears.
  static func pick(_ kind: String, _ dice: inout Dice) -> Writing? {
    switch kind {
    case "cn_id": dice.pick([.apart, .sixFours, .threes, .greekX, .endash, .join, .wide, .soft])
    case "mobile":
      dice.pick([
        .apart, .endash, .join, .wide, .plusspace, .paren86, .dash86, .widePlus, .wideParen86,
        .zero, .fours3, .fig, .soft,
      ])
    case "bank_card": dice.pick([.apart, .endash, .join, .wide, .six13, .fig, .soft])
    default: nil
    }
  }

  func apply(_ value: String) -> String {
    let sizes: [Int] =
      switch value.count {
      case 18 where value.dropFirst(6).hasPrefix("1") || value.dropFirst(6).hasPrefix("2"):
        [6, 8, 4]
      case 11: [3, 4, 4]
      default: [4, 4, 4, 4, 4]
      }
    switch self {
    case .apart: return value.map(String.init).joined(separator: " ")
    case .sixFours: return Self.groups(value, [6, 4, 4, 4], " ")
    case .threes: return Self.groups(value, [3, 3, 3, 3, 3, 3], " ")
    case .numerals: return Self.spelled(value, Array("〇一二三四五六七八九"))
    case .circled: return Self.spelled(value, Array("⓪①②③④⑤⑥⑦⑧⑨"))
    case .greekX: return value.replacing("X", with: "\u{3A7}")
    case .timesX: return value.replacing("X", with: "×")
    case .endash: return Self.groups(value, sizes, "\u{2013}")
    case .join: return Self.groups(value, sizes, "\u{2060}")
    case .soft: return Self.groups(value, sizes, "\u{AD}")
    case .fig: return Self.groups(value, sizes, "\u{2007}")
    case .wide:
      return String(
        String.UnicodeScalarView(
          Self.groups(value, sizes, " ").unicodeScalars.map {
            $0 == " " ? "\u{3000}" : Unicode.Scalar($0.value + 0xFEE0)!
          }))
    case .plusspace: return "+86 " + value
    case .paren86: return "(86)" + value
    case .dash86: return "86-" + value
    case .widePlus: return "＋86" + value
    case .wideParen86: return "（+86）" + value
    case .zero: return "0" + value
    case .fours3: return Self.groups(value, [4, 4, 3], " ")
    case .break3: return value.prefix(3) + "\n" + value.dropFirst(3)
    case .fours: return Self.groups(value, [5, 4], " ")
    case .six13: return Self.groups(value, [6, 13], " ")
    case .capitals: return Self.spelled(value, Array("零壹贰叁肆伍陆柒捌玖"))
    case .misread: return Self.misread(value)
    case .hashAt: return value.replacing("@", with: "#")
    case .bracketAt: return value.replacing("@", with: "[at]")
    case .wideAt: return value.replacing("@", with: "＠")
    }
  }

  private static func groups(_ value: String, _ sizes: [Int], _ separator: String) -> String {
    var parts: [Substring] = []
    var rest = Substring(value)
    for size in sizes where !rest.isEmpty {
      parts.append(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
    return parts.joined(separator: separator)
  }

  /// The last two of the digits 0 and 1 behind the first read as letters.
  private static func misread(_ value: String) -> String {
    var characters = Array(value)
    var left = 2
    for place in characters.indices.reversed().dropLast() where left > 0 {
      if characters[place] == "0" {
        characters[place] = "O"
        left -= 1
      } else if characters[place] == "1" {
        characters[place] = "l"
        left -= 1
      }
    }
    return String(characters)
  }

  private static func spelled(_ value: String, _ digits: [Character]) -> String {
    String(value.map { $0.wholeNumberValue.map { digits[$0] } ?? $0 })
  }
}
