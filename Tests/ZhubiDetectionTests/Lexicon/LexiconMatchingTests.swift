import TestSupport
import Testing
import ZhubiText

@testable import ZhubiDetection

@Suite struct LexiconMatchingTests {
  private func hits(_ text: String, _ lexicon: Lexicon, _ date: String = "2026-01-01") -> [String] {
    findings(
      in: text, lexicon: lexicon, detectors: [LexiconDetector()], date: CalendarDate(date)
    ).map { "\($0.rule.kind)@\($0.range.lowerBound.value):\($0.severity)" }
  }

  @Test func theLongerTermSilencesTheOneInside() throws {
    let lexicon = try lexicon([pack("term\n总局\n工商总局")])
    #expect(hits("国家工商总局", lexicon) == ["test@6:warning"])
    #expect(hits("总局和工商总局", lexicon).count == 2)
  }

  @Test func whatLiesInASilentTermIsSilentToo() throws {
    let lexicon = try lexicon([pack("term\tunless\n总局\t\n工商总局\t@historical")])
    #expect(hits("原工商总局", lexicon) == [])
    #expect(hits("工商总局", lexicon) == ["test@0:warning"])
    let dated = try make([pack("term\tsince\n总局\t\n工商总局\t2027-01-01")])
    #expect(hits("工商总局", dated) == [])
    #expect(hits("工商总局", dated, "2027-01-01") == ["test@0:warning"])
  }

  private func make(_ packs: [PackSource]) throws -> Lexicon { try lexicon(packs) }

  @Test(arguments: [
    ("使用SM系统", 1), ("HSM系统", 0), ("SM2算法", 0), ("我SM你", 1), ("ａＳＭ", 0), ("(SM)", 1),
    ("sm", 1), ("éSM", 0),
  ])
  func latinTermsStandFree(text: String, count: Int) {
    #expect(hits(text, Self.latin).count == count, "\(text)")
  }

  static let latin = try! ZhubiDetectionTests.lexicon([pack("term\nSM")])
  static let dated = try! ZhubiDetectionTests.lexicon([
    pack("term\tsince\tuntil\n旧名称\t2020-01-01\t2025-01-01")
  ])

  @Test(arguments: [
    ("2019-12-31", 0), ("2020-01-01", 1), ("2024-12-31", 1), ("2025-01-01", 0),
  ])
  func datesBoundAnEntry(date: String, count: Int) {
    #expect(hits("旧名称", Self.dated, date).count == count)
  }

  @Test func doubtLowersAndConfidenceWaitsForTheProfile() throws {
    let lexicon = try lexicon([
      pack("term\tconfidence\tunless\n甲乙\t\t?@near(可疑)\n丙丁\tlikely\t\n戊己\t\t@near(可疑)")
    ])
    #expect(hits("可疑的甲乙", lexicon) == ["test@9:info"])
    #expect(hits("甲乙", lexicon) == ["test@0:warning"])
    #expect(hits("可疑的戊己", lexicon) == [])
    let official = findings(
      in: "丙丁", lexicon: lexicon, detectors: [LexiconDetector()],
      selection: Selection(profile: "official") { _ in true })
    #expect(official.map(\.severity) == [.info])
    #expect(hits("丙丁", lexicon) == ["test@0:warning"])
  }

  @Test func upperLayersChangeAndSwitchOff() throws {
    let base = pack("base", "term\tseverity\n甲乙\twarning\n丙丁\twarning")
    let site = pack("site", "term\tseverity\n甲乙\tblock\n丙丁\toff\n戊己\tinfo")
    let lexicon = try lexicon([base], [site])
    #expect(hits("甲乙丙丁戊己", lexicon) == ["test@0:block", "test@12:info"])
    #expect(lexicon.entry(0).layer == 1 && lexicon.entry(0).pack == "site")
  }

  @Test func kindsSwitchedOffAreNotEvenRead() throws {
    let lexicon = try lexicon([pack("term\n甲乙")])
    let none = Selection(profile: "official") { _ in false }
    let context = DetectionContext(
      document: Document(id: "a", text: "甲乙"), partIndex: 0, folding: HouseLexicon.folding,
      asOf: AsOf(CalendarDate("2026-01-01")!, origin: .option), selection: none)
    #expect(lexicon.hits(in: context).isEmpty)
  }

