/// Where in an attachment something stands: names from the outside in, as bytes, because archives
/// keep names in encodings of their own.
public typealias AttachmentPlace = [[UInt8]]

/// What the helper process says, one after another.
public enum AttachmentRecord: Sendable, Equatable {
  case part(AttachmentPart)
  /// A member of an archive that is text or markup; whoever asked decodes it.
  case file(place: AttachmentPlace, bytes: [UInt8])
  case problem(AttachmentProblem)
}

/// One stretch of extracted text.
public struct AttachmentPart: Sendable, Equatable {
  /// What a reader of the attachment sees of it.
  public enum Role: UInt8, Sendable, CaseIterable {
    case body, metadata, alternative, link, comment, hiddenSheet, hiddenCells, hiddenSlide
    case deletedText, hiddenText
  }

  public var role: Role
  public var place: AttachmentPlace
  /// UTF-8.
  public var text: [UInt8]
  public var tables: [[AttachmentCell]]
  /// Whether lines are wrapped lines of one text, as on the page of a PDF.
  public var joinsLines: Bool
  /// Where lines of text that was read off a picture stand in it; empty for text that was text.
  public var boxes: [AttachmentBox]

  public init(
    _ role: Role, place: AttachmentPlace, text: [UInt8], tables: [[AttachmentCell]] = [],
    joinsLines: Bool = false, boxes: [AttachmentBox] = []
  ) {
    (self.role, self.place, self.text) = (role, place, text)
    (self.tables, self.joinsLines, self.boxes) = (tables, joinsLines, boxes)
  }
}

/// A stretch of text, in bytes of the part, and where it stands in the picture, in thousandths of
/// the picture's width and height.
public struct AttachmentBox: Sendable, Equatable {
  public var range: Range<Int>
  public var left: Int
  public var top: Int
  public var width: Int
  public var height: Int
  /// How sure the program that read it is, 0 to 100.
  public var confidence: Int

  public init(
    range: Range<Int>, left: Int, top: Int, width: Int, height: Int, confidence: Int
  ) {
    (self.range, self.left, self.top) = (range, left, top)
    (self.width, self.height, self.confidence) = (width, height, confidence)
  }
}

/// A cell of a table; rows and columns from 0, the range in bytes of the part's text.
public struct AttachmentCell: Sendable, Equatable {
  public var row: Int
  public var column: Int
  public var rowSpan: Int
  public var columnSpan: Int
  public var isHeader: Bool
  public var range: Range<Int>

  public init(
    row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, isHeader: Bool = false,
    range: Range<Int>
  ) {
    (self.row, self.column, self.rowSpan, self.columnSpan) = (row, column, rowSpan, columnSpan)
    (self.isHeader, self.range) = (isHeader, range)
  }
}

/// Something of an attachment that was not read.
public struct AttachmentProblem: Sendable, Equatable {
  public enum Kind: UInt8, Sendable, CaseIterable {
    case unreadable, unsupported, limitReached, imageOnly, pollutedText
  }

  public var kind: Kind
  public var place: AttachmentPlace
  public var chinese: String
  public var english: String

  public init(_ kind: Kind, place: AttachmentPlace, chinese: String, english: String) {
    (self.kind, self.place) = (kind, place)
    (self.chinese, self.english) = (chinese, english)
  }
}
