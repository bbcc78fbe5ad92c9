import TestSupport
import Testing
import ZhubiDetection
import ZhubiText

/// The examples every rule carries are its tests, the manual and what `zhubi explain` shows.
@Suite struct RuleExampleTests {
  @Test(arguments: BuiltInDetectors.rules.map(\.id))
  func firesAndStaysQuietAsItsExamplesSay(id: RuleID) throws {
    let rule = try #require(BuiltInDetectors.rules.first { $0.id == id })
    #expect(!rule.fires.isEmpty, "\(id) shows no text in which it fires")
    #expect(!rule.staysQuiet.isEmpty, "\(id) shows no text in which it stays quiet")
    for example in rule.fires {
      let marked = MarkedText(example.text)
      let found = findings(in: marked.text, date: example.date).filter { $0.rule == id }
      #expect(
        found.map(\.range.plain) == marked.utf8Ranges, "\(id) in: \(example.text)")
    }
    for example in rule.staysQuiet {
      let found = findings(in: example.text, date: example.date).filter { $0.rule == id }
      #expect(found.isEmpty, "\(id) must stay quiet in: \(example.text)")
    }
  }

  @Test func idsAreUnique() {
    let ids = BuiltInDetectors.rules.map(\.id)
    #expect(Set(ids).count == ids.count)
  }
}
