import Synchronization

/// Holds the scanner in use, so that a new lexicon can take its place while scans run.
///
/// A scan takes the scanner once and keeps it to its end: every report is made by exactly one
/// lexicon, and a swap neither waits for running scans nor disturbs them.
public final class ScannerSlot: Sendable {
  private let slot: Mutex<TextScanner>

  public init(_ scanner: TextScanner) { slot = Mutex(scanner) }

  /// The scanner for the next scan.
  public var current: TextScanner { slot.withLock { $0 } }

  /// Puts another scanner in place; the old one is given back once no scan uses it.
  @discardableResult
  public func replace(with scanner: TextScanner) -> TextScanner {
    slot.withLock { held in
      defer { held = scanner }
      return held
    }
  }
}
