public import ZhubiText

/// Looks for what is wrong, useless or dangerous in packs before anybody scans with them.
public struct LexiconLint: Sendable {
  public var compiler: LexiconCompiler
  /// Everyday words in which a term should not hit; measured against every term.
  public var commonWords: [String]
  /// The day by which entries count as expired.
  public var day: CalendarDate

  public init(compiler: LexiconCompiler, commonWords: [String], day: CalendarDate) {
    self.compiler = compiler
    self.commonWords = commonWords
    self.day = day
  }

  /// Every diagnostic: those of compiling, then common words, swallowed and repeated terms, expired
  /// entries and overrides of nothing, in order of file and line.
  ///
  /// Linear in the tables, and in the common words times the length of a word.
  public func diagnostics() -> [LexiconDiagnostic] {
    let (entries, _, found) = compiler.merged()
    let literals = entries.filter { $0.pattern == nil && $0.severity != nil }
    let all =
      found + expired(entries) + repeated(literals) + swallowed(literals) + common(literals)
      + overridesOfNothing(entries) + flagging(literals)
    return all.sorted {
      ($0.file, $0.line, $0.kind.rawValue) < ($1.file, $1.line, $1.kind.rawValue)
    }
  }

  private func expired(_ entries: [LexiconEntry]) -> [LexiconDiagnostic] {
    entries.compactMap { entry in
      guard let until = entry.until, until <= day else { return nil }
      return compiler.diagnostic(
        .expired, entry,
        Message("“\(entry.term)”自\(until)起不再适用", "expired on \(until)"), isFatal: false)
    }
  }

  /// Terms of one kind that fold to the same letters.
  private func repeated(_ entries: [LexiconEntry]) -> [LexiconDiagnostic] {
    var first: [Key: LexiconEntry] = [:]
    return entries.compactMap { entry in
      let key = Key(rule: entry.rule, units: compiler.folding.fold(entry.term))
      guard let earlier = first[key] else {
        first[key] = entry
        return nil
      }
      return compiler.diagnostic(
        .duplicate, entry,
        Message(
          "“\(entry.term)”折叠后与 \(earlier.place) 的“\(earlier.term)”相同",
          "folds to the same as \(earlier.place)"), isFatal: false)
    }
  }

  /// Terms that hold a shorter one of the same kind that says the same: they add nothing. Where
  /// there is something to write instead, the longer one still says how far it reaches.
  private func swallowed(_ entries: [LexiconEntry]) -> [LexiconDiagnostic] {
    var known: [Key: LexiconEntry] = [:]
    var lengths: Set<Int> = []
    for entry in entries {
      let units = compiler.folding.fold(entry.term)
      lengths.insert(units.count)
      known[Key(rule: entry.rule, units: units)] = entry
    }
    return entries.compactMap { entry in
      let units = compiler.folding.fold(entry.term)
      for length in lengths where length < units.count && length >= 2 {
        for start in 0...(units.count - length) {
          let key = Key(rule: entry.rule, units: Array(units[start..<start + length]))
          guard let inner = known[key], inner.says(sameAs: entry), entry.suggestions.isEmpty else {
            continue
          }
          return compiler.diagnostic(
            .swallowed, entry,
            Message(
              "“\(entry.term)”已被 \(inner.place) 的“\(inner.term)”覆盖", "covered by \(inner.place)"),
            isFatal: false)
        }
      }
      return nil
    }
  }

  /// Terms that hit inside everyday words and name no exception for them.
  private func common(_ entries: [LexiconEntry]) -> [LexiconDiagnostic] {
    var byUnits: [[UInt32]: [LexiconEntry]] = [:]
    var lengths: Set<Int> = []
    for entry in entries {
      let units = compiler.folding.fold(entry.term)
      byUnits[units, default: []].append(entry)
      lengths.insert(units.count)
    }
    var hits: [String: (entry: LexiconEntry, words: [String])] = [:]
    for word in commonWords {
      let units = compiler.folding.fold(word)
      for length in lengths where length <= units.count && length > 0 {
        for start in 0...(units.count - length) {
          for entry in byUnits[Array(units[start..<start + length])] ?? []
          where !entry.excepts(word) && (word.contains(entry.term) || !isExact(entry)) {
            hits[entry.id, default: (entry, [])].words.append(word)
          }
        }
      }
    }
    return hits.values.map { entry, words in
      compiler.diagnostic(
        .commonWord, entry,
        Message(
          "“\(entry.term)”会命中常用词：\(words.prefix(5).joined(separator: "、"))",
          "hits common words: \(words.prefix(5).joined(separator: ", "))"), isFatal: false)
    }
  }

  /// Whether only the very characters of the term count: asked for, or a wrong form that folds to
  /// its own correction.
  private func isExact(_ entry: LexiconEntry) -> Bool {
    if entry.only.contains(.named("exact", [])) { return true }
    guard entry.rule.family == "typo" else { return false }
    let units = compiler.folding.fold(entry.term)
    return entry.suggestions.contains { compiler.folding.fold($0) == units }
  }

  /// Terms that fold to the same letters as their own correction: they would flag the right wording
  /// unless `@exact` asks for the very characters, as the matcher does by itself for wrong forms.
  private func flagging(_ entries: [LexiconEntry]) -> [LexiconDiagnostic] {
    entries.compactMap { entry in
      let units = compiler.folding.fold(entry.term)
      guard entry.rule.family != "typo", !entry.only.contains(.named("exact", [])),
        let same = entry.suggestions.first(where: { compiler.folding.fold($0) == units })
      else { return nil }
      return compiler.diagnostic(
        .flagsItsCorrection, entry,
        Message(
          "“\(entry.term)”折叠后与改正“\(same)”相同，须加 @exact", "folds to its own correction; add @exact"),
        isFatal: false)
    }
  }

  /// `off` for something no lower layer has.
  private func overridesOfNothing(_ entries: [LexiconEntry]) -> [LexiconDiagnostic] {
    var below: Set<String> = []
    for (layer, sources) in compiler.layers.enumerated() where layer < compiler.layers.count - 1 {
      let part = LexiconCompiler(folding: compiler.folding, layers: [sources])
      below.formUnion(part.merged().entries.map(\.id))
    }
    return entries.compactMap { entry in
      guard entry.severity == nil, !below.contains(entry.id) else { return nil }
      return compiler.diagnostic(
        .neverMatches, entry,
        Message("没有可关闭的下层词条：\(entry.id)", "nothing below to switch off: \(entry.id)"),
        isFatal: false)
    }
  }

  private struct Key: Hashable {
    var rule: RuleID
    var units: [UInt32]
  }
}

extension LexiconEntry {
  fileprivate func says(sameAs other: LexiconEntry) -> Bool {
    severity == other.severity && confidence == other.confidence && since == other.since
      && until == other.until && suggestions == other.suggestions && unless == other.unless
      && only == other.only
  }

  /// Whether an exception or a narrowing condition keeps the entry out of a word.
  fileprivate func excepts(_ word: String) -> Bool {
    if !only.isEmpty || word == term { return word != term || !only.isEmpty }
    return unless.contains { condition in
      switch condition {
      case .phrase(let phrase): word.contains(phrase) || phrase.contains(word)
      case .named("longer", let words): words.contains { word.contains($0) || $0.contains(word) }
      case .named("follow", let words): words.contains { word.contains(term + $0) }
      case .named("law-word", _): true
      default: false
      }
    }
  }
}
