import ZhubiAutomaton
public import ZhubiText

/// Turns packs into one compiled lexicon. Layers are given from the bottom up: built in,
/// organisation, site.
public struct LexiconCompiler: Sendable {
  public var folding: Folding
  /// Packs by layer.
  public var layers: [[PackSource]]

  public init(folding: Folding, layers: [[PackSource]]) {
    self.folding = folding
    self.layers = layers
  }

  /// Everything the tables hold, upper layers having replaced lower entries of the same id.
  public func merged() -> (
    entries: [LexiconEntry], packs: [PackManifest], diagnostics: [LexiconDiagnostic]
  ) {
    var diagnostics: [LexiconDiagnostic] = []
    var packs: [PackManifest] = []
    var order: [String] = []
    var byID: [String: LexiconEntry] = [:]
    for (layer, sources) in layers.enumerated() {
      for source in sources {
        guard let manifest = PackManifest.parse(source.manifest, into: &diagnostics) else {
          continue
        }
        packs.append(manifest)
        for file in source.tables {
          let table = LexiconTable(
            file: file, manifest: manifest, layer: layer, folding: folding)
          for entry in table.entries(into: &diagnostics) {
            check(entry, into: &diagnostics)
            // Two tables of one layer must not say different things of one wording.
            if let earlier = byID[entry.id], earlier.layer == layer {
              diagnostics.append(
                diagnostic(
                  .duplicate, entry,
                  Message("与 \(earlier.place) 重复：\(entry.term)", "repeats \(earlier.place)"),
                  isFatal: true))
              continue
            }
            if byID[entry.id] == nil { order.append(entry.id) }
            byID[entry.id] = entry
          }
        }
      }
    }
    return (order.compactMap { byID[$0] }, packs, diagnostics)
  }

  /// Compiles, or says everything that is wrong.
  ///
  /// - Returns: the bytes of an image; `Lexicon(image:)` opens them.
  public func compile() throws(LexiconError) -> [UInt8] {
    let (entries, packs, diagnostics) = merged()
    let fatal = diagnostics.filter(\.isFatal)
    if !fatal.isEmpty { throw .faulty(fatal) }
    let live = entries.filter { $0.severity != nil }

    var patterns: [[UInt32]] = []
    var entriesOfPattern: [[Int]] = []
    var patternOfUnits: [[UInt32]: Int] = [:]
    for (index, entry) in live.enumerated() {
      for units in wordings(of: entry) {
        if let known = patternOfUnits[units] {
          if entriesOfPattern[known].last != index { entriesOfPattern[known].append(index) }
        } else {
          patternOfUnits[units] = patterns.count
          patterns.append(units)
          entriesOfPattern.append([index])
        }
      }
    }
    let automaton: [UInt8]
    let symbolTerms: SymbolTerms
    do {
      automaton = try AutomatonImage.build(terms: patterns, map: UnitMap(folding))
      symbolTerms = try SymbolTerms(live, folding: folding)
    } catch {
      throw .engine(reason: "\(error)")
    }
    return LexiconImage.assemble(
      folding: folding, automaton: automaton, entries: live, entriesOfPattern: entriesOfPattern,
      packs: packs, symbolTerms: symbolTerms)
  }

  /// What the engine looks for on behalf of an entry, folded.
  func wordings(of entry: LexiconEntry) -> [[UInt32]] { entry.wordings(folding: folding) }

  private func check(_ entry: LexiconEntry, into diagnostics: inout [LexiconDiagnostic]) {
    let wordings = wordings(of: entry)
    if wordings.isEmpty {
      diagnostics.append(
        diagnostic(
          .neverMatches, entry,
          Message("折叠后没有可匹配的字符", "nothing is left to match after folding"),
          isFatal: true))
    } else if entry.pattern == nil, wordings[0].count == 1, isLetterOrHan(wordings[0][0]) {
      diagnostics.append(
        diagnostic(
          .tooShort, entry, Message("只有一个字符：\(entry.term)", "a term of one character"),
          isFatal: true))
    }
    if SymbolTerms.reach(of: entry) != nil, wordings.joined().contains(where: isSymbol) {
      diagnostics.append(
        diagnostic(
          .neverMatches, entry,
          Message(
            "词条含有符号，不能用 @through-symbols：\(entry.term)",
            "a term with symbols cannot be matched through symbols"),
          isFatal: true))
    }
    if entry.source.isEmpty {
      diagnostics.append(
        diagnostic(
          .missingSource, entry, Message("没有出处：\(entry.term)", "no source"), isFatal: false))
    }
  }

  private func isSymbol(_ unit: UInt32) -> Bool { SymbolTerms.isSymbol(unit, folding) }

  private func isLetterOrHan(_ unit: UInt32) -> Bool {
    switch folding.unitClass(unit) {
    case .han, .letter, .digit: true
    default: false
    }
  }

  func diagnostic(
    _ kind: LexiconDiagnostic.Kind, _ entry: LexiconEntry, _ message: Message, isFatal: Bool
  ) -> LexiconDiagnostic {
    let place = entry.place
    let colon = place.lastIndex(of: ":") ?? place.endIndex
    return LexiconDiagnostic(
      kind, file: String(place[..<colon]), line: Int(place[colon...].dropFirst()) ?? 0, message,
      isFatal: isFatal)
  }
}
