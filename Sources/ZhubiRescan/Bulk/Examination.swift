#if Rescan
  import Zhubi
  import ZhubiAttachments
  import ZhubiPolicy
  import ZhubiText

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// What became of one candidate.
  enum Examined: Sendable {
    /// Nothing that could change a finding changed. The stamp is set when it must be stored anew.
    case fresh(key: String, KnownDocument, MirrorFile.Stamp?)
    case scanned(ScannedDocument)
    /// A page of a web archive that was captured before; what the ledger knows of it, and whether
    /// that is still true.
    case revisited(key: String, original: String, KnownDocument?, isFresh: Bool)
    case trouble(key: String, reason: String)
  }

  /// A document that was read, or tried to be.
  struct ScannedDocument: Sendable {
    var key: String
    /// Nil when it was not read to its end: it is tried again next time.
    var hash: String?
    var size: Int64
    var modified: Int64
    var column: String?
    var url: String?
    var date: String?
    var seen: String
    var judgedOn: String
    var hasDirectives = false
    var filter: [UInt8]?
    var department: String?
    var trace: PageTrace?
    var report: DocumentReport
  }

  /// A candidate that has a name.
  struct Identified: Sendable {
    var key: String
    var candidate: Candidate
    var stamp: MirrorFile.Stamp?
    var hash: String?
    var record: ExportRecord?
    /// Another name the ledger may know it by.
    var original: String?
    var trouble: String?
  }

  /// Looks at candidates: first who they are, then, unless the ledger knows better, what they hold.
  struct Examination: Sendable {
    let scanner: TextScanner
    let options: BulkScan.Options
    let freshness: Freshness
    /// The day of the run.
    let today: String
    let reading: SiteReading
    let key: LedgerKey

    init(
      scanner: TextScanner, options: BulkScan.Options, freshness: Freshness, today: String,
      key: LedgerKey
    ) {
      self.key = key
      (self.scanner, self.options, self.freshness) = (scanner, options, freshness)
      self.today = today
      reading = SiteReading(options.reader, options.attachments)
    }

    func identify(_ candidate: Candidate) -> Identified {
      switch candidate {
      case .trouble(let key, let reason):
        return Identified(key: key, candidate: candidate, trouble: reason)
      case .file(let key, _, let stamp):
        return Identified(key: key, candidate: candidate, stamp: stamp)
      case .capture(let capture): return Identified(key: capture.key, candidate: candidate)
      case .revisit(let key, let original):
        return Identified(key: key, candidate: candidate, original: original)
      case .line(let number, let bytes):
        do {
          let record = try ExportRecord.read(bytes)
          return Identified(
            key: record.key, candidate: candidate,
            stamp: MirrorFile.Stamp(size: Int64(bytes.count), modified: 0),
            hash: Self.hash(bytes), record: record)
        } catch {
          return Identified(key: "line \(number)", candidate: candidate, trouble: error.reason)
        }
      }
    }

    /// Whether nothing has to be read to say what became of a candidate.
    func isSettled(_ one: Identified, _ known: KnownDocument?) -> Bool {
      if one.trouble != nil { return true }
      switch one.candidate {
      case .trouble, .revisit: return true
      case .capture: return false
      case .line:
        return known.map { $0.hash == one.hash && freshness.isFresh($0, on: today) } ?? false
      case .file: return known.map { isUntouched($0, one.stamp) } ?? false
      }
    }

    /// Whether a file is what it was when it was judged as now.
    private func isUntouched(_ known: KnownDocument, _ stamp: MirrorFile.Stamp?) -> Bool {
      guard let stamp, known.modified != 0, known.size == stamp.size,
        known.modified == stamp.modified
      else { return false }
      return freshness.isFresh(known, on: today)
    }

    func examine(_ one: Identified, known: KnownDocument?) -> Examined {
      if let trouble = one.trouble { return .trouble(key: one.key, reason: trouble) }
      switch one.candidate {
      case .trouble(let key, let reason): return .trouble(key: key, reason: reason)
      case .line: return examine(line: one, known)
      case .capture(let capture): return examine(capture, known)
      case .revisit(let key, let original):
        return .revisited(
          key: key, original: original, known,
          isFresh: known.map { freshness.isFresh($0, on: today) } ?? false)
      case .file(let key, let path, _): return examine(file: path, key, one.stamp, known)
      }
    }

    private func examine(line one: Identified, _ known: KnownDocument?) -> Examined {
      if let known, known.hash == one.hash, freshness.isFresh(known, on: today) {
        return .fresh(key: one.key, known, nil)
      }
      do {
        guard let record = one.record else { throw ExportRecord.Failure.notADocument }
        let document = try record.document(options.reader)
        var options = options.options(one.key)
        if let profile = try record.profileGiven() { options.profile = profile }
        var scanned = scan(document, options, hash: one.hash, known)
        scanned.size = one.stamp?.size ?? 0
        scanned.column = record.column ?? scanned.column
        scanned.department = record.department ?? scanned.department
        return .scanned(scanned)
      } catch {
        return .trouble(
          key: one.key, reason: (error as? ExportRecord.Failure)?.reason ?? "\(error)")
      }
    }

    private func examine(
      file path: String, _ key: String, _ stamp: MirrorFile.Stamp?, _ known: KnownDocument?
    ) -> Examined {
      if let known, isUntouched(known, stamp) { return .fresh(key: key, known, nil) }
      let isFresh = known.map { freshness.isFresh($0, on: today) } ?? false
      do {
        let content = try MirrorFile.read(
          path, limit: options.fileLimit, whole: options.wholeLimit)
        let label = SiteReading.Label(name: key)
        let form = reading.form(content.bytes, label)
        var hash = reading.hash(content.bytes, label, form)
        if content.isCut { hash += " of \(content.stamp.size)" }
        var trusted = trusted(content.stamp)
        // What was not read may be read another day, when a reader for it is there.
        if form != .text, known?.isIncomplete == true { trusted.modified = 0 }
        if isFresh, let known, known.hash == hash {
          return .fresh(key: key, known, trusted)
        }
        let document = reading.document(content, id: key, label, form)
        var scanned = scan(document, options.options(path), hash: hash, known)
        scanned.size = trusted.size
        scanned.modified = trusted.modified
        if form != .text, scanned.report.verdict == .incomplete { scanned.modified = 0 }
        if form != .text { forget(document, &scanned) }
        return .scanned(scanned)
      } catch {
        if case .system(ENOENT) = error { return .trouble(key: key, reason: error.reason) }
        return .scanned(unread(key, path, error, stamp))
      }
    }

    private func examine(_ capture: Capture, _ known: KnownDocument?) -> Examined {
      let payload = CapturedPayload(
        capture, limit: Int(min(options.fileLimit, Int64(options.wholeLimit))))
      let path = capture.record.address.prefix { $0 != "?" && $0 != "#" }
      let label = SiteReading.Label(
        name: String(path.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" }), type: capture.type,
        charset: capture.charset)
      let form = reading.form(payload.bytes, label)
      var hash = reading.hash(payload.bytes, label, form)
      for problem in payload.problems { hash += problem.kind.rawValue }
      if let known, known.hash == hash, freshness.isFresh(known, on: today) {
        return .fresh(key: capture.key, known, nil)
      }
      var document =
        payload.bytes.isEmpty && !payload.problems.isEmpty
        ? Document(id: capture.key, text: "")
        : reading.document(payload.bytes, id: capture.key, label, form)
      document.problems += payload.problems
      let seen = capture.record.day.flatMap { CalendarDate($0) }?.description
      var scanned = scan(
        document, options.options(capture.record.address), hash: hash, known, seen: seen)
      scanned.size = Int64(capture.record.block.count)
      if form != .text { forget(document, &scanned) }
      return .scanned(scanned)
    }

    /// An attachment the reader of which ran out of time or died is tried again next time.
    private func forget(_ document: Document, _ scanned: inout ScannedDocument) {
      let isDoubtful = document.problems.contains {
        $0.kind == .limitReached || $0.kind == .unreadable
      }
      if isDoubtful { scanned.hash = nil }
    }

    /// A file written this very moment may be written again without its stamp telling.
    private func trusted(_ stamp: MirrorFile.Stamp) -> MirrorFile.Stamp {
      var now = timespec()
      clock_gettime(CLOCK_REALTIME, &now)
      let nanoseconds = Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
      let isOld = stamp.modified < nanoseconds - 2_000_000_000
      return MirrorFile.Stamp(size: stamp.size, modified: isOld ? stamp.modified : 0)
    }

    private func scan(
      _ document: Document, _ given: TextScanner.Options, hash: String?, _ known: KnownDocument?,
      seen: String? = nil
    ) -> ScannedDocument {
      var given = given
      given.showsSensitive = false
      // A document without a date is judged by the day its content was first seen: as old as that
      // it is, and the day of the run must not change its findings.
      let seen =
        known.flatMap { $0.hash == hash && hash != nil ? $0.seen : nil } ?? seen ?? today
      if given.asOf == nil, document.record.date == nil, document.metadataDate == nil {
        given.asOf = CalendarDate(seen)
      }
      var report = scanner.scan(document, options: given)
      report.limit(to: options.findingLimit)
      var directives = InlineDirectives()
      directives.read(document.source)
      let filter = BigramFilter(document, folding: scanner.lexicon.folding)
      return ScannedDocument(
        key: document.id, hash: hash, size: 0, modified: 0,
        column: document.metadata.columnName?.value ?? LinkAddress.folder(document.id),
        url: document.record.url,
        date: (document.record.date ?? document.metadataDate)?.description, seen: seen,
        judgedOn: today, hasDirectives: !directives.isEmpty || !given.suppressions.isEmpty,
        filter: filter.stored, department: document.metadata.contentSource?.value,
        trace: PageTrace(
          document, page: document.record.url ?? document.id, folding: scanner.lexicon.folding,
          key: key), report: report)
    }

    private func unread(
      _ key: String, _ path: String, _ failure: MirrorFile.Failure, _ stamp: MirrorFile.Stamp?
    ) -> ScannedDocument {
      var document = Document(id: key, text: "")
      var kind = ReadingProblem.Kind.unreadable
      if case .tooLarge = failure { kind = .limitReached }
      document.problems = [
        ReadingProblem(
          kind, chinese: "无法读取：\(failure.reason)", english: "cannot be read: \(failure.reason)")
      ]
      var given = options.options(path)
      given.showsSensitive = false
      return ScannedDocument(
        key: key, hash: nil, size: stamp?.size ?? 0, modified: 0, seen: today, judgedOn: today,
        report: scanner.scan(document, options: given))
    }

    private static func hash(_ bytes: ArraySlice<UInt8>) -> String {
      var key = ContentKey()
      bytes.withUnsafeBytes { key.take($0) }
      return key.text
    }
  }
#endif
