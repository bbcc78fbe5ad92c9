/// A short name for a finding that survives edits elsewhere in its document.
///
/// Made from the rule, the masked excerpt and the masked surroundings: never from a position, and
/// never from the plain secret, so that nobody can guess a number back from it. Of the surroundings
/// only Han characters and other non-Latin letters count: spaces, indentation, punctuation, digits
/// and masks may change without waking a finding that is known.
enum Fingerprint {
  /// How many counted scalars of the line belong to it on each side.
  static let surroundings = 8

  /// - Parameters:
  ///   - before: the masked text of the line before the finding.
  ///   - after: the masked text of the line behind it.
  static func of(rule: String, excerpt: String, before: String, after: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func take(_ scalars: some Sequence<Unicode.Scalar>) {
      for scalar in scalars {
        hash = (hash ^ UInt64(scalar.value)) &* 0x0000_0100_0000_01B3
      }
      hash = (hash ^ 0x1F) &* 0x0000_0100_0000_01B3
    }
    take(rule.unicodeScalars)
    take(before.unicodeScalars.reversed().lazy.filter(isContext).prefix(surroundings))
    take(excerpt.unicodeScalars.lazy.filter(isWritten))
    take(after.unicodeScalars.lazy.filter(isContext).prefix(surroundings))
    hash ^= hash >> 32
    hash = hash &* 0xD6E8_FEB8_6659_FD93
    hash ^= hash >> 32
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func isContext(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x80 else { return false }
    // Ideographs are letters; some of them are numerals.
    return (isIdeograph(scalar) || scalar.properties.isAlphabetic)
      && scalar.properties.numericType == nil
  }

  /// Whether a scalar of the excerpt counts: all but blanks and invisible characters.
  private static func isWritten(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar.value > 0x20 && scalar.value != 0x7F }
    return isIdeograph(scalar)
      || !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
  }

  /// Most of what is read: no need to ask for properties.
  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value &- 0x4E00 < 0x5200
  }
}
