import ZhubiText

/// Contexts about the digits of a hit.
enum NumberContexts {
  static let all: [NamedContext] = [checksum, luhn]

  /// The 18 characters are an identity number: a real date and the right check character.
  static let checksum = NamedContext(
    "checksum", Message("校验码正确的公民身份号码", "an identity number with the right check character")
  ) { scene, _ in isIdentityNumber(characters(of: scene)) }

  /// The digits pass the Luhn test of bank cards.
  static let luhn = NamedContext(
    "luhn", Message("通过 Luhn 校验的卡号", "a card number that passes the Luhn test")
  ) { scene, _ in passesLuhn(characters(of: scene)) }

  /// GB 11643-1999: weights 2^(17−i) mod 11, check character from 10X98765432 turned.
  static func isIdentityNumber(_ units: [UInt32]) -> Bool {
    guard units.count == 18 else { return false }
    var sum = 0
    var weight = 1
    // From the right: the check character has weight 1, the next 2, 4, 8 … mod 11.
    for (index, unit) in units.reversed().enumerated() {
      let value: Int
      if index == 0, unit == 0x78 {
        value = 10
      } else {
        guard (0x30...0x39).contains(unit) else { return false }
        value = Int(unit) - 0x30
      }
      sum += value * weight
      weight = weight * 2 % 11
    }
    func number(_ range: Range<Int>) -> Int {
      units[range].reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }
    return sum % 11 == 1
      && CalendarDate(year: number(6..<10), month: number(10..<12), day: number(12..<14)) != nil
  }

  static func passesLuhn(_ units: [UInt32]) -> Bool {
    guard units.count >= 12 else { return false }
    var sum = 0
    for (index, unit) in units.reversed().enumerated() {
      guard (0x30...0x39).contains(unit) else { return false }
      var digit = Int(unit) - 0x30
      if index % 2 == 1 {
        digit *= 2
        if digit > 9 { digit -= 9 }
      }
      sum += digit
    }
    return sum % 10 == 0
  }

  private static func characters(of scene: HitScene) -> [UInt32] {
    Array(scene.foldedSentence.units[scene.hitInSentence.plain])
  }
}
