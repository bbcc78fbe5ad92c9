/// The place of a cell, from 0: `B3` is row 2, column 1.
struct CellReference: Hashable {
  static let rowLimit = 1 << 20
  static let columnLimit = 1 << 14

  var row: Int
  var column: Int

  init(row: Int, column: Int) { (self.row, self.column) = (row, column) }

  init?(_ text: UnsafePointer<CChar>) {
    var next = text
    var column = 0
    while next.pointee != 0, let letter = Self.letter(next.pointee), column < Self.columnLimit {
      column = column * 26 + letter
      next += 1
    }
    var row = 0
    while next.pointee >= 0x30, next.pointee <= 0x39, row <= Self.rowLimit {
      row = row * 10 + Int(next.pointee - 0x30)
      next += 1
    }
    guard row > 0, column > 0, row <= Self.rowLimit, column <= Self.columnLimit else { return nil }
    (self.row, self.column) = (row - 1, column - 1)
  }

  private static func letter(_ c: CChar) -> Int? {
    if c >= 0x41, c <= 0x5A { return Int(c) - 0x40 }
    if c >= 0x61, c <= 0x7A { return Int(c) - 0x60 }
    return nil
  }

  /// As people write it.
  var name: String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters + String(row + 1)
  }
}

/// Reads the cells of one sheet.
final class SheetReader: XMLHandler {
  private(set) var visible: CellGrid
  /// Cells of hidden rows and columns.
  private(set) var hidden: CellGrid
  /// Headers and footers of the printed page.
  private(set) var margins: PartText
  /// Spans of merged cells by their first cell.
  private(set) var merged: [CellReference: (rows: Int, columns: Int)] = [:]
  /// Names of number cells that cannot hold the digits somebody typed.
  private(set) var lostDigits: [String] = []
  private(set) var lostDigitCount = 0

  private enum Form { case number, shared, text, boolean }

  private let strings: SharedStrings
  private var hiddenColumns: [ClosedRange<Int>] = []
  private var rowIsHidden = false
  private var row = -1
  private var column = -1
  private var form = Form.number
  private var value: [UInt8] = []
  private var takes = false
  private var takesMargin = false
  private var glosses = 0

  init(_ budget: Budget, _ strings: SharedStrings) {
    self.strings = strings
    visible = CellGrid(budget)
    hidden = CellGrid(budget)
    margins = PartText(budget)
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "c": startCell(attributes)
    case "v": takes = true
    case "t": takes = glosses == 0
    case "rPh": glosses += 1
    case "row":
      let stated = attributes["r"].flatMap { Int($0) } ?? row + 2
      row = min(max(stated, 1), CellReference.rowLimit) - 1
      column = -1
      rowIsHidden = attributes.isTrue("hidden") || attributes["ht"].flatMap { Double($0) } == 0
    case "col":
      guard attributes.isTrue("hidden") || attributes["width"].flatMap({ Double($0) }) == 0,
        let first = attributes["min"].flatMap({ Int($0) }),
        let last = attributes["max"].flatMap({ Int($0) }), first <= last, first > 0,
        hiddenColumns.count < CellReference.columnLimit
      else { break }
      hiddenColumns.append(first - 1...last - 1)
    case "mergeCell": merge(attributes)
    case "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter":
      takesMargin = true
    default: break
    }
  }

  private func startCell(_ attributes: XMLAttributes) {
    if let place = attributes.pointer("r").flatMap({ CellReference($0) }) {
      (row, column) = (place.row, place.column)
    } else {
      row = max(row, 0)
      column += 1
    }
    value.removeAll(keepingCapacity: true)
    switch attributes.pointer("t").map({ ($0[0], $0[1]) }) {
    case (0x73, 0)?: form = .shared  // s
    case (0x62, 0)?: form = .boolean  // b
    case nil, (0x6E, 0)?: form = .number  // n
    default: form = .text
    }
  }

  private func merge(_ attributes: XMLAttributes) {
    guard let text = attributes["ref"], merged.count < 100_000 else { return }
    let ends = text.split(separator: ":").map { part in
      String(part).withCString { CellReference($0) }
    }
    guard ends.count == 2, let a = ends[0], let b = ends[1], a.row <= b.row, a.column <= b.column
    else { return }
    merged[a] = (b.row - a.row + 1, b.column - a.column + 1)
  }

  func end(_ name: XMLName) {
    switch name {
    case "v", "t": takes = false
    case "rPh": glosses = max(0, glosses - 1)
    case "c": endCell()
    case "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter":
      takesMargin = false
      margins.breakLine()
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if takes { value.append(contentsOf: bytes) } else if takesMargin { margins.add(bytes) }
  }

  private func endCell() {
    guard !value.isEmpty else { return }
    switch form {
    case .shared:
      let index = value.reduce(0) { number, byte in
        number < 1 << 40 ? number * 10 + Int(byte & 15) : number
      }
      guard let text = strings[index] else { return }
      put(text)
    case .boolean: put(Array((value == [0x31] ? "TRUE" : "FALSE").utf8)[...])
    case .text: put(value[...])
    case .number:
      let number = CellNumber(value)
      if number.hasLostDigits {
        lostDigitCount += 1
        if lostDigits.count < 20 { lostDigits.append(CellReference(row: row, column: column).name) }
      }
      put(number.text[...])
    }
  }

  private func put(_ text: ArraySlice<UInt8>) {
    if rowIsHidden || hiddenColumns.contains(where: { $0.contains(column) }) {
      hidden.add(row: row, column: column, text)
    } else {
      visible.add(row: row, column: column, text)
    }
  }
}

/// A number as a sheet stores it, written out.
struct CellNumber {
  let text: [UInt8]
  /// A whole number of 17 to 19 digits: more than a binary number of 64 bits keeps.
  let hasLostDigits: Bool

  init(_ raw: [UInt8]) {
    let written = Self.writtenOut(raw) ?? raw
    text = written
    let isWhole = written.allSatisfy { (0x30...0x39).contains($0) }
    hasLostDigits = isWhole && (17...19).contains(written.count)
  }

  /// `3.30106E+17` as digits; nil when it is not a number with an exponent or has a fraction left.
  private static func writtenOut(_ raw: [UInt8]) -> [UInt8]? {
    guard let e = raw.firstIndex(where: { $0 | 0x20 == 0x65 }) else { return nil }
    let exponent = String(decoding: raw[(e + 1)...], as: UTF8.self)
    guard let power = Int(exponent.hasPrefix("+") ? String(exponent.dropFirst()) : exponent),
      (0...30).contains(power)
    else { return nil }
    var digits: [UInt8] = []
    var fraction: Int?
    for (index, byte) in raw[..<e].enumerated() {
      switch byte {
      case 0x30...0x39: digits.append(byte)
      case 0x2E where fraction == nil: fraction = digits.count
      case 0x2D where index == 0: return nil
      default: return nil
      }
    }
    let whole = fraction ?? digits.count
    guard whole + power >= digits.count else { return nil }
    digits += Array(repeating: 0x30, count: whole + power - digits.count)
    return digits.isEmpty ? nil : digits
  }
}
