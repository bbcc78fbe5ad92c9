#if Rescan
  import Foundation
  import GRDB
  import ZhubiDetection
  import ZhubiPolicy

  /// Writes one document and what became of its findings.
  struct DocumentWriter {
    let run: Run
    /// Reasons by accepted fingerprint.
    let accepted: [String: String]
    let document: ScannedDocument
    /// Findings that were not there before.
    private(set) var new = 0

    init(run: Run, accepted: [String: String], document: ScannedDocument) {
      self.run = run
      self.accepted = accepted
      self.document = document
    }

    func find(_ db: Database) throws -> Int64? {
      try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT id FROM documents WHERE source = ? AND key = ?"),
        arguments: [run.source, document.key])
    }

    /// Gives the number of the document.
    mutating func write(_ db: Database, known: Int64?) throws -> Int64 {
      try db.run(
        sql: """
          INSERT INTO documents (source, key, hash, size, modified, site_column, url, date, seen,
            judged_on, verdict, judgement, directives, run, department)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (source, key) DO UPDATE SET hash = excluded.hash, size = excluded.size,
            modified = excluded.modified, site_column = excluded.site_column, url = excluded.url,
            date = excluded.date, seen = excluded.seen, judged_on = excluded.judged_on,
            verdict = excluded.verdict, judgement = excluded.judgement,
            directives = excluded.directives, run = excluded.run, gone_run = NULL,
            department = excluded.department
          """,
        arguments: [
          run.source, document.key, document.hash, document.size, document.modified,
          document.column, document.url, document.date, document.seen, document.judgedOn,
          document.report.verdict.rawValue, run.judgement, document.hasDirectives, run.id,
          document.department,
        ])
      let id = known ?? db.lastInsertedRowID
      if let filter = document.filter {
        try db.run(
          sql: "INSERT OR REPLACE INTO filters (document, bits) VALUES (?, ?)",
          arguments: [id, Data(filter)])
      } else if known != nil {
        try db.run(sql: "DELETE FROM filters WHERE document = ?", arguments: [id])
      }
      try writeFindings(db, of: id, isKnown: known != nil)
      return id
    }

    private struct Name: Hashable {
      var rule: String
      var fingerprint: String
    }

    private mutating func writeFindings(_ db: Database, of id: Int64, isKnown: Bool) throws {
      var before: [Name: (id: Int64, state: String)] = [:]
      if isKnown {
        let rows = try Row.fetchAll(
          db.cachedStatement(
            sql:
              "SELECT id, rule, fingerprint, state FROM findings WHERE document = ? AND scope = 0"),
          arguments: [id])
        for row in rows {
          before[Name(rule: row["rule"], fingerprint: row["fingerprint"])] = (
            row["id"], row["state"]
          )
        }
      }
      var order: [Name] = []
      var times: [Name: Int] = [:]
      var first: [Name: ReportedFinding] = [:]
      for finding in document.report.findings {
        let name = Name(rule: finding.rule.text, fingerprint: finding.fingerprint)
        if times[name] == nil {
          order.append(name)
          first[name] = finding
        }
        times[name, default: 0] += 1
      }
      for name in order {
        guard let finding = first[name], let count = times[name] else { continue }
        if let known = before.removeValue(forKey: name) {
          try update(db, finding, known, times: count)
        } else {
          try insert(db, finding, document: id, times: count)
        }
      }
      // What was not read was not put right.
      guard document.report.verdict != .incomplete else { return }
      for known in before.values.sorted(by: { $0.id < $1.id }) where known.state != "fixed" {
        try db.run(
          sql: "UPDATE findings SET state = 'fixed', last_run = ? WHERE id = ?",
          arguments: [run.id, known.id])
        try run.event(db, known.id, "fixed")
      }
    }

    private func update(
      _ db: Database, _ finding: ReportedFinding, _ known: (id: Int64, state: String), times: Int
    ) throws {
      var state = known.state
      if state == "fixed" {
        state = accepted[finding.fingerprint] == nil ? "open" : "accepted"
        try run.event(db, known.id, "reappeared")
      }
      try db.run(
        sql: """
          UPDATE findings SET severity = ?, confidence = ?, line = ?, column = ?, part = ?,
            excerpt = ?, message_zh = ?, message_en = ?, suggestion = ?, basis = ?, times = ?,
            state = ?, last_run = ? WHERE id = ?
          """,
        arguments: [
          finding.severity.rawValue, finding.confidence.rawValue, finding.line, finding.column,
          finding.part, finding.excerpt, finding.message.chinese, finding.message.english,
          finding.suggestion, finding.basis, times, state, run.id, known.id,
        ])
    }

    private mutating func insert(
      _ db: Database, _ finding: ReportedFinding, document id: Int64, times: Int
    ) throws {
      let reason = accepted[finding.fingerprint]
      try db.run(
        sql: """
          INSERT INTO findings (document, rule, fingerprint, severity, confidence, line, column,
            part, excerpt, message_zh, message_en, suggestion, basis, times, state, reason,
            first_run, last_run)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          id, finding.rule.text, finding.fingerprint, finding.severity.rawValue,
          finding.confidence.rawValue, finding.line, finding.column, finding.part,
          finding.excerpt, finding.message.chinese, finding.message.english, finding.suggestion,
          finding.basis, times, reason == nil ? "open" : "accepted", reason, run.id, run.id,
        ])
      try run.event(db, db.lastInsertedRowID, reason == nil ? "new" : "accepted")
      if reason == nil { new += 1 }
    }
  }

  extension Run {
    func event(_ db: Database, _ finding: Int64, _ kind: String) throws {
      try db.run(
        sql: "INSERT INTO events (run, finding, kind) VALUES (?, ?, ?)",
        arguments: [id, finding, kind])
    }
  }
#endif
