/// Made-up Chinese with the statistics that matter: few frequent and many rare characters, words that
/// recur, punctuation, lines, some digits and Latin. The same seed always gives the same bytes.
public struct SyntheticCorpus {
  private var state: UInt64
  private let characters: [UInt32]
  private let words: [[UInt32]]

  public init(seed: UInt64 = 20_261_121) {
    state = seed
    var dice = SyntheticCorpus.Dice(seed)
    // 6,000 characters in an order of frequency that has nothing to do with their code points.
    var pool = (0..<20_000).map { UInt32(0x4E00 + $0) }
    for k in 0..<6_000 { pool.swapAt(k, k + dice.below(20_000 - k)) }
    characters = Array(pool[..<6_000])
    var words: [[UInt32]] = []
    for _ in 0..<60_000 { words.append(Self.word(&dice, characters)) }
    self.words = words
    state = dice.state
  }

  /// Two to four characters, the frequent ones often.
  private static func word(_ dice: inout Dice, _ characters: [UInt32]) -> [UInt32] {
    let length = [2, 2, 2, 3, 3, 4][dice.below(6)]
    return (0..<length).map { _ in characters[dice.rank(characters.count)] }
  }

  /// About this many bytes of text.
  public func text(bytes: Int) -> [UInt8] {
    var dice = Dice(state)
    var out: [UInt8] = []
    out.reserveCapacity(bytes + 64)
    func put(_ scalar: UInt32) {
      out.append(contentsOf: Unicode.UTF8.encode(Unicode.Scalar(scalar)!)!)
    }
    while out.count < bytes {
      for _ in 0..<(3 + dice.below(12)) {
        switch dice.below(60) {
        case 0: for _ in 0..<(1 + dice.below(8)) { out.append(UInt8(0x30 + dice.below(10))) }
        case 1: for _ in 0..<(2 + dice.below(7)) { out.append(UInt8(0x61 + dice.below(26))) }
        case 2...20: put(characters[dice.rank(characters.count)])
        default: for unit in words[dice.rank(words.count)] { put(unit) }
        }
      }
      put([0xFF0C, 0xFF0C, 0x3002, 0x3001, 0xFF1B][dice.below(5)])
      if dice.below(9) == 0 { out.append(10) }
    }
    return out
  }

  /// Distinct terms, about one in fifty of which are words of the text.
  public func terms(_ count: Int) -> TermLines {
    var dice = Dice(state ^ UInt64(count))
    var seen: Set<[UInt32]> = []
    var lines: [[UInt8]] = []
    while lines.count < count {
      var term = Self.word(&dice, characters)
      if dice.below(50) == 0 { term = words[2_000 + dice.below(words.count - 2_000)] }
      if dice.below(3) == 0 { term += [characters[dice.rank(characters.count)]] }
      guard seen.insert(term).inserted else { continue }
      lines.append(term.flatMap { Array(Unicode.UTF8.encode(Unicode.Scalar($0)!)!) })
    }
    return TermLines(name: "synthetic-\(count)", lines)
  }

  struct Dice {
    var state: UInt64
    init(_ state: UInt64) { self.state = state }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }

    mutating func below(_ n: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(n)).high) }

    /// A rank below `n`, about as often as one over the rank.
    mutating func rank(_ n: Int) -> Int {
      // Uniform in the logarithm: halve the range a random number of times.
      let u = Double(next() >> 11) / 9_007_199_254_740_992
      var low = 1.0
      var high = Double(n) + 1
      var u2 = u
      for _ in 0..<30 {
        let middle = (low * high).squareRoot()
        u2 *= 2
        if u2 >= 1 {
          u2 -= 1
          low = middle
        } else {
          high = middle
        }
      }
      return Swift.min(n - 1, Int(low) - 1)
    }
  }
}
