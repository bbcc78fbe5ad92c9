import Testing

import BenchmarkParts

@Suite struct SpeedGuardTests {
  @Test func aRatioMayFallByFifteenPercentAndNoMore() {
    let thresholds = ["a": 2.0, "b": 1.0]
    let near = SpeedGuard.judge(["a": 1.71, "b": 1.0], against: thresholds)
    #expect(near.map(\.holds) == [true, true])
    let far = SpeedGuard.judge(["a": 1.69, "b": 1.0], against: thresholds)
    #expect(far.map(\.holds) == [false, true])
    let missing = SpeedGuard.judge(["a": 2], against: thresholds)
    #expect(missing.map(\.holds) == [true, false])
  }

  /// The engine slowed down on purpose trips the guard; the same engine left alone does not.
  @Test func aSlowerEngineTripsTheGuard() throws {
    let normal = try SpeedGuard.measure(megabytes: 2, counts: [10_000], rounds: 9)
    // The better of two, as the guard itself takes it: a neighbour may spoil one.
    let again = try SpeedGuard.measure(megabytes: 2, counts: [10_000], rounds: 9)
      .merging(try SpeedGuard.measure(megabytes: 2, counts: [10_000], rounds: 9)) { max($0, $1) }
    let slowed = try SpeedGuard.measure(megabytes: 2, counts: [10_000], rounds: 9, waste: 0.6)
    // Thresholds a little below what was just seen, as committed ones are.
    let thresholds = normal.mapValues { $0 * 0.95 }
    #expect(SpeedGuard.judge(again, against: thresholds).map(\.holds) == [true, true])
    #expect(SpeedGuard.judge(slowed, against: thresholds).map(\.holds) == [false, false])
  }

  @Test func theMadeUpTextIsAlwaysTheSame() {
    let a = SyntheticCorpus().text(bytes: 10_000)
    #expect(a == SyntheticCorpus().text(bytes: 10_000))
    #expect(String(validating: a, as: UTF8.self) != nil)
    let terms = SyntheticCorpus().terms(500)
    #expect(Set(terms.lines).count == 500)
  }
}
