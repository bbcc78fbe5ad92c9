import ZhubiAutomaton
import ZhubiText

extension Lexicon {
  /// Every hit in the part that word boundaries, dates, exceptions and contexts leave standing, in
  /// order of place; of two hits of one family the longer silences the one inside it.
  func hits(in context: DetectionContext) -> [LexiconHit] {
    let matches = context.utf8.withUnsafeBufferPointer {
      automaton.matches(in: $0, semantics: .overlapping)
    }
    var hits: [LexiconHit] = []
    for match in matches {
      let range = Range<TextOffset>(match.start..<match.end)
      for number in entries(ofPattern: match.term) {
        let entry = entry(number)
        guard let place = confirmed(entry, at: range, in: context) else { continue }
        let scene = HitScene(context: context, range: place, entry: entry)
        if entry.counts(in: scene) { hits.append(LexiconHit(range: place, entry: entry)) }
      }
    }
    return Self.withoutSwallowed(hits)
  }

  /// The place of the hit when its dates, its edges and its expression allow it.
  private func confirmed(
    _ entry: LexiconEntry, at range: Range<TextOffset>, in context: DetectionContext
  ) -> Range<TextOffset>? {
    guard entry.layer > 0 || context.selection.contains(entry.rule) else { return nil }
    if let since = entry.since, context.asOf.date < since { return nil }
    if let until = entry.until, context.asOf.date >= until { return nil }
    if entry.pattern != nil {
      return PatternMatcher.range(of: entry, around: range, in: context)
    }
    return Self.standsFree(entry, at: range, in: context) ? range : nil
  }

  /// A term that begins or ends with a Latin letter or a digit is not cut out of a longer word,
  /// also beside Han characters: `SM` is not in `HSM系统`.
  private static func standsFree(
    _ entry: LexiconEntry, at range: Range<TextOffset>, in context: DetectionContext
  ) -> Bool {
    let bytes = context.utf8
    if let first = entry.term.unicodeScalars.first, isWordScalar(first),
      range.lowerBound.value > 0,
      isWordUnit(before: range.lowerBound.value, bytes, context.folding)
    {
      return false
    }
    if let last = entry.term.unicodeScalars.last, isWordScalar(last),
      range.upperBound.value < bytes.count,
      isWordUnit(after: range.upperBound.value, bytes, context.folding)
    {
      return false
    }
    return true
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
  }

  private static func isWordUnit(before index: Int, _ bytes: [UInt8], _ folding: Folding) -> Bool {
    var start = index - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return isWordUnit(String(decoding: bytes[start..<index], as: UTF8.self), folding)
  }

  private static func isWordUnit(after index: Int, _ bytes: [UInt8], _ folding: Folding) -> Bool {
    var end = index + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return isWordUnit(String(decoding: bytes[index..<end], as: UTF8.self), folding)
  }

  private static func isWordUnit(_ character: String, _ folding: Folding) -> Bool {
    guard let unit = folding.fold(character).first else { return false }
    return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7A)
  }

  /// Without the hits that lie inside a longer one of the same family.
  private static func withoutSwallowed(_ hits: [LexiconHit]) -> [LexiconHit] {
    let sorted = hits.sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    var kept: [LexiconHit] = []
    var reach: [Substring: Range<TextOffset>] = [:]
    for hit in sorted {
      let family = hit.entry.rule.family
      if let outer = reach[family], outer.lowerBound <= hit.range.lowerBound,
        hit.range.upperBound <= outer.upperBound, outer != hit.range
      {
        continue
      }
      if reach[family].map({ $0.upperBound < hit.range.upperBound }) ?? true {
        reach[family] = hit.range
      }
      kept.append(hit)
    }
    return kept
  }
}

extension LexiconEntry {
  /// Whether the surroundings let the entry count: one phrase of `only` (if any) and every named
  /// context of `only` hold, and nothing of `unless` does.
  func counts(in scene: HitScene) -> Bool {
    var phrases = 0
    var phraseHolds = false
    for condition in only {
      if case .phrase = condition {
        phrases += 1
        phraseHolds = phraseHolds || condition.holds(for: scene)
      } else if !condition.holds(for: scene) {
        return false
      }
    }
    if phrases > 0, !phraseHolds { return false }
    return !unless.contains { $0.holds(for: scene) }
  }
}
