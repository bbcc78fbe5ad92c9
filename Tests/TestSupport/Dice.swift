/// A seeded source of randomness (SplitMix64): the same seed always throws the same dice.
public struct Dice: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// The seed is spread over all bits first, so that neighbouring seeds throw unrelated dice.
  public init(_ seed: UInt64) {
    var z = seed &* 0xD134_2543_DE82_EF95 &+ 0x1234_5678_9ABC_DEF1
    z = (z ^ (z >> 32)) &* 0xFF51_AFD7_ED55_8CCD
    state = z ^ (z >> 29)
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number in the range.
  public mutating func roll(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  /// One of the choices.
  public mutating func pick<T>(_ choices: [T]) -> T { choices[roll(0...choices.count - 1)] }

  /// True once in `n` throws on average.
  public mutating func oneIn(_ n: Int) -> Bool { roll(1...n) == 1 }
}
