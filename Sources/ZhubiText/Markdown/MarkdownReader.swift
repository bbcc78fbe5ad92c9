/// Reads the text of a Markdown document (CommonMark with pipe tables and front matter).
///
/// What a renderer would show becomes the body; code blocks are left out unless asked for and told
/// in `skipped`; comments are hidden parts. Time is linear in the source.
public struct MarkdownReader: Sendable {
  /// Whether fenced and indented code blocks are read, as a part of kind `.code`.
  public var includesCode = false
  /// Limits for HTML inside, and for text, links, cells and fields in all.
  public var limits: HTMLReader.Limits

  public init(includesCode: Bool = false, limits: HTMLReader.Limits = HTMLReader.Limits()) {
    self.includesCode = includesCode
    self.limits = limits
  }

  /// Reads a document given as UTF-8; offsets count its bytes.
  public func read(_ utf8: [UInt8]) -> DocumentReading {
    var page = MarkdownPage(utf8, includesCode: includesCode, limits: limits)
    return page.read()
  }
}

/// A document being read, line by line.
struct MarkdownPage {
  /// A line without its end: where it begins, where its text ends, where the next one begins.
  struct Line {
    var start: Int
    var end: Int
    var next: Int
  }

  let source: [UInt8]
  let includesCode: Bool
  let limits: HTMLReader.Limits
  var reading = DocumentReading()
  var problems = ProblemList()
  var body = PartBuilder()
  var code = PartBuilder()
  var alternative = PartBuilder()
  var hidden: [ExtractedPart] = []
  var comments = PartBuilder()
  var metadataParts: [ExtractedPart] = []
  var tables: [TextTable] = []
  var skipped = (count: 0, bytes: 0)
  var textBudget: Int
  var cellCount = 0
  /// Where the last line of the paragraph in work ends; nil between paragraphs.
  var paragraphEnd: Int?
  /// Up to where no comment ends, and where the next `>` stands: found once, not at each `<`.
  var noCommentEndBefore = 0
  var nextClose = -1
  var isInList = false
  var afterBlank = true

  init(_ source: [UInt8], includesCode: Bool, limits: HTMLReader.Limits) {
    self.source = source
    self.includesCode = includesCode
    self.limits = limits.clamped
    textBudget = self.limits.textBytes
  }

  func line(at start: Int) -> Line {
    var end = start
    while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
    var next = end
    if next < source.count {
      next += source[next] == 0x0D && next + 1 < source.count && source[next + 1] == 0x0A ? 2 : 1
    }
    return Line(start: start, end: end, next: next)
  }

  mutating func read() -> DocumentReading {
    var position = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    position = frontMatter(at: position)
    while position < source.count {
      guard position < limits.textBytes else {
        problems.add(.textLimit, at: position..<source.count)
        break
      }
      position = block(at: position)
    }
    finish()
    return reading
  }

  private mutating func finish() {
    func add(_ builder: PartBuilder, _ kind: ExtractedPart.Kind, _ label: String) {
      if !builder.isEmpty { reading.parts.append(builder.part(kind, label: label)) }
    }
    if !body.isEmpty {
      reading.parts.append(body.part(.body, label: "body", tables: tables))
    }
    reading.parts += metadataParts
    add(alternative, .alternative, "alternative")
    add(code, .code, "code")
    add(comments, .hidden(.comment), "hidden: \(HiddenReason.comment.rawValue)")
    reading.parts += hidden
    reading.problems = problems.all
    if skipped.count > 0 {
      reading.skipped.append(
        SkippedSource(kind: .codeBlock, count: skipped.count, bytes: skipped.bytes))
    }
  }

  mutating func endParagraph() {
    paragraphEnd = nil
    body.breakLine()
  }

  mutating func addLink(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    guard reading.links.count < limits.links else {
      problems.add(.linkLimit, at: range)
      return
    }
    reading.links.append(
      DocumentReading.Link(
        target: String(decoding: source[range], as: UTF8.self),
        range: Range<SourceOffset>(range)))
  }

  /// Leaves out a code block, or reads it when asked.
  mutating func addCode(_ range: Range<Int>) {
    if includesCode {
      code.breakLine()
      code.preserved(source, range)
      code.breakLine()
    } else {
      skipped.count += 1
      skipped.bytes += range.count
    }
  }

  /// Reads a piece of HTML by the rules of pages and files its parts here.
  mutating func addHTML(_ range: Range<Int>) {
    var page = HTMLPage(source, range: Range<SourceOffset>(range), limits: limits)
    let read = page.read()
    for part in read.parts {
      switch part.kind {
      case .body:
        let moved = body.append(part)
        tables += part.tables.map { $0.moved(by: moved) }
      case .hidden(.comment): comments.append(part)
      case .alternative: alternative.append(part)
      default: hidden.append(part)
      }
    }
    for link in read.links.prefix(max(0, limits.links - reading.links.count)) {
      reading.links.append(link)
    }
    for problem in read.problems { problems.add(problem.kind, at: problem.range.plain) }
    reading.skipped += read.skipped
  }
}
