import ZhubiText

/// The rows of one table, whatever it was written in: cells of HTML or Markdown, or lines with `|`.
struct TableGrid {
  struct Cell {
    /// Scalars of the page, trimmed.
    var range: Range<Int>
    /// The column of the grid it begins in, from 0.
    var column = 0
    /// The whole number the cell holds, nil when it holds words or nothing.
    var number: Int?
  }

  var rows: [[Cell]]

  /// All tables of a page.
  static func all(in page: FormatPage) -> [TableGrid] {
    let tables = page.context.part.tables
    guard tables.isEmpty else { return tables.map { TableGrid($0, page) } }
    guard page.marks.contains(where: { page[$0] == "|" }) || page.context.utf8.contains(0x09) else {
      return []
    }
    return barred(page)
  }

  private init(_ table: TextTable, _ page: FormatPage) {
    rows = table.rows.map { row in
      row.map { cell in
        let low = page.text.scalar(atOrAfter: cell.range.lowerBound)
        var own = Self.cell(
          page, low..<max(low, page.text.scalar(atOrAfter: cell.range.upperBound)))
        own.column = cell.column
        return own
      }
    }
  }

  private init(rows: [[Cell]]) { self.rows = rows }

  /// Runs of lines that hold `|` or tabs.
  private static func barred(_ page: FormatPage) -> [TableGrid] {
    var tables: [TableGrid] = []
    var rows: [[Cell]] = []
    func close() {
      if rows.count > 1 { tables.append(TableGrid(rows: rows)) }
      rows = []
    }
    for line in page.lines {
      let content = page.trimmed(line)
      if content.isEmpty { continue }
      guard content.count < 2_000,
        content.contains(where: { page[$0] == "|" || page[$0] == "\t" })
      else {
        close()
        continue
      }
      var cells: [Cell] = []
      var start = content.lowerBound
      for index in content.lowerBound...content.upperBound
      where index == content.upperBound || page[index] == "|" || page[index] == "\t" {
        var own = cell(page, start..<index)
        own.column = cells.count
        cells.append(own)
        start = min(index + 1, content.upperBound)
      }
      rows.append(cells)
    }
    close()
    return tables
  }

  private static func cell(_ page: FormatPage, _ range: Range<Int>) -> Cell {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, page[low].isBlank || page[low].isBreak { low += 1 }
    while high > low, page[high - 1].isBlank || page[high - 1].isBreak { high -= 1 }
    let content = low..<high
    let isNumber = !content.isEmpty && content.allSatisfy { page[$0].isDigit }
    return Cell(range: content, number: isNumber ? page.number(content) : nil)
  }
}

extension TableGrid {
  /// The words of a row, without blanks and brackets.
  static func words(_ row: [Cell], _ page: FormatPage) -> String {
    var view = String.UnicodeScalarView()
    for cell in row where cell.number == nil {
      for index in cell.range where !page[index].isBlank && !page[index].isBreak {
        view.append(page[index])
      }
    }
    return String(view)
  }

  /// The numbers at the end of a row.
  static func trailingNumbers(_ row: [Cell]) -> [Cell] {
    var cells: [Cell] = []
    for cell in row.reversed() {
      // A line of the crawled form ends with an empty cell.
      if cell.number == nil {
        if cells.isEmpty, cell.range.isEmpty { continue }
        break
      }
      cells.append(cell)
    }
    return cells.reversed()
  }
}
