import ZhubiText

/// Checks the tables of the annual report on government information by their equations.
///
/// Table three: 本年新收 + 上年结转 = 总计 + 结转下年度 in every column, 总计 = the sum of the results
/// in every column, the last column = the sum of its row. Table four: each total = its four results.
struct AnnualReportCheck: FormatCheck {
  let rules: [Rule] = []

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    guard
      Self.marker.first(in: page.text, 0..<page.count) != nil || !page.context.part.tables.isEmpty
    else { return }
    var requests: RequestTable?
    for grid in page.grids {
      if let table = RequestTable(grid, page) {
        requests = table
        table.check(page, into: &findings)
      }
      reviews(grid, page, into: &findings)
    }
    if let requests { body(requests, page, into: &findings) }
  }

  /// Table four: fifteen figures in one row, three groups of four results and a total.
  private func reviews(_ grid: TableGrid, _ page: FormatPage, into findings: inout [Finding]) {
    guard grid.rows.contains(where: { TableGrid.words($0, page).contains("行政复议") }) else { return }
    let names = ["行政复议", "未经复议直接起诉", "复议后起诉"]
    for row in grid.rows {
      let cells = TableGrid.trailingNumbers(row)
      guard cells.count == 15 else { continue }
      for group in 0..<3 {
        let parts = cells[group * 5..<group * 5 + 4]
        let total = cells[group * 5 + 4]
        let sum = parts.reduce(0) { $0 + ($1.number ?? 0) }
        guard let named = total.number, sum != named else { continue }
        let equation = parts.map { String($0.number ?? 0) }.joined(separator: "+")
        findings.append(
          EquationFinding.make(
            page, total.range,
            "表四“\(names[group])”：结果维持+结果纠正+其他结果+尚未审结 = \(equation) = \(sum) ≠ 总计\(named)",
            "table four, \(names[group]): \(equation) = \(sum) ≠ total \(named)",
            suggestion: String(sum), related: parts.map(\.range)))
      }
    }
  }

  /// 新收…申请100件，上年结转13件，办结113件 in the text, against table three.
  private func body(
    _ table: RequestTable, _ page: FormatPage, into findings: inout [Finding]
  ) {
    for sentence in page.quantities {
      guard
        sentence.contains(where: {
          $0.labelHolds(["申请"], page) && $0.labelHolds(["新收"], page) && $0.unit == "件"
        })
      else { continue }
      for quantity in sentence where quantity.unit == "件" {
        let claims: [(WordSet, String, TableGrid.Cell?)] = [
          (["新收"], "本年新收", table.total(.received)),
          (["上年结转", "结转上年"], "上年结转", table.total(.carriedIn)),
          (["办结", "办理完毕"], "（七）总计", table.total(.results)),
          (["结转下年", "结转至下年"], "结转下年度", table.total(.carriedOut)),
        ]
        for (words, name, cell) in claims {
          guard quantity.labelHolds(words, page), let cell, let number = cell.number,
            quantity.figure.thousandths != number * 1000
          else { continue }
          let written = page.text.string(quantity.figure.range)
          findings.append(
            EquationFinding.make(
              page, quantity.range, "正文“\(written)件”与表三“\(name)”总计\(number)不一致",
              "the text says \(written), table three says \(number)",
              severity: .warning, suggestion: "\(number)件", related: [cell.range]))
        }
      }
    }
  }

  private static let marker: WordSet = ["本年新收", "结转下年度", "行政复议"]
}

/// Table three of the annual report.
struct RequestTable {
  enum Line { case received, carriedIn, result, results, carriedOut }

  struct Row {
    var line: Line
    var name: String
    var cells: [TableGrid.Cell]
  }

  static let columns = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
  private var rows: [Row] = []

