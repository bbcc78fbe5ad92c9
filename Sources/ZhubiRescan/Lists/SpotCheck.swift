#if Rescan
  import Foundation
  import GRDB

  /// A share that was counted in a sample, and between which bounds the true one lies.
  public struct SpotCheck: Sendable, Equatable {
    public var sample: Int
    public var errors: Int

    /// Nil when there are more errors than documents looked at.
    public init?(errors: Int, in sample: Int) {
      guard sample > 0, (0...sample).contains(errors) else { return nil }
      self.sample = sample
      self.errors = errors
    }

    /// Wilson's interval of the share.
    ///
    /// - Parameter z: 1.96 for 95 percent.
    public func interval(z: Double = 1.959964) -> ClosedRange<Double> {
      let n = Double(sample)
      let share = Double(errors) / n
      let middle = share + z * z / (2 * n)
      let reach = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
      let whole = 1 + z * z / n
      return max(0, (middle - reach) / whole)...min(1, (middle + reach) / whole)
    }
  }

  extension Ledger {
    /// Documents without open findings, drawn by chance; the same seed draws the same ones.
    public func sample(_ count: Int, seed: UInt64) throws(LedgerError) -> (pages: [String], of: Int)
    {
      try read { db in
        let ids = try Int64.fetchAll(
          db,
          sql: """
            SELECT id FROM documents d WHERE gone_run IS NULL AND NOT EXISTS (
              SELECT 1 FROM findings f WHERE f.document = d.id AND f.state = 'open') ORDER BY id
            """)
        var draw = Draw(state: seed)
        let drawn = ids.shuffled(using: &draw).prefix(count)
        let pages = try drawn.map { id in
          try String.fetchOne(
            db, sql: "SELECT COALESCE(NULLIF(url, ''), key) FROM documents WHERE id = ?",
            arguments: [id]) ?? ""
        }
        return (pages, ids.count)
      }
    }
  }

  /// SplitMix64.
  private struct Draw: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
      return word ^ word >> 31
    }
  }
#endif
