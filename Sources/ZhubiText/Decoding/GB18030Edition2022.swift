/// The 18 characters that GB 18030-2022 took out of the private use area.
///
/// Converters of the edition of 2005 still put them there: ten vertical forms of marks, and eight
/// components of Han characters. Standard: GB 18030-2022, annex A.
enum GB18030Edition2022 {
  /// The character that stands for a private one today; nil when it is still private.
  static func standard(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0xE78D: 0xFE10
    case 0xE78E: 0xFE12
    case 0xE78F: 0xFE11
    case 0xE790...0xE793: 0xFE13 + (scalar - 0xE790)
    case 0xE794...0xE795: 0xFE17 + (scalar - 0xE794)
    case 0xE796: 0xFE19
    case 0xE81E: 0x9FB4
    case 0xE826: 0x9FB5
    case 0xE82B: 0x9FB6
    case 0xE82C: 0x9FB7
    case 0xE832: 0x9FB8
    case 0xE843: 0x9FB9
    case 0xE854: 0x9FBA
    case 0xE864: 0x9FBB
    default: nil
    }
  }
}
