import ZhubiText

/// A small regular expression over folded units.
///
/// The dialect: literals, `.`, classes with ranges and `^`, `\d \s \w \h` (`\h` is any Han
/// character; a capital turns a class round), groups, `|`, `? * + {m,n}`, `^ $` (ends of the line), `(?= ) (?! ) (?<= ) (?<! )`.
/// Letters are folded like every term, so one spelling matches full-width, capital and traditional
/// forms alike. Matching is bounded by a fixed number of steps: it never runs away.
struct TermPattern: Sendable, Hashable {
  indirect enum Node: Sendable, Hashable {
    case unit(UInt32)
    case any
    case set([ClosedRange<UInt32>], negated: Bool)
    case sequence([Node])
    case choice([Node])
    case repetition(Node, ClosedRange<Int>)
    case lineStart
    case lineEnd
    case look(Node, ahead: Bool, negative: Bool)
  }

  /// Why an expression cannot be read.
  struct Fault: Error {
    var chinese: String
    var english: String
  }

  let root: Node
  private let program: PatternProgram
  /// A bit for each unit a match can begin with, by its low six bits.
  private let mask: UInt64
  private let canBeginAnywhere: Bool

  /// Reads an expression.
  init(_ source: String, folding: Folding) throws(Fault) {
    var parser = PatternParser(scalars: Array(source.unicodeScalars), folding: folding)
    root = try parser.parse()
    program = PatternProgram(root)
    mask = PatternProgram.mask(of: root)
    canBeginAnywhere = mask == .max
  }

  /// Whether it is worth trying at this place.
  private func mayBegin(in units: [UInt32], at start: Int) -> Bool {
    canBeginAnywhere || (start < units.count && mask >> UInt64(units[start] & 63) & 1 == 1)
  }

  /// The end of the longest-preferred match that begins at `start`; nil when there is none or the
  /// limit of steps is reached.
  func match(in units: [UInt32], at start: Int) -> Int? {
    guard mayBegin(in: units, at: start) else { return nil }
    return PatternRunner.with(program, on: units) { $0.end(at: start) }
  }

  /// Whether a match begins at `start` and ends exactly at `end`.
  func matches(_ units: [UInt32], from start: Int, exactlyTo end: Int) -> Bool {
    guard mayBegin(in: units, at: start) else { return false }
    return PatternRunner.with(program, on: units) { $0.end(at: start, exactly: end) != nil }
  }

  /// Whether some match ends exactly at `end` and begins at most `reach` units before it.
  func matches(_ units: [UInt32], endingAt end: Int, reach: Int = 40) -> Bool {
    PatternRunner.with(program, on: units) { runner in
      (max(0, end - reach)...end).reversed().contains { start in
        mayBegin(in: units, at: start) && runner.end(at: start, exactly: end) != nil
      }
    }
  }

  /// Whether a match that satisfies the condition begins in the stretch; of each place the
  /// preferred match only.
  func occurs(
    in units: [UInt32], from start: Int = 0, where isWanted: (Range<Int>) -> Bool = { _ in true }
  ) -> Bool {
    PatternRunner.with(program, on: units) { runner in
      (start..<max(start, units.count)).contains { place in
        guard mayBegin(in: units, at: place), let end = runner.end(at: place) else { return false }
        return isWanted(place..<end)
      }
    }
  }
}
