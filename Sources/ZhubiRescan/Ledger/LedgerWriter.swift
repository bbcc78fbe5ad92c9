#if Rescan
  import Dispatch
  import Foundation
  import GRDB
  import Synchronization
  import ZhubiPolicy
  import ZhubiText

  /// Which documents a run met, one bit for each.
  struct SeenDocuments: Sendable {
    private var words: [UInt64] = []
    private(set) var count = 0

    /// False when the document was met before.
    mutating func insert(_ id: Int64) -> Bool {
      let (word, bit) = (Int(id >> 6), UInt64(1) << UInt64(id & 63))
      while words.count <= word { words.append(contentsOf: repeatElement(0, count: word + 1)) }
      guard words[word] & bit == 0 else { return false }
      words[word] |= bit
      count += 1
      return true
    }

    func contains(_ id: Int64) -> Bool {
      let word = Int(id >> 6)
      return word < words.count && words[word] & (1 << UInt64(id & 63)) != 0
    }
  }

  /// Writes batches in the order they come, each in one transaction, one while the next is examined.
  final class LedgerWriter: Sendable {
    struct State: Sendable {
      var seen = SeenDocuments()
      var progress = BulkScan.Progress()
      /// Keys below which nothing is known: troubles of this run.
      var troubled: Set<String> = []
      var revisits = 0
      var ignoredElements = 0
      var targets = LinkTargets()
      /// Documents of the batch that need not be scanned to be judged as now.
      var rejudged: [Int64] = []
      var failure: LedgerError?
    }

    private let ledger: Ledger
    private let run: Run
    private let progress: @Sendable (BulkScan.Progress) -> Void
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "ledger")
    private let room = DispatchSemaphore(value: 1)
    private let accepted: [String: String]

    init(
      ledger: Ledger, run: Run, progress: @escaping @Sendable (BulkScan.Progress) -> Void
    ) throws(LedgerError) {
      self.ledger = ledger
      self.run = run
      self.progress = progress
      accepted = try ledger.read { db in
        let rows = try Row.fetchAll(db, sql: "SELECT fingerprint, reason FROM acceptances")
        return Dictionary(
          rows.map { ($0["fingerprint"] as String, $0["reason"] as String) },
          uniquingKeysWith: { $1 })
      }
    }

    var hasFailed: Bool { state.withLock { $0.failure != nil } }

    /// Writes a batch; waits only while the batch before is being written.
    ///
    /// - Parameter share: how much of the source was given with it.
    func write(_ batch: [Examined], share: Double?) {
      room.wait()
      queue.async { [self] in
        defer { room.signal() }
        if !hasFailed { store(batch, share) }
      }
    }

    /// Waits for the last batch.
    func finish() throws(LedgerError) -> State {
      queue.sync {}
      let state = state.withLock { $0 }
      if let failure = state.failure { throw failure }
      return state
    }

    private func store(_ batch: [Examined], _ share: Double?) {
      let before = state.withLock { $0 }
      do {
        let after = try ledger.write { db in
          var state = before
          for one in batch { try store(one, db, &state) }
          try rejudge(&state.rejudged, db)
          state.progress.share = share
          return state
        }
        state.withLock { $0 = after }
        progress(after.progress)
      } catch {
        state.withLock { $0.failure = error }
      }
    }

    private func store(_ one: Examined, _ db: Database, _ state: inout State) throws {
      switch one {
      case .trouble(let key, let reason):
        state.troubled.insert(key)
        try trouble(db, key, reason)
      case .revisited(let key, let original, let known, let isFresh):
        try revisit(db, key, original, known, isFresh, &state)
      case .fresh(let key, let known, let stamp):
        guard state.seen.insert(known.id) else { return try repeated(db, key) }
        state.progress.documents += 1
        if let stamp {
          try db.run(
            sql: "UPDATE documents SET size = ?, modified = ? WHERE id = ?",
            arguments: [stamp.size, stamp.modified, known.id])
        }
        if known.judgement != run.judgement { state.rejudged.append(known.id) }
      case .scanned(let document):
        var writer = DocumentWriter(run: run, accepted: accepted, document: document)
        let id = try writer.find(db)
        if let id, state.seen.contains(id) { return try repeated(db, document.key) }
        let written = try writer.write(db, known: id)
        try PageTrace.write(document.trace, of: written, db, &state.targets)
        _ = state.seen.insert(written)
        state.progress.documents += 1
        state.progress.scanned += 1
        state.progress.bytes += document.size
        state.progress.new += writer.new
        for skipped in document.report.skipped where skipped.kind == .ignored {
          state.ignoredElements += skipped.count
        }
      }
    }

    /// Writes the judgement of this run to documents. Their numbers mostly follow one another: each
    /// stretch is one statement.
    private func rejudge(_ documents: inout [Int64], _ db: Database) throws {
      guard !documents.isEmpty else { return }
      let update = try db.cachedStatement(
        sql: "UPDATE documents SET judgement = ? WHERE id BETWEEN ? AND ?")
      documents.sort()
      var start = 0
      for index in documents.indices {
        let next = index + 1
        if next < documents.count, documents[next] == documents[index] + 1 { continue }
        try update.execute(arguments: [run.judgement, documents[start], documents[index]])
        start = next
      }
      documents.removeAll(keepingCapacity: true)
    }

    /// A page that was captured before: what was found then still stands, if it was looked at by the
    /// rules of this run.
    private func revisit(
      _ db: Database, _ key: String, _ original: String, _ known: KnownDocument?, _ isFresh: Bool,
      _ state: inout State
    ) throws {
      func find(_ key: String) throws -> Int64? {
        try Int64.fetchOne(
          db, sql: "SELECT id FROM documents WHERE source = ? AND key = ? AND gone_run IS NULL",
          arguments: [run.source, key])
      }
      let own = try find(key)
      guard let id = try own ?? find(original) else {
        state.troubled.insert(key)
        return try trouble(
          db, key, "重访记录所指的原件不在台账中，内容未读 a revisit whose original was never read")
      }
      if state.seen.contains(id) {
        state.revisits += 1
      } else if let known, known.id == id, isFresh {
        state.revisits += 1
        if own != nil { try store(.fresh(key: key, known, nil), db, &state) }
      } else {
        state.troubled.insert(key)
        try trouble(
          db, key, "只有重访记录，无法按现行词库复查 only a revisit is here; its content cannot be scanned anew")
      }
    }

    private func repeated(_ db: Database, _ key: String) throws {
      try trouble(db, key, "同一编号出现多次，只取第一份 the same id again: only the first was read")
    }

    private func trouble(_ db: Database, _ key: String, _ reason: String) throws {
      try db.execute(
        sql: "INSERT OR IGNORE INTO troubles (run, key, message) VALUES (?, ?, ?)",
        arguments: [run.id, key, reason])
    }
  }
#endif
