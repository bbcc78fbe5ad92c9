extension HTMLPage {
  /// Makes the stack ready for a table part: closes what the part closes. True when the element
  /// takes part in a grid; a row or cell outside of any table does not.
  mutating func openGrid(_ name: HTMLName) -> Bool {
    guard name.isTablePart else { return false }
    if name == .table { return true }
    // A piece of a table without its table: blocks.
    guard let floor = openTables.last?.index, untracked == 0 else { return false }
    let keep: [HTMLName] =
      switch name {
      case .td, .th: [.tr]
      case .tr: [.thead, .tbody, .tfoot]
      default: []
      }
    // Down to the nearest element that may hold this one; never through the table itself.
    var i = stack.count - 1
    while i > floor, !keep.contains(stack[i].name) { i -= 1 }
    pop(to: i + 1)
    return true
  }

  mutating func beginGrid(_ name: HTMLName, in sink: Sink, at range: Range<Int>) {
    if name == .table {
      if !openTables.isEmpty { openTables[openTables.count - 1].builder.holdsTable = true }
      sinks[sink].breakLine()
      openTables.append(OpenTable(sink: sink, index: stack.count))
      return
    }
    let last = openTables.count - 1
    switch name {
    case .thead, .tbody, .tfoot:
      openTables[last].builder.isHeaderSection = name == .thead
      sinks[sink].endRow()
    case .tr:
      openTables[last].builder.beginRow()
      beginRow(in: sink)
    case .caption: sinks[sink].breakLine()
    case .td, .th:
      if !openTables[last].builder.isInRow {
        openTables[last].builder.beginRow()
        beginRow(in: sink)
      }
      if sink == openTables[last].sink {
        sinks[sink].beginCell(isFirst: !openTables[last].builder.rowHasCells)
      }
      guard cellCount < limits.cells else {
        problems.add(.cellLimit, at: range)
        return
      }
      cellCount += 1
      let fits = openTables[last].builder.beginCell(
        at: sinks[openTables[last].sink].count, rowSpan: number(.rowspan),
        columnSpan: number(.colspan), isHeader: name == .th)
      if !fits { problems.add(.cellLimit, at: range) }
    default: break
    }
    if name == .caption { captionStart = sinks[openTables[last].sink].count }
  }

  /// Rows and cells that are hidden on their own are lines among the hidden text.
  private mutating func beginRow(in sink: Sink) {
    if sink == openTables.last?.sink { sinks[sink].beginRow() } else { sinks[sink].breakLine() }
  }

  mutating func endGrid(_ element: OpenElement) {
    let last = openTables.count - 1
    guard last >= 0 else { return }
    let sink = openTables[last].sink
    let inner = element.around.sink
    switch element.name {
    case .td, .th:
      if let start = openTables[last].builder.openCellStart {
        let range = sinks[sink].trimmed(from: start)
        openTables[last].builder.endCell(range)
      }
    case .tr:
      openTables[last].builder.endRow()
      if inner == sink { sinks[inner].endRow() }
    case .thead, .tbody, .tfoot: openTables[last].builder.isHeaderSection = false
    case .caption:
      openTables[last].builder.caption = sinks[sink].trimmed(from: captionStart)
      sinks[inner].breakLine()
    case .table:
      let table = openTables.removeLast()
      sinks[inner].endRow()
      if let table = table.builder.table(in: sinks[sink].utf8) { tables[sink].append(table) }
    default: break
    }
  }

  private func number(_ name: HTMLName) -> Int {
    guard let value = attributes[name] else { return 1 }
    return Int(min(max(source[value].prefix(16).number ?? 1, 1), 65534))
  }
}
