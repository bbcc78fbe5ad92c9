/// A cell of a table: its place in the grid and its text in the part.
public struct TextCell: Sendable, Equatable {
  /// The first row of the grid it covers, from 0.
  public var row: Int
  /// The first column of the grid it covers, from 0.
  public var column: Int
  /// How many rows it covers, at least 1.
  public var rowSpan: Int
  /// How many columns it covers, at least 1.
  public var columnSpan: Int
  /// Whether it names what stands below or beside it.
  public var isHeader: Bool
  /// Its text in the part; empty when it has none.
  public var range: Range<TextOffset>

  public init(
    row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, isHeader: Bool = false,
    range: Range<TextOffset>
  ) {
    (self.row, self.column, self.rowSpan, self.columnSpan) = (row, column, rowSpan, columnSpan)
    (self.isHeader, self.range) = (isHeader, range)
  }

  func covers(column other: Int) -> Bool { column <= other && other < column + columnSpan }
}

/// A table in the text of a part.
public struct TextTable: Sendable, Equatable {
  /// The rows in order; a cell that spans rows stands in its first one only.
  public var rows: [[TextCell]]
  /// The caption's text, if any.
  public var caption: Range<TextOffset>?
  /// Everything from the first to the last cell.
  public var range: Range<TextOffset>

  public init(rows: [[TextCell]], caption: Range<TextOffset>? = nil) {
    self.rows = rows
    self.caption = caption
    let cells = rows.joined().filter { !$0.range.isEmpty }
    let start = cells.map(\.range.lowerBound).min() ?? TextOffset(0)
    let end = cells.map(\.range.upperBound).max() ?? start
    range = start..<end
  }

  /// Every cell, row by row.
  public var cells: some Sequence<TextCell> { rows.joined() }

  /// How many columns the widest row has.
  public var columnCount: Int {
    rows.joined().map { $0.column + $0.columnSpan }.max() ?? 0
  }

  /// The header cells above a column, from the top down. O(cells of the header rows).
  public func header(forColumn column: Int) -> [TextCell] {
    var found: [TextCell] = []
    for row in rows {
      let here = row.filter { $0.isHeader && $0.covers(column: column) && !$0.range.isEmpty }
      // A header cell that stands in a row of data names its row, not a column.
      if here.isEmpty || row.contains(where: { !$0.isHeader && !$0.range.isEmpty }) {
        // A title over the whole width may stand above.
        if found.isEmpty, row.count < 2 || row.allSatisfy(\.isHeader) { continue }
        break
      }
      found += here
    }
    return found
  }

  /// The cell of the same row that names a cell: the nearest header cell before it, else the cell
  /// right before it (`姓名 | 张三`). O(cells of the row).
  public func label(of cell: TextCell) -> TextCell? {
    guard rows.indices.contains(cell.row) else { return nil }
    let before = rows[cell.row].filter { $0.column < cell.column && !$0.range.isEmpty }
    return before.last(where: \.isHeader) ?? before.last
  }

  /// The cell that holds a position of the text. O(log rows + cells of a row + empty rows met).
  public func cell(at offset: TextOffset) -> TextCell? {
    guard range.contains(offset) else { return nil }
    // The first row whose last text ends behind the position; rows stand in the order of the text.
    var low = 0
    var high = rows.count
    var found: Int?
    while low < high {
      let middle = (low + high) / 2
      var row = middle
      while row < high, rows[row].allSatisfy(\.range.isEmpty) { row += 1 }
      if row < high, let last = rows[row].last(where: { !$0.range.isEmpty }),
        last.range.upperBound <= offset
      {
        low = row + 1
      } else {
        if row < high { found = row }
        high = middle
      }
    }
    return found.flatMap { rows[$0].first { $0.range.contains(offset) } }
  }

  /// The table with all of its texts moved by `distance` bytes.
  func moved(by distance: Int) -> TextTable {
    var table = self
    for r in rows.indices {
      for c in rows[r].indices {
        table.rows[r][c].range = rows[r][c].range.shifted(by: distance)
      }
    }
    table.caption = caption?.shifted(by: distance)
    table.range = range.shifted(by: distance)
    return table
  }

  /// Marks the first row with two texts or more as header when the document marks none: no cell of
  /// it is empty or holds four digits in a row, and at least one row of data follows.
  mutating func inferHeader(in utf8: [UInt8]) {
    guard rows.count > 1, !rows.joined().contains(where: \.isHeader) else { return }
    // Title rows (one cell over all columns) may stand above the header.
    guard let k = rows.firstIndex(where: { $0.count > 1 }), k + 1 < rows.count else { return }
    let row = rows[k]
    guard row.allSatisfy({ !$0.range.isEmpty && !Self.isDatum(utf8[$0.range.plain]) }) else {
      return
    }
    let width = row.reduce(0) { $0 + $1.columnSpan }
    let below = rows[(k + 1)...].contains { $0.reduce(0) { $0 + $1.columnSpan } >= width }
    guard below, width > 2 || rows.count > k + 2 else { return }
    for j in rows[k].indices { rows[k][j].isHeader = true }
  }

  /// Marks the first row as header unless it holds data; a file of fields has one column or more.
  mutating func inferFirstRowHeader(in utf8: [UInt8]) {
    guard rows.count > 1, let row = rows.first,
      row.allSatisfy({ !$0.range.isEmpty && !Self.isDatum(utf8[$0.range.plain]) })
    else { return }
    for k in row.indices { rows[0][k].isHeader = true }
  }

  /// Long texts and long numbers are data, not names of columns.
  private static func isDatum(_ text: ArraySlice<UInt8>) -> Bool {
    if text.count > 90 { return true }
    var digits = 0
    for byte in text {
      digits = byte.isASCIIDigit ? digits + 1 : 0
      if digits > 4 { return true }
    }
    return false
  }
}
