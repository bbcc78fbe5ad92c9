/// One token of HTML source text, told in source offsets only: nothing is copied.
///
/// Names, values and texts are raw source; `HTMLText` decodes them. Offsets count UTF-8 bytes of
/// the source. Standard: WHATWG HTML, section 13.2.5 (Tokenization).
public struct HTMLToken: Sendable, Equatable {
  /// What a token is.
  public enum Kind: UInt8, Sendable {
    /// A start tag; its attributes stand in `HTMLTokenizer.attributes` until the next token.
    case startTag
    /// An end tag.
    case endTag
    /// A run of text without character references.
    case characters
    /// One character reference; its characters are `first` and `second`.
    case reference
    /// A comment, or markup that the standard turns into one.
    case comment
    /// A document type; its parts stand in `HTMLTokenizer.doctype` until the next token.
    case doctype
    /// The end of the source.
    case end
  }

  /// What this token is.
  public var kind: Kind
  /// The whole token, angle brackets included.
  public var range: Range<SourceOffset>
  /// The tag's name, the comment's data or the run of text.
  public var body: Range<SourceOffset>
  /// Whether a start tag ends in `/>`.
  public var isSelfClosing = false
  /// Whether a NUL inside `body` stands for U+FFFD; otherwise it stands for itself.
  public var replacesNUL = false
  /// Whether a run of text stood in a CDATA section.
  public var isCDATA = false
  /// The first scalar a reference stands for, else 0.
  public var first: UInt32 = 0
  /// The second scalar a reference stands for, 0 when there is only one.
  public var second: UInt32 = 0

  init(_ kind: Kind, _ range: Range<Int>, body: Range<Int>) {
    self.kind = kind
    self.range = Range<SourceOffset>(range)
    self.body = Range<SourceOffset>(body)
  }
}

/// An attribute of a start tag in source offsets; the name is raw (letters may be upper case).
public struct HTMLAttribute: Sendable, Equatable {
  /// The name as it stands in the source.
  public var name: Range<SourceOffset>
  /// The value without its quotes; empty at the end of the name when there is none.
  public var value: Range<SourceOffset>
}

/// The parts of a DOCTYPE token in source offsets; an absent part is nil, an empty one is not.
public struct HTMLDoctype: Sendable, Equatable {
  public var name: Range<SourceOffset>?
  public var publicIdentifier: Range<SourceOffset>?
  public var systemIdentifier: Range<SourceOffset>?
  /// The standard's force-quirks flag: the DOCTYPE is malformed.
  public var forcesQuirks = false
}
