import PersonalTables
import ZhubiText

/// Finds the stretches of a part that are worth folding: the lines around numbers long enough and
/// around telling words. Plain prose costs one look at each byte.
enum TriggerScan {
  /// A stretch to read. Findings must begin inside `core`; the rest is surroundings.
  struct Stretch {
    var range: Range<Int>
    var core: Range<Int>
  }

  private static let reachBefore = 700
  private static let reachAfter = 1_400
  private static let most = 1 << 18

  /// The stretches in order, cores never overlapping.
  static func stretches(in bytes: UnsafeBufferPointer<UInt8>) -> [Stretch] {
    var found: [Stretch] = []
    var next = 0
    while true {
      let trigger = nextTrigger(bytes, from: next)
      if trigger >= bytes.count { break }
      let core = max(next, coreStart(bytes, trigger))..<lineEnd(bytes, trigger, reach: reachAfter)
      next = max(core.upperBound, trigger + 1)
      if let last = found.last, core.lowerBound <= last.range.upperBound,
        core.upperBound - last.core.lowerBound < most
      {
        found[found.count - 1].core = last.core.lowerBound..<next
        found[found.count - 1].range =
          last.range.lowerBound..<contextEnd(bytes, next)
      } else {
        found.append(
          Stretch(
            range: contextStart(bytes, core.lowerBound)..<contextEnd(bytes, next),
            core: core.lowerBound..<next))
      }
    }
    return found
  }

  private static func nextTrigger(_ bytes: UnsafeBufferPointer<UInt8>, from: Int) -> Int {
    guard let base = bytes.baseAddress else { return bytes.count }
    return pairs.withUnsafeBufferPointer {
      Int(personal_next_trigger(base, bytes.count, from, $0.baseAddress!))
    }
  }

  /// The start of the line, at most `reachBefore` bytes back.
  private static func coreStart(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    var start = place
    let lowest = max(0, place - reachBefore)
    while start > lowest, bytes[start - 1] != 0x0A { start -= 1 }
    return aligned(bytes, start)
  }

  /// Behind the end of the line, at most `reach` bytes on.
  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, reach: Int) -> Int {
    var end = place
    let highest = min(bytes.count, place + reach)
    while end < highest, bytes[end] != 0x0A { end += 1 }
    if end < bytes.count, bytes[end] == 0x0A { return end + 1 }
    return aligned(bytes, end)
  }

  /// Up to three lines before a line, for the label above it.
  private static func contextStart(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    var start = place
    var breaks = 0
    let lowest = max(0, place - 400)
    while start > lowest {
      if bytes[start - 1] == 0x0A {
        breaks += 1
        if breaks > 3 { break }
      }
      start -= 1
    }
    return aligned(bytes, start)
  }

  private static func contextEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    lineEnd(bytes, min(place, bytes.count), reach: 200)
  }

  /// The first byte of the character at or before a place.
  private static func aligned(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    var place = place
    while place > 0, place < bytes.count, bytes[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }

  /// The pair filter: the first two characters of every telling word, and pairs with letters and
  /// digits that begin a plate or a number written in Chinese.
  private static let pairs: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: Int(personal_pair_words))
    func add(_ first: UInt32, _ second: UInt32) {
      let bit = Int(personal_pair_bit(first, second))
      bits[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    TableBytes.words.forEachRow { fields in
      guard WordTags(named: fields[0].text).touches(.triggers) else { return }
      for word in fields[1].words {
        var reader = UTF8Reader(word)
        guard let first = reader.next(), first >= 0x3000 else { continue }
        if let second = reader.next() { add(first, second < 0x80 ? 1 : second) }
      }
    }
    for province in Plates.provinces { add(province, 1) }
    for digit in "三四五六七八九".unicodeScalars { add(0x4E00, digit.value) }
    for word in ["字第"] {
      let scalars = Array(word.unicodeScalars)
      add(scalars[0].value, scalars[1].value)
    }
    return bits
  }()
}
