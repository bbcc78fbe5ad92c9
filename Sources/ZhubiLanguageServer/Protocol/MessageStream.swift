/// Takes the bytes of a client apart into messages: `Content-Length` headers and bodies.
///
/// What is damaged is said once and passed over; the next header is looked for.
public struct MessageStream {
  /// What stands next in the stream.
  public enum Item: Sendable, Hashable {
    case body([UInt8])
    /// A header without a usable length.
    case badHeader
    /// A body over the limit; it is passed over.
    case tooLarge(bytes: Int)
  }

  /// Bytes of the largest message taken.
  public static let sizeLimit = 64 << 20
  /// Bytes of the longest header.
  static let headerLimit = 4_096

  private var bytes: [UInt8] = []
  private var start = 0
  /// Bytes of a body over the limit that are still to come.
  private var toSkip = 0
  /// Whether the next header has to be looked for.
  private var isLost = false
  private let limit: Int

  public init(limit: Int = sizeLimit) { self.limit = limit }

  /// Takes what the client sent and gives every item that is complete.
  public mutating func take(_ more: some Sequence<UInt8>) -> [Item] {
    bytes += more
    var items: [Item] = []
    while let item = next() { items.append(item) }
    bytes.removeSubrange(..<start)
    start = 0
    return items
  }

  private mutating func next() -> Item? {
    if toSkip > 0 {
      let count = min(toSkip, bytes.count - start)
      start += count
      toSkip -= count
      if toSkip > 0 { return nil }
    }
    if isLost, !findHeader() { return nil }
    guard let header = header() else {
      guard bytes.count - start > Self.headerLimit else { return nil }
      // No header is that long: somebody speaks something else.
      start += 1
      isLost = true
      return .badHeader
    }
    guard let length = Self.length(in: bytes[header.content]) else {
      start = header.end
      isLost = true
      return .badHeader
    }
    if length > limit {
      start = header.end
      toSkip = length
      return .tooLarge(bytes: length)
    }
    guard bytes.count - header.end >= length else { return nil }
    start = header.end + length
    return .body(Array(bytes[header.end..<start]))
  }

  /// The header that begins at `start`, when its empty line is here.
  private func header() -> (content: Range<Int>, end: Int)? {
    var index = start
    while index < bytes.count, index - start <= Self.headerLimit {
      if bytes[index] == 0x0A {
        let isCRLF = index >= start + 3 && bytes[index - 3..<index].elementsEqual([13, 10, 13])
        let isLF = index > start && bytes[index - 1] == 0x0A
        if isCRLF || isLF { return (start..<index, index + 1) }
      }
      index += 1
    }
    return nil
  }

  /// Goes on at the next header; false while there is none.
  private mutating func findHeader() -> Bool {
    let mark = Array("Content-Length:".utf8)
    while start < bytes.count, !bytes[start...].starts(with: mark) {
      // The last bytes may be the beginning of a header.
      if bytes.count - start < mark.count, mark.starts(with: bytes[start...]) { return false }
      start += 1
    }
    isLost = start == bytes.count
    return !isLost
  }

  private static func length(in header: ArraySlice<UInt8>) -> Int? {
    for line in header.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let halves = line.split(separator: UInt8(ascii: ":"), maxSplits: 1)
      guard halves.count == 2,
        String(decoding: halves[0], as: UTF8.self).lowercased() == "content-length"
      else { continue }
      let text = String(decoding: halves[1], as: UTF8.self).filter { $0 != " " && $0 != "\t" }
      guard let length = Int(text), length >= 0 else { return nil }
      return length
    }
    return nil
  }

  /// A message with its header.
  public static func framed(_ message: JSON) -> [UInt8] {
    let body = message.utf8
    return Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }
}
