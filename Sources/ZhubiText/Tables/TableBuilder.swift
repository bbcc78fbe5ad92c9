/// Lays cells into a grid as they come, by the rules of HTML's table model.
struct TableBuilder: Sendable {
  /// The most columns of a grid; what lies beyond is in no table.
  static let columnLimit = 1024

  private(set) var rows: [[TextCell]] = []
  private(set) var cellCount = 0
  private(set) var isCut = false
  /// A table that holds a table is layout, not data.
  var holdsTable = false
  var isHeaderSection = false
  var caption: Range<TextOffset>?
  /// For each column, the first row that no earlier cell reaches into.
  private var freeFrom: [Int] = []
  private var nextColumn = 0
  private var open: TextCell?

  /// Whether a row has begun that may take cells.
  private(set) var isInRow = false
  /// Whether the row in work has a cell already.
  var rowHasCells: Bool { isInRow && !(rows.last?.isEmpty ?? true) }

  mutating func beginRow() {
    rows.append([])
    nextColumn = 0
    isInRow = true
  }

  mutating func endRow() { isInRow = false }

  /// Begins a cell whose text starts at or after `start`; false when the grid is full.
  mutating func beginCell(at start: Int, rowSpan: Int, columnSpan: Int, isHeader: Bool) -> Bool {
    if !isInRow { beginRow() }
    let row = rows.count - 1
    while nextColumn < freeFrom.count, freeFrom[nextColumn] > row { nextColumn += 1 }
    let width = min(max(columnSpan, 1), 1000)
    guard nextColumn + width <= Self.columnLimit else {
      isCut = true
      return false
    }
    let height = min(max(rowSpan, 1), 65534)
    if freeFrom.count < nextColumn + width {
      freeFrom += Array(repeating: 0, count: nextColumn + width - freeFrom.count)
    }
    for k in nextColumn..<nextColumn + width { freeFrom[k] = max(freeFrom[k], row + height) }
    open = TextCell(
      row: row, column: nextColumn, rowSpan: height, columnSpan: width,
      isHeader: isHeader || isHeaderSection,
      range: Range<TextOffset>(start..<start))
    nextColumn += width
    cellCount += 1
    return true
  }

  /// Where the text of the cell in work starts, if a cell is in work.
  var openCellStart: Int? { open?.range.lowerBound.value }

  mutating func endCell(_ range: Range<TextOffset>) {
    guard var cell = open else { return }
    cell.range = range
    rows[rows.count - 1].append(cell)
    open = nil
  }

  /// The table, or nil when it is no grid of data: no row with two cells, or layout.
  func table(in utf8: [UInt8]) -> TextTable? {
    guard !holdsTable, rows.contains(where: { $0.count > 1 }) else { return nil }
    var table = TextTable(rows: rows, caption: caption)
    guard !table.range.isEmpty else { return nil }
    table.inferHeader(in: utf8)
    return table
  }
}
