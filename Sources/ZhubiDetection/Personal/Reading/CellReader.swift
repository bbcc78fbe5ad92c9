import ZhubiText

/// Columns of a stretch: HTML tables of the part, and tables drawn in plain text with tabs, bars,
/// commas or blanks.
final class CellReader {
  private let context: DetectionContext
  private let index: CellIndex
  private static let isHeaderItself = -2
  /// Header line of each table line met, by line number; -1 for none.
  private var headerLines: [Int: Int] = [:]
  private var clues: [CellKey: Clue] = [:]
  private var delimiters: [Int: UInt8] = [:]

  private struct CellKey: Hashable {
    var line: Int
    var column: Int
  }

  init(_ context: DetectionContext) {
    self.context = context
    index = CellIndex(context.part.tables)
  }

  /// The row a place belongs to: a number that is the same for every place of the row.
  func row(of offset: TextOffset) -> Int {
    if let (table, cell) = index.cell(at: offset) {
      return 1 << 60 | table << 32 | cell.row
    }
    return context.lines.line(containing: offset.value)
  }

  /// The first unit of the cell that holds a place; the line's start outside tables.
  func cellStart(of place: Int, in text: PersonalText, line: Int) -> Int {
    let offset = text.folded.start(of: FoldedOffset(place))
    if let (_, cell) = index.cell(at: offset) {
      return max(line, text.folded.firstUnit(atOrAfter: cell.range.lowerBound).value)
    }
    let delimiter = self.delimiter(ofLine: context.lines.line(containing: offset.value))
    guard delimiter != 0, delimiter != 0x20 else { return line }
    var start = place
    while start > line, text.unit(start - 1) != UInt32(delimiter) { start -= 1 }
    return start
  }

  /// The words of the header above a place; nil outside tables.
  func header(of place: Int, in text: PersonalText) -> Clue? {
    let offset = text.folded.start(of: FoldedOffset(place))
    if let (table, cell) = index.cell(at: offset) {
      let key = CellKey(line: -1 - table, column: cell.column)
      if let known = clues[key] { return known.tags.isEmpty && !known.isDenied ? nil : known }
      // The first row has no header above it; the rows below may.
      let headers = index.headers(table: table, column: cell.column, above: cell.row)
      if headers.isEmpty { return nil }
      var made = Clue()
      for header in headers {
        made = clue(ofCell: header)
        if !made.tags.isEmpty || made.isDenied { break }
      }
      clues[key] = made
      return made.tags.isEmpty && !made.isDenied ? nil : made
    }
    let line = context.lines.line(containing: offset.value)
    let delimiter = self.delimiter(ofLine: line)
    guard delimiter != 0, let header = headerLine(of: line, delimiter: delimiter) else {
      return nil
    }
    let whole = context.lines.range(ofLine: line)
    let column = count(delimiter, in: whole.lowerBound..<offset.value)
    let key = CellKey(line: header, column: column)
    if let known = clues[key] { return known.tags.isEmpty && !known.isDenied ? nil : known }
    var made = Clue()
    if let range = cell(column, ofLine: header, delimiter: delimiter) {
      made = clue(ofCell: Range(range))
    }
    clues[key] = made
    return made.tags.isEmpty && !made.isDenied ? nil : made
  }

  /// The first unit of every cell of a line, blanks skipped; empty outside tables.
  func cellStarts(in text: PersonalText, _ line: Range<Int>) -> [Int] {
    guard !line.isEmpty else { return [] }
    let offset = text.folded.start(of: FoldedOffset(line.lowerBound))
    var starts: [Int] = []
    if index.cell(at: offset) != nil {
      var place = line.lowerBound
      while place < line.upperBound {
        guard let (_, cell) = index.cell(at: text.folded.start(of: FoldedOffset(place))) else {
          place += 1
          continue
        }
        starts.append(place)
        place = max(place + 1, text.folded.firstUnit(atOrAfter: cell.range.upperBound).value)
      }
    } else {
      let delimiter = self.delimiter(ofLine: context.lines.line(containing: offset.value))
      guard delimiter != 0 else { return [] }
      starts.append(line.lowerBound)
      for place in line where text.unit(place) == UInt32(delimiter) { starts.append(place + 1) }
    }
    return starts.map { start in
      var place = start
      while place < line.upperBound, text.isBlank(place) || text.unit(place) == 0x22 { place += 1 }
      return place
    }.filter { $0 < line.upperBound }
  }