  @Test func patternsCoverTheirPlace() throws {
    let lexicon = try lexicon([pack("term\n/(绝密|机密)\\s*★\\s*\\d+年/")])
    let marked = MarkedText("件号1 ⟦机密 ★ 10年⟧ 特急")
    let found = findings(in: marked.text, lexicon: lexicon, detectors: [LexiconDetector()])
    #expect(found.map(\.range.plain) == marked.utf8Ranges)
  }

  @Test(arguments: [
    ("GB/T 9704-1999", "GB/T9704—1999"), ("GB/T 9704-1999", "GB/T 9704–1999"),
    ("“十三五”规划", "十三五规划"), ("“十三五”规划", "\"十三五\"规划"),
    ("某发〔2019〕8号", "某发[2019]8号"), ("某发〔2019〕8号", "某发（2019）8号"),
    ("规划（2018—2022年）", "规划（2018-2022年）"),
  ])
  func spellingsOfOneNameMatch(term: String, text: String) throws {
    let lexicon = try lexicon([pack("term\tkind\n\(term)\toutdated.standard")])
    #expect(hits(text, lexicon).count == 1)
  }

  @Test func suggestionsFollowTheDay() throws {
    let entry = LexiconEntry(
      rule: "outdated.standard", term: "旧", suggestions: ["中 [至2026-07-01]", "新"], unless: [],
      only: [], source: "", note: "", pack: "", layer: 0, place: "")
    #expect(entry.suggestions(on: CalendarDate("2024-01-01")!) == ["中"])
    #expect(entry.suggestions(on: CalendarDate("2026-07-01")!) == ["新"])
  }

  @Test func onlyNamesAreReplacedByMachine() throws {
    let place = findings(in: "赴荣昌县考察学习。").first { $0.rule == "outdated.place" }
    #expect(place?.fix?.replacement == "重庆市荣昌区")
    let law = findings(in: "依据《合同法》第五十二条").first { $0.rule == "outdated.law" }
    #expect(law?.suggestion == "民法典" && law?.fix == nil)
    let choice = findings(in: "方便县国土局工作人员进驻。").first { $0.rule == "outdated.agency" }
    #expect(choice?.suggestion == "县自然资源局|县自然资源和规划局" && choice?.fix == nil)
    let name = findings(in: "文化旅游部公示").first { $0.rule == "term.naming-org" }
    #expect(name?.fix?.replacement == "文化和旅游部")
  }

  @Test func statutesKeepTheirOldNames() {
    let statute =
      "某市供水条例\n2016年5月1日通过\n第一条 为了供水，制定本条例。\n第二条 由市国土局负责。\n第三条 依照《合同法》。"
    #expect(
      findings(in: statute).filter { $0.rule.family == "outdated" }.allSatisfy {
        $0.severity == .info
      })
    #expect(findings(in: statute).contains { $0.rule == "outdated.agency" })
  }

  @Test func anUndatedTextOfOldYearsOnlyIsDoubtful() {
    let speech = "1981年以来，1982年、1983年连续丰收，1984年由国家计委综合平衡，请国家计委研究。"
    func severities(_ text: String, _ origin: AsOf.Origin) -> Set<Severity> {
      let day = AsOf(CalendarDate("2026-11-01")!, origin: origin)
      return Set(
        DetectionPass(lexicon: HouseLexicon.shared, detectors: [LexiconDetector()]).findings(
          in: Document(id: "a", text: text), asOf: day, selection: .everything
        ).flatMap { $0 }.filter { $0.rule == "outdated.agency" }.map(\.severity))
    }
    #expect(severities(speech + "\n报国家计委。", .today) == [.info])
    #expect(severities(speech + "\n报国家计委。", .input).contains(.warning))
    #expect(severities(speech + "2025年，\n报国家计委。", .today).contains(.warning))
  }
}
