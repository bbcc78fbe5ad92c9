import ZhubiAutomaton

/// A small folding with every role in it.
enum TestMaps {
  static let folding: UnitMap = {
    var map = UnitMap.identity
    for scalar in UInt32(0x4E00)...0x4E7F { map.set(scalar, units: [scalar], role: .han) }
    map.set(0x20000, units: [0x20000], role: .han)
    for (from, to) in ["領": "领", "導": "导", "⼲": "干", "幹": "干"] { set(&map, from, to, .han) }
    for han in "领导干部中国人民" { set(&map, String(han), String(han), .han) }
    for letter in "abcdefghijklmnopqrstuvwxyzü" {
      set(&map, String(letter), letter == "ü" ? "u" : String(letter), .glossLetter)
    }
    for (from, to) in ["é": "e", "ǐ": "i", "ǎ": "a", "Ａ": "a", "Ｐ": "p", "ǚ": "u"] {
      set(&map, from, to, .glossLetter)
    }
    for digit in "0123456789" { set(&map, String(digit), String(digit), .digit) }
    set(&map, "㎏", "kg", .plain)
    set(&map, "㈱", "(株)", .plain)
    set(&map, "가", "\u{1100}\u{1161}", .plain)
    set(&map, "\u{FDFA}", String(repeating: "ab", count: 9), .plain)
    set(&map, "𝐀", "a", .plain)
    for scalar in [0x200B, 0xAD, 0xFEFF, 0x301, 0xE0100] as [UInt32] {
      map.set(scalar, units: [], role: .plain)
    }
    set(&map, "*", "*", .skip)
    for scalar in [0x0A, 0x0D, 0x2028] as [UInt32] {
      map.set(scalar, units: [scalar], role: .lineBreak)
    }
    for scalar in [0x20, 0x09, 0x3000] as [UInt32] { map.set(scalar, units: [0x20], role: .indent) }
    for open in "(（" { set(&map, String(open), "(", .glossOpen) }
    for close in ")）" { set(&map, String(close), ")", .glossClose) }
    return map
  }()

  private static func set(
    _ map: inout UnitMap, _ from: String, _ to: String, _ role: UnitMap.Role
  ) {
    map.set(from.unicodeScalars.first!.value, units: to.unicodeScalars.map(\.value), role: role)
  }

  static func units(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  static func automaton(
    _ terms: [String], map: UnitMap = folding, kernel: Kernel = .best
  ) throws -> Automaton {
    let bytes = try AutomatonImage.build(terms: terms.map(units), map: map)
    return Automaton(try AutomatonImage(bytes: bytes), kernel: kernel)
  }
}

extension Automaton {
  func matches(in bytes: [UInt8], semantics: MatchSemantics = .overlapping) -> [Match] {
    // A block of exactly this size, so that a sanitizer sees every byte read too far.
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    defer { memory.deallocate() }
    _ = memory.initialize(from: bytes)
    return matches(in: UnsafeBufferPointer(memory), semantics: semantics)
  }
}
