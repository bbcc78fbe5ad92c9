/// The container of Microsoft's old formats.
enum CompoundFile {
  /// Whether every sector that its table gives to a stream is there. O(sectors).
  ///
  /// Standard: MS-CFB, section 2.
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    func number(_ offset: Int) -> Int {
      guard offset + 4 <= bytes.count else { return -1 }
      return (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
    guard bytes.count >= 512 else { return false }
    let shift = Int(bytes[30])
    guard shift == 9 || shift == 12 else { return false }
    let size = 1 << shift
    var tables: [Int] = []
    for index in 0..<109 where number(76 + 4 * index) < 0xFFFF_FFFA {
      tables.append(number(76 + 4 * index))
    }
    var more = number(68)
    var seen = 0
    while more < 0xFFFF_FFFA, seen < 100_000 {
      seen += 1
      let start = (more + 1) * size
      guard start + size <= bytes.count else { return false }
      for index in 0..<size / 4 - 1 where number(start + 4 * index) < 0xFFFF_FFFA {
        tables.append(number(start + 4 * index))
      }
      more = number(start + size - 4)
    }
    var last = 0
    for (index, table) in tables.enumerated() {
      let start = (table + 1) * size
      guard table >= 0, start + size <= bytes.count else { return false }
      for entry in 0..<size / 4 where number(start + 4 * entry) != 0xFFFF_FFFF {
        last = index * (size / 4) + entry
      }
    }
    // The last sector may be shorter than the others; some writers cut it.
    return !tables.isEmpty && (last + 1) * size < bytes.count
  }
}
