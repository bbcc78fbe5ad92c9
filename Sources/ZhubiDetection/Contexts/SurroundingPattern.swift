import Synchronization
import ZhubiText

/// An expression a context is made of, folded once with each folding in use.
final class SurroundingPattern: Sendable, ExpressibleByStringLiteral {
  private let source: String
  private let folded = Mutex<[UInt64: TermPattern]>([:])

  init(_ source: String) { self.source = source }

  convenience init(stringLiteral source: String) { self.init(source) }

  /// One of the words.
  convenience init(words: [String]) { self.init(words.joined(separator: "|")) }

  func folded(with folding: Folding) -> TermPattern {
    folded.withLock { known in
      if let pattern = known[folding.signature] { return pattern }
      let pattern: TermPattern
      do throws(TermPattern.Fault) {
        pattern = try TermPattern(source, folding: folding)
      } catch {
        preconditionFailure("\(source): \(error.english)")
      }
      known[folding.signature] = pattern
      return pattern
    }
  }
}
