#if Rescan
  import ZhubiText

  /// Something a run is to look at.
  enum Candidate: Sendable {
    /// A file below the folder of the run; the key is its path from there.
    case file(key: String, path: String)
    /// A line of an export; the number counts lines from 1.
    case line(number: Int, bytes: ArraySlice<UInt8>)
    /// Something that should be there and cannot be looked at. Below a key that ends with `/`
    /// nothing was seen.
    case trouble(key: String, reason: String)

    /// Bytes held in memory.
    var weight: Int {
      if case .line(_, let bytes) = self { return bytes.count }
      return 0
    }
  }

  /// Gives the candidates of a run one after another, in an order that does not change.
  protocol DocumentSource {
    /// The name the source has in the ledger.
    var name: String { get }
    /// Whether what the source does not give exists no more.
    var isComplete: Bool { get }
    /// Nil at the end.
    mutating func next() -> Candidate?
  }
#endif
