import PersonalTables
import ZhubiText

/// Finds the stretches of a part that are worth folding: the lines of numbers and words that have what
/// a finding needs beside them. Plain prose costs one look at each byte.
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
  ///
  /// - Parameter kernel: who looks for the triggers; all find the same.
  static func stretches(
    in bytes: UnsafeBufferPointer<UInt8>, of context: DetectionContext,
    kernel: personal_kernel = bestKernel
  ) -> [Stretch] {
    guard let base = bytes.baseAddress else { return [] }
    let filter = TriggerWords.folded(by: context.folding).filter
    let hasTables: Int32 = context.part.tables.isEmpty ? 0 : 1
    var surroundings: TriggerSurroundings?
    var found: [Stretch] = []
    var next = 0
    while true {
      var needs: UInt32 = 0
      let trigger = Int(
        personal_next_trigger(filter, kernel, base, bytes.count, next, hasTables, &needs))
      if trigger >= bytes.count { break }
      if needs != 0 {
        var look = surroundings ?? TriggerSurroundings(bytes, of: context)
        surroundings = nil
        let isWorthReading = look.hold(needs, at: trigger)
        surroundings = look
        if !isWorthReading {
          next = trigger + 1
          continue
        }
      }
      let end = tableEnd(bytes, lineEnd(bytes, trigger, reach: reachAfter), line: trigger)
      let core = max(found.last?.core.upperBound ?? 0, coreStart(bytes, trigger))..<end
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

  static let bestKernel = personal_best_kernel()

  /// The start of the line, at most `reachBefore` bytes back.
  private static func coreStart(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    var start = place
    let lowest = max(0, place - reachBefore)
    while start > lowest, bytes[start - 1] != 0x0A { start -= 1 }
    return aligned(bytes, start)
  }

  /// Behind the end of the line, at most `reach` bytes on.
  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, reach: Int) -> Int
  {
    var end = place
    let highest = min(bytes.count, place + reach)
    while end < highest, bytes[end] != 0x0A { end += 1 }
    if end < bytes.count, bytes[end] == 0x0A { return end + 1 }
    return aligned(bytes, end)
  }

  /// The end of the table that begins with a line: a header may be the only telling line of it.
  private static func tableEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int, line: Int
  ) -> Int {
    let header = coreStart(bytes, line)..<end
    guard let delimiter = delimiter(bytes, header) else { return end }
    let blanks = delimiter == 0x20 ? blanks(bytes, header) : 0
    var end = end
    let most = min(bytes.count, end + (1 << 16))
    while end < most {
      let next = lineEnd(bytes, end, reach: reachAfter)
      guard next > end, self.delimiter(bytes, end..<next) == delimiter,
        delimiter != 0x20 || self.blanks(bytes, end..<next) == blanks
      else { return end }
      end = next
    }
    return end
  }

  /// The gaps of blanks in a line.
  private static func blanks(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    var inBlank = true
    var place = range.lowerBound
    while place < range.upperBound {
      let isWide =
        bytes[place] == 0xE3 && place + 2 < bytes.count && bytes[place + 1] == 0x80
        && bytes[place + 2] == 0x80
      let isBlank = isWide || bytes[place] == 0x20
      if isBlank, !inBlank { count += 1 }
      inBlank = isBlank
      place += isWide ? 3 : 1
    }
    return count
  }

  /// The tab, bar or comma that parts the cells of a line, or a blank where there are two.
  private static func delimiter(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> UInt8? {
    let line = bytes[range]
    if line.contains(0x09) { return 0x09 }
    if line.contains(0x7C) { return 0x7C }
    if line.contains(0x2C) { return 0x2C }
    return blanks(bytes, range) > (range.count < 60 ? 0 : 1) ? 0x20 : nil
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
}
