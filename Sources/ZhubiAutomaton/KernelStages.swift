import AutomatonKernels

extension Kernel {
  /// The kernels this machine can run, best first; never `best` itself.
  public static let available: [Kernel] = {
    var all: [Kernel] = [.portable, .swift]
    if zk_has_avx2() != 0 { all.insert(.avx2, at: 0) }
    if zk_has_avx512() != 0 { all.insert(.avx512, at: 0) }
    return all
  }()

  /// This kernel if the machine can run it, else the best one.
  var supported: Kernel {
    Kernel.available.contains(self) ? self : Kernel.available[0]
  }

  func decode(
    _ tables: UnsafePointer<zk_tables>, _ scratch: UnsafeMutablePointer<zk_scratch>,
    _ source: UnsafePointer<UInt8>, _ length: UInt32, _ base: UInt32, _ have: Int
  ) -> Int {
    let n = UInt32(truncatingIfNeeded: have)
    switch self {
    case .avx512: return Int(zk_decode_avx512(tables, scratch, source, length, base, n))
    case .avx2: return Int(zk_decode_avx2(tables, scratch, source, length, base, n))
    case .portable: return Int(zk_decode_portable(tables, scratch, source, length, base, n))
    case .swift, .best: return SwiftStages.decode(tables, scratch, source, length, base, have)
    }
  }

  func filter(
    _ tables: UnsafePointer<zk_tables>, _ scratch: UnsafeMutablePointer<zk_scratch>, _ lo: UInt32,
    _ hi: UInt32
  ) {
    switch self {
    case .avx512: zk_filter_avx512(tables, scratch, lo, hi)
    case .avx2: zk_filter_avx2(tables, scratch, lo, hi)
    case .portable: zk_filter_portable(tables, scratch, lo, hi)
    case .swift, .best: SwiftStages.filter(tables, scratch, lo, hi)
    }
  }

  /// Takes events away that can be seen not to vanish. Only the C kernels do: leaving all of them is
  /// right too, and slower.
  func ruleOut(
    _ tables: UnsafePointer<zk_tables>, _ scratch: UnsafeMutablePointer<zk_scratch>,
    _ text: UnsafePointer<UInt8>, _ count: Int, _ from: Int, _ to: Int
  ) {
    let i = UInt32(truncatingIfNeeded: from)
    let end = UInt32(truncatingIfNeeded: to)
    let bytes = UInt64(truncatingIfNeeded: count)
    switch self {
    case .avx512: zk_rule_out_avx512(tables, scratch, text, bytes, i, end)
    case .avx2: zk_rule_out_avx2(tables, scratch, text, bytes, i, end)
    case .portable: zk_rule_out_portable(tables, scratch, text, bytes, i, end)
    case .swift, .best: break
    }
  }

  func nextEvent(
    _ scratch: UnsafeMutablePointer<zk_scratch>, _ out: Int, _ from: Int, _ to: Int
  ) -> Int {
    let o = UInt32(truncatingIfNeeded: out)
    let i = UInt32(truncatingIfNeeded: from)
    let end = UInt32(truncatingIfNeeded: to)
    switch self {
    case .avx512: return Int(zk_next_event_avx512(scratch, o, i, end))
    case .avx2: return Int(zk_next_event_avx2(scratch, o, i, end))
    case .portable: return Int(zk_next_event_portable(scratch, o, i, end))
    case .swift, .best: return SwiftStages.nextEvent(scratch, out, from, to)
    }
  }

  func probePairs(
    _ tables: UnsafePointer<zk_tables>, _ scratch: UnsafeMutablePointer<zk_scratch>, _ from: UInt32,
    _ count: UInt32
  ) -> UInt32 {
    switch self {
    case .avx512: zk_probe_pairs_avx512(tables, scratch, from, count)
    case .avx2: zk_probe_pairs_avx2(tables, scratch, from, count)
    case .portable: zk_probe_pairs_portable(tables, scratch, from, count)
    case .swift, .best: SwiftStages.probePairs(tables, scratch, from, count)
    }
  }

  func probeTriples(
    _ tables: UnsafePointer<zk_tables>, _ scratch: UnsafeMutablePointer<zk_scratch>, _ from: UInt32,
    _ count: UInt32, _ records: UnsafePointer<UInt16>
  ) -> UInt32 {
    switch self {
    case .avx512: zk_probe_triples_avx512(tables, scratch, from, count, records)
    case .avx2: zk_probe_triples_avx2(tables, scratch, from, count, records)
    case .portable: zk_probe_triples_portable(tables, scratch, from, count, records)
    case .swift, .best: SwiftStages.probeTriples(tables, scratch, from, count)
    }
  }
}
