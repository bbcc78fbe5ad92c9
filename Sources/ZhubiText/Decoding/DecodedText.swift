/// A text in UTF-8, how its encoding was found, what was wrong with it, and the way back.
public struct DecodedText: Sendable {
  /// Why the encoding was chosen.
  public enum Reason: String, Sendable, CaseIterable {
    /// A byte order mark.
    case bom
    /// The declaration, and the bytes agree.
    case declared
    /// The bytes are strictly valid UTF-8.
    case validUTF8 = "valid-utf-8"
    /// Most of the bytes beyond ASCII are valid UTF-8.
    case mostlyUTF8 = "mostly-utf-8"
    /// The NUL bytes of Latin text in UTF-16.
    case nulPattern = "nul-pattern"
    /// The statistics of the bytes.
    case detected
    /// Nothing fits; see the problem `undetermined`.
    case fallback
  }

  /// The text as valid UTF-8 without a byte order mark; malformed sequences are U+FFFD.
  public var utf8: [UInt8]
  public let encoding: TextEncoding
  public let reason: Reason
  /// In order of discovery; at most 100, see `omittedProblems`.
  public let problems: [DecodingProblem]
  /// How many problems were found beyond those in `problems`.
  public let omittedProblems: Int
  /// From `SourceOffset` (bytes of `utf8`) back to `ByteOffset` (bytes of the input).
  public let byteMap: ByteMap
}
