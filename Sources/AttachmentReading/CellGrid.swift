import AttachmentExchange

/// The text of a sheet: rows on lines, cells apart by tabs, each cell with its true place.
struct CellGrid {
  private(set) var bytes: [UInt8] = []
  private(set) var cells: [AttachmentCell] = []
  private let budget: Budget

  init(_ budget: Budget) { self.budget = budget }

  /// Adds the next cell; rows must not go back.
  mutating func add(row: Int, column: Int, _ text: ArraySlice<UInt8>) {
    guard !text.isEmpty, budget.takesText(text.count) else { return }
    if let last = cells.last { bytes.append(last.row == row ? 0x09 : 0x0A) }
    let start = bytes.count
    bytes.append(contentsOf: text)
    guard row >= cells.last?.row ?? 0, budget.takesCell() else { return }
    cells.append(AttachmentCell(row: row, column: column, range: start..<bytes.count))
  }

  /// Adds a cell that may come out of order: it stays text when it does.
  mutating func addUnordered(row: Int, column: Int, _ text: ArraySlice<UInt8>) {
    add(row: row, column: column, text)
  }

  /// The text with its table, spans and header.
  func finished(
    merged: [CellReference: (rows: Int, columns: Int)] = [:]
  ) -> PartText {
    var cells = cells
    if !merged.isEmpty {
      for k in cells.indices {
        let place = CellReference(row: cells[k].row, column: cells[k].column)
        if let span = merged[place] {
          (cells[k].rowSpan, cells[k].columnSpan) = (span.rows, span.columns)
        }
      }
    }
    return PartText(budget, bytes: bytes, table: cells)
  }

  /// The text under the header of another grid, so that hidden cells keep the names of their
  /// columns.
  func withHeader(of part: PartText, _ other: CellGrid) -> PartText {
    guard !cells.isEmpty else { return PartText(budget) }
    let header = part.tables.first?.filter(\.isHeader) ?? []
    guard let row = header.first?.row, row <= cells[0].row else { return finished() }
    var text: [UInt8] = []
    var all: [AttachmentCell] = []
    for var cell in header {
      if !text.isEmpty { text.append(0x09) }
      let start = text.count
      text += other.bytes[cell.range]
      cell.range = start..<text.count
      all.append(cell)
    }
    text.append(cells[0].row == row ? 0x09 : 0x0A)
    let base = text.count
    text += bytes
    for var cell in cells {
      cell.range = cell.range.lowerBound + base..<cell.range.upperBound + base
      cell.isHeader = cell.row == row
      all.append(cell)
    }
    return PartText(budget, bytes: text, table: all)
  }
}
