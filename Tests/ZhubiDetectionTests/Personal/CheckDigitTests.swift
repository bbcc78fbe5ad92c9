import TestSupport
import Testing

@testable import ZhubiDetection

/// Check digits against published examples, and against one changed digit.
@Suite struct CheckDigitTests {
  private func values(_ text: String) -> [UInt8] {
    text.utf8.map { $0 == UInt8(ascii: "X") ? 10 : $0 - 0x30 }
  }

  private func units(_ text: String) -> [UInt32] { text.lowercased().unicodeScalars.map(\.value) }

  @Test(arguments: [
    ("360426199101010071", true), ("110101199003077593", false), ("33010619900101777X", false),
    ("22020319600420830X", true), ("911124198108030024", true),
  ])
  func identityNumbers(text: String, isValid: Bool) {
    #expect(CheckDigits.isIdentityNumber(values(text)) == isValid)
  }

  @Test func identityNumbersRefuseWrongLengthsAndAnXInside() {
    #expect(!CheckDigits.isIdentityNumber(values("36042619910101007")))
    #expect(!CheckDigits.isIdentityNumber(values("3604261991010100X1")))
  }

  @Test(arguments: [
    ("6222021000000123454", true), ("6222021000000123455", false), ("4111111111111111", true),
  ])
  func luhn(text: String, isValid: Bool) {
    #expect(CheckDigits.isLuhn(values(text)) == isValid)
  }

  @Test(arguments: [
    ("1137078555222300XQ", true), ("1137078555222300XA", false), ("91330106MA2000000I", false),
  ])
  func creditCodes(text: String, isValid: Bool) {
    #expect(CheckDigits.isCreditCode(units(text)[...]) == isValid)
  }

  @Test(arguments: [
    ("LBELYS1376N004761", true), ("LBELYS1376N004762", false), ("1M8GDM9AXKP042788", true),
    ("LBELYS1376I004761", false),
  ])
  func vehicles(text: String, isValid: Bool) {
    #expect(CheckDigits.isVehicleIdentification(units(text)[...]) == isValid)
  }

  @Test(arguments: [
    ("A1234563", true), ("G123456A", true), ("AB9876543", true), ("A1234564", false),
  ])
  func hongKong(text: String, isValid: Bool) {
    #expect(CheckDigits.isHongKongIdentity(units(text)) == isValid)
  }

  @Test(arguments: [("A123456789", true), ("A123456788", false), ("A323456789", false)])
  func taiwan(text: String, isValid: Bool) {
    #expect(CheckDigits.isTaiwanIdentity(units(text)) == isValid)
  }

  /// MOD 11-2 finds every single wrong digit and every swap of neighbours.
  @Test func oneWrongDigitIsFound() {
    var dice = Dice(11)
    for _ in 0..<300 {
      var id = (0..<17).map { _ in UInt8(dice.roll(0...9)) }
      id.append(CheckDigits.identityCheck(id[...]))
      let place = dice.roll(0...16)
      var wrong = id
      wrong[place] = (wrong[place] + UInt8(dice.roll(1...9))) % 10
      #expect(!CheckDigits.isIdentityNumber(wrong))
      var swapped = id
      swapped.swapAt(place, max(place, 1) - 1)
      #expect(swapped == id || !CheckDigits.isIdentityNumber(swapped))
    }
  }
}
