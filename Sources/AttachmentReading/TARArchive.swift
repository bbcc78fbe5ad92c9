import AttachmentExchange

/// Walks the members of a TAR file, in the forms ustar, GNU and pax.
struct TARArchive {
  let bytes: [UInt8]

  /// Hands on each file; throws where the archive ends too early or is not one.
  func forEachFile(
    budget: Budget, _ take: (_ name: [UInt8], _ content: [UInt8]) -> Void
  ) throws(Refusal) {
    var next = 0
    var longName: [UInt8]?
    while next + 512 <= bytes.count {
      let head = bytes[next..<next + 512]
      if head.allSatisfy({ $0 == 0 }) { return }
      guard isSound(head), let size = size(head) else { throw .truncated }
      let start = next + 512
      guard size <= bytes.count - start else { throw .truncated }
      try budget.enter()
      let content = bytes[start..<start + size]
      switch head[next + 156] {
      case 0x4C: longName = text(content)  // L
      case 0x78: longName = path(in: content) ?? longName  // x
      case 0x30, 0, 0x37:
        try budget.unpack(size)
        take(longName ?? name(head), Array(content))
        longName = nil
      default: longName = nil
      }
      next = start + (size + 511) / 512 * 512
    }
    // The two closing blocks are often cut by careless writers; half a block is damage.
    if next < bytes.count || next == 0 { throw .truncated }
  }

  private func isSound(_ head: ArraySlice<UInt8>) -> Bool {
    let start = head.startIndex
    var sum = 0
    for (k, byte) in head.enumerated() { sum += (148..<156).contains(k) ? 0x20 : Int(byte) }
    return octal(head[(start + 148)..<(start + 156)]) == sum
  }

  private func size(_ head: ArraySlice<UInt8>) -> Int? {
    let field = head[(head.startIndex + 124)..<(head.startIndex + 136)]
    if field.first! & 0x80 != 0 {
      var value = 0
      for byte in field.dropFirst(5) { value = value << 8 | Int(byte) }
      return value
    }
    return octal(field)
  }

  private func octal(_ field: ArraySlice<UInt8>) -> Int? {
    let digits = field.drop { $0 == 0x20 }.prefix { (0x30...0x37).contains($0) }
    return digits.reduce(0) { $0 << 3 | Int($1 & 7) }
  }

  private func name(_ head: ArraySlice<UInt8>) -> [UInt8] {
    let start = head.startIndex
    let name = text(head[start..<start + 100])
    let prefix = text(head[(start + 345)..<(start + 500)])
    let isUstar = head[(start + 257)..<(start + 263)].elementsEqual(Array("ustar".utf8) + [0])
    return isUstar && !prefix.isEmpty ? prefix + [0x2F] + name : name
  }

  private func text(_ field: ArraySlice<UInt8>) -> [UInt8] { Array(field.prefix { $0 != 0 }) }

  /// The field `path` of a pax header: `length path=value` and a line feed.
  private func path(in content: ArraySlice<UInt8>) -> [UInt8]? {
    for line in content.split(separator: 0x0A) {
      guard let space = line.firstIndex(of: 0x20) else { continue }
      let field = line[(space + 1)...]
      if field.starts(with: Array("path=".utf8)) { return Array(field.dropFirst(5)) }
    }
    return nil
  }
}
