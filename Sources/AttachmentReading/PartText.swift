import AttachmentExchange

/// Puts extracted text together: paragraphs on lines of their own, cells apart by tabs.
struct PartText {
  private(set) var bytes: [UInt8] = []
  private(set) var tables: [[AttachmentCell]] = []
  private let budget: Budget
  private var wantsLine = false
  private var wantsSpace = false
  /// Where the text of the paragraph's surroundings begins: 0, or the start of the cell.
  private var frame = 0
  private var cells: [AttachmentCell] = []
  private var row = -1
  private var column = 0
  private var tableDepth = 0
  private var isInCell = false
  private var rowIsHeader = false

  init(_ budget: Budget) { self.budget = budget }

  /// A text that is whole already, with one table.
  init(_ budget: Budget, bytes: [UInt8], table: [AttachmentCell]) {
    self.budget = budget
    self.bytes = bytes
    finish(table)
  }

  var isEmpty: Bool { bytes.isEmpty }

  mutating func add(_ text: some Collection<UInt8>) {
    guard !text.isEmpty, budget.takesText(text.count) else { return }
    if bytes.count > frame {
      if wantsLine { bytes.append(0x0A) } else if wantsSpace { bytes.append(0x20) }
    }
    wantsLine = false
    wantsSpace = false
    bytes.append(contentsOf: text)
  }

  mutating func add(_ text: String) { add(Array(text.utf8)) }

  /// The end of a paragraph.
  mutating func breakLine() { wantsLine = true }

  mutating func breakWord() { wantsSpace = true }

  // Only the outermost table is a grid; one inside a cell is text of the cell.

  mutating func beginTable() {
    tableDepth += 1
    guard tableDepth == 1 else { return }
    cells = []
    row = -1
  }

  mutating func beginRow() {
    guard tableDepth == 1 else { return breakLine() }
    row += 1
    column = 0
    rowIsHeader = false
    wantsSpace = false
  }

  mutating func beginCell() {
    guard tableDepth == 1 else { return breakWord() }
    if column > 0 || !cells.isEmpty && cells.last?.row == row {
      bytes.append(0x09)
    } else if !bytes.isEmpty {
      bytes.append(0x0A)
    }
    wantsLine = false
    wantsSpace = false
    frame = bytes.count
    isInCell = true
    cells.append(
      AttachmentCell(row: max(row, 0), column: column, range: frame..<frame))
  }

  mutating func spanColumns(_ count: Int) {
    guard tableDepth == 1, isInCell else { return }
    cells[cells.count - 1].columnSpan = min(max(count, 1), 1_000)
  }

  mutating func markHeaderRow() { if tableDepth == 1 { rowIsHeader = true } }

  mutating func endCell() {
    guard tableDepth == 1, isInCell else { return }
    isInCell = false
    cells[cells.count - 1].range = frame..<bytes.count
    column += cells[cells.count - 1].columnSpan
    frame = 0
    wantsLine = true
    if !budget.takesCell() { cells.removeLast() }
  }

  mutating func endRow() {
    guard tableDepth == 1 else { return breakLine() }
    if rowIsHeader {
      for k in cells.indices.reversed() {
        guard cells[k].row == row else { break }
        cells[k].isHeader = true
      }
    }
    wantsLine = true
  }

  mutating func endTable() {
    tableDepth = max(0, tableDepth - 1)
    guard tableDepth == 0 else { return }
    isInCell = false
    frame = 0
    wantsLine = true
    finish(cells)
    cells = []
  }

  /// Keeps a table whose cells are complete; names its header when the document does not.
  mutating func finish(_ cells: [AttachmentCell]) {
    guard cells.contains(where: { !$0.range.isEmpty }) else { return }
    var cells = cells
    if !cells.contains(where: \.isHeader) { TableHeader.infer(&cells, in: bytes) }
    tables.append(cells)
  }
}

/// Finds the row that names the columns.
enum TableHeader {
  /// Marks the first row with two texts or more, when none of them is a datum and rows follow.
  static func infer(_ cells: inout [AttachmentCell], in text: [UInt8]) {
    var start = 0
    while start < cells.count {
      var end = start
      while end < cells.count, cells[end].row == cells[start].row { end += 1 }
      let filled = cells[start..<end].filter { !$0.range.isEmpty }
      if filled.count > 1 {
        guard end < cells.count, !filled.contains(where: { isDatum(text[$0.range]) }) else {
          return
        }
        for k in start..<end { cells[k].isHeader = true }
        return
      }
      start = end
    }
  }

  private static func isDatum(_ text: ArraySlice<UInt8>) -> Bool {
    if text.count > 90 { return true }
    var digits = 0
    for byte in text {
      digits = (0x30...0x39).contains(byte) ? digits + 1 : 0
      if digits > 4 { return true }
    }
    return false
  }
}
