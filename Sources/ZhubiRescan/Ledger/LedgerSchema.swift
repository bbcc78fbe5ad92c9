#if Rescan
  /// The tables of a ledger. Texts of findings are stored as reports show them: masked.
  enum LedgerSchema {
    /// `ZHUB`, in the header of the file.
    static let application = 0x5A48_5542
    static let version = 2

    static let statements = """
      CREATE TABLE sources (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, checked TEXT);
      CREATE TABLE lexicons (
        id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, packs TEXT NOT NULL,
        rules TEXT NOT NULL, entries BLOB NOT NULL);
      -- Pairs of every wording of an entry: count, then as many numbers, again and again.
      CREATE TABLE entries (number INTEGER PRIMARY KEY, wordings BLOB NOT NULL);
      CREATE TABLE judgements (
        id INTEGER PRIMARY KEY, settings TEXT NOT NULL,
        lexicon INTEGER NOT NULL REFERENCES lexicons, UNIQUE (settings, lexicon));
      CREATE TABLE runs (
        id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES sources,
        judgement INTEGER NOT NULL REFERENCES judgements, started TEXT NOT NULL, ended TEXT,
        status TEXT NOT NULL, tool TEXT NOT NULL, folding TEXT NOT NULL, options TEXT NOT NULL,
        documents INTEGER, scanned INTEGER, bytes INTEGER, unread INTEGER, gone INTEGER,
        new INTEGER, reappeared INTEGER, fixed INTEGER, open INTEGER, accepted INTEGER);
      CREATE TABLE documents (
        id INTEGER PRIMARY KEY, source INTEGER NOT NULL REFERENCES sources, key TEXT NOT NULL,
        hash TEXT, size INTEGER NOT NULL, modified INTEGER NOT NULL, site_column TEXT, url TEXT,
        date TEXT, seen TEXT NOT NULL, judged_on TEXT NOT NULL, verdict TEXT NOT NULL,
        judgement INTEGER NOT NULL REFERENCES judgements, directives INTEGER NOT NULL,
        run INTEGER NOT NULL REFERENCES runs, gone_run INTEGER, department TEXT,
        UNIQUE (source, key));
      CREATE TABLE filters (document INTEGER PRIMARY KEY REFERENCES documents, bits BLOB NOT NULL);
      CREATE TABLE findings (
        id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents,
        rule TEXT NOT NULL, fingerprint TEXT NOT NULL, severity TEXT NOT NULL,
        confidence TEXT NOT NULL, line INTEGER NOT NULL, column INTEGER NOT NULL,
        part TEXT NOT NULL, excerpt TEXT NOT NULL, message_zh TEXT NOT NULL,
        message_en TEXT NOT NULL, suggestion TEXT, basis TEXT, times INTEGER NOT NULL,
        state TEXT NOT NULL, reason TEXT, first_run INTEGER NOT NULL, last_run INTEGER NOT NULL,
        scope INTEGER NOT NULL DEFAULT 0, UNIQUE (document, rule, fingerprint));
      CREATE INDEX findings_by_fingerprint ON findings (fingerprint);
      -- What happened to a finding in a run: new, fixed, reappeared, accepted.
      CREATE TABLE events (
        id INTEGER PRIMARY KEY, run INTEGER NOT NULL, finding INTEGER NOT NULL, kind TEXT NOT NULL);
      CREATE INDEX events_by_run ON events (run, kind);
      CREATE TABLE acceptances (
        fingerprint TEXT PRIMARY KEY, reason TEXT NOT NULL, date TEXT NOT NULL);
      -- What went wrong outside of any one document.
      CREATE TABLE troubles (
        run INTEGER NOT NULL, key TEXT NOT NULL, message TEXT NOT NULL,
        PRIMARY KEY (run, key, message)) WITHOUT ROWID;
      \(site)
      """

    /// What is kept to compare pages with one another: no personal data but what pages show masked,
    /// names beside it as numbers that mean nothing without the key of this ledger.
    private static let site = """
      CREATE TABLE keys (name TEXT PRIMARY KEY, bytes BLOB NOT NULL);
      CREATE TABLE targets (id INTEGER PRIMARY KEY, address TEXT NOT NULL UNIQUE);
      CREATE TABLE traces (
        document INTEGER PRIMARY KEY REFERENCES documents, title TEXT NOT NULL,
        characters INTEGER NOT NULL, content INTEGER NOT NULL, sketch BLOB NOT NULL,
        names TEXT NOT NULL, links BLOB NOT NULL, masked TEXT NOT NULL);
      """

    /// From version 1: documents are read again, so that their traces are there.
    static let fromVersion1 = """
      ALTER TABLE sources ADD COLUMN checked TEXT;
      ALTER TABLE documents ADD COLUMN department TEXT;
      ALTER TABLE findings ADD COLUMN scope INTEGER NOT NULL DEFAULT 0;
      UPDATE documents SET hash = NULL;
      \(site)
      """
  }
#endif
