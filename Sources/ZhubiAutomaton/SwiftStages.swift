import AutomatonKernels

/// The stages in plain Swift: the reference for the kernels in C, and the code for machines without them.
enum SwiftStages {
  static func decode(
    _ tables: UnsafePointer<zk_tables>, _ scratch: UnsafeMutablePointer<zk_scratch>,
    _ source: UnsafePointer<UInt8>, _ length: UInt32, _ base: UInt32, _ have: Int
  ) -> Int {
    let fold = tables.pointee.fold!
    let code = scratch.pointee.code!
    let pos = scratch.pointee.pos!
    let raw = UnsafeRawPointer(source)
    let length = Int(length)
    let pairEnd = length - 5
    var n = have
    var p = 0
    while p < length {
      let x = raw.loadUnaligned(fromByteOffset: p, as: UInt64.self)
      if x & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0, p < pairEnd {  // two characters of three bytes
        let a = threeBytes(UInt32(truncatingIfNeeded: x))
        let b = threeBytes(UInt32(truncatingIfNeeded: x &>> 24))
        if isRegular(a) && isRegular(b) {
          code[n] = fold[Int(a)]
          code[n &+ 1] = fold[Int(b)]
          let position = base &+ UInt32(truncatingIfNeeded: p)
          pos[n] = position
          pos[n &+ 1] = position &+ 3
          n &+= 2
          p &+= 6
          continue
        }
      } else if x & 0x80 == 0 {
        code[n] = fold[Int(x & 0x7F)]
        pos[n] = base &+ UInt32(truncatingIfNeeded: p)
        n &+= 1
        p &+= 1
        continue
      }
      // The block is followed by readable bytes: the text's own, or zeros at its end.
      let (scalar, step) = StrictUTF8.decode(source, p, p &+ 4)
      code[n] = self.code(tables, scalar)
      pos[n] = base &+ UInt32(truncatingIfNeeded: p)
      n &+= 1
      p &+= step
    }
    return n
  }

  @inline(__always)
  private static func threeBytes(_ x: UInt32) -> UInt32 {
    (x & 15) &<< 12 | (x &>> 2 & 0xFC0) | (x &>> 16 & 63)
  }

  /// Neither overlong nor a surrogate.
  @inline(__always)
  private static func isRegular(_ scalar: UInt32) -> Bool {
    scalar >= 0x800 && scalar &>> 11 != 0x1B
  }

  @inline(__always)
  static func code(_ tables: UnsafePointer<zk_tables>, _ scalar: UInt32?) -> UInt16 {
    guard let scalar else { return 0 }
    if scalar < 0x10000 { return tables.pointee.fold[Int(scalar)] }
    let page = Int(tables.pointee.far_index[Int(scalar >> 8) - 256])
    return tables.pointee.far_pages[page << 8 | Int(scalar & 255)]
  }

  /// Positions in `[lo, hi)` where a term may be anchored.
  static func filter(
    _ tables: UnsafePointer<zk_tables>, _ scratch: UnsafeMutablePointer<zk_scratch>, _ lo: UInt32,
    _ hi: UInt32
  ) {
    let code = UnsafePointer(scratch.pointee.code!)
    let filter = tables.pointee.filter!
    let shift = Hashes.shift(filterBits: tables.pointee.filter_bits)
    let survivors = scratch.pointee.word!
    let lo = Int(lo)
    let hi = Int(hi)
    // First bit of both kinds, one list, no branch.
    var n = 0
    if scratch.pointee.dense > 0 {
      scratch.pointee.dense -= 1
      for i in lo..<hi {
        survivors[n] = UInt32(truncatingIfNeeded: i)
        n &+= firstBits(filter, shift, code + i)
      }
    } else {
      // Before that, whether the two units may begin an anchor at all.
      let possible = scratch.pointee.hash!
      let (low1, span1) = (tables.pointee.first_low, tables.pointee.first_span)
      let (low2, span2) = (tables.pointee.second_low, tables.pointee.second_span)
      var m = 0
      for i in lo..<hi {
        possible[m] = UInt32(truncatingIfNeeded: i)
        // Below zero exactly when the code lies in the range.
        let first = Int(UInt32(code[i]) &- low1) &- Int(span1)
        let second = Int(UInt32(code[i &+ 1]) &- low2) &- Int(span2)
        m &+= Int(bitPattern: UInt(bitPattern: first & second) &>> 63)
      }
      if m &* 8 > (hi - lo) &* 5 { scratch.pointee.dense = UInt32(ZK_PATIENCE) }
      for k in 0..<m {
        let i = possible[k]
        survivors[n] = i
        n &+= firstBits(filter, shift, code + Int(i))
      }
    }
    // Both bits of each kind, only for those.
    let pairs = scratch.pointee.pair!
    let triples = scratch.pointee.triple!
    var two = 0
    var three = 0
    for k in 0..<n {
      let i = Int(survivors[k])
      let h = Hashes.pair(pair(code + i), shift: shift)
      let word = filter[Int(h &>> 10)]
      let x = Hashes.pairMask(h)
      let y = Hashes.tripleMask(h &+ Hashes.third(UInt32(code[i &+ 2])))
      pairs[two] = UInt32(truncatingIfNeeded: i)
      two &+= word & x == x ? 1 : 0
      triples[three] = UInt32(truncatingIfNeeded: i)
      three &+= word & y == y ? 1 : 0
    }
    var one = 0
    let low = tables.pointee.single_low
    let span = tables.pointee.code_end &- low
    if span > 0 {
      let singles = scratch.pointee.single!
      for i in lo..<hi {
        singles[one] = UInt32(truncatingIfNeeded: i)
        one &+= UInt32(code[i]) &- low < span ? 1 : 0
      }
    }
    scratch.pointee.singles = UInt32(one)
    scratch.pointee.pairs = UInt32(two)
    scratch.pointee.triples = UInt32(three)
  }

