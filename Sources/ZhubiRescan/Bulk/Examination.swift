#if Rescan
  import Zhubi
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
    var report: DocumentReport
  }

  /// A candidate that has a name.
  struct Identified: Sendable {
    var key: String
    var candidate: Candidate
    var stamp: MirrorFile.Stamp?
    var hash: String?
    var record: ExportRecord?
    var trouble: String?
  }

  /// Looks at candidates: first who they are, then, unless the ledger knows better, what they hold.
  struct Examination: Sendable {
    let scanner: TextScanner
    let options: BulkScan.Options
    let freshness: Freshness
    /// The day of the run.
    let today: String

    func identify(_ candidate: Candidate) -> Identified {
      switch candidate {
      case .trouble(let key, let reason):
        return Identified(key: key, candidate: candidate, trouble: reason)
      case .file(let key, let path):
        do {
          let stamp = try MirrorFile.stamp(path)
          return Identified(key: key, candidate: candidate, stamp: stamp)
        } catch {
          return Identified(key: key, candidate: candidate, trouble: error.reason)
        }
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

    func examine(_ one: Identified, known: KnownDocument?) -> Examined {
      if let trouble = one.trouble { return .trouble(key: one.key, reason: trouble) }
      switch one.candidate {
      case .trouble(let key, let reason): return .trouble(key: key, reason: reason)
      case .line: return examine(line: one, known)
      case .file(let key, let path): return examine(file: path, key, one.stamp, known)
      }
    }

    private func examine(line one: Identified, _ known: KnownDocument?) -> Examined {
      if let known, known.hash == one.hash, freshness.isFresh(known, on: today) {
        return .fresh(key: one.key, known, nil)
      }
      do {
        guard let record = one.record else { throw ExportRecord.Failure.notADocument }
        let document = try record.document()
        var options = options.options(one.key)
        if let profile = try record.profileGiven() { options.profile = profile }
        var scanned = scan(document, options, hash: one.hash, known)
        scanned.size = one.stamp?.size ?? 0
        scanned.column = record.column ?? scanned.column
        return .scanned(scanned)
      } catch {
        return .trouble(
          key: one.key, reason: (error as? ExportRecord.Failure)?.reason ?? "\(error)")
      }
    }

    private func examine(
      file path: String, _ key: String, _ stamp: MirrorFile.Stamp?, _ known: KnownDocument?
    ) -> Examined {
      let isFresh = known.map { freshness.isFresh($0, on: today) } ?? false
      if isFresh, let known, let stamp, known.modified != 0, known.size == stamp.size,
        known.modified == stamp.modified
      {
        return .fresh(key: key, known, nil)
      }
      do {
        let (bytes, stamp) = try MirrorFile.read(path, limit: options.fileLimit)
        let hash = Self.hash(bytes[...])
        let trusted = trusted(stamp)
        if isFresh, let known, known.hash == hash {
          return .fresh(key: key, known, trusted)
        }
        let document = MirrorReading.document(bytes, key: key)
        var scanned = scan(document, options.options(path), hash: hash, known)
        scanned.size = trusted.size
        scanned.modified = trusted.modified
        return .scanned(scanned)
      } catch {
        if case .system(ENOENT) = error { return .trouble(key: key, reason: error.reason) }
        return .scanned(unread(key, path, error, stamp))
      }
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
      _ document: Document, _ given: TextScanner.Options, hash: String?, _ known: KnownDocument?
    ) -> ScannedDocument {
      var given = given
      given.showsSensitive = false
      // A document without a date is judged by the day its content was first seen: as old as that
      // it is, and the day of the run must not change its findings.
      let seen = known.flatMap { $0.hash == hash && hash != nil ? $0.seen : nil } ?? today
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
        column: document.metadata.columnName?.value, url: document.record.url,
        date: (document.record.date ?? document.metadataDate)?.description, seen: seen,
        judgedOn: today, hasDirectives: !directives.isEmpty || !given.suppressions.isEmpty,
        filter: filter.stored, report: report)
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

  /// How the files of a mirror become documents.
  enum MirrorReading {
    /// Forms that hold text no reader of this house can take out yet. Readers of attachments belong
    /// here: bytes in, one document out.
    private static let unsupported: Set<String> = [
      "doc", "docx", "xls", "xlsx", "ppt", "pptx", "pdf", "ofd", "wps", "et", "dps", "rtf", "odt",
      "zip", "rar", "7z", "gz", "tar", "ceb", "epub",
    ]

    static func document(_ bytes: [UInt8], key: String) -> Document {
      guard !unsupported.contains(MirrorFolder.ending(of: key)) else {
        var document = Document(id: key, text: "")
        document.problems = [
          ReadingProblem(
            .unsupported, chinese: "附件尚不能读取，未检查", english: "attachments cannot be read yet")
        ]
        return document
      }
      let format = DocumentFormat(fileName: key) ?? DocumentFormat(sniffing: bytes)
      return DocumentReader().read(bytes, id: key, format: format)
    }
  }
#endif
