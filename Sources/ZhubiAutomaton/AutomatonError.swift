/// Why an automaton could not be built or opened.
public enum AutomatonError: Error, Hashable, Sendable {
  /// The term at this index has no units.
  case emptyTerm(index: Int)
  /// The term at this index has more units than the limit.
  case termTooLong(index: Int, units: Int, limit: Int)
  /// The term at this index contains a unit no text can produce: it is not folded, or always skipped.
  case termNeverMatches(index: Int, unit: UInt32)
  /// Two terms are the same sequence of units.
  case duplicateTerm(index: Int, first: Int)
  /// More terms than an image can hold.
  case tooManyTerms(count: Int, limit: Int)
  /// The terms use more different units than an image can hold.
  case alphabetTooLarge(units: Int, limit: Int)
  /// A code point becomes more units than the limit.
  case expansionTooLong(scalar: UInt32, units: Int, limit: Int)
  /// More different line breaks and opening brackets than an image can hold.
  case tooManyBreaks(count: Int, limit: Int)
  /// Records or tables beyond what an image can address.
  case imageTooLarge

  /// The bytes do not start like an image.
  case notAnImage
  /// The image was written by another version of the format.
  case foreignVersion(found: UInt32, expected: UInt32)
  /// The image says it is longer than the bytes are.
  case truncated(expected: Int, found: Int)
  /// The bytes go on behind the end of the image.
  case trailingBytes(expected: Int, found: Int)
  /// The bytes differ from what was written.
  case damaged
  /// The bytes handed over without copying do not start at a multiple of this many bytes.
  case misaligned(requiredAlignment: Int)
}

extension AutomatonError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .emptyTerm(let index): "term \(index) is empty"
    case .termTooLong(let index, let units, let limit):
      "term \(index) has \(units) units, the limit is \(limit)"
    case .termNeverMatches(let index, let unit):
      "term \(index) can never match: no text gives the unit U+\(String(unit, radix: 16, uppercase: true))"
    case .duplicateTerm(let index, let first): "term \(index) is the same as term \(first)"
    case .tooManyTerms(let count, let limit): "\(count) terms, the limit is \(limit)"
    case .alphabetTooLarge(let units, let limit):
      "the terms use \(units) different units, the limit is \(limit)"
    case .expansionTooLong(let scalar, let units, let limit):
      "U+\(String(scalar, radix: 16, uppercase: true)) becomes \(units) units, the limit is \(limit)"
    case .tooManyBreaks(let count, let limit):
      "\(count) line breaks and opening brackets, the limit is \(limit)"
    case .imageTooLarge: "the compiled image would be too large"
    case .notAnImage: "not a compiled automaton"
    case .foreignVersion(let found, let expected):
      "compiled automaton of format \(found), this build reads \(expected)"
    case .truncated(let expected, let found):
      "compiled automaton cut off: \(found) of \(expected) bytes"
    case .trailingBytes(let expected, let found):
      "compiled automaton of \(expected) bytes is followed by others (\(found) in all)"
    case .damaged: "compiled automaton damaged: the checksum differs"
    case .misaligned(let alignment): "compiled automaton not aligned to \(alignment) bytes"
    }
  }
}
