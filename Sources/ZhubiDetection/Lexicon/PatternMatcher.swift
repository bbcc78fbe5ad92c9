import Synchronization
import ZhubiText

/// The expressions of one lexicon, read when first needed and kept.
final class PatternCache: Sendable {
  private let folding: Folding
  private let known = Mutex<[String: TermPattern?]>([:])

  init(folding: Folding) { self.folding = folding }

  func pattern(_ source: String) -> TermPattern? {
    known.withLock { known in
      if let pattern = known[source] { return pattern }
      let pattern = try? TermPattern(source, folding: folding)
      known[source] = pattern
      return pattern
    }
  }
}

/// Tries the expression of an entry around the place where one of its wordings stands.
enum PatternMatcher {
  /// How far left of the wording a match may begin, in units.
  static let reach = 80

  /// The stretch the expression covers, when it covers the wording's place; white space at its ends
  /// left off.
  static func range(of pattern: TermPattern, in scene: HitScene) -> Range<TextOffset>? {
    let text = scene.foldedLine
    let units = text.units
    let wording = scene.hitInLine.plain
    var start = max(0, wording.lowerBound - reach)
    while start <= wording.lowerBound {
      if let end = pattern.match(in: units, at: start), end >= wording.upperBound {
        var first = start
        var last = end
        while first < last, text.classes[first] == .space { first += 1 }
        while last > first, text.classes[last - 1] == .space { last -= 1 }
        guard first < last else { return nil }
        return text.origin(of: Range(first..<last))
      }
      start += 1
    }
    return nil
  }
}
