/// Adds up the rows and columns of tables that name a total.
///
/// A table is only held to an equation that the rest of it bears out, or that nothing in it speaks
/// against: nested rows, rates, prices, years, serial numbers and missing cells make it quiet.
struct TableTotalsCheck: FormatCheck {
  let rules: [Rule] = []

  private struct Slip {
    var total: FigureTable.Cell
    var parts: [FigureTable.Cell]
    var sum: Int
    var name: String
  }

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    for grid in page.grids {
      guard let table = FigureTable(grid, page), RequestTable(grid, page) == nil,
        !grid.rows.contains(where: { TableGrid.words($0, page).contains("行政复议") })
      else { continue }
      var slips = columns(table)
      let known = Set(slips.map(\.total.range))
      slips += rows(table).filter { !known.contains($0.total.range) }
      for slip in slips { report(page, slip, into: &findings) }
    }
  }

  // MARK: Columns

  private func columns(_ table: FigureTable) -> [Slip] {
    var slips: [Slip] = []
    var fits = 0
    let rows = table.rows
    var start = 0
    var part = 0
    for (index, row) in rows.enumerated() {
      switch row.kind {
      case .words, .data: break
      case .subtotal:
        judge(table, row, Array(rows[part..<index]), [], &slips, &fits)
        part = index + 1
      case .total:
        var parts = Array(rows[start..<index])
        // 合计 first, its parts below.
        if !parts.contains(where: { $0.kind == .data }) {
          parts = Array(rows[(index + 1)...].prefix { $0.kind != .total })
        }
        let subtotals = parts.filter { $0.kind == .subtotal }
        judge(table, row, parts, subtotals, &slips, &fits)
        start = index + 1
        part = index + 1
      }
    }
    guard !slips.isEmpty, fits >= slips.count || fits == 0 && slips.count == 1 else { return [] }
    return slips
  }

  /// Holds one total row to its parts, column by column.
  private func judge(
    _ table: FigureTable, _ row: FigureTable.Row, _ group: [FigureTable.Row],
    _ subtotals: [FigureTable.Row], _ slips: inout [Slip], _ fits: inout Int
  ) {
    let parts = group.filter { $0.kind == .data }
    guard parts.count >= 2, !isNested(parts) else { return }
    for total in row.cells {
      guard let figure = total.figure else { continue }
      let header = table.headers[total.column] ?? ""
      if figure.isPercent ? !table.mayHoldShares(total.column) : !table.isAdditive(total.column) {
        continue
      }
      let cells = parts.map { $0.cell(total.column) }
      // A cell that is missing or holds words, a span: not a column of figures.
      guard cells.allSatisfy({ $0.map { $0.figure != nil || $0.isBlank } ?? false }) else {
        continue
      }
      let present = cells.compactMap { $0 }.filter { $0.figure != nil }
      let figures = present.compactMap(\.figure)
      guard figures.count >= 2, figures.allSatisfy({ $0.isPercent == figure.isPercent }),
        !Self.isCounter(figures)
      else { continue }
      let sum = figures.reduce(0) { $0 + $1.value }
      if Self.agree(sum, figure, figures, header) {
        if sum != 0 { fits += 1 }
        continue
      }
      let named = subtotals.compactMap { $0.cell(total.column)?.figure }
      if !named.isEmpty, Self.agree(named.reduce(0) { $0 + $1.value }, figure, named, header) {
        continue
      }
      if !subtotals.isEmpty || present.count < cells.count { continue }
      slips.append(
        Slip(
          total: total, parts: present, sum: sum,
          name: header.isEmpty ? "“\(row.label)”行" : "“\(header.prefix(16))”列"))
    }
  }

  /// 其中 rows, and rows of more than one level.
  private func isNested(_ rows: [FigureTable.Row]) -> Bool {
    var styles: Set<Int> = []
    for row in rows {
      let label = row.label
      if label.contains("其中") || label.hasPrefix("#") || label.hasPrefix("＃") { return true }
      if label.contains("计"), label.hasSuffix("计") || label.hasPrefix("合计") { return true }
      guard let first = label.unicodeScalars.first else { continue }
      let second = label.unicodeScalars.dropFirst().first ?? " "
      if first.hanDigit != nil || first == "十" {
        styles.insert(second == "、" || second == "十" ? 1 : 0)
      } else if first == "（" || first == "(" {
        styles.insert(2)
      } else if first.isDigit {
        styles.insert(second == "." || second == "、" || second == "．" ? 3 : 0)
      } else {
        styles.insert(0)
      }
    }
    return styles.count > 1
  }

  // MARK: Rows

  private func rows(_ table: FigureTable) -> [Slip] {
    let data = table.rows.filter { $0.kind != .words }
    guard data.count >= 3 else { return [] }
    let totals = table.headers.filter {
      FigureTable.totals.contains($0.value) || FigureTable.subtotals.contains($0.value)
    }.keys.sorted()
    var slips: [Slip] = []
    for (place, column) in totals.enumerated() where place < 4 {
      let before = place > 0 ? totals[place - 1] : -1
      let after = place + 1 < totals.count ? totals[place + 1] : Int.max
      var best: (fits: Int, slips: [Slip]) = (0, [])
      for isLeft in [true, false] {
        let span = isLeft ? before + 1..<column : column + 1..<after
        let result = rows(data, table, column, span)
        if result.fits > best.fits { best = result }
      }
      if best.fits >= 2, best.slips.count * 2 <= best.fits { slips += best.slips }
    }
    return slips
  }

  private func rows(
    _ data: [FigureTable.Row], _ table: FigureTable, _ column: Int, _ span: Range<Int>
  ) -> (fits: Int, slips: [Slip]) {
    var result: (fits: Int, slips: [Slip]) = (0, [])
    for row in data {
      guard let total = row.cell(column), let figure = total.figure else { continue }
      let parts = row.cells.filter { cell in
        span.contains(cell.column) && cell.figure != nil && table.isAdditive(cell.column)
      }
      let figures = parts.compactMap(\.figure)
      guard figures.count >= 2, figures.allSatisfy({ $0.isPercent == figure.isPercent }) else {
        continue
      }
      let sum = figures.reduce(0) { $0 + $1.value }
      if Self.agree(sum, figure, figures, "") {
        if sum != 0 { result.fits += 1 }
      } else if !row.cells.contains(where: { span.contains($0.column) && $0.isBlank }) {
        result.slips.append(
          Slip(total: total, parts: parts, sum: sum, name: "“\(row.label.prefix(16))”行"))
      }
    }
    return result
  }

  // MARK: Figures

  /// 1, 2, 3 … or nothing but years.
  private static func isCounter(_ figures: [CellFigure]) -> Bool {
    let values = figures.map { $0.value / 10_000 }
    if values.allSatisfy({ (1949...2099).contains($0) }), figures.count >= 2 {
      return figures.allSatisfy { $0.step == 10_000 }
    }
    return figures.count >= 3 && zip(values, values.dropFirst()).allSatisfy { $1 == $0 + 1 }
  }

  /// Whether a sum is the total, rounding of decimals and of large units allowed.
  private static func agree(
    _ sum: Int, _ total: CellFigure, _ parts: [CellFigure], _ header: String
  ) -> Bool {
    let steps = parts.map(\.step) + [total.step]
    let isRounded =
      steps.contains { $0 < 10_000 } || total.isPercent || header.contains("万")
      || header.contains("亿") || header.contains("千")
    let slack = isRounded ? (steps.reduce(0, +) + 1) / 2 : 0
    return abs(sum - total.value) <= slack
  }

  private func report(_ page: FormatPage, _ slip: Slip, into findings: inout [Finding]) {
    guard let figure = slip.total.figure else { return }
    let shown = slip.parts.prefix(12).map { page.text.string($0.range) }
    let equation = shown.joined(separator: " + ") + (slip.parts.count > 12 ? " + …" : "")
    let right = figure.written(slip.sum)
    // A total far from its parts may well be the total of something else.
    let isNear = abs(slip.sum - figure.value) * 2 <= max(abs(slip.sum), abs(figure.value))
    findings.append(
      page.finding(
        FigureRules.sum, slip.total.range, severity: isNear ? .warning : .info,
        message: Message(
          "表格合计与分项不符：\(slip.name) \(equation) = \(right) ≠ \(page.text.string(slip.total.range))",
          "a table does not add up: \(equation) = \(right) ≠ \(page.text.string(slip.total.range))"),
        suggestion: right, related: slip.parts.map(\.range)))
  }
}
