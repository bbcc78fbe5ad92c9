import AutomatonKernels

/// A compiled set of terms: one contiguous, position-independent, versioned and checksummed block.
///
/// The block can be written to a file and mapped again; threads share it. It is opened only when its
/// length, version and checksum agree, so a foreign, cut-off or bit-flipped image is refused. The
/// checksum guards against damage, not against a forger. Images are little-endian.
public struct AutomatonImage: Sendable {
  let storage: ImageStorage
  let header: ImageHeader

  /// Opens a copy of the bytes.
  ///
  /// - Complexity: O(bytes), about 0.1 ms per megabyte.
  public init(bytes: [UInt8]) throws(AutomatonError) {
    let storage = ImageStorage(copying: bytes)
    header = try ImageHeader.check(storage.bytes)
    self.storage = storage
  }

  /// Opens bytes in place, such as a mapped file or a constant of the program.
  ///
  /// - Parameter unowned: must start at a multiple of 64 bytes, must not change, and must stay alive
  ///   for as long as this image and every automaton made from it.
  /// - Complexity: O(bytes): the checksum reads all of them.
  public init(unowned: UnsafeRawBufferPointer) throws(AutomatonError) {
    guard let base = unowned.baseAddress else { throw .truncated(expected: 64, found: 0) }
    guard UInt(bitPattern: base) % 64 == 0 else { throw .misaligned(requiredAlignment: 64) }
    header = try ImageHeader.check(unowned)
    storage = ImageStorage(unowned: unowned)
  }

  /// How many terms the image was built from.
  public var termCount: Int { Int(header.terms) }
  /// How many units the longest term has.
  public var longestTerm: Int { Int(header.maxLength) }
  /// Size in bytes.
  public var byteCount: Int { storage.bytes.count }
  /// The whole image, to be written to a file. Valid while the image is alive.
  public func withBytes<R>(_ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
    try withExtendedLifetime(storage) { try body(storage.bytes) }
  }
}

/// Memory under an image: owned and aligned, or somebody else's.
final class ImageStorage: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  private let owned: Bool

  init(copying source: [UInt8]) {
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: Swift.max(source.count, 1), alignment: 64)
    source.withUnsafeBytes { memory.copyMemory(from: $0) }
    bytes = UnsafeRawBufferPointer(start: memory.baseAddress, count: source.count)
    owned = true
  }

  init(unowned: UnsafeRawBufferPointer) {
    bytes = unowned
    owned = false
  }

  deinit { if owned { UnsafeMutableRawPointer(mutating: bytes.baseAddress!).deallocate() } }
}

/// The parts of an image, in the order they lie in it.
enum ImagePart: Int, CaseIterable {
  case fold  // 65536 codes (u16) by code point
  case farIndex  // 4096 page numbers (u16) of planes 1 to 16
  case farPages  // 256 codes (u16) each, page 0 all zero
  case roleIndex  // 4352 page numbers (u16)
  case rolePages  // 256 role bytes each, page 0 all plain
  case events  // line breaks and opening brackets: {scalar u32, code u16, role u16}
  case expansions  // {scalar u32, offset u32} ascending
  case expansionPool  // u16: count, codes
  case filter  // 2^filterBits bits
  case pairs  // lines
  case triples  // lines
  case records  // u16: [last<<15 | anchor<<8 | count] [term low] [term high] codes
  case singles  // u32: terms of one unit
}

/// The first bytes of an image. All numbers little-endian.
struct ImageHeader {
  /// "ZHUCM1" and two bytes that tools for text would change.
  static let magic: UInt64 = 0x0A1A_314D_4355_485A
  static let version: UInt32 = 2
  static let rangesOffset = 64 + 16 * ImagePart.allCases.count
  static let fixedSize = rangesOffset + 16
  static let size = (fixedSize + 63) & ~63

  var terms: UInt32 = 0
  var maxLength: UInt32 = 0
  var filterBits: UInt32 = 0
  var pairLines: UInt32 = 0
  var tripleLines: UInt32 = 0
  var singleLow: UInt32 = 0
  var codeEnd: UInt32 = 0
  /// Bit 0: some code point asks for attention (skips, breaks, brackets, expansions).
  /// Bit 1: some code point above U+FFFF has a code.
  var flags: UInt32 = 0
  /// Codes that the first unit of an anchor may have, and the second: [low, low + span) each.
  var firstLow: UInt32 = 1
  var firstSpan: UInt32 = 0
  var secondLow: UInt32 = 1
  var secondSpan: UInt32 = 0
  /// Byte offset and length of every part.
  var parts: [(offset: Int, count: Int)] = []

  var hasEvents: Bool { flags & 1 != 0 }
  var hasFar: Bool { flags & 2 != 0 }

  func range(_ part: ImagePart) -> (offset: Int, count: Int) { parts[part.rawValue] }

