/// A plain reader of RFC 4180, to read back what the reporter wrote.
struct CSVTable {
  private(set) var rows: [[String]] = []

  init(_ text: String) {
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      let next = index < scalars.count ? scalars[index] : nil
      switch (scalar, isQuoted) {
      case ("\"", true) where next == "\"":
        cell.append("\"")
        index += 1
      case ("\"", _): isQuoted.toggle()
      case (",", false):
        row.append(String(cell))
        cell = String.UnicodeScalarView()
      case ("\r", false) where next == "\n":
        index += 1
        row.append(String(cell))
        rows.append(row)
        row = []
        cell = String.UnicodeScalarView()
      default: cell.append(scalar)
      }
    }
    if !row.isEmpty || !cell.isEmpty { rows.append(row + [String(cell)]) }
  }
}
