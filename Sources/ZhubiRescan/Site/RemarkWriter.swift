#if Rescan
  import GRDB
  import Zhubi

  /// Writes what the checks of the whole site have to say, as findings of pages.
  struct RemarkWriter {
    let run: Run

    private struct Name: Hashable {
      var document: Int64
      var rule: String
      var fingerprint: String
    }

    func write(
      _ db: Database, _ remarks: [SitePages.Remark], of pages: [SitePages.Page]
    ) throws {
      let accepted = try Row.fetchAll(db, sql: "SELECT fingerprint, reason FROM acceptances")
        .reduce(into: [String: String]()) { $0[$1["fingerprint"]] = $1["reason"] }
      var before: [Name: (id: Int64, state: String)] = [:]
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT f.id, f.document, f.rule, f.fingerprint, f.state FROM findings f
          JOIN documents d ON d.id = f.document WHERE d.source = ? AND f.scope = 1
          """, arguments: [run.source])
      while let row = try rows.next() {
        before[
          Name(document: row["document"], rule: row["rule"], fingerprint: row["fingerprint"])] =
          (row["id"], row["state"])
      }
      var seen: Set<Name> = []
      for remark in remarks {
        let page = pages[remark.page]
        let name = Name(
          document: page.id, rule: remark.rule, fingerprint: fingerprint(remark, page))
        guard seen.insert(name).inserted else { continue }
        if let known = before.removeValue(forKey: name) {
          try update(db, remark, known, accepted[name.fingerprint] != nil)
        } else {
          try insert(db, remark, name, accepted[name.fingerprint])
        }
      }
      for known in before.values.sorted(by: { $0.id < $1.id }) where known.state != "fixed" {
        try db.execute(
          sql: "UPDATE findings SET state = 'fixed', last_run = ? WHERE id = ?",
          arguments: [run.id, known.id])
        try run.event(db, known.id, "fixed")
      }
    }

    private func fingerprint(_ remark: SitePages.Remark, _ page: SitePages.Page) -> String {
      var key = ContentKey()
      for text in ["site", remark.rule, page.key, remark.detail] { key.take(text) }
      return String(key.text.prefix(16))
    }

    private func update(
      _ db: Database, _ remark: SitePages.Remark, _ known: (id: Int64, state: String),
      _ isAccepted: Bool
    ) throws {
      var state = known.state
      if state == "fixed" {
        state = isAccepted ? "accepted" : "open"
        try run.event(db, known.id, "reappeared")
      }
      try db.execute(
        sql: """
          UPDATE findings SET severity = ?, confidence = ?, line = ?, message_zh = ?, message_en = ?, suggestion = ?, basis = ?,
            times = ?, state = ?, last_run = ? WHERE id = ?
          """,
        arguments: [
          remark.severity, remark.confidence, remark.line, remark.chinese, remark.english,
          remark.suggestion, remark.basis, remark.times, state, run.id, known.id,
        ])
    }

    private func insert(
      _ db: Database, _ remark: SitePages.Remark, _ name: Name, _ reason: String?
    ) throws {
      try db.execute(
        sql: """
          INSERT INTO findings (document, rule, fingerprint, severity, confidence, line, column,
            part, excerpt, message_zh, message_en, suggestion, basis, times, state, reason,
            first_run, last_run, scope)
          VALUES (?, ?, ?, ?, ?, ?, 1, '', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
          """,
        arguments: [
          name.document, remark.rule, name.fingerprint, remark.severity, remark.confidence,
          remark.line, remark.excerpt, remark.chinese, remark.english, remark.suggestion,
          remark.basis, remark.times, reason == nil ? "open" : "accepted", reason, run.id, run.id,
        ])
      try run.event(db, db.lastInsertedRowID, reason == nil ? "new" : "accepted")
    }
  }
#endif
