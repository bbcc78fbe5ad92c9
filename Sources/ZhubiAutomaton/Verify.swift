import AutomatonKernels

/// From candidates to matches.
extension Scan {
  func verifySingles(_ body: (Match) -> Void) {
    let candidates = scratch.pointee.single!
    let low = Int(tables.pointee.single_low)
    for k in 0..<Int(scratch.pointee.singles) {
      let i = Int(candidates[k])
      body(match(i, i, Int(core.singles[Int(code[i]) - low])))
    }
  }

  func verifyPairs(_ body: (Match) -> Void) {
    let count = scratch.pointee.pairs
    let hit = scratch.pointee.hit!
    var from: UInt32 = 0
    while from < count {
      let chunk = min(count - from, UInt32(ZK_CHUNK))
      let hits = core.kernel.probePairs(tables, scratch, from, chunk)
      for k in 0..<Int(hits) {
        let i = Int(hit[k].at)
        body(match(i, i + 1, Int(hit[k].value)))
      }
      from += chunk
    }
  }

  /// Compares the records behind every trigram that is in the table.
  ///
  /// Only this stage can take more than linear time. When a window has used up its budget of
  /// comparisons, the linear automaton does the rest of it, and after several such windows it gets the
  /// following ones straight away.
  mutating func verifyTriples(_ lo: Int, _ hi: Int, _ body: (Match) -> Void) {
    if penalty > 0 {
      penalty -= 1
      return runLinear(lo, hi, body)
    }
    let budget = Budget.base + Budget.perUnit * (hi - lo)
    var work = 0
    let count = scratch.pointee.triples
    let hit = scratch.pointee.hit!
    let records = core.records
    var from: UInt32 = 0
    while from < count {
      let chunk = min(count - from, UInt32(ZK_CHUNK))
      let hits = core.kernel.probeTriples(tables, scratch, from, chunk, records)
      for k in 0..<Int(hits) {
        let at = Int(hit[k].at)
        if work > budget {
          streak = min(streak + 1, 5)
          penalty = 1 << streak - 1
          return runLinear(at, hi, body)
        }
        var record = records + Int(hit[k].value)
        while true {
          let head = record[0]
          let length = Int(head & 255)
          let first = at &- Int(head &>> 8 & 127)
          let window = code + first
          var equal = 0
          while equal < length, window[equal] == record[3 &+ equal] { equal &+= 1 }
          if equal == length {
            let term = Int(record[1]) | Int(record[2]) &<< 16
            body(match(first, first &+ length &- 1, term))
          }
          work &+= 1 &+ equal &>> 2
          if head & 0x8000 != 0 { break }
          record += length &+ 3
        }
      }
      from += chunk
    }
    if streak > 0, work < budget / 2 { streak -= 1 }
  }

  /// Matches of terms of three or more units whose anchors lie in `[lo, hi)`: the rule of ownership of
  /// the fast path, so that nothing is lost or told twice.
  func runLinear(_ lo: Int, _ hi: Int, _ body: (Match) -> Void) {
    let longest = core.image.longestTerm
    core.linear.run(code, from: max(0, lo - longest), to: hi + longest) { last, record in
      let head = core.records[record]
      let length = Int(head & 255)
      let first = last + 1 - length
      let anchor = first + Int(head >> 8 & 127)
      guard first >= 0, anchor >= lo, anchor < hi else { return }
      let term = Int(core.records[record + 1]) | Int(core.records[record + 2]) << 16
      body(match(first, last, term))
    }
  }
}

/// Record comparisons allowed in one window before the linear automaton takes over.
enum Budget {
  static let base = 1024
  static let perUnit = 16
}
