import AttachmentExchange

/// The cells of one sheet of an OpenDocument spreadsheet.
final class ODFSheet {
  let name: String
  private let isHidden: Bool
  private var visible: CellGrid
  private var hidden: CellGrid
  private var merged: [CellReference: (rows: Int, columns: Int)] = [:]
  private var lostDigits: [String] = []
  private var hiddenColumns: [Range<Int>] = []
  private var columns = 0
  private var row = 0
  private var rowRepeats = 1
  private var rowIsHidden = false
  private var column = 0
  private var columnRepeats = 1
  private var number: [UInt8]?
  private var content: [UInt8] = []
  private(set) var isInCell = false

  init(_ budget: Budget, name: String, isHidden: Bool) {
    (self.name, self.isHidden) = (name, isHidden)
    visible = CellGrid(budget)
    hidden = CellGrid(budget)
  }

  var title: String { "\(isHidden ? "hidden " : "")sheet \(name)" }

  /// The cell in work, as people write it.
  var cellName: String? { isInCell ? CellReference(row: row, column: column).name : nil }

  private static func count(_ text: String?, upTo limit: Int) -> Int {
    min(max(text.flatMap { Int($0) } ?? 1, 1), limit)
  }

  private static func isHidden(_ attributes: XMLAttributes) -> Bool {
    attributes["visibility"].map { $0 != "visible" } ?? false
  }

  func column(_ attributes: XMLAttributes) {
    let repeats = Self.count(
      attributes["number-columns-repeated"], upTo: CellReference.columnLimit)
    if Self.isHidden(attributes) { hiddenColumns.append(columns..<columns + repeats) }
    columns += repeats
  }

  func beginRow(_ attributes: XMLAttributes) {
    rowRepeats = Self.count(attributes["number-rows-repeated"], upTo: CellReference.rowLimit)
    rowIsHidden = Self.isHidden(attributes)
    column = 0
  }

  func endRow() { row = min(row + rowRepeats, CellReference.rowLimit) }

  func beginCell(_ attributes: XMLAttributes) {
    columnRepeats = Self.count(
      attributes["number-columns-repeated"], upTo: CellReference.columnLimit)
    content.removeAll(keepingCapacity: true)
    isInCell = true
    number = attributes["value-type"] == "float" ? attributes["value"].map { Array($0.utf8) } : nil
    let rows = Self.count(attributes["number-rows-spanned"], upTo: CellReference.rowLimit)
    let spanned = Self.count(
      attributes["number-columns-spanned"], upTo: CellReference.columnLimit)
    if rows > 1 || spanned > 1, merged.count < 100_000 {
      merged[CellReference(row: row, column: column)] = (rows, spanned)
    }
  }

  func add(_ bytes: some Collection<UInt8>) { content.append(contentsOf: bytes) }

  func endCell() {
    isInCell = false
    defer { column = min(column + columnRepeats, CellReference.columnLimit) }
    while content.last == 0x20 { content.removeLast() }
    if let value = number.map(CellNumber.init), value.text.count >= 12 {
      // What is shown may be rounded (3.3E+17); the value is what was typed.
      content = value.text
      if value.hasLostDigits, lostDigits.count < 20 {
        lostDigits.append(CellReference(row: row, column: column).name)
      }
    }
    guard !content.isEmpty, row < CellReference.rowLimit else { return }
    // Cells that repeat side by side say the same.
    for place in column..<min(column + min(columnRepeats, 16), CellReference.columnLimit) {
      if rowIsHidden || hiddenColumns.contains(where: { $0.contains(place) }) {
        hidden.add(row: row, column: place, content[...])
      } else {
        visible.add(row: row, column: place, content[...])
      }
    }
  }

  func emit(into package: OfficePackage, at place: AttachmentPlace, _ title: String) {
    func under(_ name: String) -> AttachmentPlace { place + [Array(name.utf8)] }
    let shown = visible.finished(merged: merged)
    package.output.part(isHidden ? .hiddenSheet : .body, under(title), shown)
    package.output.part(
      .hiddenCells, under("\(title), hidden rows and columns"),
      hidden.withHeader(of: shown, visible))
    if !lostDigits.isEmpty {
      package.output.problem(.lostDigits(lostDigits, count: lostDigits.count), under(title))
    }
  }
}
