/// Reads files of fields: comma or tab separated values, JSON, lines of JSON.
///
/// The body holds one line for each record of CSV and TSV, fields separated by tabs; for JSON one
/// line for each member with a value of its own, key and values separated by tabs. The table of the
/// body tells header and cells apart. Time is linear in the source.
public struct TableReader: Sendable {
  /// How fields are written.
  public enum Format: Sendable {
    /// Fields separated by commas, or by semicolons where the first line has more of them; quoting
    /// by RFC 4180.
    case csv
    /// Fields separated by tabs, quoted or not.
    case tsv
    /// One JSON value. Standard: RFC 8259.
    case json
    /// Any number of JSON values, separated by white space.
    case jsonLines
  }

  public var limits: HTMLReader.Limits

  public init(limits: HTMLReader.Limits = HTMLReader.Limits()) { self.limits = limits }

  /// Reads a file given as UTF-8; offsets count its bytes.
  public func read(_ utf8: [UInt8], as format: Format) -> DocumentReading {
    switch format {
    case .csv:
      var file = SeparatedFile(utf8, separator: nil, limits: limits)
      return file.read()
    case .tsv:
      var file = SeparatedFile(utf8, separator: UInt8(ascii: "\t"), limits: limits)
      return file.read()
    case .json, .jsonLines:
      var file = JSONFile(utf8, isLines: format == .jsonLines, limits: limits)
      return file.read()
    }
  }
}

/// A file of separated values being read.
struct SeparatedFile {
  private let source: [UInt8]
  private let separator: UInt8
  private let limits: HTMLReader.Limits
  private let start: Int
  private var body = PartBuilder()
  private var rows: [[TextCell]] = []
  private var cellCount = 0
  private var problems = ProblemList()

  init(_ source: [UInt8], separator: UInt8?, limits: HTMLReader.Limits) {
    self.source = source
    self.limits = limits.clamped
    start = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.separator = separator ?? Self.guess(source[start...])
  }

  private static func guess(_ text: ArraySlice<UInt8>) -> UInt8 {
    var counts = (commas: 0, semicolons: 0, tabs: 0)
    var isQuoted = false
    for byte in text.prefix(1 << 16) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D { break }
      if byte == UInt8(ascii: ",") { counts.commas += 1 }
      if byte == UInt8(ascii: ";") { counts.semicolons += 1 }
      if byte == 0x09 { counts.tabs += 1 }
    }
    if counts.commas >= max(counts.semicolons, counts.tabs) { return UInt8(ascii: ",") }
    return counts.semicolons >= counts.tabs ? UInt8(ascii: ";") : 0x09
  }

  mutating func read() -> DocumentReading {
    var end = source.count
    if end > limits.textBytes {
      end = limits.textBytes
      while end > 0, source[end] & 0xC0 == 0x80 { end -= 1 }
      problems.add(.textLimit, at: end..<source.count)
    }
    var i = start
    while i < end { i = record(at: i, to: end) }
    var reading = DocumentReading()
    if !body.isEmpty {
      var table = TextTable(rows: rows)
      table.inferFirstRowHeader(in: body.utf8)
      reading.parts = [body.part(.body, label: "body", tables: [table])]
    }
    reading.problems = problems.all
    return reading
  }

  private mutating func record(at start: Int, to end: Int) -> Int {
    var i = start
    var row: [TextCell] = []
    var column = 0
    body.beginRow()
    while true {
      body.beginCell(isFirst: column == 0)
      let from = body.count
      i = field(at: i, to: end)
      if cellCount < limits.cells {
        cellCount += 1
        row.append(
          TextCell(row: rows.count, column: column, range: body.trimmed(from: from)))
      } else {
        problems.add(.cellLimit, at: i..<i)
      }
      column += 1
      guard i < end, source[i] == separator else { break }
      i += 1
    }
    if i < end { i += source[i] == 0x0D && i + 1 < end && source[i + 1] == 0x0A ? 2 : 1 }
    let isBlank = column == 1 && row.first?.range.isEmpty != false
    if !isBlank { rows.append(row) }
    body.endRow()
    return i
  }

  /// Adds one field; returns where its separator or line end stands.
  private mutating func field(at start: Int, to end: Int) -> Int {
    var i = start
    if i < end, source[i] == UInt8(ascii: "\"") {
      i = quoted(at: i + 1, to: end)
      let rest = i
      while i < end, !ends(i) { i += 1 }
      if i > rest {
        // Text behind the closing quote is against the rule, but it is text.
        problems.add(.malformedQuote, at: rest..<i)
        body.verbatim(source, rest..<i)
      }
      return i
    }
    while i < end, !ends(i) { i += 1 }
    let text = source[start..<i].trimmed
    body.verbatim(source, text.startIndex..<text.endIndex)
    return i
  }

  private func ends(_ i: Int) -> Bool {
    source[i] == separator || source[i] == 0x0A || source[i] == 0x0D
  }

  private mutating func quoted(at start: Int, to end: Int) -> Int {
    let quote = UInt8(ascii: "\"")
    var i = start
    while true {
      let stop = ByteScan.first(quote, in: source, from: i, to: end)
      body.verbatim(source, i..<stop)
      guard stop < end else {
        problems.add(.malformedQuote, at: start - 1..<end)
        return end
      }
      guard stop + 1 < end, source[stop + 1] == quote else { return stop + 1 }
      body.scalars(UInt32(quote), 0, for: stop..<stop + 2, preserve: true)
      i = stop + 2
    }
  }
}
