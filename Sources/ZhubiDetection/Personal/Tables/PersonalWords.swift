import Synchronization
import ZhubiText

/// The words of `dictionaries/personal/words.tsv`, folded, ready to be met in a folded text.
final class PersonalWords: Sendable {
  private struct Entry: Sendable {
    var start: Int32
    var length: Int32
    var next: Int32
    var tags: UInt64
  }

  private let units: [UInt32]
  private let entries: [Entry]
  private let heads: [Int32]
  /// Words of one unit, by that unit modulo 2^16.
  private let singles: [UInt64]
  /// The first two units of longer words, hashed: most places are turned away by it.
  private let pairs: [UInt64]

  private static let buckets = 8_192
  private static let cache = Mutex<[UInt64: PersonalWords]>([:])

  /// The words folded as the text is folded; made once for each folding.
  static func folded(by folding: Folding) -> PersonalWords {
    cache.withLock { known in
      if let made = known[folding.signature] { return made }
      let made = PersonalWords(folding: folding)
      known[folding.signature] = made
      return made
    }
  }

  private init(folding: Folding) {
    var units: [UInt32] = []
    var entries: [Entry] = []
    var heads = [Int32](repeating: -1, count: Self.buckets)
    var singles = [UInt64](repeating: 0, count: 1_024)
    var pairs = [UInt64](repeating: 0, count: 1_024)
    units.reserveCapacity(16_000)
    entries.reserveCapacity(4_000)
    TableBytes.words.forEachRow { fields in
      guard fields.count == 2 else { return }
      let tag = WordTags(named: fields[0].text).rawValue
      for word in fields[1].words {
        let start = units.count
        var decoder = UTF8Reader(word)
        while let scalar = decoder.next() { folding.fold(scalar, into: &units) }
        let length = units.count - start
        guard length > 0 else { continue }
        let bucket = Self.bucket(units[start], length > 1 ? units[start + 1] : 0)
        var place = heads[bucket]
        while place >= 0 {
          let known = entries[Int(place)]
          if Int(known.length) == length,
            units[Int(known.start)..<Int(known.start) + length].elementsEqual(units[start...])
          {
            break
          }
          place = known.next
        }
        if place >= 0 {
          entries[Int(place)].tags |= tag
          units.removeSubrange(start...)
        } else {
          entries.append(
            Entry(start: Int32(start), length: Int32(length), next: heads[bucket], tags: tag))
          heads[bucket] = Int32(entries.count - 1)
          if length == 1 {
            let bit = Int(units[start] & 0xFFFF)
            singles[bit >> 6] |= 1 << UInt64(bit & 63)
          } else {
            let bit = Self.bit(units[start], units[start + 1])
            pairs[bit >> 6] |= 1 << UInt64(bit & 63)
          }
        }
      }
    }
    self.units = units
    self.entries = entries
    self.heads = heads
    self.singles = singles
    self.pairs = pairs
  }

  private static func bucket(_ first: UInt32, _ second: UInt32) -> Int {
    Int((first &* 0x9E37_79B1 &+ second &* 0x85EB_CA77) >> 19)
  }

  @inline(__always)
  private static func bit(_ first: UInt32, _ second: UInt32) -> Int {
    Int((first &* 0x9E37_79B1 &+ second &* 0x85EB_CA77) >> 16)
  }

  /// The longest word that begins at a place: its length and tags. Words of ASCII letters must not
  /// be cut out of longer ones.
  @inline(__always)
  func longest(in text: UnsafeBufferPointer<UInt32>, at place: Int) -> (
    length: Int, tags: WordTags
  )? {
    let single = Int(text[place] & 0xFFFF)
    let pair = place + 1 < text.count ? Self.bit(text[place], text[place + 1]) : 0
    let mayBegin =
      singles[single >> 6] >> UInt64(single & 63) | pairs[pair >> 6] >> UInt64(pair & 63)
    return mayBegin & 1 == 1 ? search(text, place) : nil
  }

  private func search(
    _ text: UnsafeBufferPointer<UInt32>, _ place: Int
  ) -> (length: Int, tags: WordTags)? {
    var best = 0
    var tags: UInt64 = 0
    let left = text.count - place
    func follow(_ bucket: Int) {
      var entry = heads[bucket]
      while entry >= 0 {
        let candidate = entries[Int(entry)]
        let length = Int(candidate.length)
        if length > best, length <= left,
          matches(text, place, from: Int(candidate.start), length: length)
        {
          best = length
          tags = candidate.tags
        }
        entry = candidate.next
      }
    }
    if left > 1 { follow(Self.bucket(text[place], text[place + 1])) }
    if best == 0 { follow(Self.bucket(text[place], 0)) }
    return best == 0 ? nil : (best, WordTags(rawValue: tags))
  }

  private func matches(
    _ text: UnsafeBufferPointer<UInt32>, _ place: Int, from start: Int, length: Int
  ) -> Bool {
    for offset in 0..<length where units[start + offset] != text[place + offset] { return false }
    if text[place].isASCIILetter, place > 0, text[place - 1].isASCIILetter { return false }
    let end = place + length
    return !(text[end - 1].isASCIILetter && end < text.count && text[end].isASCIILetter)
  }
}

/// Reads scalars from UTF-8 known to be well-formed.
struct UTF8Reader<Bytes: Collection> where Bytes.Element == UInt8 {
  private var iterator: Bytes.Iterator

  init(_ bytes: Bytes) { iterator = bytes.makeIterator() }

  mutating func next() -> UInt32? {
    guard let first = iterator.next() else { return nil }
    func more() -> UInt32 { UInt32((iterator.next() ?? 0x80) & 0x3F) }
    switch first {
    case ..<0x80: return UInt32(first)
    case ..<0xE0: return UInt32(first & 0x1F) << 6 | more()
    case ..<0xF0: return UInt32(first & 0x0F) << 12 | more() << 6 | more()
    default: return UInt32(first & 0x07) << 18 | more() << 12 | more() << 6 | more()
    }
  }
}

extension UInt32 {
  /// `a`…`z`: folded text knows no capitals.
  @inline(__always) var isASCIILetter: Bool { self &- 0x61 < 26 }
}
