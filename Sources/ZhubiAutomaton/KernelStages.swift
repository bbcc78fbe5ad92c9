import AutomatonKernels

/// Which function does which stage.
extension Kernel {
  @inline(__always)
  func decode(
    _ tables: UnsafePointer<zk_tables>, _ scratch: UnsafeMutablePointer<zk_scratch>,
    _ source: UnsafePointer<UInt8>, _ length: UInt32, _ base: UInt32, _ have: Int
  ) -> Int {
    SwiftStages.decode(tables, scratch, source, length, base, have)
  }

  @inline(__always)
  func filter(
    _ tables: UnsafePointer<zk_tables>, _ scratch: UnsafeMutablePointer<zk_scratch>, _ lo: UInt32,
    _ hi: UInt32
  ) {
    SwiftStages.filter(tables, scratch, lo, hi)
  }

  @inline(__always)
  func probePairs(
    _ tables: UnsafePointer<zk_tables>, _ scratch: UnsafeMutablePointer<zk_scratch>, _ from: UInt32,
    _ count: UInt32
  ) -> UInt32 {
    SwiftStages.probePairs(tables, scratch, from, count)
  }

  @inline(__always)
  func probeTriples(
    _ tables: UnsafePointer<zk_tables>, _ scratch: UnsafeMutablePointer<zk_scratch>, _ from: UInt32,
    _ count: UInt32, _ records: UnsafePointer<UInt16>
  ) -> UInt32 {
    SwiftStages.probeTriples(tables, scratch, from, count)
  }
}
