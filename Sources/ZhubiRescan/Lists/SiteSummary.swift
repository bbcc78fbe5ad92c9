#if Rescan
  import Foundation
  import GRDB

  /// One run, as a list of runs shows it.
  public struct RunRecord: Sendable, Encodable {
    public var id: Int64
    public var source: String
    public var started: String
    /// `running`, `stopped`, `abandoned` or `complete`.
    public var status: String
    public var lexicons: String
    public var options: String
    public var documents: Int
    public var scanned: Int
    public var unread: Int
    public var gone: Int
    public var new: Int
    public var reappeared: Int
    public var fixed: Int
    public var open: Int
    public var accepted: Int
  }

  /// What a ledger says of a site in numbers.
  public struct SiteSummary: Sendable, Encodable {
    public struct Count: Sendable, Encodable {
      public var name: String
      public var count: Int
      /// The gravest severity among them.
      public var severity: String
    }

    public var runs: [RunRecord] = []
    public var documents = 0
    public var states: [String: Int] = [:]
    /// Open findings by severity, rule, column, department and page, most first.
    public var severities: [Count] = []
    public var rules: [Count] = []
    public var columns: [Count] = []
    public var departments: [Count] = []
    public var pages: [Count] = []
    /// What could not be read, the first of them.
    public var unread: [String] = []

    /// The numbers for a dashboard, one JSON object.
    public func json() -> String {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
  }

  extension Ledger {
    /// - Parameter limit: entries of every list.
    public func summary(limit: Int = 30) throws(LedgerError) -> SiteSummary {
      try read { db in
        var summary = SiteSummary()
        summary.runs = try Self.runs(db)
        summary.documents =
          try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM documents WHERE gone_run IS NULL") ?? 0
        let shown = "WITH shown AS (\(SiteFinding.table))"
        for row in try Row.fetchAll(
          db, sql: "\(shown) SELECT shown, COUNT(*) AS n FROM shown GROUP BY shown")
        {
          summary.states[row["shown"]] = row["n"]
        }
        func counts(_ name: String) throws -> [SiteSummary.Count] {
          try Row.fetchAll(
            db,
            sql: """
              \(shown) SELECT \(name) AS name, COUNT(*) AS n,
                MIN(CASE severity WHEN 'block' THEN 0 WHEN 'error' THEN 1 WHEN 'warning' THEN 2
                  ELSE 3 END) AS grave
              FROM shown WHERE state = 'open' GROUP BY 1 ORDER BY n DESC, name LIMIT \(limit)
              """
          ).map { row in
            let grave: Int = row["grave"]
            return SiteSummary.Count(
              name: row["name"], count: row["n"],
              severity: ["block", "error", "warning", "info"][grave])
          }
        }
        summary.severities = try counts("severity")
        summary.rules = try counts("rule")
        summary.columns = try counts("site_column")
        summary.departments = try counts("department")
        summary.pages = try counts("page")
        summary.unread = try String.fetchAll(
          db,
          sql: """
            SELECT key || '：' || message FROM troubles t
            WHERE run IN (SELECT MAX(id) FROM runs GROUP BY source)
            UNION ALL SELECT key || '：' || COALESCE((SELECT message_zh FROM findings f
              WHERE f.document = d.id AND f.rule LIKE 'scan.%' AND f.state = 'open' LIMIT 1), '')
            FROM documents d WHERE verdict = 'incomplete' AND gone_run IS NULL LIMIT \(limit)
            """)
        return summary
      }
    }

    private static func runs(_ db: Database) throws -> [RunRecord] {
      try Row.fetchAll(
        db,
        sql: """
          SELECT r.*, s.name AS source_name, l.packs FROM runs r JOIN sources s ON s.id = r.source
          JOIN judgements j ON j.id = r.judgement JOIN lexicons l ON l.id = j.lexicon ORDER BY r.id
          """
      ).map { row in
        RunRecord(
          id: row["id"], source: row["source_name"], started: row["started"],
          status: row["status"], lexicons: row["packs"], options: row["options"],
          documents: row["documents"] ?? 0, scanned: row["scanned"] ?? 0,
          unread: row["unread"] ?? 0, gone: row["gone"] ?? 0, new: row["new"] ?? 0,
          reappeared: row["reappeared"] ?? 0, fixed: row["fixed"] ?? 0, open: row["open"] ?? 0,
          accepted: row["accepted"] ?? 0)
      }
    }

    /// What stands at the end of one run and not of another.
    public struct Difference: Sendable {
      public var added: [SiteFinding]
      public var removed: [SiteFinding]
    }

    /// Compares the site after two runs, from what happened to every finding.
    public func difference(
      from earlier: Int64, to later: Int64
    ) throws(LedgerError) -> Difference {
      try read { db in
        for run in [earlier, later] {
          guard
            try Int64.fetchOne(db, sql: "SELECT id FROM runs WHERE id = ?", arguments: [run]) != nil
          else { throw LedgerError.noRun(run) }
        }
        // A finding stands after a run when the last thing that happened to it by then was no end.
        let standing = """
          SELECT finding FROM (SELECT finding, kind, MAX(id) FROM events
            WHERE run <= ? GROUP BY finding) WHERE kind <> 'fixed'
          """
        func only(_ run: Int64, _ other: Int64) throws -> [SiteFinding] {
          try Row.fetchAll(
            db,
            sql: """
              SELECT * FROM (\(SiteFinding.table)) WHERE id IN (\(standing) EXCEPT \(standing))
              ORDER BY page, line, "column", id
              """, arguments: [run, other]
          ).map(SiteFinding.init)
        }
        return Difference(added: try only(later, earlier), removed: try only(earlier, later))
      }
    }
  }
#endif
