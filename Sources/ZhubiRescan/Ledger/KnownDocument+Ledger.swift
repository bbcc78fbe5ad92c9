#if Rescan
  import Foundation
  import GRDB

  extension KnownDocument {
    /// What the ledger knows of a document; its filter only where the filter will be asked.
    static func find(
      _ db: Database, source: Int64, key: String, freshness: Freshness
    ) throws -> KnownDocument? {
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT id, hash, size, modified, judgement, directives, gone_run, seen, judged_on, verdict
          FROM documents WHERE source = ? AND key = ?
          """, arguments: [source, key])
      guard let row else { return nil }
      var known = KnownDocument(
        id: row["id"], hash: row["hash"], size: row["size"], modified: row["modified"],
        judgement: row["judgement"], hasDirectives: row["directives"],
        isGone: row["gone_run"] != nil, seen: row["seen"], judgedOn: row["judged_on"],
        isIncomplete: row["verdict"] == "incomplete")
      if case .unless = freshness.ages[known.judgement] {
        let bits = try Data.fetchOne(
          db, sql: "SELECT bits FROM filters WHERE document = ?", arguments: [known.id])
        known.filter = bits.flatMap { BigramFilter(stored: Array($0)) }
      }
      return known
    }
  }
#endif
