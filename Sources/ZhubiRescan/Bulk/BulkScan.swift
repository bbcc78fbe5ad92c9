#if Rescan
  public import Zhubi
  public import ZhubiAttachments
  import GRDB
  public import ZhubiDetection
  import ZhubiPolicy
  import ZhubiText

  /// A run over a whole site that may be ended at any moment and goes on where it stood.
  ///
  /// Candidates are taken in batches; a batch is examined on all cores, then written in one
  /// transaction while the next one is examined. What a run finds depends neither on the number of
  /// threads nor on when it was interrupted. Memory is bounded by two batches.
  public struct BulkScan: Sendable {
    public struct Options: Sendable {
      /// Threads.
      public var jobs = 1
      /// Bytes of the largest file that is read at all.
      public var fileLimit: Int64 = .max
      /// Bytes of a document that are held: of a longer text or page the beginning is scanned, a
      /// longer attachment is not read. Also the longest record of a web archive.
      public var wholeLimit = 64 << 20
      /// Findings kept of one document.
      public var findingLimit = 10_000
      /// Findings at or above this severity make a run fail.
      public var failOn: Severity = .error
      /// Documents of one transaction, at most.
      public var batch = 256
      /// How the document at a path, or with a key, is judged.
      public var options: @Sendable (String) -> TextScanner.Options = { _ in .init() }
      /// Reads text and markup.
      public var reader = DocumentReader()
      /// Reads attachments.
      public var attachments = AttachmentReader()

      public init() {}
    }

    /// How far a run is. Only what is on disk counts.
    public struct Progress: Sendable {
      public var documents = 0
      public var scanned = 0
      public var bytes: Int64 = 0
      public var new = 0
      /// How much of the source was looked at, from 0 to 1; nil when nobody knows.
      public var share: Double?
    }

    public let scanner: TextScanner
    public let settings: RescanSettings
    public var options: Options
    /// Asked between batches; true ends the run, which can be taken up again.
    public var isStopped: @Sendable () -> Bool = { false }
    /// Told after every batch.
    public var progress: @Sendable (Progress) -> Void = { _ in }

    static let batchBytes = 16 << 20
    /// Batches of candidates that are looked up in the ledger at once.
    private static let stride = 8
    /// Bytes of the longest record of a web archive that is read.
    private var recordLimit: Int { Int(min(options.fileLimit, Int64(options.wholeLimit))) }

    public init(scanner: TextScanner, settings: RescanSettings, options: Options) {
      self.scanner = scanner
      self.settings = settings
      self.options = options
    }

    /// Scans a mirror folder.
    public func scan(
      folder: String, isIgnored: @escaping @Sendable (String) -> Bool = { _ in false },
      into ledger: Ledger
    ) throws(LedgerError) -> RunOutcome {
      var source = MirrorFolder(folder, limit: recordLimit, isIgnored: isIgnored)
      var outcome = try scan(&source, into: ledger)
      outcome.ignored = source.ignored
      outcome.inwardLinks = source.inwardLinks
      return outcome
    }

    /// Scans an export, one JSON object on each line.
    ///
    /// - Parameter size: bytes of the whole export, for the time left.
    public func scan(
      lines handle: FileHandle, name: String, isComplete: Bool = false, size: Int? = nil,
      into ledger: Ledger
    ) throws(LedgerError) -> RunOutcome {
      var source = ExportLines(handle, name: name, isComplete: isComplete, size: size)
      return try scan(&source, into: ledger)
    }

    /// Scans web archives (WARC 1.0 and 1.1), packed or plain, in the order given.
    public func scan(
      archives: [String], name: String, isComplete: Bool = false, into ledger: Ledger
    ) throws(LedgerError) -> RunOutcome {
      var source = CaptureFiles(
        archives.map { ($0, $0) }, name: name, isComplete: isComplete,
        limit: recordLimit)
      return try scan(&source, into: ledger)
    }

    func scan(
      _ source: inout some DocumentSource, into ledger: Ledger
    ) throws(LedgerError) -> RunOutcome {
      let today = CalendarDate.current().description
      let lexicon = LexiconState(scanner.lexicon, jobs: options.jobs)
      let (run, freshness) = try begin(source.name, lexicon, ledger)
      let examination = Examination(
        scanner: scanner, options: options, freshness: freshness, today: today,
        key: try ledger.key())
      let writer = try LedgerWriter(ledger: ledger, run: run, progress: progress)
      var isStopped = false
      taking: while !writer.hasFailed {
        let shareBefore = source.share
        let candidates = Self.candidates(from: &source, count: options.batch * Self.stride)
        if candidates.isEmpty { break }
        let found = inParallel(candidates.count, jobs: options.jobs) {
          examination.identify(candidates[$0])
        }
        let known = try lookUp(found, run, freshness, ledger)
        for batch in batches(found, known, examination) {
          if self.isStopped() {
            isStopped = true
            break taking
          }
          let done = Double(batch.upperBound) / Double(found.count)
          writer.write(
            inParallel(batch.count, jobs: options.jobs) {
              examination.examine(
                found[batch.lowerBound + $0], known: known[batch.lowerBound + $0])
            },
            share: source.share.map { ($0 - (shareBefore ?? 0)) * done + (shareBefore ?? 0) })
        }
      }
      let seen = try writer.finish()
      let day = CalendarDate.current()
      let checks = SiteChecks(
        register: RepealRegister(scanner.lexicon, on: day), today: day,
        settings: settings.signature,
        // Pages of an archive in the folder have addresses, not paths.
        options: { [options, prefix = source.pathPrefix] key in
          options.options(key.utf8.contains(0x3A) ? key : prefix + key)
        })
      var outcome = try RunConclusion(
        run: run, seen: seen, failOn: options.failOn, checks: checks, folder: source.folder
      ).conclude(ledger, isComplete: source.isComplete && !isStopped, isStopped: isStopped)
      outcome.leftOut = source.leftOut
      return outcome
    }

    private func begin(
      _ source: String, _ lexicon: LexiconState, _ ledger: Ledger
    ) throws(LedgerError) -> (Run, Freshness) {
      let engine = scanner.lexicon
      return try ledger.write { db in
        let run = try Run.begin(
          db, source: source, settings: settings, lexicon: lexicon,
          packs: engine.packs.map { "\($0.id) \($0.version)" }.joined(separator: ", "),
          now: RunConclusion.now()
        ) { number in
          guard let index = lexicon.indices[number] else { return [] }
          return engine.entry(index).wordings(folding: engine.folding).map { WordingPairs($0) }
        }
        return (run, try run.freshness(db, lexicon: lexicon))
      }
    }

    /// What the ledger knows of documents, in their order; asked on several connections.
    private func lookUp(
      _ found: [Identified], _ run: Run, _ freshness: Freshness, _ ledger: Ledger
    ) throws(LedgerError) -> [KnownDocument?] {
      let jobs = min(options.jobs, Ledger.readers)
      let size = max(1, (found.count + jobs - 1) / jobs)
      let parts = inParallel((found.count + size - 1) / size, jobs: jobs) { part in
        Result { () throws(LedgerError) in
          try ledger.read { db in
            let lookup = try LedgerLookup(db, source: run.source, freshness: freshness)
            return try found[(part * size)..<min(found.count, (part + 1) * size)].map { one in
              guard one.trouble == nil else { return KnownDocument?.none }
              return try lookup.find(one.key) ?? one.original.flatMap { try lookup.find($0) }
            }
          }
        }
      }
      var known: [KnownDocument?] = []
      for part in parts { known += try part.get() }
      return known
    }

    /// Cuts candidates into what is written at once: at most `batch` documents that are to be read,
    /// with all those before and between them that need not be.
    private func batches(
      _ found: [Identified], _ known: [KnownDocument?], _ examination: Examination
    ) -> [Range<Int>] {
      var batches: [Range<Int>] = []
      var (start, open) = (0, 0)
      for index in found.indices where !examination.isSettled(found[index], known[index]) {
        open += 1
        guard open == options.batch else { continue }
        batches.append(start..<index + 1)
        (start, open) = (index + 1, 0)
      }
      if start < found.count { batches.append(start..<found.count) }
      return batches
    }

    private static func candidates(
      from source: inout some DocumentSource, count: Int
    ) -> [Candidate] {
      var candidates: [Candidate] = []
      var weight = 0
      while candidates.count < count, weight < batchBytes, let one = source.next() {
        candidates.append(one)
        weight += one.weight
      }
      return candidates
    }
  }
#endif
