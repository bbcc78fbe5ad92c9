/// The serialised form of a folding, little-endian:
///
/// | bytes | content |
/// |---|---|
/// | 0-7 | `ZHUBIFLD` |
/// | 8-11 | format version |
/// | 12-15, 16-19 | versions of ICU and of Unicode |
/// | 20-23, 24-27, 28-31 | counts: index (always 17,408), entries, pool |
/// | 32-39 | signature: hash of bytes 0-31 and of everything from byte 40 on |
/// | 40- | index (2 bytes each), entries, pool (4 bytes each) |
struct FoldingImage {
  static let magic: UInt64 = 0x444C_4649_4255_485A
  static let version: UInt32 = 1
  static let header = 40
  static let indexCount = 0x110000 >> 6

  let bytes: [UInt8]
  let signature: UInt64

  init(
    index: [UInt16], entries: [UInt32], pool: [UInt32], icuVersion: UInt32, unicodeVersion: UInt32
  ) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.header + 2 * index.count + 4 * (entries.count + pool.count))
    func append<T: FixedWidthInteger>(_ number: T) {
      withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(Self.magic)
    for word in [
      Self.version, icuVersion, unicodeVersion, UInt32(index.count), UInt32(entries.count),
      UInt32(pool.count),
    ] { append(word) }
    append(UInt64(0))
    for number in index { append(number) }
    for number in entries { append(number) }
    for number in pool { append(number) }
    let hash = bytes.withUnsafeBytes { Self.hash($0) }
    withUnsafeBytes(of: hash.littleEndian) { bytes.replaceSubrange(32..<40, with: $0) }
    self.bytes = bytes
    signature = hash
  }

  /// Hash of all words but the signature itself. Every step is a bijection of the state, so a
  /// change within one word is always noticed.
  static func hash(_ data: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var place = 0
    while place + 8 <= data.count {
      if place != 32 {
        let word = UInt64(
          littleEndian: data.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
      }
      place += 8
    }
    return hash
  }
}

extension Folding {
  /// The folding as bytes, versioned and checksummed, for `init(serialized:)`.
  public func serialized() -> [UInt8] {
    FoldingImage(
      index: index, entries: entries, pool: pool, icuVersion: icuVersion,
      unicodeVersion: unicodeVersion
    ).bytes
  }

  /// Reads a serialised folding; refuses foreign, damaged and contradictory data with the reason.
  ///
  /// The bytes are copied, any alignment will do. O(size), under a millisecond when optimised.
  public init(serialized data: UnsafeRawBufferPointer) throws(FoldingError) {
    guard data.count >= FoldingImage.header,
      UInt64(littleEndian: data.loadUnaligned(as: UInt64.self)) == FoldingImage.magic
    else { throw .foreign }
    func word(_ place: Int) -> UInt32 {
      UInt32(littleEndian: data.loadUnaligned(fromByteOffset: place, as: UInt32.self))
    }
    guard word(8) == FoldingImage.version else {
      throw .version(found: word(8), expected: FoldingImage.version)
    }
    let counts = (index: Int(word(20)), entries: Int(word(24)), pool: Int(word(28)))
    let expected = FoldingImage.header + 2 * counts.index + 4 * (counts.entries + counts.pool)
    guard data.count == expected else { throw .size(found: data.count, expected: expected) }
    let stored = UInt64(
      littleEndian: data.loadUnaligned(fromByteOffset: 32, as: UInt64.self))
    guard FoldingImage.hash(data) == stored else { throw .damaged }
    guard counts.index == FoldingImage.indexCount, (counts.entries + counts.pool) % 2 == 0 else {
      throw .inconsistent("counts")
    }
    let entriesStart = FoldingImage.header + 2 * counts.index
    let index: [UInt16] = Self.numbers(data, at: FoldingImage.header, count: counts.index)
    let entries: [UInt32] = Self.numbers(data, at: entriesStart, count: counts.entries)
    let pool: [UInt32] = Self.numbers(
      data, at: entriesStart + 4 * counts.entries, count: counts.pool)
    guard let last = index.max(), Int(last) << 6 + 63 < entries.count else {
      throw .inconsistent("index")
    }
    for entry in entries where entry & Self.kindMask != 0 {
      if entry & Self.kindMask == Self.none { continue }
      let place = Int(entry & Self.payloadMask)
      guard entry & Self.kindMask == Self.several, place < pool.count, pool[place] <= 18,
        place + Int(pool[place]) < pool.count
      else { throw .inconsistent("pool") }
    }
    self.init(
      index: index, entries: entries, pool: pool, signature: stored, icuVersion: word(12),
      unicodeVersion: word(16))
  }

  private static func numbers<T: FixedWidthInteger>(
    _ data: UnsafeRawBufferPointer, at start: Int, count: Int
  ) -> [T] {
    var numbers = [T](unsafeUninitializedCapacity: count) { buffer, initialized in
      let size = count * MemoryLayout<T>.size
      UnsafeMutableRawBufferPointer(buffer).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: data[start..<start + size]))
      initialized = count
    }
    if T(1).littleEndian != 1 {
      for place in numbers.indices { numbers[place] = T(littleEndian: numbers[place]) }
    }
    return numbers
  }
}
