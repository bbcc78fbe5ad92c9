import Testing
import ZhubiText

@testable import ZhubiDetection

/// Entries that opted in are found with symbols between their characters, others are not.
@Suite struct SymbolTermsTests {
  private static let compiled: Lexicon = {
    let pack = PackSource(
      manifest: PackSource.File(
        path: "own/pack.yaml",
        bytes: Array("id: own\nkind: term.own\nseverity: error\nsource: 测试\n".utf8)),
      tables: [
        PackSource.File(
          path: "own/words.tsv",
          bytes: Array("term\tonly\n敏感词\t@through-symbols(2)\n领导干部\t\n".utf8))
      ])
    let compiler = LexiconCompiler(folding: HouseLexicon.folding, layers: [[], [pack]])
    return try! Lexicon(image: try! compiler.compile())
  }()

  @Test(arguments: [
    ("这是敏感词。", "敏感词"), ("这是敏*感*词。", "敏*感*词"), ("敏 感－词", "敏 感－词"), ("敏★★感词", "敏★★感词"),
    ("敏\u{200B}*感词", "敏\u{200B}*感词"), ("敏***感词", nil), ("敏\n感\n\n词", nil), ("敏不感词", nil),
    ("领*导干部", nil), ("领导,干部", nil),
  ])
  func findsWhatWasOptedIn(text: String, wanted: String?) {
    let found = findings(in: text, lexicon: Self.compiled).filter { $0.rule == "term.own" }
    let bytes = Array(text.utf8)
    #expect(
      found.map { String(decoding: bytes[$0.range.plain], as: UTF8.self) }
        == (wanted.map { [$0] } ?? []))
  }

  @Test func aTermWithSymbolsCannotOptIn() {
    let pack = PackSource(
      manifest: PackSource.File(
        path: "own/pack.yaml", bytes: Array("id: own\nkind: term.own\nsource: 测试\n".utf8)),
      tables: [
        PackSource.File(
          path: "own/words.tsv", bytes: Array("term\tonly\n机密★\t@through-symbols\n".utf8))
      ])
    let compiler = LexiconCompiler(folding: HouseLexicon.folding, layers: [[pack]])
    #expect(throws: LexiconError.self) { try compiler.compile() }
  }
}
