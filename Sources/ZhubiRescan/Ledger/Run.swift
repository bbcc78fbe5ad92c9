#if Rescan
  import GRDB
  import Zhubi

  /// A run over one source, from its beginning (perhaps in an earlier process) to its end.
  struct Run: Sendable {
    var id: Int64
    var source: Int64
    var judgement: Int64
    /// Whether an earlier process began it.
    var isResumed: Bool

    /// Goes on with the last run when it was left unfinished with the same settings, else begins one.
    static func begin(
      _ db: Database, source name: String, settings: RescanSettings, lexicon: LexiconState,
      packs: String, now: String, wordings: (Int64) -> [WordingPairs]
    ) throws -> Run {
      try db.execute(sql: "INSERT OR IGNORE INTO sources (name) VALUES (?)", arguments: [name])
      let source = try Int64.fetchOne(
        db, sql: "SELECT id FROM sources WHERE name = ?", arguments: [name])!
      let number = try lexicon.store(db, packs: packs, wordings: wordings)
      try db.execute(
        sql: "INSERT OR IGNORE INTO judgements (settings, lexicon) VALUES (?, ?)",
        arguments: [settings.signature, number])
      let judgement = try Int64.fetchOne(
        db, sql: "SELECT id FROM judgements WHERE settings = ? AND lexicon = ?",
        arguments: [settings.signature, number])!
      let last = try Row.fetchOne(
        db,
        sql: "SELECT id, judgement, status FROM runs WHERE source = ? ORDER BY id DESC LIMIT 1",
        arguments: [source])
      if let last, last["judgement"] == judgement, last["status"] != "complete" {
        let id: Int64 = last["id"]
        try db.execute(
          sql: "UPDATE runs SET status = 'running', ended = NULL WHERE id = ?", arguments: [id])
        try db.execute(sql: "DELETE FROM troubles WHERE run = ?", arguments: [id])
        return Run(id: id, source: source, judgement: judgement, isResumed: true)
      }
      try db.execute(
        sql: """
          UPDATE runs SET status = 'abandoned' WHERE source = ? AND status <> 'complete'
          """, arguments: [source])
      try db.execute(
        sql: """
          INSERT INTO runs (source, judgement, started, status, tool, folding, options)
          VALUES (?, ?, ?, 'running', ?, ?, ?)
          """,
        arguments: [
          source, judgement, now, ZhubiVersion.current, settings.folding, settings.shown,
        ])
      return Run(
        id: db.lastInsertedRowID, source: source, judgement: judgement, isResumed: false)
    }

    /// How old every earlier judgement is.
    func freshness(_ db: Database, lexicon: LexiconState) throws -> Freshness {
      var freshness = Freshness(current: judgement, ages: [judgement: .current], otherRules: [])
      let settings = try String.fetchOne(
        db, sql: "SELECT settings FROM judgements WHERE id = ?", arguments: [judgement])!
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT j.id, j.settings, l.rules, l.entries FROM judgements j
          JOIN lexicons l ON l.id = j.lexicon
          WHERE j.id <> ? AND j.id IN (SELECT DISTINCT judgement FROM documents)
          """, arguments: [judgement])
      for row in rows {
        let id: Int64 = row["id"]
        if row["rules"] != lexicon.rules { freshness.otherRules.insert(id) }
        guard row["settings"] == settings else {
          freshness.ages[id] = .outdated
          continue
        }
        let before = LexiconState.numbers(stored: row["entries"])
        freshness.ages[id] = .unless(
          try LexiconState.wordings(db, of: Set(before).symmetricDifference(lexicon.entries)))
      }
      return freshness
    }
  }

  /// How a bulk run judges.
  public struct RescanSettings: Sendable {
    /// Changes with everything but the lexicon that can change a finding.
    public var signature: String
    /// The folding, by its signature.
    public var folding: String
    /// The options as people read them.
    public var shown: String

    /// - Parameter options: every option that can change a finding, as one text.
    public init(options: String, shown: String, folding: UInt64) {
      self.folding = String(folding, radix: 16)
      self.shown = shown
      var key = ContentKey()
      for text in [ZhubiVersion.current, self.folding, options] { key.take(text) }
      signature = key.text
    }
  }
#endif