  private func clue(ofCell range: Range<TextOffset>) -> Clue {
    guard range.length <= 120 else { return Clue() }
    let cell = PersonalText(range, of: context)
    var end = cell.count
    while end > 0, cell.isBlank(end - 1) || cell.kind(end - 1) == .newline { end -= 1 }
    var clue = cell.inlineClue(before: end, lowest: 0)
    var tags = clue.tags
    for mark in cell.marks { tags.formUnion(mark.tags) }
    if !clue.isDenied { tags.subtract([.deny, .generic]) }
    if !tags.touches(.labels), !tags.touches(.name), isAmount(cell, end) {
      tags.formUnion(.deny)
      clue.isDenied = true
    }
    clue.tags = tags
    clue.isHeader = true
    clue.saysHome = cell.units.contains { [0x4F4F, 0x5BB6, 0x6237, 0x5C45].contains($0) }
    clue.distance = 2
    clue.start = nil
    return clue
  }

  /// 用电量, 总投资（元）, 本年, 2023年: what the column counts.
  private func isAmount(_ cell: PersonalText, _ end: Int) -> Bool {
    var end = end
    if cell.unit(end - 1) == 0x29 || cell.unit(end - 1) == 0xFF09 {
      var open = end - 1
      while open > 0, cell.unit(open) != 0x28, cell.unit(open) != 0xFF08 { open -= 1 }
      if cell.follows(
        open + 1,
        ["元", "万元", "亿元", "千元", "吨", "万", "立方", "平方", "m", "kwh", "千瓦", "度", "个", "人", "户"])
      {
        return true
      }
      if open > 0 { end = open }
    }
    return cell.endsLikeAmount(end)
      || cell.precedes(
        end, ["本年", "上年", "去年", "今年", "本月", "上月", "本期", "上期", "同期", "期末", "期初", "累计"])
      || (cell.unit(end - 1) == 0x5E74 && cell.isDigit(end - 2))
      || (cell.unit(end - 1) == 0x6708 && cell.isDigit(end - 2))
  }

  // MARK: - Plain text

  /// The byte that parts the cells of a line; 0 for a line without cells.
  func delimiter(ofLine line: Int) -> UInt8 {
    if let known = delimiters[line] { return known }
    let range = context.lines.range(ofLine: line)
    var found: UInt8 = 0
    if range.count <= 4_000 {
      let bytes = context.utf8
      var tabs = 0
      var bars = 0
      var commas = 0
      var hasBlank = false
      for place in range {
        switch bytes[place] {
        case 0x09: tabs += 1
        case 0x7C: bars += 1
        case 0x2C: commas += 1
        case 0x20: hasBlank = true
        default: break
        }
      }
      if tabs + bars + commas > 0 {
        found = tabs > 0 ? 0x09 : bars > 0 ? 0x7C : 0x2C
      } else if case let blanks = count(0x20, in: range), blanks > 1 || (blanks == 1 && hasBlank) {
        // One blank as wide as a character parts a heading, not cells.
        found = 0x20
      }
    }
    delimiters[line] = found
    return found
  }

  /// The first line of the table a line belongs to, when it is a header and another line.
  private func headerLine(of line: Int, delimiter: UInt8) -> Int? {
    if let known = headerLines[line] { return known < 0 ? nil : known }
    var top = line
    var walked = [line]
    var answer = -1
    let columns = count(delimiter, in: content(line))
    // Every line walked over is remembered, so that all walks together are linear in the lines.
    while top > 0 {
      let above = top - 1
      if let known = headerLines[above], self.delimiter(ofLine: above) == delimiter {
        answer = known == Self.isHeaderItself ? above : known
        top = -1
        break
      }
      guard self.delimiter(ofLine: above) == delimiter else { break }
      let there = count(delimiter, in: content(above))
      guard abs(there - columns) <= (delimiter == 0x20 ? 0 : 1) else { break }
      top = above
      walked.append(top)
    }
    if top >= 0, top < line, isHeader(top) { answer = top }
    for walked in walked { headerLines[walked] = walked == answer ? Self.isHeaderItself : answer }
    if answer < 0, top == line, isHeader(line) { headerLines[line] = Self.isHeaderItself }
    return answer < 0 ? nil : answer
  }

