/// A text as a publisher has it: decoded, taken apart, with its metadata and what could not be read.
public struct Document: Sendable {
  /// The name it is reported under: a path, an id of a CMS, a URL.
  public var id: String
  /// The decoded source, as UTF-8. All ranges of a report point into it.
  public var source: [UInt8]
  /// The encoding it was read in, and why that one was chosen.
  public var encoding: String
  /// What the document says of itself.
  public var metadata: DocumentMetadata
  /// What whoever handed it in says of it.
  public var record: DocumentRecord
  /// The texts to scan; the first is the body.
  public var parts: [Part]
  /// What could not be read, or was cut.
  public var problems: [ReadingProblem]
  /// What was left out on purpose.
  public var skipped: [SkippedSource] = []
  /// Where its links lead, as it writes them.
  public var links: [DocumentReading.Link] = []
  /// Where the source begins when it is a window of something larger.
  public var origin: SourcePosition

  public init(
    id: String, source: [UInt8], encoding: String = "UTF-8",
    metadata: DocumentMetadata = DocumentMetadata(),
    record: DocumentRecord = DocumentRecord(), parts: [Part],
    problems: [ReadingProblem] = [], origin: SourcePosition = .zero
  ) {
    self.id = id
    self.source = source
    self.encoding = encoding
    self.metadata = metadata
    self.record = record
    self.parts = parts
    self.problems = problems
    self.origin = origin
  }

  /// A document that is one plain text.
  public init(id: String, text: String) {
    let bytes = Array(text.utf8)
    self.init(id: id, source: bytes, parts: [Part(plain: bytes)])
  }
}

/// Where a window begins inside its whole source, in every unit a report counts.
public struct SourcePosition: Hashable, Sendable {
  public var utf8: Int
  public var scalar: Int
  public var utf16: Int
  /// Line breaks before this position.
  public var line: Int
  /// Scalars between the last line break and this position.
  public var column: Int

  public static let zero = SourcePosition(utf8: 0, scalar: 0, utf16: 0, line: 0, column: 0)

  public init(utf8: Int, scalar: Int, utf16: Int, line: Int, column: Int) {
    self.utf8 = utf8
    self.scalar = scalar
    self.utf16 = utf16
    self.line = line
    self.column = column
  }
}

/// One stretch of readable text of a document.
public typealias Part = ExtractedPart

extension ExtractedPart {
  /// The body of a plain text: its own source.
  public init(plain utf8: [UInt8]) {
    self.init(kind: .body, label: "", utf8: utf8, map: .identity(length: utf8.count))
    joinsLines = true
  }
}

/// Something of a document that was not read, or not read for certain.
public struct ReadingProblem: Hashable, Sendable {
  /// The kinds, each a rule of the family `scan`.
  public enum Kind: String, Sendable {
    case undecodable
    case unreadable
    case unsupported
    case limitReached = "limit-reached"
    case imageOnly = "image-only"
    case pollutedText = "polluted-text"
  }

  public var kind: Kind
  /// What happened, without any text of the document.
  public var chinese: String
  public var english: String
  /// Where, when it has a place.
  public var range: Range<SourceOffset>?
  /// The part of the document concerned; empty for the whole.
  public var part: String

  public init(
    _ kind: Kind, chinese: String, english: String, range: Range<SourceOffset>? = nil,
    part: String = ""
  ) {
    self.kind = kind
    self.chinese = chinese
    self.english = english
    self.range = range
    self.part = part
  }
}

/// What comes with a document besides its text: the fields of a database row.
public struct DocumentRecord: Hashable, Sendable {
  public var title: String?
  /// The day of publication.
  public var date: CalendarDate?
  public var url: String?

  public init(title: String? = nil, date: CalendarDate? = nil, url: String? = nil) {
    self.title = title
    self.date = date
    self.url = url
  }
}

extension Document {
  /// The title it is published under: given with it, or carried by its metadata.
  public var title: String? {
    record.title ?? metadata.articleTitle?.value ?? metadata.title?.value
  }

  /// The day its metadata says it was published.
  public var metadataDate: CalendarDate? {
    metadata.publicationDate.flatMap { CalendarDate($0.value) }
  }
}
