import Synchronization

/// The entries of one lexicon that were hit before, so that a frequent term is read once.
final class EntryCache: Sendable {
  /// Entries kept; beyond that they are read each time.
  private static let most = 4_096

  private let known = Mutex<[Int: LexiconEntry]>([:])

  func entry(_ number: Int, _ read: () -> LexiconEntry) -> LexiconEntry {
    if let entry = known.withLock({ $0[number] }) { return entry }
    let entry = read()
    known.withLock { if $0.count < Self.most { $0[number] = entry } }
    return entry
  }
}
