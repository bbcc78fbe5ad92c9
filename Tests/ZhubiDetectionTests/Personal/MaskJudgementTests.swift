import TestSupport
import Testing
import ZhubiText

@testable import ZhubiDetection

/// How many numbers fit a mask.
@Suite struct MaskJudgementTests {
  private let today = CalendarDate(year: 2026, month: 11, day: 1)!

  private func pattern(_ text: String) -> [UInt8] {
    text.utf8.map {
      $0 == UInt8(ascii: "*") ? PersonalHit.hidden : $0 == UInt8(ascii: "X") ? 10 : $0 - 0x30
    }
  }

  @Test(arguments: [
    ("33010619900101****", 1_000), ("33010619900101777*", 1), ("3301061990010177**", 10),
    ("3301061990****7770", 33), ("330106********7770", 2_654), ("330106199001017770", 1),
  ])
  func countsWhatFits(text: String, count: Int) {
    #expect(MaskJudgement.candidates(pattern(text), asOf: today) == count)
  }

  @Test(arguments: ["780106********7770", "33010619901301****", "3301062090****7770"])
  func refusesWhatNoNumberCanBe(text: String) {
    #expect(MaskJudgement.candidates(pattern(text), asOf: today) == nil)
  }

  @Test func adequateMasksLeaveMoreThanEnough() throws {
    for text in [
      "330***********7770", "33*************770", "3****************0", "330106************",
    ] {
      let count = try #require(MaskJudgement.candidates(pattern(text), asOf: today))
      #expect(count > 1_000, "\(text)")
    }
  }

  @Test func twoCopiesMergeOrContradict() {
    let merged = MaskJudgement.merged(pattern("330106********7770"), pattern("330***19900101****"))
    #expect(merged == pattern("330106199001017770"))
    #expect(MaskJudgement.merged(pattern("330106********7770"), pattern("330107****")) == nil)
    #expect(
      MaskJudgement.merged(pattern("330106********7770"), pattern("330107********7770")) == nil)
  }

  /// The count against counting one by one.
  @Test func countingAgreesWithTheSlowWay() {
    var dice = Dice(5)
    for _ in 0..<20 {
      var text = Array("330106199001017770".utf8.map { $0 - 0x30 })
      for _ in 0..<dice.roll(1...2) { text[dice.roll(8...13)] = PersonalHit.hidden }
      var slow = 0
      for number in 0..<10_000 {
        var rest = number
        var days = [UInt8](repeating: 0, count: 8)
        days[0...3] = [1, 9, 9, 0]
        for place in (4..<8).reversed() {
          days[place] = UInt8(rest % 10)
          rest /= 10
        }
        for place in 0..<8
        where text[6 + place] != PersonalHit.hidden && text[6 + place] != days[place] {
          days[0] = 99
        }
        guard days[0] == 1 else { continue }
        let month = Int(days[4]) * 10 + Int(days[5])
        let day = Int(days[6]) * 10 + Int(days[7])
        if CalendarDate(year: 1_990, month: month, day: day) != nil { slow += 1 }
      }
      let hidesYear = text[8] == PersonalHit.hidden || text[9] == PersonalHit.hidden
      guard !hidesYear else { continue }
      #expect(MaskJudgement.candidates(text, asOf: today) == (slow > 1 ? max(1, slow / 11) : slow))
    }
  }
}
