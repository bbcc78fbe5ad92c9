import HTMLEntities

/// The named character references, read once from the embedded table when a page first needs one.
struct HTMLEntityTable: Sendable {
  /// A name that stands in the source.
  struct Match {
    var length: Int
    var first: UInt32
    var second: UInt32
  }

  private struct Entry {
    var name: Int
    var length: Int
    var first: UInt32
    var second: UInt32
  }

  static let standard = HTMLEntityTable()

  private var text: [UInt8]
  private var entries: [Entry] = []
  /// For each pair of a first letter (A–Z, a–z) and a second byte below 128: where its names lie.
  private var starts: [UInt16] = []

  private init() {
    var size = 0
    let table = html_entities_table(&size)
    text = Array(UnsafeBufferPointer(start: table, count: size))
    entries.reserveCapacity(2300)
    var i = 0
    var isHeader = true
    while i < size {
      let name = i
      while i < size, text[i] != UInt8(ascii: "\t"), text[i] != UInt8(ascii: "\n") { i += 1 }
      let length = i - name
      var scalars: [UInt32] = [0]
      while i < size, text[i] != UInt8(ascii: "\n") {
        if text[i] == UInt8(ascii: " ") { scalars.append(0) }
        if let digit = Self.hex(text[i]) {
          scalars[scalars.count - 1] = scalars[scalars.count - 1] << 4 | digit
        }
        i += 1
      }
      i += 1
      if isHeader {
        isHeader = false
      } else if length > 1 {
        entries.append(
          Entry(
            name: name, length: length, first: scalars[0],
            second: scalars.count > 1 ? scalars[1] : 0))
      }
    }
    starts = [UInt16](repeating: 0, count: 64 * 128 + 1)
    for entry in entries { starts[bucket(text[entry.name], text[entry.name + 1]) + 1] += 1 }
    for k in 1..<starts.count { starts[k] += starts[k - 1] }
  }

  private static func hex(_ c: UInt8) -> UInt32? {
    if c.isASCIIDigit { return UInt32(c - 0x30) }
    return c >= 0x41 && c <= 0x46 ? UInt32(c - 0x41 + 10) : nil
  }

  /// Capitals sort before small letters, as in the table.
  private func bucket(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 0x3F) * 128 + Int(second & 0x7F)
  }

  /// The longest name that stands at `start`, with its `;` where it has one.
  ///
  /// Names of one bucket are sorted by bytes, so that of two that fit the later one is longer.
  func longest(in source: [UInt8], at start: Int, to end: Int) -> Match? {
    guard start &+ 1 < end, source[start].isASCIILetter, source[start &+ 1] < 0x80 else {
      return nil
    }
    let slot = bucket(source[start], source[start &+ 1])
    var low = Int(starts[slot])
    var high = Int(starts[slot &+ 1])
    var depth = 2
    var best: Match?
    while low < high {
      let entry = entries[low]
      if entry.length == depth {
        best = Match(length: depth, first: entry.first, second: entry.second)
        low &+= 1
      }
      guard low < high, start &+ depth < end else { break }
      let c = source[start &+ depth]
      low = firstEntry(from: low, to: high, at: depth) { $0 >= c }
      high = firstEntry(from: low, to: high, at: depth) { $0 > c }
      depth &+= 1
    }
    return best
  }

  /// The first entry whose byte at `depth` satisfies a test that holds from some entry on.
  @inline(__always)
  private func firstEntry(
    from: Int, to: Int, at depth: Int, _ holds: (UInt8) -> Bool
  ) -> Int {
    var low = from
    var high = to
    while low < high {
      let middle = (low &+ high) / 2
      if holds(text[entries[middle].name &+ depth]) { high = middle } else { low = middle &+ 1 }
    }
    return low
  }
}
