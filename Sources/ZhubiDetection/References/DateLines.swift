/// Lines that hold something, read when they are asked for: most need no look beyond their bytes.
struct DateLines {
  private let bytes: Slice<UnsafeBufferPointer<UInt8>>
  private var ranges: [Range<Int>] = []

  /// - Parameter limit: how many lines are read.
  init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, limit: Int) {
    self.bytes = bytes
    let base = bytes.base
    var start = bytes.startIndex
    for index in bytes.indices where base[index] == 0x0A || base[index] == 0x0D {
      if index > start { ranges.append(start..<index) }
      start = index + 1
      if ranges.count == limit { return }
    }
    if start < bytes.endIndex { ranges.append(start..<bytes.endIndex) }
  }

  var count: Int { ranges.count }

  subscript(number: Int) -> [Unicode.Scalar] {
    String(decoding: bytes[ranges[number]], as: UTF8.self).unicodeScalars.map(DocumentDate.narrowed)
  }

  /// Whether 日期 or 时间, with which every name of a field ends, stands among the first characters.
  func mayNameField(_ number: Int) -> Bool {
    let base = bytes.base
    let line = ranges[number]
    return line.prefix(DocumentDate.fieldReach * 4 + 16).dropLast(5).contains {
      guard base[$0] == 0xE6, base[$0 + 1] == 0x97 else { return false }
      switch base[$0 + 2] {
      case 0xA5: return base[$0 + 3] == 0xE6 && base[$0 + 4] == 0x9C && base[$0 + 5] == 0x9F
      case 0xB6: return base[$0 + 3] == 0xE9 && base[$0 + 4] == 0x97 && base[$0 + 5] == 0xB4
      default: return false
      }
    }
  }

  /// Whether a line is too long for a signature, blanks not counted.
  func isLong(_ number: Int) -> Bool {
    let range = ranges[number]
    return range.count > 400 && bytes[range].lazy.filter { $0 != 0x20 }.count > 400
  }

  /// Whether a line has no digit or numeral with which a year begins, or nothing that may follow the
  /// year: no date stands there.
  func isWithoutDate(_ number: Int) -> Bool {
    let base = bytes.base
    let line = ranges[number]
    var hasNumeral = false
    var hasMark = false
    for index in line {
      let byte = base[index]
      switch byte {
      case 0x30...0x39: hasNumeral = true
      case 0x28, 0x2D, 0x2E, 0x2F: hasMark = true
      case 0xE3 where index + 2 < line.upperBound:
        // 〇 U+3007
        hasNumeral = hasNumeral || base[index + 1] == 0x80 && base[index + 2] == 0x87
      case 0xE4 where index + 2 < line.upperBound:
        // 一 U+4E00, 二 U+4E8C
        hasNumeral =
          hasNumeral || base[index + 1] == 0xB8 && base[index + 2] == 0x80
          || base[index + 1] == 0xBA && base[index + 2] == 0x8C
      case 0xE5 where index + 2 < line.upperBound:
        // 年 U+5E74
        hasMark = hasMark || base[index + 1] == 0xB9 && base[index + 2] == 0xB4
      case 0xEF where index + 2 < line.upperBound && base[index + 1] == 0xBC:
        // （－．／ U+FF08, U+FF0D…U+FF0F; ０…９
        switch base[index + 2] {
        case 0x88, 0x8D, 0x8E, 0x8F: hasMark = true
        case 0x90...0x99: hasNumeral = true
        default: break
        }
      default: break
      }
      if hasNumeral, hasMark { return false }
    }
    return true
  }

  /// The first characters of a line, blanks left out.
  func beginning(_ number: Int) -> [Unicode.Scalar] {
    String(decoding: bytes[ranges[number]].prefix(256), as: UTF8.self).unicodeScalars
      .map(DocumentDate.narrowed).filter { $0 != " " }
  }

  /// Whether nothing but blanks stands on a line.
  func isBlank(_ number: Int) -> Bool {
    // Space, tab, the first bytes of a no-break and of an ideographic space.
    guard [0x20, 0x09, 0xC2, 0xE3].contains(bytes[ranges[number].lowerBound]) else { return false }
    return self[number].allSatisfy { $0 == " " }
  }
}
