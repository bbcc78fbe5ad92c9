#if Rescan
  import Foundation
  import GRDB
  public import ZhubiPolicy
  import ZhubiDetection

  /// What a run came to.
  public struct RunOutcome: Sendable {
    public var run: Int64
    public var isResumed: Bool
    public var isStopped: Bool
    /// Documents met, and those of them that were scanned in this run.
    public var documents = 0
    public var scanned = 0
    public var bytes: Int64 = 0
    /// Documents not read to their end, and everything else that went wrong.
    public var unread = 0
    /// Documents that exist no more.
    public var gone = 0
    public var new = 0
    public var reappeared = 0
    public var fixed = 0
    public var open = 0
    public var accepted = 0
    /// New and reappeared findings at or above the threshold.
    public var failing = 0
    /// What could not be read, the first of them, with reasons.
    public var troubles: [(key: String, reason: String)] = []
    /// Captures of a web archive that only repeat what was captured before.
    public var revisits = 0
    /// What holds no text, by kind, and files the configuration ignores.
    public var leftOut: [String: Int] = [:]
    public var ignored = 0
    /// Links to folders of the mirror, not followed: what they show is read where it lies.
    public var inwardLinks = 0
    /// Elements of pages scanned in this run that the configuration leaves out.
    public var ignoredElements = 0

    /// 3 when something was not read or the run was stopped, 1 when something failing is new.
    public var status: ExitStatus {
      if isStopped || unread > 0 || documents == 0 { return .incomplete }
      return failing > 0 ? .findings : .clean
    }
  }

  /// Ends a run in one transaction: what is gone, what the run comes to.
  struct RunConclusion {
    let run: Run
    let seen: LedgerWriter.State
    let failOn: Severity
    let checks: SiteChecks
    /// The folder of a mirror.
    let folder: String?

    static func now() -> String { Date().ISO8601Format() }

    private static let listed = 50

    func conclude(
      _ ledger: Ledger, isComplete: Bool, isStopped: Bool
    ) throws(LedgerError) -> RunOutcome {
      try ledger.write { db in
        if isComplete { try markGone(db) }
        if !isStopped { try checks.run(db, run, folder: folder) }
        var outcome = try count(db)
        outcome.isStopped = isStopped
        try db.execute(
          sql: """
            UPDATE runs SET status = ?, ended = ?, documents = ?, scanned = ?, bytes = ?,
              unread = ?, gone = ?, new = ?, reappeared = ?, fixed = ?, open = ?, accepted = ?
            WHERE id = ?
            """,
          arguments: [
            isStopped ? "stopped" : "complete", Self.now(), outcome.documents, outcome.scanned,
            outcome.bytes, outcome.unread, outcome.gone, outcome.new, outcome.reappeared,
            outcome.fixed, outcome.open, outcome.accepted, run.id,
          ])
        return outcome
      }
    }

    /// Documents the run did not meet are gone, except where it could not look.
    private func markGone(_ db: Database) throws {
      if seen.troubled.contains("/") { return }
      let folders = seen.troubled.filter { $0.hasSuffix("/") }
      let rows = try Row.fetchCursor(
        db, sql: "SELECT id, key FROM documents WHERE source = ? AND gone_run IS NULL ORDER BY id",
        arguments: [run.source])
      var gone: [Int64] = []
      while let row = try rows.next() {
        let id: Int64 = row[0]
        if seen.seen.contains(id) { continue }
        let key: String = row[1]
        if seen.troubled.contains(key) { continue }
        if folders.contains(where: key.hasPrefix) { continue }
        gone.append(id)
      }
      for id in gone {
        try db.execute(
          sql: "UPDATE documents SET gone_run = ? WHERE id = ?", arguments: [run.id, id])
        let open = try Int64.fetchAll(
          db, sql: "SELECT id FROM findings WHERE document = ? AND state <> 'fixed' ORDER BY id",
          arguments: [id])
        for finding in open {
          try db.execute(
            sql: "UPDATE findings SET state = 'fixed', last_run = ? WHERE id = ?",
            arguments: [run.id, finding])
          try run.event(db, finding, "fixed")
        }
      }
    }

    private func count(_ db: Database) throws -> RunOutcome {
      func number(_ sql: String, _ arguments: StatementArguments) throws -> Int {
        try Int.fetchOne(db, sql: sql, arguments: arguments) ?? 0
      }
      func events(_ kind: String) throws -> Int {
        try number("SELECT COUNT(*) FROM events WHERE run = ? AND kind = ?", [run.id, kind])
      }
      func findings(_ state: String) throws -> Int {
        try number(
          """
          SELECT COUNT(*) FROM findings f JOIN documents d ON d.id = f.document
          WHERE d.source = ? AND f.state = ?
          """, [run.source, state])
      }
      var outcome = RunOutcome(run: run.id, isResumed: run.isResumed, isStopped: false)
      outcome.documents = seen.seen.count
      outcome.revisits = seen.revisits
      outcome.ignoredElements = seen.ignoredElements
      outcome.scanned = try number("SELECT COUNT(*) FROM documents WHERE run = ?", [run.id])
      outcome.bytes = Int64(
        try number("SELECT COALESCE(SUM(size), 0) FROM documents WHERE run = ?", [run.id]))
      outcome.gone = try number("SELECT COUNT(*) FROM documents WHERE gone_run = ?", [run.id])
      outcome.new = try events("new")
      outcome.reappeared = try events("reappeared")
      outcome.fixed = try events("fixed")
      outcome.open = try findings("open")
      outcome.accepted = try findings("accepted")
      let failing = Severity.allCases.filter { $0 >= failOn }.map { "'\($0.rawValue)'" }
      outcome.failing = try number(
        """
        SELECT COUNT(DISTINCT f.id) FROM events e JOIN findings f ON f.id = e.finding
        WHERE e.run = ? AND e.kind IN ('new', 'reappeared') AND f.state = 'open'
          AND f.severity IN (\(failing.joined(separator: ",")))
        """, [run.id])
      try addUnread(db, &outcome)
      return outcome
    }

    private func addUnread(_ db: Database, _ outcome: inout RunOutcome) throws {
      let unread = """
        FROM documents d WHERE d.source = ? AND d.gone_run IS NULL AND d.verdict = 'incomplete'
          AND EXISTS (SELECT 1 FROM findings f WHERE f.document = d.id AND f.state = 'open'
            AND f.rule LIKE 'scan.%' AND f.rule NOT IN ('scan.polluted-text', 'scan.dead-rule'))
        """
      let troubles = try Int.fetchOne(
        db, sql: "SELECT COUNT(*) FROM troubles WHERE run = ?", arguments: [run.id])
      let documents = try Int.fetchOne(
        db, sql: "SELECT COUNT(*) \(unread)", arguments: [run.source])
      outcome.unread = (troubles ?? 0) + (documents ?? 0)
      let rows =
        try Row.fetchAll(
          db, sql: "SELECT key, message FROM troubles WHERE run = ? ORDER BY key LIMIT ?",
          arguments: [run.id, Self.listed])
        + Row.fetchAll(
          db,
          sql: """
            SELECT d.key, (SELECT f.message_zh || ' ' || f.message_en FROM findings f
              WHERE f.document = d.id AND f.state = 'open' AND f.rule LIKE 'scan.%' LIMIT 1)
              AS message \(unread) ORDER BY d.key LIMIT ?
            """, arguments: [run.source, Self.listed])
      outcome.troubles = rows.prefix(Self.listed).map { ($0["key"], $0["message"] ?? "") }
    }
  }
#endif
