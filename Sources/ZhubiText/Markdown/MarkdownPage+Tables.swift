extension MarkdownPage {
  /// A pipe table whose header row stands on this line; nil when it is none.
  mutating func table(at start: Int, in line: Line) -> Int? {
    guard line.next < source.count, source[start..<line.end].contains(UInt8(ascii: "|")) else {
      return nil
    }
    let second = self.line(at: line.next)
    guard let columns = delimiterColumns(second) else { return nil }
    let header = cells(of: start..<line.end)
    guard header.count == columns else { return nil }
    endParagraph()
    var rows: [[TextCell]] = []
    addRow(header, columns, isHeader: true, to: &rows)
    var next = second.next
    while next < source.count {
      let row = self.line(at: next)
      let text = source[row.start..<row.end].trimmed
      if text.isEmpty || !text.contains(UInt8(ascii: "|")) { break }
      addRow(cells(of: text.startIndex..<text.endIndex), columns, isHeader: false, to: &rows)
      next = row.next
    }
    body.endRow()
    tables.append(TextTable(rows: rows))
    return next
  }

  /// `|---|:-:|`: how many columns it draws, nil when it is no such row.
  private func delimiterColumns(_ line: Line) -> Int? {
    let text = source[line.start..<line.end].trimmed
    guard text.contains(UInt8(ascii: "-")),
      text.allSatisfy({
        $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":")
          || $0.isHTMLSpace
      })
    else { return nil }
    let parts = cells(of: text.startIndex..<text.endIndex)
    guard text.contains(UInt8(ascii: "|")) || parts.count == 1 else { return nil }
    return parts.allSatisfy { source[$0].contains(UInt8(ascii: "-")) } ? parts.count : nil
  }

  /// The cells between pipes; a pipe behind a backslash or inside a code span is text.
  private func cells(of range: Range<Int>) -> [Range<Int>] {
    let text = source[range].trimmed
    var start = text.startIndex
    var end = text.endIndex
    if start < end, source[start] == UInt8(ascii: "|") { start += 1 }
    if start < end, source[end - 1] == UInt8(ascii: "|"),
      end - 2 < start || source[end - 2] != UInt8(ascii: "\\")
    {
      end -= 1
    }
    var found: [Range<Int>] = []
    var from = start
    var i = start
    while i < end {
      if source[i] == UInt8(ascii: "\\") {
        i += 2
        continue
      }
      if source[i] == UInt8(ascii: "|") {
        let cell = source[from..<i].trimmed
        found.append(cell.startIndex..<cell.endIndex)
        from = i + 1
      }
      i += 1
    }
    let cell = source[min(from, end)..<end].trimmed
    found.append(cell.startIndex..<cell.endIndex)
    return found
  }

  private mutating func addRow(
    _ cells: [Range<Int>], _ columns: Int, isHeader: Bool, to rows: inout [[TextCell]]
  ) {
    body.beginRow()
    var row: [TextCell] = []
    for (column, cell) in cells.enumerated() {
      body.beginCell(isFirst: column == 0)
      let start = body.count
      inline(cell)
      guard column < columns, cellCount < limits.cells else {
        problems.add(.cellLimit, at: cell)
        continue
      }
      cellCount += 1
      row.append(
        TextCell(
          row: rows.count, column: column, isHeader: isHeader, range: body.trimmed(from: start)))
    }
    rows.append(row)
    body.endRow()
  }
}