  /// A header holds no long number.
  private func isHeader(_ line: Int) -> Bool {
    let bytes = context.utf8
    var run = 0
    for place in content(line) {
      run = (0x30...0x39).contains(bytes[place]) ? run + 1 : 0
      if run >= 5 { return false }
    }
    return true
  }

  private func content(_ line: Int) -> Range<Int> {
    let range = context.lines.range(ofLine: line)
    var end = range.upperBound
    let bytes = context.utf8
    while end > range.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return range.lowerBound..<end
  }

  private func count(_ delimiter: UInt8, in range: Range<Int>) -> Int {
    let bytes = context.utf8
    var count = 0
    guard delimiter == 0x20 else {
      for place in range where bytes[place] == delimiter { count += 1 }
      return count
    }
    var inBlank = true
    var place = range.lowerBound
    while place < range.upperBound {
      let width = blankWidth(place)
      if width > 0, !inBlank { count += 1 }
      inBlank = width > 0
      place += max(1, width)
    }
    return count
  }

  /// The bytes of the blank at a place, an ideographic one too; 0 for none.
  private func blankWidth(_ place: Int) -> Int {
    let bytes = context.utf8
    if bytes[place] == 0x20 { return 1 }
    let isWide =
      bytes[place] == 0xE3 && place + 2 < bytes.count && bytes[place + 1] == 0x80
      && bytes[place + 2] == 0x80
    return isWide ? 3 : 0
  }

  private func cell(_ column: Int, ofLine line: Int, delimiter: UInt8) -> Range<Int>? {
    let range = content(line)
    let bytes = context.utf8
    var start = range.lowerBound
    var seen = 0
    var inBlank = true
    var place = range.lowerBound
    while place < range.upperBound {
      let width = delimiter == 0x20 ? blankWidth(place) : bytes[place] == delimiter ? 1 : 0
      if width > 0, delimiter != 0x20 || !inBlank {
        if seen == column { return start..<place }
        seen += 1
        start = place + width
      }
      inBlank = width > 0
      place += max(1, width)
    }
    return seen == column ? start..<range.upperBound : nil
  }
}

/// The cells of a part's tables, by place.
struct CellIndex {
  private var cells: [(table: Int, cell: TextCell)] = []
  private let tables: [TextTable]

  init(_ tables: [TextTable]) {
    self.tables = tables
    for (number, table) in tables.enumerated() {
      for cell in table.cells where !cell.range.isEmpty { cells.append((number, cell)) }
    }
    cells.sort { $0.cell.range.lowerBound < $1.cell.range.lowerBound }
  }

  /// The innermost cell that holds a place.
  func cell(at offset: TextOffset) -> (table: Int, cell: TextCell)? {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].cell.range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    var place = low - 1
    var steps = 0
    while place >= 0, steps < 64 {
      if cells[place].cell.range.contains(offset) { return cells[place] }
      place -= 1
      steps += 1
    }
    return nil
  }

  /// The header cells above a cell, nearest first: marked ones, else those of the first rows.
  func headers(table: Int, column: Int, above row: Int) -> [Range<TextOffset>] {
    let marked = tables[table].header(forColumn: column).filter { $0.row < row }
    if !marked.isEmpty { return marked.map(\.range).reversed() }
    var found: [Range<TextOffset>] = []
    for cells in tables[table].rows.prefix(3) {
      for cell in cells
      where cell.row < row && cell.column <= column && column < cell.column + cell.columnSpan
        && !cell.range.isEmpty
      {
        found.append(cell.range)
      }
    }
    return found.reversed()
  }
}
