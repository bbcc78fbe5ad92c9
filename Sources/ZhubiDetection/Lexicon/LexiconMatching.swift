import ZhubiAutomaton
import ZhubiText

extension Lexicon {
  /// Every hit in the part that word boundaries, dates, exceptions and contexts leave standing, in
  /// order of place; of two hits of one family the longer silences the one inside it.
  func hits(in context: DetectionContext) -> [LexiconHit] {
    let matches = context.utf8.withUnsafeBufferPointer {
      automaton.matches(in: $0, semantics: .overlapping)
    }
    // In text taken apart from markup a line break ends a block: no word goes on behind it.
    let breaksLines = !context.part.joinsLines
    // Which kinds are on is asked once for each kind, not for each hit.
    let isOn = rules.map { context.selection.contains($0) }
    var hits: [LexiconHit] = []
    // Where a term stood that does not count here: what lies inside it is part of that term.
    // Outdated names hide each other whatever their kind: 劳动教养 in 劳动教养管理所.
    var silent: [Int: [Range<TextOffset>]] = [:]
    for match in matches {
      let range = Range<TextOffset>(match.start..<match.end)
      if breaksLines, context.utf8[range.plain].contains(0x0A) { continue }
      for number in entries(ofPattern: match.term) {
        let head = head(number)
        guard head.rule < isOn.count, head.layer > 0 || isOn[head.rule] else { continue }
        if let since = head.since, context.asOf.date < since {
          silent[groups[head.rule], default: []].append(range)
          continue
        }
        if let until = head.until, context.asOf.date >= until { continue }
        if let hit = hit(of: entry(number), at: range, in: context) {
          hits.append(hit)
        } else {
          silent[groups[head.rule], default: []].append(range)
        }
      }
    }
    for spread in spreadHits(in: context) {
      let head = head(spread.entry)
      guard head.rule < isOn.count, head.layer > 0 || isOn[head.rule] else { continue }
      if let since = head.since, context.asOf.date < since { continue }
      if let until = head.until, context.asOf.date >= until { continue }
      if let hit = hit(of: entry(spread.entry), at: spread.range, in: context) { hits.append(hit) }
    }
    if !silent.isEmpty { hits = withoutInner(hits, of: silent, in: groups) }
    return Self.withoutSwallowed(hits)
  }

  /// Without the hits that lie strictly inside a silent term of the same kind.
  private func withoutInner(
    _ hits: [LexiconHit], of silent: [Int: [Range<TextOffset>]], in groups: [Int]
  ) -> [LexiconHit] {
    // Only terms that begin close before can hold a hit: a term is short.
    let sorted = silent.mapValues { $0.sorted { $0.lowerBound < $1.lowerBound } }
    return hits.filter { hit in
      guard hit.entry.pattern == nil, let kind = rules.firstIndex(of: hit.entry.rule),
        let outer = sorted[groups[kind]]
      else { return true }
      var low = 0
      var high = outer.count
      while low < high {
        let middle = (low + high) / 2
        if outer[middle].lowerBound <= hit.range.lowerBound {
          low = middle + 1
        } else {
          high = middle
        }
      }
      while low > 0 {
        low -= 1
        if hit.range.lowerBound.value - outer[low].lowerBound.value > 300 { break }
        if outer[low].upperBound >= hit.range.upperBound, outer[low] != hit.range { return false }
      }
      return true
    }
  }

  /// Whether folding alone made a right form look like the wrong one: 对象 and 对像 fold alike, so
  /// such an entry counts only where the text is written exactly as its term.
  private func isRightForm(
    _ entry: LexiconEntry, at range: Range<TextOffset>, in context: DetectionContext
  ) -> Bool {
    guard entry.rule.family == "typo", !entry.suggestions.isEmpty else { return false }
    let term = folding.fold(entry.term)
    guard entry.suggestions.contains(where: { folding.fold($0) == term }) else { return false }
    return context.text(range) != entry.term
  }

  /// The hit when its edges, its expression and its surroundings allow it.
  private func hit(
    of entry: LexiconEntry, at range: Range<TextOffset>, in context: DetectionContext
  ) -> LexiconHit? {
    guard !isRightForm(entry, at: range, in: context) else { return nil }
    var scene = HitScene(context: context, range: range, entry: entry)
    if let source = entry.pattern {
      guard let pattern = patterns.pattern(source),
        let place = PatternMatcher.range(of: pattern, in: scene)
      else { return nil }
      if place != range { scene = HitScene(context: context, range: place, entry: entry) }
    } else if !Self.standsFree(entry, at: range, in: context) {
      return nil
    }
    switch entry.judgement(in: scene) {
    case .counts: return LexiconHit(range: scene.range, entry: entry)
    case .doubtful: return LexiconHit(range: scene.range, entry: entry, isExcused: true)
    case .silent: return nil
    }
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
    var latest: [String: Int] = [:]
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
      // An expression that fits at many places of one run is told once, over the whole run.
      if let last = latest[hit.entry.place],
        hit.range.lowerBound < kept[last].range.upperBound
      {
        kept[last].range =
          kept[last].range
          .lowerBound..<max(
            kept[last].range.upperBound, hit.range.upperBound)
        continue
      }
      latest[hit.entry.place] = kept.count
      kept.append(hit)
    }
    return kept
  }
}

extension LexiconEntry {
  enum Judgement { case counts, doubtful, silent }

  /// Whether the surroundings let the entry count: one phrase of `only` (if any) and every named
  /// context of `only` hold, and nothing of `unless` does. Where only a condition of doubt speaks
  /// against it, the hit is doubtful.
  func judgement(in scene: HitScene) -> Judgement {
    var phrases = 0
    var phraseHolds = false
    var isDoubtful = false
    for condition in only {
      switch condition {
      case .phrase:
        phrases += 1
        phraseHolds = phraseHolds || condition.holds(for: scene)
      case .named: if !condition.holds(for: scene) { return .silent }
      case .doubt: if !condition.holds(for: scene) { isDoubtful = true }
      }
    }
    if phrases > 0, !phraseHolds { return .silent }
    for condition in unless {
      if case .doubt = condition {
        isDoubtful = isDoubtful || condition.holds(for: scene)
      } else if condition.holds(for: scene) {
        return .silent
      }
    }
    return isDoubtful ? .doubtful : .counts
  }
}
