/// What was read of a document, whatever its format.
public struct DocumentReading: Sendable, Equatable {
  /// A link's target as the document writes it, character references decoded.
  public struct Link: Sendable, Equatable {
    public var target: String
    /// The target in the source.
    public var range: Range<SourceOffset>

    public init(target: String, range: Range<SourceOffset>) {
      self.target = target
      self.range = range
    }
  }

  /// The parts that have text; the body comes first.
  public var parts: [ExtractedPart] = []
  public var metadata = DocumentMetadata()
  public var links: [Link] = []
  /// What kept the document from being read as a whole: empty when nothing did.
  public var problems: [ExtractionProblem] = []
  /// What was left out on purpose.
  public var skipped: [SkippedSource] = []

  public init() {}

  /// The part a reader sees, if the document has any visible text.
  public var body: ExtractedPart? { parts.first { $0.kind == .body } }
}
