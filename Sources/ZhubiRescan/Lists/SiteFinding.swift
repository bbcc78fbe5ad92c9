#if Rescan
  import GRDB
  import ZhubiDetection

  /// A finding as the ledger has it: masked, with its state.
  public struct SiteFinding: Sendable, Encodable {
    public enum State: String, Sendable, Encodable, CaseIterable {
      case new, open, reappeared, fixed, accepted
    }

    /// Who published it, as the page or the export says; empty when neither does.
    public var department: String
    /// The column of the site, else the first folder of the path.
    public var column: String
    /// The address of the page, else its key.
    public var page: String
    public var part: String
    public var line: Int
    /// In Unicode scalars, from 1.
    public var place: Int
    public var severity: String
    public var confidence: String
    public var rule: String
    public var message: String
    public var messageEnglish: String
    /// How often it stands in the page.
    public var times: Int
    public var excerpt: String
    public var suggestion: String?
    public var basis: String?
    public var state: State
    public var reason: String?
    public var firstRun: Int64
    public var lastRun: Int64
    public var fingerprint: String

    /// Findings of documents that are there, with the column and the shown state worked out.
    static let table = """
      SELECT COALESCE(d.site_column, '') AS site_column, COALESCE(d.department, '') AS department,
        COALESCE(NULLIF(d.url, ''), d.key) AS page, f.*,
        CASE WHEN f.state <> 'open' THEN f.state
          WHEN f.first_run = r.last THEN 'new'
          WHEN EXISTS (SELECT 1 FROM events e WHERE e.run = r.last AND e.finding = f.id
            AND e.kind = 'reappeared') THEN 'reappeared'
          ELSE 'open' END AS shown
      FROM findings f JOIN documents d ON d.id = f.document
      JOIN (SELECT source, MAX(id) AS last FROM runs GROUP BY source) r ON r.source = d.source
      """

    init(_ row: Row) {
      department = row["department"]
      column = row["site_column"]
      page = row["page"]
      part = row["part"]
      line = row["line"]
      place = row["column"]
      severity = row["severity"]
      confidence = row["confidence"]
      rule = row["rule"]
      message = row["message_zh"]
      messageEnglish = row["message_en"]
      times = row["times"]
      excerpt = row["excerpt"]
      suggestion = row["suggestion"]
      basis = row["basis"]
      state = State(rawValue: row["shown"]) ?? .open
      reason = row["reason"]
      firstRun = row["first_run"]
      lastRun = row["last_run"]
      fingerprint = row["fingerprint"]
    }
  }

  extension Ledger {
    /// Hands on findings one by one, gravest first within a department and column; nothing is held in memory.
    public func findings(
      in states: Set<SiteFinding.State>, _ body: (SiteFinding) -> Void
    ) throws(LedgerError) {
      try read { db in
        let list = states.map { "'\($0.rawValue)'" }.sorted().joined(separator: ",")
        let rows = try Row.fetchCursor(
          db,
          sql: """
            SELECT * FROM (\(SiteFinding.table)) WHERE shown IN (\(list))
            ORDER BY department, site_column,
              CASE severity WHEN 'block' THEN 0 WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END,
              page, line, "column", id
            """)
        while let row = try rows.next() { body(SiteFinding(row)) }
      }
    }

    /// Accepts a finding wherever it stands, now and later.
    ///
    /// - Returns: how many open findings were accepted; nil when nothing has this fingerprint.
    public func accept(_ fingerprint: String, reason: String) throws(LedgerError) -> Int? {
      try write { db in
        let ids = try Int64.fetchAll(
          db, sql: "SELECT id FROM findings WHERE fingerprint = ? AND state = 'open' ORDER BY id",
          arguments: [fingerprint])
        let known = try Int.fetchOne(
          db, sql: "SELECT COUNT(*) FROM findings WHERE fingerprint = ?", arguments: [fingerprint])
        guard (known ?? 0) > 0 else { return nil }
        try db.execute(
          sql: "INSERT OR REPLACE INTO acceptances (fingerprint, reason, date) VALUES (?, ?, ?)",
          arguments: [fingerprint, reason, RunConclusion.now()])
        for id in ids {
          try db.execute(
            sql: "UPDATE findings SET state = 'accepted', reason = ? WHERE id = ?",
            arguments: [reason, id])
          try db.execute(
            sql: """
              INSERT INTO events (run, finding, kind) SELECT MAX(id), ?, 'accepted' FROM runs
              """, arguments: [id])
        }
        return ids.count
      }
    }
  }
#endif
