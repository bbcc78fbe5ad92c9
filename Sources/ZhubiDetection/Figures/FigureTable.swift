/// A number in a cell: `1,200`, `-3.5`, `33.3%`, `12万元`.
struct CellFigure {
  /// The value times ten thousand, so that decimals stay exact.
  var value: Int
  /// The weight of the last written digit, in ten-thousandths: what rounding may hide.
  var step: Int
  var isPercent = false

  /// The figure that fills the stretch, or nil when it holds anything else.
  init?(_ page: FormatPage, _ range: Range<Int>) {
    var index = range.lowerBound
    let isNegative = page[index] == "-" || page[index] == "−" || page[index] == "－"
    if isNegative { index += 1 }
    guard index < range.upperBound, page[index].isDigit else { return nil }
    var whole = 0
    var digits = 0
    while index < range.upperBound {
      if page[index].isDigit {
        whole = whole * 10 + Int(page[index].value - 0x30)
        digits += 1
      } else if page[index] == "," || page[index] == "，" {
        let group = DocumentNumber.digits(page, index + 1)
        guard group.count == 3 else { return nil }
      } else {
        break
      }
      guard digits <= 12 else { return nil }
      index += 1
    }
    value = whole * 10_000
    step = 10_000
    if index < range.upperBound, page[index] == "." {
      let part = DocumentNumber.digits(page, index + 1)
      guard (1...4).contains(part.count), part.upperBound <= range.upperBound else { return nil }
      for place in part {
        step /= 10
        value += Int(page[place].value - 0x30) * step
      }
      index = part.upperBound
    }
    if isNegative { value = -value }
    if index < range.upperBound, page[index] == "%" || page[index] == "％" {
      isPercent = true
      index += 1
    }
    guard range.upperBound - index <= 3, (index..<range.upperBound).allSatisfy({ page[$0].isHan })
    else { return nil }
  }

  /// A value as a figure with this step would write it.
  func written(_ value: Int) -> String {
    let magnitude = value.magnitude
    var text = (value < 0 ? "-" : "") + String(magnitude / 10_000)
    if step < 10_000 {
      var decimals = String(10_000 + magnitude % 10_000).dropFirst()
      while decimals.hasSuffix("0"), decimals.count > 1 { decimals.removeLast() }
      text += "." + decimals
    }
    return text + (isPercent ? "%" : "")
  }
}

/// A table as rows of figures with the words that name them.
struct FigureTable {
  struct Cell {
    var range: Range<Int>
    var column: Int
    var figure: CellFigure?
    /// The words of a cell without a figure, without blanks; a dash stands for nothing.
    var words = ""
    var isBlank: Bool { figure == nil && (words.isEmpty || FigureTable.dashes.contains(words)) }
  }

  enum RowKind { case words, data, subtotal, total }

  struct Row {
    var cells: [Cell]
    var kind = RowKind.words
    /// The first words of the row.
    var label = ""

    func cell(_ column: Int) -> Cell? { cells.first { $0.column == column } }
  }

  private(set) var rows: [Row] = []
  /// The words above the figures of each column.
  private(set) var headers: [Int: String] = [:]

  static let totals: Set<String> = ["合计", "总计", "共计", "总和", "合計", "總計"]
  static let subtotals: Set<String> = ["小计", "小計"]
  static let dashes: Set<String> = ["-", "—", "－", "–", "/", "——", "--", "…"]

  /// Tables beyond this many cells in a row are not read.
  private static let widest = 64

  /// Columns of rates, prices, means and everything else that is not added up.
  private var notAdded: Set<Int> = []

  func isAdditive(_ column: Int) -> Bool { !notAdded.contains(column) }

  /// Whether the percentages of a column may be shares of one whole.
  func mayHoldShares(_ column: Int) -> Bool {
    let header = headers[column] ?? ""
    return header.isEmpty || header.contains("占比") || header.contains("比重")
  }

  private static let notAdditive = [
    "率", "占比", "比重", "比例", "单价", "均", "年份", "年度", "序号", "编号", "标准", "增长", "同比", "环比", "增幅",
    "增速", "电话", "时间", "日期", "排名", "名次", "代码", "邮编", "面积比", "指数", "价格", "系数", "密度", "%", "得分",
    "分数", "评分", "备注", "级别", "楼层", "规格", "型号",
  ]

  /// Nil when nothing in the grid is called a total.
  init?(_ grid: TableGrid, _ page: FormatPage) {
    var namesTotal = false
    for cells in grid.rows where cells.count <= Self.widest {
      var row = Row(cells: [])
      for cell in cells {
        var own = Cell(range: cell.range, column: cell.column)
        if !cell.range.isEmpty {
          own.figure = CellFigure(page, cell.range)
          if own.figure == nil { own.words = Self.words(cell.range, page) }
        }
        row.cells.append(own)
      }
      let hasFigures = row.cells.contains { $0.figure != nil }
      let names = row.cells.lazy.map(\.words).filter { !$0.isEmpty && !Self.dashes.contains($0) }
      row.label = names.first ?? ""
      let isTotal = names.prefix(2).contains { Self.totals.contains($0) }
      let isSubtotal = names.prefix(3).contains { Self.subtotals.contains($0) }
      row.kind = !hasFigures ? .words : isTotal ? .total : isSubtotal ? .subtotal : .data
      namesTotal =
        namesTotal || isTotal || isSubtotal
        || !hasFigures && row.cells.contains { Self.totals.contains($0.words) }
      // A rule between head and body: |---|---|
      if !hasFigures,
        row.cells.allSatisfy({ $0.isBlank || $0.words.allSatisfy { "-:".contains($0) } })
      {
        continue
      }
      if !hasFigures, rows.allSatisfy({ $0.kind == .words }) {
        for cell in row.cells where !cell.words.isEmpty {
          headers[cell.column, default: ""] += cell.words
        }
      }
      rows.append(row)
    }
    notAdded = Set(
      headers.filter { header in Self.notAdditive.contains { header.value.contains($0) } }.keys)
    guard namesTotal, rows.count(where: { $0.kind != .words }) >= 2 else { return nil }
  }

  private static func words(_ range: Range<Int>, _ page: FormatPage) -> String {
    var view = String.UnicodeScalarView()
    for index in range.prefix(40)
    where !page[index].isBlank && !page[index].isBreak && page[index] != "：" && page[index] != ":"
      && page[index] != "*"
    {
      view.append(page[index])
    }
    return String(view)
  }
}