  /// Nil when the grid has not the rows of table three.
  init?(_ grid: TableGrid, _ page: FormatPage) {
    for cells in grid.rows {
      let numbers = TableGrid.trailingNumbers(cells)
      guard numbers.count >= 7 else { continue }
      let words = TableGrid.words(cells, page)
      let line: Line
      if words.contains("本年新收") {
        line = .received
      } else if words.contains("上年结转") {
        line = .carriedIn
      } else if words.contains("结转下年") {
        line = .carriedOut
      } else if words.contains("总计"), !rows.isEmpty {
        line = .results
      } else {
        line = .result
      }
      rows.append(Row(line: line, name: Self.shortName(words), cells: Array(numbers.suffix(7))))
    }
    guard rows.count >= 5, row(.received) != nil, row(.carriedOut) != nil, row(.results) != nil
    else {
      return nil
    }
  }

  private func row(_ line: Line) -> Row? { rows.first { $0.line == line } }

  /// The figure of the last column.
  func total(_ line: Line) -> TableGrid.Cell? { row(line)?.cells.last }

  func check(_ page: FormatPage, into findings: inout [Finding]) {
    for row in rows {
      let values = row.cells.map { $0.number ?? 0 }
      let sum = values.dropLast().reduce(0, +)
      guard let total = values.last, sum != total, let cell = row.cells.last else { continue }
      let equation = values.dropLast().map(String.init).joined(separator: "+")
      findings.append(
        EquationFinding.make(
          page, cell.range,
          "表三“\(row.name)”行：自然人+商业企业+科研机构+社会公益组织+法律服务机构+其他 = \(equation) = \(sum) ≠ 总计\(total)",
          "table three, row \(row.name): \(equation) = \(sum) ≠ total \(total)",
          suggestion: String(sum), related: row.cells.dropLast().map(\.range)))
    }
    for column in 0..<7 { check(column: column, page, into: &findings) }
  }

  private func check(column: Int, _ page: FormatPage, into findings: inout [Finding]) {
    func value(_ line: Line) -> Int { row(line)?.cells[column].number ?? 0 }
    let name = Self.columns[column]
    let results = rows.filter { $0.line == .result }.compactMap { $0.cells[column].number }
    guard let totalCell = row(.results)?.cells[column] else { return }
    let sum = results.reduce(0, +)
    let total = value(.results)
    if sum != total {
      let parts = results.filter { $0 != 0 }.map(String.init)
      findings.append(
        EquationFinding.make(
          page, totalCell.range,
          "表三“\(name)”列：三（一）至（六）各项之和 = \(parts.isEmpty ? "0" : parts.joined(separator: "+")) = \(sum) ≠ （七）总计\(total)",
          "table three, column \(name): the results add up to \(sum), the total says \(total)",
          suggestion: String(sum)))
    }
    let left = value(.received) + value(.carriedIn)
    let right = total + value(.carriedOut)
    if left != right {
      findings.append(
        EquationFinding.make(
          page, totalCell.range,
          "表三“\(name)”列：一、本年新收\(value(.received)) + 二、上年结转\(value(.carriedIn)) = \(left) ≠ 三（七）总计\(total) + 四、结转下年度\(value(.carriedOut)) = \(right)",
          "table three, column \(name): received \(value(.received)) + carried in \(value(.carriedIn)) = \(left) ≠ results \(total) + carried out \(value(.carriedOut)) = \(right)",
          related: [Line.received, .carriedIn, .carriedOut].compactMap {
            row($0)?.cells[column].range
          }))
    }
  }

  private static func shortName(_ words: String) -> String {
    String(words.prefix(24))
  }
}

/// A finding that names an equation which does not hold.
enum EquationFinding {
  static func make(
    _ page: FormatPage, _ range: Range<Int>, _ chinese: String, _ english: String,
    severity: Severity = .error, suggestion: String? = nil, related: [Range<Int>] = []
  ) -> Finding {
    page.finding(
      FigureRules.sum, range, severity: severity, confidence: .certain,
      message: Message("勾稽关系不成立：\(chinese)", "an equation fails: \(english)"),
      suggestion: suggestion, related: related)
  }
}
