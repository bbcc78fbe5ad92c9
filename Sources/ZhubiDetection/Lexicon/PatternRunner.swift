/// Runs a program on units by trying, with a budget of steps; allocates nothing but the state of
/// loops.
struct PatternRunner {
  /// Steps a single attempt may take.
  static let budget = 20_000
  /// How far a look behind reaches, in units.
  static let lookBehind = 24

  private let units: UnsafeBufferPointer<UInt32>
  private let code: UnsafePointer<PatternProgram.Instruction>
  private let spans: UnsafeBufferPointer<PatternProgram.Span>
  private let branches: UnsafeBufferPointer<Int32>
  private let start: Int
  /// Rounds done, and where the present one began, of each loop.
  private var loops: [(rounds: Int32, start: Int)]
  private var steps = 0
  /// Where a match must end; nil when anywhere.
  private var wantedEnd: Int?
  private var end = 0

  /// Calls the body with a runner that is valid while it lasts.
  static func with<R>(
    _ program: PatternProgram, on units: [UInt32], _ body: (inout PatternRunner) -> R
  ) -> R {
    units.withUnsafeBufferPointer { units in
      program.code.withUnsafeBufferPointer { code in
        program.spans.withUnsafeBufferPointer { spans in
          program.branches.withUnsafeBufferPointer { branches in
            var runner = PatternRunner(
              units: units, code: code.baseAddress!, spans: spans, branches: branches,
              start: Int(program.start),
              loops: Array(repeating: (0, 0), count: program.loopCount))
            return body(&runner)
          }
        }
      }
    }
  }

  /// The end of the match preferred at a place; nil when there is none.
  mutating func end(at place: Int, exactly wanted: Int? = nil) -> Int? {
    steps = 0
    wantedEnd = wanted
    return run(start, place) ? end : nil
  }

  private mutating func run(_ first: Int, _ place: Int) -> Bool {
    var pc = first
    var at = place
    while true {
      steps += 1
      if steps > Self.budget { return false }
      let op = code + pc
      switch op.pointee.kind {
      case .unit, .any, .set:
        guard takes(op, at) else { return false }
        at += 1
      case .choice:
        return choose(op, at)
      case .run:
        return repeats(op, at)
      case .loop:
        return round(pc, at, done: 0)
      case .again:
        let loop = Int(op.pointee.a)
        let state = loops[Int(code[loop].b)]
        guard at > state.start else { return false }
        return round(loop, at, done: state.rounds + 1)
      case .lineStart:
        guard at == 0 else { return false }
      case .lineEnd:
        guard at == units.count else { return false }
      case .look:
        guard looks(op, at) != op.pointee.isNegative else { return false }
      case .accept:
        end = at
        return wantedEnd == nil || wantedEnd == at
      }
      pc = Int(op.pointee.next)
    }
  }

  @inline(__always)
  private func takes(_ op: UnsafePointer<PatternProgram.Instruction>, _ at: Int) -> Bool {
    guard at < units.count else { return false }
    let unit = units[at]
    switch op.pointee.kind {
    case .unit: return unit == op.pointee.a
    case .any: return true
    default:
      var isInside = false
      for k in Int(op.pointee.a)..<Int(op.pointee.b)
      where spans[k].first <= unit && unit <= spans[k].last {
        isInside = true
        break
      }
      return isInside != op.pointee.isNegative
    }
  }

  private mutating func choose(
    _ op: UnsafePointer<PatternProgram.Instruction>, _ at: Int
  ) -> Bool {
    if op.pointee.mask != .max {
      guard at < units.count, op.pointee.mask >> UInt64(units[at] & 63) & 1 == 1 else {
        return false
      }
    }
    for k in Int(op.pointee.a)..<Int(op.pointee.b) {
      let entry = code + Int(branches[k])
      if entry.pointee.kind == .unit, at >= units.count || units[at] != entry.pointee.a {
        continue
      }
      if run(Int(branches[k]), at) { return true }
    }
    return false
  }

  private mutating func repeats(
    _ op: UnsafePointer<PatternProgram.Instruction>, _ at: Int
  ) -> Bool {
    let body = code + Int(op.pointee.a)
    var count = 0
    while count < Int(op.pointee.most), takes(body, at + count) { count += 1 }
    steps += count
    let next = Int(op.pointee.next)
    let after = code + next
    while count >= Int(op.pointee.least) {
      // Where the next unit is known there is nothing to try without it.
      let isVain =
        after.pointee.kind == .unit
        && (at + count >= units.count || units[at + count] != after.pointee.a)
      if !isVain, run(next, at + count) { return true }
      if steps > Self.budget { return false }
      count -= 1
    }
    return false
  }

  private mutating func round(_ loop: Int, _ at: Int, done: Int32) -> Bool {
    let op = code + loop
    let number = Int(op.pointee.b)
    if done < op.pointee.most {
      let before = loops[number]
      loops[number] = (done, at)
      if run(Int(op.pointee.a), at) { return true }
      loops[number] = before
    }
    return done >= op.pointee.least && run(Int(op.pointee.next), at)
  }

  private mutating func looks(
    _ op: UnsafePointer<PatternProgram.Instruction>, _ at: Int
  ) -> Bool {
    let wanted = wantedEnd
    defer { wantedEnd = wanted }
    let body = Int(op.pointee.a)
    guard op.pointee.isBehind else {
      wantedEnd = nil
      return run(body, at)
    }
    wantedEnd = at
    var start = at
    while start >= max(0, at - Self.lookBehind) {
      if run(body, start) { return true }
      start -= 1
    }
    return false
  }
}
