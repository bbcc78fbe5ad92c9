#if Rescan
  import ZhubiText

  /// Something a run is to look at.
  enum Candidate: Sendable {
    /// A file below the folder of the run, as it was when it was met; the key is its path from there.
    case file(key: String, path: String, stamp: MirrorFile.Stamp)
    /// A line of an export; the number counts lines from 1.
    case line(number: Int, bytes: ArraySlice<UInt8>)
    /// A page of a web archive.
    case capture(Capture)
    /// A page of a web archive of which only is said that it has not changed since, or is a copy.
    case revisit(key: String, original: String)
    /// Something that should be there and cannot be looked at. Below a key that ends with `/`
    /// nothing was seen.
    case trouble(key: String, reason: String)

    /// Bytes held in memory.
    var weight: Int {
      switch self {
      case .line(_, let bytes): bytes.count
      case .capture(let capture): capture.record.block.count
      default: 0
      }
    }
  }

  /// Gives the candidates of a run one after another, in an order that does not change.
  protocol DocumentSource {
    /// The name the source has in the ledger.
    var name: String { get }
    /// Whether what the source does not give exists no more.
    var isComplete: Bool { get }
    /// How much was given, from 0 to 1; nil when nobody knows.
    var share: Double? { get }
    /// The folder the keys are paths below; nil when they are none.
    var folder: String? { get }
    /// What holds no text and was left out, by kind.
    var leftOut: [String: Int] { get }
    /// What stands before a key in the path that settings of a document are looked up by.
    var pathPrefix: String { get }
    /// Nil at the end.
    mutating func next() -> Candidate?
  }

  extension DocumentSource {
    var share: Double? { nil }
    var folder: String? { nil }
    var leftOut: [String: Int] { [:] }
    var pathPrefix: String { "" }
  }
#endif
