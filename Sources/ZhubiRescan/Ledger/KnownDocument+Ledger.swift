#if Rescan
  import Foundation
  import GRDB

  /// Looks documents up in a ledger. Statements are compiled once for each connection, not for each
  /// document.
  struct LedgerLookup {
    private let documents: Statement
    private let filters: Statement
    private let source: Int64
    private let freshness: Freshness

    init(_ db: Database, source: Int64, freshness: Freshness) throws {
      documents = try db.cachedStatement(
        sql: """
          SELECT id, hash, size, modified, judgement, directives, gone_run IS NOT NULL, seen,
            judged_on, verdict = 'incomplete'
          FROM documents WHERE source = ? AND key = ?
          """)
      filters = try db.cachedStatement(sql: "SELECT bits FROM filters WHERE document = ?")
      self.source = source
      self.freshness = freshness
    }

    /// What the ledger knows of a document; its filter is asked here, where it lies.
    func find(_ key: String) throws -> KnownDocument? {
      // A row lives no longer than its cursor.
      let rows = try Row.fetchCursor(documents, arguments: [source, key])
      defer { withExtendedLifetime(rows) {} }
      guard let row = try rows.next() else { return nil }
      var known = KnownDocument(
        id: row[0], hash: row[1], size: row[2], modified: row[3], judgement: row[4],
        hasDirectives: row[5], isGone: row[6], seen: row[7], judgedOn: row[8],
        isIncomplete: row[9])
      if let wordings = freshness.wordings(since: known.judgement) {
        known.mayHoldChange = try mayHold(wordings, document: known.id)
      }
      return known
    }

    /// A document without a filter may hold anything.
    private func mayHold(_ wordings: [WordingPairs], document: Int64) throws -> Bool {
      let rows = try Row.fetchCursor(filters, arguments: [document])
      defer { withExtendedLifetime(rows) {} }
      guard let row = try rows.next() else { return true }
      return try row.withUnsafeData(atIndex: 0) { data in
        guard let data else { return true }
        return data.withUnsafeBytes { bytes in
          guard let filter = StoredFilter(bytes) else { return true }
          return wordings.contains { filter.mayHold($0) }
        }
      }
    }
  }
#endif
