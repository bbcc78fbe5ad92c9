/// One stretch of readable text of a document, with the way back to the source.
///
/// A line feed in the text of HTML or Markdown is always a boundary between blocks, never a wrapped
/// line: no word goes on across it. A tab separates the cells of a table row.
public struct ExtractedPart: Sendable, Equatable {
  /// What role a part plays in its document.
  public enum Kind: Sendable, Equatable {
    /// What a reader sees.
    case body
    /// The document's title.
    case title
    /// Text shown in place of or beside something: `alt`, `title`, `placeholder`, ruby glosses.
    case alternative
    /// The content of a `<meta>` or of a front matter field.
    case metadata
    /// What a reader does not see.
    case hidden(HiddenReason)
    /// The target of a link that is itself a datum: a telephone number or a mail address.
    case link
    /// Program text that was asked for.
    case code
  }

  /// What this part is.
  public var kind: Kind
  /// A name for people, such as `body`, `hidden: display:none` or `meta ArticleTitle`.
  public var label: String
  /// The text.
  public var utf8: [UInt8]
  /// The way back from `utf8` to the source.
  public var map: SourceMap
  /// The tables of the text, in order of their ends.
  public var tables: [TextTable] = []
  /// Stretches of the text that stand in page furniture, sorted, without overlaps.
  public var regions: [TextRegion] = []
  /// What a line of the text is in the document, where its place is told by it.
  public var lineKind: LineKind?
  /// Where the lines of a text read off a picture stand in it; empty for text that was text.
  public var boxes: [TextBox] = []
  /// Whether the text was read off a picture, so that any character may be wrong.
  public var isRecognised: Bool { !boxes.isEmpty }
  /// Whether the part belongs to a whole web page or feed, which carries the words of its own
  /// frame; false for a fragment, as an editor of a CMS makes it.
  public var isOfWholePage = false
  /// Whether a word may go on behind a line break, as in a plain text with wrapped lines.
  public var joinsLines = false

  public init(
    kind: Kind, label: String, utf8: [UInt8], map: SourceMap, tables: [TextTable] = [],
    regions: [TextRegion] = []
  ) {
    (self.kind, self.label, self.utf8, self.map) = (kind, label, utf8, map)
    (self.tables, self.regions) = (tables, regions)
  }
}

/// What the lines of a part are.
public enum LineKind: String, Sendable {
  /// Paragraphs of flowing text.
  case paragraph
  /// Lines of a page.
  case line
}

/// A stretch of text that was read off a picture, and where it stands there, in thousandths of the
/// picture's width and height.
public struct TextBox: Sendable, Equatable {
  public var range: Range<TextOffset>
  public var left: Int
  public var top: Int
  public var width: Int
  public var height: Int
  /// How sure the program that read it is, 0 to 100.
  public var confidence: Int

  public init(
    range: Range<TextOffset>, left: Int, top: Int, width: Int, height: Int, confidence: Int
  ) {
    (self.range, self.left, self.top) = (range, left, top)
    (self.width, self.height, self.confidence) = (width, height, confidence)
  }
}

/// Why a reader does not see a part.
public enum HiddenReason: String, Sendable, CaseIterable {
  case displayNone = "display:none"
  case visibility = "visibility:hidden"
  case hiddenAttribute = "hidden attribute"
  case zeroFont = "font-size:0"
  case sameColour = "text in the background colour"
  case transparent = "transparent text"
  case offScreen = "off screen"
  case comment = "comment"
  case conditionalComment = "conditional comment"
  case hiddenInput = "hidden input"
  case dataAttribute = "data attribute"
  case noscript = "noscript"
  case template = "template"
  case fallback = "frame fallback"
  case unterminated = "unterminated markup"
  case hiddenSheet = "hidden sheet"
  case hiddenCells = "hidden rows or columns"
  case hiddenSlide = "hidden slide"
  case deletedText = "deleted text"
  case hiddenText = "hidden text"
}

/// A stretch of text in a part of the page that repeats from page to page.
public struct TextRegion: Sendable, Equatable {
  /// Which part of the page.
  public enum Kind: UInt8, Sendable {
    case content, navigation, header, footer, aside
  }

  public var kind: Kind
  public var range: Range<TextOffset>

  public init(kind: Kind, range: Range<TextOffset>) {
    (self.kind, self.range) = (kind, range)
  }
}

/// Something that kept a document from being read as a whole.
public struct ExtractionProblem: Sendable, Equatable {
  /// What went wrong.
  public enum Kind: String, Sendable {
    /// Elements deeper than the limit were read, but neither their styles nor their tables.
    case depthLimit
    /// Attributes of one tag beyond the limit were not read.
    case attributeLimit
    /// The rest of a value longer than the limit was not read.
    case valueLimit
    /// Text beyond the limit was not read.
    case textLimit
    /// Links beyond the limit were not listed.
    case linkLimit
    /// Cells, rows or columns beyond the limit are text, but in no table.
    case cellLimit
    /// Metadata fields beyond the limit were not listed.
    case metadataLimit
    /// Style rules beyond the limit were not honoured.
    case styleLimit
    /// The source ends inside a tag; a browser would drop it and all it holds.
    case unterminatedTag
    /// The source ends inside a comment.
    case unterminatedComment
    /// The source ends inside a script, a style sheet or another raw text element.
    case unterminatedElement
    /// A quoted field of a table is never closed, or is followed by more than a separator.
    case malformedQuote
    /// The source is not JSON from here on.
    case malformedJSON
    /// Two lines of a front matter or a fence without its end.
    case unterminatedFence
  }

  public var kind: Kind
  /// Where it first happened.
  public var range: Range<SourceOffset>
  /// How often it happened.
  public var count: Int

  public init(kind: Kind, range: Range<SourceOffset>, count: Int = 1) {
    (self.kind, self.range, self.count) = (kind, range, count)
  }
}

/// Source that is left out on purpose: programs, style sheets, code blocks.
public struct SkippedSource: Sendable, Equatable {
  /// What was left out.
  public enum Kind: String, Sendable {
    case script, style, codeBlock
    /// Elements that somebody chose to leave out.
    case ignored
  }

  public var kind: Kind
  /// How many stretches.
  public var count: Int
  /// How many bytes of source in all.
  public var bytes: Int

  public init(kind: Kind, count: Int, bytes: Int) {
    (self.kind, self.count, self.bytes) = (kind, count, bytes)
  }
}

/// Collects problems, one entry for each kind.
struct ProblemList: Sendable {
  private(set) var all: [ExtractionProblem] = []

  mutating func add(_ kind: ExtractionProblem.Kind, at range: Range<Int>) {
    if let k = all.firstIndex(where: { $0.kind == kind }) {
      all[k].count += 1
    } else {
      all.append(ExtractionProblem(kind: kind, range: Range<SourceOffset>(range), count: 1))
    }
  }
}
