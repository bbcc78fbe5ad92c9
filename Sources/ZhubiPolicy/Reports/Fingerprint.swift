/// A short name for a finding that survives edits elsewhere in its document.
///
/// Made from the rule, the masked excerpt and the masked surroundings: never from a position, and
/// never from the plain secret, so that nobody can guess a number back from it.
enum Fingerprint {
  /// How many scalars of the line count to each side.
  static let surroundings = 12

  static func of(rule: String, excerpt: String, before: String, after: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func take(_ text: String) {
      for byte in text.utf8 where byte != 0x20 && byte != 0x09 {
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      }
      hash = (hash ^ 0x1F) &* 0x0000_0100_0000_01B3
    }
    for text in [rule, before, excerpt, after] { take(text) }
    hash ^= hash >> 32
    hash = hash &* 0xD6E8_FEB8_6659_FD93
    hash ^= hash >> 32
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
