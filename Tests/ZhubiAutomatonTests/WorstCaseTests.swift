import TestSupport
import Testing

@testable import ZhubiAutomaton

/// Texts that would make comparisons explode: the linear automaton takes over and finds the same.
@Suite struct WorstCaseTests {
  @Test func repetitionsAreFoundLikeTheTwinFindsThem() throws {
    let a = UInt32(0x61)
    var cases: [([[UInt32]], [UInt8])] = []
    cases.append(
      ((1...40).map { [UInt32](repeating: a, count: $0) }, [UInt8](repeating: 0x61, count: 400)))
    cases.append(
      (
        (2...63).map { [UInt32](repeating: a, count: $0) + [0x62] },
        [UInt8](repeating: 0x61, count: 20_000)
      ))
    cases.append(
      (
        (3...30).map { n in (0..<n).map { $0 % 2 == 0 ? a : 0x62 } },
        (0..<700).map { $0 % 2 == 0 ? 0x61 : 0x62 }
      ))
    for (terms, text) in cases {
      let image = try AutomatonImage(bytes: AutomatonImage.build(terms: terms, map: .identity))
      let wanted = FastTwin(map: .identity, terms: terms).matches(in: text)
      for kernel in Kernel.available {
        #expect(Automaton(image, kernel: kernel).matches(in: text) == wanted, "\(kernel)")
      }
    }
  }

  @Test func theLinearAutomatonAloneAgreesWithTheTwin() throws {
    var dice = Dice(4711)
    for _ in 0..<60 {
      let one = DifferentialTests.cast(&dice, map: .identity)
      let terms = one.terms.filter { $0.count >= 3 }
      let image = try AutomatonImage(bytes: AutomatonImage.build(terms: terms, map: .identity))
      let core = Automaton(image).core
      let codes = Self.codes(core, one.text)
      var found: Set<Match> = []
      let units = SlowTwin(map: .identity, terms: []).units(of: one.text)
      codes.withUnsafeBufferPointer { codes in
        core.linear.run(codes.baseAddress!, from: 0, to: codes.count) { last, record in
          let length = Int(core.records[record] & 255)
          let term = Int(core.records[record + 1]) | Int(core.records[record + 2]) << 16
          found.insert(
            Match(start: units[last + 1 - length].start, end: units[last].end, term: term))
        }
      }
      let wanted = FastTwin(map: .identity, terms: terms).matches(in: one.text)
      #expect(found.sorted() == wanted)
    }
  }

  private static func codes(_ core: AutomatonCore, _ text: [UInt8]) -> [UInt16] {
    SlowTwin(map: .identity, terms: []).units(of: text).map { unit in
      SwiftStages.code(core.tables, unit.value)
    } + [0]
  }
}
