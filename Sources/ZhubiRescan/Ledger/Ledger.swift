#if Rescan
  import Foundation
  import GRDB

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// What is known of a site: its documents, what was found in them, and every run over them.
  ///
  /// One SQLite file in WAL mode; every batch of a run is one transaction that is on disk before
  /// anything of it is reported. One run at a time may write; any number may read.
  public final class Ledger: Sendable {
    public let path: String
    let pool: DatabasePool
    private let lock: Int32

    /// Opens a ledger.
    ///
    /// - Parameters:
    ///   - creates: makes a new one where there is none.
    ///   - writes: takes the place of the one run that may write.
    public init(_ path: String, creates: Bool = false, writes: Bool = false) throws(LedgerError) {
      self.path = path
      if !creates, access(path, F_OK) != 0 {
        throw .foreign(path: path, reason: "没有这个台账 no such ledger")
      }
      var descriptor: Int32 = -1
      if writes {
        descriptor = open(path + "-run", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        if descriptor < 0 {
          throw .database(path: path, code: errno, reason: String(cString: strerror(errno)))
        }
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
          close(descriptor)
          throw .inUse(path: path)
        }
      }
      lock = descriptor
      do {
        var configuration = Configuration()
        configuration.busyMode = .timeout(Self.patience)
        configuration.maximumReaderCount = Self.readers
        configuration.prepareDatabase { db in
          try db.execute(sql: "PRAGMA synchronous = FULL")
          try db.execute(sql: "PRAGMA cache_size = -16000")
        }
        pool = try DatabasePool(path: path, configuration: configuration)
        try pool.write { try Self.prepare($0, path: path) }
      } catch {
        if descriptor >= 0 { close(descriptor) }
        throw LedgerError(error, path: path)
      }
    }

    deinit { if lock >= 0 { close(lock) } }

    /// Connections that read at the same time.
    static let readers = 4

    /// Seconds to wait for somebody who holds the database.
    private static let patience = 10.0

    private static func prepare(_ db: Database, path: String) throws {
      let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      let tables = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_master") ?? 0
      if application == 0, version == 0, tables == 0 {
        try db.execute(sql: LedgerSchema.statements)
        try db.execute(sql: "PRAGMA application_id = \(LedgerSchema.application)")
        try db.execute(sql: "PRAGMA user_version = \(LedgerSchema.version)")
      } else if application != LedgerSchema.application {
        throw LedgerError.foreign(path: path, reason: "不是朱笔台账 not a ledger of zhubi")
      } else if version == 1 {
        try db.execute(sql: LedgerSchema.fromVersion1)
        try db.execute(sql: "PRAGMA user_version = \(LedgerSchema.version)")
      } else if version != LedgerSchema.version {
        throw LedgerError.foreign(path: path, reason: "台账版本 ledger version \(version)")
      }
    }

    /// The key that names are hidden with; made once, by the operating system's generator.
    func key() throws(LedgerError) -> LedgerKey {
      try write { db in
        if let bytes = try Data.fetchOne(db, sql: "SELECT bytes FROM keys WHERE name = 'names'") {
          return LedgerKey(bytes: Array(bytes))
        }
        var source = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &source) }
        try db.execute(
          sql: "INSERT INTO keys (name, bytes) VALUES ('names', ?)", arguments: [Data(bytes)])
        return LedgerKey(bytes: bytes)
      }
    }

    func read<T>(_ body: (Database) throws -> T) throws(LedgerError) -> T {
      do { return try pool.read(body) } catch { throw LedgerError(error, path: path) }
    }

    func write<T>(_ body: (Database) throws -> T) throws(LedgerError) -> T {
      do { return try pool.write(body) } catch { throw LedgerError(error, path: path) }
    }
  }

  extension Database {
    /// Runs a statement that is compiled once for many documents.
    func run(sql: String, arguments: StatementArguments) throws {
      try cachedStatement(sql: sql).execute(arguments: arguments)
    }
  }
#endif