  /// 1 when the first bit of the pair or of the trigram at the position is set.
  @inline(__always)
  private static func firstBits(
    _ filter: UnsafePointer<UInt32>, _ shift: UInt32, _ code: UnsafePointer<UInt16>
  ) -> Int {
    let h = Hashes.pair(pair(code), shift: shift)
    let word = filter[Int(h &>> 10)]
    let s = h &+ Hashes.third(UInt32(code[2]))
    let hit = word &>> (h & (31 & ~Hashes.split)) | word &>> (s & 31 | (Hashes.split & 31))
    return Int(hit & 1)
  }

  /// First event in `[from, to)`, else `to`; the units before it move to `out`.
  static func nextEvent(
    _ scratch: UnsafeMutablePointer<zk_scratch>, _ out: Int, _ from: Int, _ to: Int
  ) -> Int {
    let code = scratch.pointee.code!
    var i = from
    while i &+ 4 <= to {
      let x = UnsafeRawPointer(code + i).loadUnaligned(as: UInt64.self)
      let low = (x & 0x7F00_7F00_7F00_7F00) &+ 0x0100_0100_0100_0100
      if low & x & 0x8000_8000_8000_8000 != 0 { break }
      i &+= 4
    }
    while i < to, Int(code[i]) < Int(ZK_EVENT) { i &+= 1 }
    if out != from, i > from {
      (code + out).update(from: code + from, count: i - from)
      (scratch.pointee.pos + out).update(from: scratch.pointee.pos + from, count: i - from)
    }
    return i
  }

  @inline(__always)
  private static func pair(_ code: UnsafePointer<UInt16>) -> UInt32 {
    UnsafeRawPointer(code).loadUnaligned(as: UInt32.self)
  }

  static func probePairs(
    _ tables: UnsafePointer<zk_tables>, _ scratch: UnsafeMutablePointer<zk_scratch>, _ from: UInt32,
    _ count: UInt32
  ) -> UInt32 {
    let code = UnsafePointer(scratch.pointee.code!)
    return probe(
      tables.pointee.pairs, tables.pointee.pair_lines, scratch.pointee.pair + Int(from), Int(count),
      scratch.pointee.hit
    ) { pair(code + $0) }
  }

  static func probeTriples(
    _ tables: UnsafePointer<zk_tables>, _ scratch: UnsafeMutablePointer<zk_scratch>, _ from: UInt32,
    _ count: UInt32
  ) -> UInt32 {
    let code = UnsafePointer(scratch.pointee.code!)
    return probe(
      tables.pointee.triples, tables.pointee.triple_lines, scratch.pointee.triple + Int(from),
      Int(count), scratch.pointee.hit
    ) { Hashes.tripleKey(pair(code + $0), UInt32(code[$0 &+ 2])) }
  }

  /// Looks up one key per candidate; a key is stored once, so each gives at most one hit.
  @inline(__always)
  private static func probe(
    _ table: UnsafePointer<zk_line>, _ lines: UInt32, _ candidates: UnsafePointer<UInt32>,
    _ count: Int, _ hits: UnsafeMutablePointer<zk_hit>, _ key: (Int) -> UInt32
  ) -> UInt32 {
    let words = UnsafeRawPointer(table).assumingMemoryBound(to: UInt32.self)
    var n = 0
    for k in 0..<count {
      let at = candidates[k]
      let key = key(Int(at))
      var line = Hashes.line(key, lines)
      while true {
        let slots = words + Int(line) &* 16
        var slot = 0
        while slot < 8, slots[slot] != key { slot &+= 1 }
        if slot < 8 {
          hits[n] = zk_hit(at: at, value: slots[8 &+ slot] & 0x7FFF_FFFF)
          n &+= 1
          break
        }
        if slots[8] &>> 31 == 0 { break }
        line = line &+ 1 == lines ? 0 : line &+ 1
      }
    }
    return UInt32(truncatingIfNeeded: n)
  }
}
