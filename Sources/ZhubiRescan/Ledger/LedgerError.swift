#if Rescan
  import GRDB

  /// Why the ledger could not be used. Never holds text of a document.
  public enum LedgerError: Error, Sendable, CustomStringConvertible {
    /// Another run writes into the same ledger.
    case inUse(path: String)
    /// Not a ledger, or one of a newer version.
    case foreign(path: String, reason: String)
    /// SQLite refused: disk full, locked, damaged.
    case database(path: String, code: Int32, reason: String)
    /// There is no run with this number.
    case noRun(Int64)

    public var description: String {
      switch self {
      case .inUse(let path): "\(path): 另一次扫描正在使用 in use by another run"
      case .foreign(let path, let reason): "\(path): \(reason)"
      case .database(let path, let code, let reason): "\(path): \(reason) (SQLite \(code))"
      case .noRun(let number): "没有这次扫描 no such run: \(number)"
      }
    }

    init(_ error: any Error, path: String) {
      switch error {
      case let error as LedgerError: self = error
      case let error as DatabaseError:
        self = .database(
          path: path, code: error.extendedResultCode.rawValue,
          reason: error.message ?? error.resultCode.description)
      default: self = .database(path: path, code: 0, reason: "\(type(of: error))")
      }
    }
  }
#endif
