import ZhubiText

/// Turns byte positions of a source into lines, columns, scalars and UTF-16 units.
///
/// One pass over the source for any number of positions.
struct SourceLocator {
  struct Place {
    var line: Int
    var column: Int
    var scalar: Int
    var utf16: Int
    /// Columns in other units; nil on a line that began before the window.
    var utf8Column: Int?
    var utf16Column: Int?

    /// The place as a report gives it, counted from 1.
    var reported: ReportedFinding.Place {
      ReportedFinding.Place(
        line: line + 1, column: column + 1, utf8Column: utf8Column.map { $0 + 1 },
        utf16Column: utf16Column.map { $0 + 1 })
    }
  }

  private var places: [Int: Place] = [:]

  /// Locates the given byte positions. A position inside a character counts as the end of that
  /// character.
  init(_ source: [UInt8], positions: [Int], origin: SourcePosition) {
    let wanted = Set(positions).sorted()
    var next = 0
    var place = Place(
      line: origin.line, column: origin.column, scalar: origin.scalar, utf16: origin.utf16,
      utf8Column: origin.column == 0 ? 0 : nil, utf16Column: origin.column == 0 ? 0 : nil)
    source.withUnsafeBufferPointer { bytes in
      var index = 0
      while next < wanted.count {
        while next < wanted.count, wanted[next] <= index || index >= bytes.count {
          places[wanted[next]] = place
          next += 1
        }
        guard next < wanted.count, index < bytes.count else { break }
        let byte = bytes[index]
        let first = index
        index += 1
        if byte == 0x0A || (byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A)) {
          place.line += 1
          place.column = 0
          place.utf8Column = 0
          place.utf16Column = 0
        } else {
          while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
          place.column += 1
          place.utf8Column = place.utf8Column.map { $0 + index - first }
          place.utf16Column = place.utf16Column.map { $0 + (byte >= 0xF0 ? 2 : 1) }
        }
        place.scalar += 1
        place.utf16 += byte >= 0xF0 ? 2 : 1
      }
    }
  }

  subscript(position: Int) -> Place {
    places[position]
      ?? Place(line: 0, column: 0, scalar: 0, utf16: 0, utf8Column: 0, utf16Column: 0)
  }
}
