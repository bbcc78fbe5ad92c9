import AttachmentExchange
import CZlib

/// A ZIP file, read by its central directory.
struct ZIPArchive {
  struct Entry {
    var name: [UInt8]
    var method: Int
    var isEncrypted: Bool
    var checksum: UInt32
    var packedSize: Int
    var size: Int
    var offset: Int

    var isFolder: Bool { name.last == 0x2F && size == 0 }
    var path: String { String(decoding: name, as: UTF8.self) }
    /// Names that lead out of the folder a careless program unpacks into.
    var escapes: Bool { ArchiveName.escapes(name) }
  }

  let bytes: [UInt8]
  private(set) var entries: [Entry] = []

  /// Reads the directory. An archive on several disks, or in the 64-bit form, is refused.
  init(_ bytes: [UInt8], budget: Budget) throws(Refusal) {
    self.bytes = bytes
    guard let end = Self.endRecord(in: bytes) else { throw .truncated }
    let count = number(end + 10, 2)
    let size = number(end + 12, 4)
    let start = number(end + 16, 4)
    if number(end - 20, 4) == 0x0706_4B50 || count == 0xFFFF || size == 0xFFFF_FFFF
      || start == 0xFFFF_FFFF
    {
      throw Refusal(.unsupported, "ZIP64 压缩包，未读", "a ZIP64 archive, not read")
    }
    // Bytes before the archive (a self-extracting program) move everything.
    let shift = end - size - start
    guard shift >= 0, number(end + 4, 2) == 0 else { throw .truncated }
    var next = start + shift
    for _ in 0..<count {
      guard next + 46 <= end, number(next, 4) == 0x0201_4B50 else { throw .truncated }
      try budget.enter()
      let nameLength = number(next + 28, 2)
      let whole = 46 + nameLength + number(next + 30, 2) + number(next + 32, 2)
      guard next + whole <= end else { throw .truncated }
      entries.append(
        Entry(
          name: Array(bytes[next + 46..<next + 46 + nameLength]), method: number(next + 10, 2),
          isEncrypted: number(next + 8, 2) & 1 == 1, checksum: UInt32(number(next + 16, 4)),
          packedSize: number(next + 20, 4), size: number(next + 24, 4),
          offset: number(next + 42, 4) + shift))
      next += whole
    }
    // Nothing of the directory may be left over, or members would be missed.
    guard next == end, number(end + 8, 2) == count else { throw .truncated }
    // Directory and member must agree on the name, or one of them lies.
    for entry in entries {
      let start = entry.offset + 30
      guard start > 29, start + entry.name.count <= end,
        number(start - 4, 2) == entry.name.count,
        bytes[start..<start + entry.name.count].elementsEqual(entry.name)
      else { throw .truncated }
    }
  }

  /// Hands on what a member holds, piece by piece, and compares its checksum at the end.
  func read(
    _ entry: Entry, budget: Budget, _ take: (UnsafeBufferPointer<UInt8>) throws(Refusal) -> Void
  ) throws(Refusal) {
    if entry.isEncrypted { throw .encrypted }
    let head = entry.offset
    guard head >= 0, head + 30 <= bytes.count, number(head, 4) == 0x0403_4B50 else {
      throw .truncated
    }
    let start = head + 30 + number(head + 26, 2) + number(head + 28, 2)
    guard start + entry.packedSize <= bytes.count else { throw .truncated }
    var sum: UInt = 0
    var size = 0
    var failure: Refusal?
    bytes.withUnsafeBytes { all in
      let packed = UnsafeRawBufferPointer(rebasing: all[start..<start + entry.packedSize])
      do throws(Refusal) {
        switch entry.method {
        case 0:
          try budget.unpack(packed.count)
          let plain = packed.bindMemory(to: UInt8.self)
          sum = crc32(0, plain.baseAddress, UInt32(plain.count))
          size = plain.count
          try take(plain)
        case 8:
          try Inflater.inflate(packed, .none, budget: budget) { piece throws(Refusal) in
            sum = crc32(sum, piece.baseAddress, UInt32(piece.count))
            size += piece.count
            try take(piece)
          }
        default:
          throw Refusal(
            .unsupported, "不支持的 ZIP 压缩方法 \(entry.method)",
            "ZIP compression method \(entry.method) is not supported")
        }
      } catch { failure = error }
    }
    if let failure { throw failure }
    guard UInt32(truncatingIfNeeded: sum) == entry.checksum, size == entry.size else {
      throw .truncated
    }
  }

  /// All bytes of a member.
  func content(of entry: Entry, budget: Budget) throws(Refusal) -> [UInt8] {
    var content: [UInt8] = []
    try read(entry, budget: budget) { content += $0 }
    return content
  }

  private func number(_ offset: Int, _ count: Int) -> Int { Self.number(bytes, offset, count) }

  private static func number(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
    guard offset >= 0, offset + count <= bytes.count else { return 0 }
    return (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
  }

  private static func endRecord(in bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    var offset = bytes.count - 22
    let last = max(0, offset - 0xFFFF)
    while offset >= last {
      if number(bytes, offset, 4) == 0x0605_4B50,
        offset + 22 + number(bytes, offset + 20, 2) <= bytes.count
      {
        return offset
      }
      offset -= 1
    }
    return nil
  }
}

/// Names of archive members.
enum ArchiveName {
  /// Whether a name is absolute, climbs up, or hides what it is behind a NUL.
  static func escapes(_ name: [UInt8]) -> Bool {
    if name.isEmpty || name.contains(0) { return true }
    if name[0] == 0x2F || name[0] == 0x5C { return true }
    if name.count > 1, name[1] == 0x3A { return true }
    return name.split(omittingEmptySubsequences: false) { $0 == 0x2F || $0 == 0x5C }
      .contains { $0.elementsEqual([0x2E, 0x2E]) }
  }

  static let refusal = Refusal(
    .unreadable, "成员名指向文件夹之外，未读", "the member's name leads out of its folder, not read")
}
