import AutomatonKernels

/// One scan of one text: windows of 8 KB go through decode, settle, filter and verify.
///
/// Anchors of terms are looked for in `[lo, hi)` of a window; `hi` stays as many units before the end
/// as the longest term has, and the units around it are carried over into the next window. So every
/// anchor is handled exactly once, with its whole surroundings in sight.
struct Scan {
  let core: AutomatonCore
  let scratch: UnsafeMutablePointer<zk_scratch>
  let tables: UnsafePointer<zk_tables>
  let code: UnsafeMutablePointer<UInt16>
  let pos: UnsafeMutablePointer<UInt32>
  let look: Int

  /// Text from `base` on: positions in the arrays are 32-bit and relative to it.
  var text: UnsafePointer<UInt8>
  var count: Int
  var base = 0

  // How often windows ran over the budget lately: see `verifyTriples`.
  var penalty = 0
  var streak = 0

  init(
    _ core: AutomatonCore, _ scratch: UnsafeMutablePointer<zk_scratch>,
    _ utf8: UnsafeBufferPointer<UInt8>
  ) {
    self.core = core
    self.scratch = scratch
    tables = UnsafePointer(core.tables)
    code = scratch.pointee.code
    pos = scratch.pointee.pos
    look = core.image.longestTerm + 2
    text = utf8.baseAddress!
    count = utf8.count
  }

  mutating func run(_ body: (Match) -> Void) {
    let hasEvents = core.image.header.hasEvents
    var at = 0  // next byte to decode
    var have = 0  // units in the window
    var lo = 0  // anchors before it are done
    while true {
      let old = have
      let end = blockEnd(at)
      have = decode(at, end, have)
      at = end
      if hasEvents { (have, at) = settle(old, have, at) }
      let last = at >= count
      if last { (code + have).update(repeating: 0, count: look + 64) }
      let hi = max(lo, last ? have : have - look)
      if hi > lo {
        filter(lo, hi)
        verifySingles(body)
        verifyPairs(body)
        verifyTriples(lo, hi, body)
      }
      if last { return }
      let drop = max(0, hi - look)
      have -= drop
      lo = hi - drop
      code.update(from: code + drop, count: have)
      pos.update(from: pos + drop, count: have)
      if at > 1 << 31 { at -= rebase(have) }
    }
  }

  /// Where a block of at most 8195 bytes ends: at the start of a character where there is one.
  private func blockEnd(_ at: Int) -> Int {
    var end = min(at + Int(ZK_BLOCK), count)
    let limit = min(end + 3, count)
    while end < limit, text[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  /// Appends the units that start in `[at, end)` to the window.
  private func decode(_ at: Int, _ end: Int, _ have: Int) -> Int {
    var source = text + at
    let length = end - at
    let pad = Int(ZK_PAD)
    if count - end < pad {
      // The stages read some bytes ahead: never beyond the text, but in a padded copy of its end.
      let tail = scratch.pointee.tail!
      tail.update(from: source, count: count - at)
      (tail + (count - at)).update(repeating: 0, count: pad)
      source = UnsafePointer(tail)
    }
    return core.kernel.decode(
      tables, scratch, source, UInt32(truncatingIfNeeded: length),
      UInt32(truncatingIfNeeded: at), have)
  }

  private func filter(_ lo: Int, _ hi: Int) {
    core.kernel.filter(
      tables, scratch, UInt32(truncatingIfNeeded: lo), UInt32(truncatingIfNeeded: hi))
  }

  /// Moves `base` forward so that positions stay small in texts of any length.
  private mutating func rebase(_ have: Int) -> Int {
    let distance = have > 0 ? Int(pos[0]) : 0
    for k in 0..<have { pos[k] &-= UInt32(distance) }
    text += distance
    count -= distance
    base += distance
    return distance
  }

  /// The match whose units are `[first, last]` of the window.
  @inline(__always)
  func match(_ first: Int, _ last: Int, _ term: Int) -> Match {
    let end = Int(pos[last])
    return Match(
      start: base &+ Int(pos[first]), end: base &+ end &+ StrictUTF8.length(lead: text[end]),
      term: term)
  }
}
