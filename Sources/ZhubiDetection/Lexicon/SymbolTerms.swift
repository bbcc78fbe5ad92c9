import ZhubiAutomaton
import ZhubiText

/// Terms that opted in to being found with symbols between their characters: 敏*感*词.
///
/// They have an automaton of their own, for which symbols do not exist; how many symbols stand
/// between two characters is counted afterwards. A lexicon without such terms has none and pays
/// nothing.
struct SymbolTerms {
  /// The name of the context a table opts in with: `@through-symbols(3)`.
  static let context = "through-symbols"
  /// Symbols allowed between two characters when the table names no number.
  static let usual = 3

  private(set) var automaton: [UInt8] = []
  /// The entry of each term.
  private(set) var entries: [Int] = []

  init(_ all: [LexiconEntry], folding: Folding) throws(AutomatonError) {
    var terms: [[UInt32]] = []
    for (number, entry) in all.enumerated() where Self.reach(of: entry) != nil {
      let units = folding.fold(entry.term)
      guard !terms.contains(units) else { continue }
      terms.append(units)
      entries.append(number)
    }
    if terms.isEmpty { return }
    automaton = try AutomatonImage.build(terms: terms, map: UnitMap(withoutSymbols: folding))
  }

  /// How many symbols the entry allows between two characters; nil when it did not opt in.
  static func reach(of entry: LexiconEntry) -> Int? {
    for case .named(context, let arguments) in entry.only {
      return arguments.first.flatMap { Int($0) } ?? usual
    }
    return nil
  }

  /// Punctuation, spaces, brackets, mask signs and the symbols of Unicode.
  static func isSymbol(_ scalar: UInt32, _ folding: Folding) -> Bool {
    switch folding.unitClass(scalar) {
    case .punctuation, .space, .open, .close, .mask: return true
    case .other:
      switch Unicode.Scalar(scalar)?.properties.generalCategory {
      case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: return true
      default: return false
      }
    default: return false
    }
  }
}

extension UnitMap {
  /// The engine's view of the folding in which symbols are not there.
  fileprivate init(withoutSymbols folding: Folding) {
    self.init(
      units: { scalar in
        var units: [UInt32] = []
        folding.fold(scalar, into: &units)
        return units
      },
      role: { scalar in
        if SymbolTerms.isSymbol(scalar, folding) || folding.roles(of: scalar).isSkip {
          return .skip
        }
        return folding.unitClass(scalar) == .han ? .han : .plain
      })
  }
}

extension Lexicon {
  /// Hits of terms that stand spread over symbols, at most as many as their entry allows between
  /// two characters. A term written without any is found by the main automaton.
  func spreadHits(in context: DetectionContext) -> [(entry: Int, range: Range<TextOffset>)] {
    guard let symbolAutomaton else { return [] }
    let matches = context.utf8.withUnsafeBufferPointer {
      symbolAutomaton.matches(in: $0, semantics: .overlapping)
    }
    return matches.compactMap { match in
      let number = symbolEntry(ofTerm: match.term)
      guard let reach = SymbolTerms.reach(of: entry(number)) else { return nil }
      let range = Range<TextOffset>(match.start..<match.end)
      var longest = 0
      var run = 0
      for scalar in context.text(range).unicodeScalars {
        if folding.roles(of: scalar.value).isSkip { continue }
        run = SymbolTerms.isSymbol(scalar.value, folding) ? run + 1 : 0
        longest = max(longest, run)
      }
      return (1...max(1, reach)).contains(longest) ? (number, range) : nil
    }
  }
}
