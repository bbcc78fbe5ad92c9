public import ZhubiAutomaton

/// Our engine.
public final class ZhubiContender: Contender {
  public let name: String
  public private(set) var buildSeconds = 0.0
  public let dataBytes: Int
  public let automaton: Automaton
  let text: TextBytes
  /// Part of the text that is scanned once more for nothing: proves that the guard sees a slower engine.
  let waste: Double

  public init(
    _ text: TextBytes, _ terms: TermLines, _ fold: FoldMap, kernel: Kernel = .best,
    frequencies: UnitFrequencies? = nil, name: String? = nil, waste: Double = 0
  ) throws {
    self.text = text
    self.waste = waste
    let units = fold.terms(terms)
    let (image, seconds) = try Clock.measure {
      try AutomatonImage(
        bytes: try AutomatonImage.build(
          terms: units, map: fold.map, frequencies: frequencies, duplicates: .keepFirst))
    }
    buildSeconds = seconds
    dataBytes = image.byteCount
    automaton = Automaton(image, kernel: kernel)
    self.name = name ?? "zhubi-\(automaton.kernel)"
  }

  /// The same compiled terms with another kernel.
  public init(_ other: ZhubiContender, kernel: Kernel, name: String? = nil, waste: Double = 0) {
    text = other.text
    self.waste = waste
    dataBytes = other.dataBytes
    buildSeconds = other.buildSeconds
    automaton = Automaton(other.automaton.image, kernel: kernel)
    self.name = name ?? "zhubi-\(automaton.kernel)"
  }

  public func run() -> (tally: Tally, seconds: Double) {
    var tally = Tally()
    let start = Clock.now()
    automaton.forEachMatch(in: text.bytes) { tally.add($0.start, $0.end) }
    if waste > 0 {
      let part = Int(Double(text.bytes.count) * waste)
      automaton.forEachMatch(in: UnsafeBufferPointer(rebasing: text.bytes[..<part])) { _ in }
    }
    return (tally, Clock.now() - start)
  }
}
