import Testing
import ZhubiText

@testable import ZhubiDetection

@Suite struct LexiconLintTests {
  private func kinds(
    _ layers: [PackSource]..., words: [String] = []
  ) -> [LexiconDiagnostic.Kind: [Int]] {
    let lint = LexiconLint(
      compiler: LexiconCompiler(folding: HouseLexicon.folding, layers: layers), commonWords: words,
      day: CalendarDate("2026-11-21")!)
    return Dictionary(grouping: lint.diagnostics(), by: \.kind).mapValues { $0.map(\.line) }
  }

  @Test func quietOnASoundPack() { #expect(kinds([pack("term\n某某旧称")]).isEmpty) }

  @Test func findsTermsInsideCommonWords() {
    let table = "term\tunless\n测试\t\n大麻\t大麻烦\n农业部\t@longer(农业部门)\n法律\t"
    let found = kinds([pack(table)], words: ["压力测试", "大麻烦", "农业部门", "无关"])
    #expect(found == [.commonWord: [2]])
  }

  @Test func findsRepeatedTermsAfterFolding() {
    #expect(kinds([pack("term\nABC\nabc")]) == [.duplicate: [3]])
    #expect(kinds([pack("term\nABC\nＡＢＣ")]) == [.duplicate: [3]])
  }

  @Test func findsSwallowedTerms() {
    #expect(kinds([pack("term\n工商局\n市工商局")]) == [.swallowed: [3]])
    #expect(kinds([pack("term\tsuggestion\n工商局\t市场监管局\n市工商局\t市市场监管局")]).isEmpty)
  }

  @Test func findsTermsThatFlagTheirOwnCorrection() {
    #expect(
      kinds([pack("term\tsuggestion\tonly\nABC甲\tabc甲\t\n甲DE\t甲de\t@exact\n甲乙\t丙丁\t")])
        == [.flagsItsCorrection: [2]])
  }

  @Test func findsExpiredEntries() {
    #expect(
      kinds([pack("term\tuntil\n甲乙\t2026-11-21\n丙丁\t2026-11-22")]) == [.expired: [2]])
  }

  @Test func findsMissingSources() {
    let bare = PackSource(
      manifest: .init(path: "a/pack.yaml", bytes: Array("id: a\nkind: term.a\n".utf8)),
      tables: [.init(path: "a/a.tsv", bytes: Array("term\tsource\n甲乙\t\n丙丁\t出处".utf8))])
    #expect(kinds([bare]) == [.missingSource: [2]])
  }

  @Test func findsOverridesOfNothing() {
    #expect(
      kinds([pack("base", "term\n甲乙")], [pack("site", "term\tseverity\n甲乙\toff\n丙丁\toff")])
        == [.neverMatches: [3]])
  }

  @Test func theHousePacksHaveSourcesAndNoFaults() {
    let compiler = LexiconCompiler(
      folding: HouseLexicon.folding, layers: [HouseLexicon.packs(in: HouseLexicon.dictionaries)])
    let lint = LexiconLint(compiler: compiler, commonWords: [], day: CalendarDate("2026-11-21")!)
    let found = lint.diagnostics()
    #expect(found.filter(\.isFatal).isEmpty)
    #expect(found.filter { [.missingSource, .expired].contains($0.kind) }.isEmpty)
  }
}

@Suite struct LexiconDiffTests {
  @Test func namesWhatCameWentAndChanged() throws {
    let diff = LexiconDiff(
      old: try lexicon([pack("term\tseverity\n甲乙\twarning\n丙丁\twarning\n戊己\tinfo")]),
      new: try lexicon([pack("term\tseverity\n庚辛\twarning\n甲乙\tblock\n戊己\tinfo")]))
    let entries = diff.entries()
    #expect(entries.added.map(\.term) == ["庚辛"])
    #expect(entries.removed.map(\.term) == ["丙丁"])
    #expect(entries.changed.map { "\($0.old.severity!)>\($0.new.severity!)" } == ["warning>block"])
  }

  @Test func showsWhatACorpusWouldNewlyBeFlaggedFor() throws {
    let diff = LexiconDiff(
      old: try lexicon([pack("term\n甲乙\n丙丁")]), new: try lexicon([pack("term\n甲乙\n庚辛")]))
    let found = diff.findings(
      in: Document(id: "a", text: "甲乙丙丁庚辛"),
      asOf: AsOf(CalendarDate("2026-01-01")!, origin: .option), selection: .everything)
    #expect(found.added.map(\.range.lowerBound.value) == [12])
    #expect(found.removed.map(\.range.lowerBound.value) == [6])
  }
}