  // 0 magic · 8 version · 12 header size · 16 image size · 24 checksum · 32 eight numbers · 64 parts · ranges
  func write(to bytes: UnsafeMutableRawBufferPointer) {
    bytes.storeBytes(of: Self.magic.littleEndian, toByteOffset: 0, as: UInt64.self)
    bytes.storeBytes(of: Self.version.littleEndian, toByteOffset: 8, as: UInt32.self)
    bytes.storeBytes(of: UInt32(Self.size).littleEndian, toByteOffset: 12, as: UInt32.self)
    bytes.storeBytes(of: UInt64(bytes.count).littleEndian, toByteOffset: 16, as: UInt64.self)
    let numbers = [
      terms, maxLength, filterBits, pairLines, tripleLines, singleLow, codeEnd, flags,
    ]
    for (k, number) in numbers.enumerated() {
      bytes.storeBytes(of: number.littleEndian, toByteOffset: 32 + 4 * k, as: UInt32.self)
    }
    for (k, number) in [firstLow, firstSpan, secondLow, secondSpan].enumerated() {
      bytes.storeBytes(
        of: number.littleEndian, toByteOffset: Self.rangesOffset + 4 * k, as: UInt32.self)
    }
    for (k, part) in parts.enumerated() {
      bytes.storeBytes(
        of: UInt64(part.offset).littleEndian, toByteOffset: 64 + 16 * k, as: UInt64.self)
      bytes.storeBytes(
        of: UInt64(part.count).littleEndian, toByteOffset: 72 + 16 * k, as: UInt64.self)
    }
    let sum = Self.checksum(UnsafeRawBufferPointer(bytes))
    bytes.storeBytes(of: sum.littleEndian, toByteOffset: 24, as: UInt64.self)
  }

  static func check(_ bytes: UnsafeRawBufferPointer) throws(AutomatonError) -> ImageHeader {
    func u32(_ at: Int) -> UInt32 {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
    }
    func u64(_ at: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    }
    guard bytes.count >= 8 else { throw .truncated(expected: size, found: bytes.count) }
    guard u64(0) == magic else { throw .notAnImage }
    guard bytes.count >= 12 else { throw .truncated(expected: size, found: bytes.count) }
    guard u32(8) == version else { throw .foreignVersion(found: u32(8), expected: version) }
    guard bytes.count >= size else { throw .truncated(expected: size, found: bytes.count) }
    guard let expected = Int(exactly: u64(16)) else { throw .damaged }
    guard bytes.count >= expected else {
      throw .truncated(expected: expected, found: bytes.count)
    }
    guard bytes.count == expected else {
      throw .trailingBytes(expected: expected, found: bytes.count)
    }
    guard u32(12) == UInt32(size), bytes.count % 64 == 0, u64(24) == checksum(bytes) else {
      throw .damaged
    }
    var header = ImageHeader()
    header.terms = u32(32)
    header.maxLength = u32(36)
    header.filterBits = u32(40)
    header.pairLines = u32(44)
    header.tripleLines = u32(48)
    header.singleLow = u32(52)
    header.codeEnd = u32(56)
    header.flags = u32(60)
    header.firstLow = u32(rangesOffset)
    header.firstSpan = u32(rangesOffset + 4)
    header.secondLow = u32(rangesOffset + 8)
    header.secondSpan = u32(rangesOffset + 12)
    for k in ImagePart.allCases.indices {
      guard let offset = Int(exactly: u64(64 + 16 * k)), let count = Int(exactly: u64(72 + 16 * k)),
        offset % 64 == 0, offset <= expected, count <= expected - offset
      else { throw .damaged }
      header.parts.append((offset, count))
    }
    func holds(_ part: ImagePart, _ count: Int) -> Bool { header.range(part).count >= count }
    guard header.maxLength <= UInt32(ZK_MAX_TERM), header.filterBits <= 27,
      header.filterBits >= 5,
      holds(.fold, 2 * 65536), holds(.farIndex, 2 * 4096), holds(.roleIndex, 2 * 4352),
      holds(.filter, 1 << (Int(header.filterBits) - 3)), holds(.pairs, 64 * Int(header.pairLines)),
      holds(.triples, 64 * Int(header.tripleLines)), header.pairLines > 0, header.tripleLines > 0,
      header.codeEnd >= header.singleLow,
      holds(.singles, 4 * Int(header.codeEnd - header.singleLow))
    else { throw .damaged }
    return header
  }

  /// A checksum of everything but itself; any change within one 8-byte word changes it.
  ///
  /// Eight lanes of xor-and-multiply by odd numbers: each step is a bijection of the lane and of the word.
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let base = bytes.baseAddress!
    let k: UInt64 = 0x9E37_79B9_7F4A_7C15
    var lanes: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) =
      (1, 2, 3, 4, 5, 6, 7, 8)
    @inline(__always) func step(_ lane: inout UInt64, _ at: Int) {
      let x = base.load(fromByteOffset: at, as: UInt64.self)
      lane = (lane ^ x) &* k
      lane ^= lane >> 32
    }
    var at = 0
    while at + 64 <= bytes.count {
      step(&lanes.0, at)
      step(&lanes.1, at + 8)
      step(&lanes.2, at + 16)
      if at != 0 { step(&lanes.3, at + 24) }  // the checksum itself lies at 24
      step(&lanes.4, at + 32)
      step(&lanes.5, at + 40)
      step(&lanes.6, at + 48)
      step(&lanes.7, at + 56)
      at += 64
    }
    var sum = UInt64(bytes.count)
    for lane in [
      lanes.0, lanes.1, lanes.2, lanes.3, lanes.4, lanes.5, lanes.6, lanes.7,
    ] {
      sum = (sum ^ lane) &* k
      sum ^= sum >> 29
    }
    return sum
  }
}
