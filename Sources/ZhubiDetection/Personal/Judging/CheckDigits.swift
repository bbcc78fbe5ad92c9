/// The check digits of identity numbers, cards and codes. Digits are values 0…9, X counts as 10.
enum CheckDigits {
  /// GB 11643-1999, ISO 7064 MOD 11-2: 18 digits, the last may be 10 (X).
  static func isIdentityNumber(_ digits: [UInt8]) -> Bool {
    digits.count == 18 && digits[..<17].allSatisfy { $0 < 10 }
      && identityCheck(digits[..<17]) == digits[17]
  }

  /// The check digit of the first 17 digits of an identity number; 10 stands for X.
  static func identityCheck(_ digits: ArraySlice<UInt8>) -> UInt8 {
    var sum = 0
    for (weight, digit) in zip(identityWeights, digits) { sum += weight * Int(digit) }
    return UInt8((12 - sum % 11) % 11)
  }

  static let identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

  /// ISO/IEC 7812-1 (Luhn).
  static func isLuhn(_ digits: [UInt8]) -> Bool {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let doubled = place % 2 == 1 ? Int(digit) * 2 : Int(digit)
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return !digits.isEmpty && sum % 10 == 0
  }

  /// GB 32100-2015, MOD 31: a unified social credit code, lower-case letters.
  static func isCreditCode(_ units: ArraySlice<UInt32>) -> Bool {
    guard units.count == 18 else { return false }
    var sum = 0
    var weight = 1
    var last = 0
    for (place, unit) in units.enumerated() {
      guard let value = creditValue(unit) else { return false }
      if place < 17 {
        sum += value * weight
        weight = weight * 3 % 31
      } else {
        last = value
      }
    }
    return (31 - sum % 31) % 31 == last
  }

  private static func creditValue(_ unit: UInt32) -> Int? {
    // 0-9, then the letters without I O S V Z.
    switch unit {
    case 0x30...0x39: Int(unit) - 0x30
    case 0x61...0x79:
      creditLetters.firstIndex(of: UInt8(unit)).map { $0 + 10 }
    default: nil
    }
  }
  private static let creditLetters = Array("abcdefghjklmnpqrtuwxy".utf8)

  /// ISO 3779 with the check digit of GB 16735 at place 9: 17 lower-case letters and digits.
  static func isVehicleIdentification(_ units: ArraySlice<UInt32>) -> Bool {
    guard units.count == 17 else { return false }
    var sum = 0
    var check = 0
    for (place, unit) in units.enumerated() {
      guard let value = vehicleValue(unit) else { return false }
      sum += value * vehicleWeights[place]
      if place == 8 {
        guard unit == 0x78 || (0x30...0x39).contains(unit) else { return false }
        check = unit == 0x78 ? 10 : value
      }
    }
    return sum % 11 == check
  }

  private static let vehicleWeights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]

  private static func vehicleValue(_ unit: UInt32) -> Int? {
    switch unit {
    case 0x30...0x39: Int(unit) - 0x30
    case 0x61...0x68: Int(unit) - 0x60  // a-h
    case 0x6A...0x6E: Int(unit) - 0x69  // j-n
    case 0x70: 7
    case 0x72: 9
    case 0x73...0x7A: Int(unit) - 0x71  // s-z
    default: nil
    }
  }

  /// Hong Kong: one or two letters, six digits, a check digit (`a` is 10).
  static func isHongKongIdentity(_ units: [UInt32]) -> Bool {
    guard units.count == 8 || units.count == 9, let last = units.last else { return false }
    let letters = units.count - 7
    var values = letters == 1 ? [36] : []
    for unit in units[..<letters] {
      guard (0x61...0x7A).contains(unit) else { return false }
      values.append(Int(unit) - 0x61 + 10)
    }
    for unit in units[letters..<letters + 6] {
      guard (0x30...0x39).contains(unit) else { return false }
      values.append(Int(unit) - 0x30)
    }
    let sum = zip(values, stride(from: 9, through: 2, by: -1)).reduce(0) { $0 + $1.0 * $1.1 }
    let check = (11 - sum % 11) % 11
    return check == 10 ? last == 0x61 : Int(last) - 0x30 == check
  }

  /// Taiwan: a letter, a digit 1 2 8 9 or a letter a-d, eight digits.
  static func isTaiwanIdentity(_ units: [UInt32]) -> Bool {
    guard units.count == 10, let first = taiwanLetter(units[0]) else { return false }
    var values = [first / 10, first % 10]
    switch units[1] {
    case 0x31, 0x32, 0x38, 0x39: values.append(Int(units[1]) - 0x30)
    case 0x61...0x64: values.append((taiwanLetter(units[1]) ?? 0) % 10)
    default: return false
    }
    for unit in units[2...] {
      guard (0x30...0x39).contains(unit) else { return false }
      values.append(Int(unit) - 0x30)
    }
    let weights = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1]
    return zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } % 10 == 0
  }

  private static func taiwanLetter(_ unit: UInt32) -> Int? {
    guard (0x61...0x7A).contains(unit) else { return nil }
    let values = [
      10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32,
      30, 31, 33,
    ]
    return values[Int(unit) - 0x61]
  }
}
