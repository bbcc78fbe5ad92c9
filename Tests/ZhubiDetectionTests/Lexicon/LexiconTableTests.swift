import Testing
import ZhubiText

@testable import ZhubiDetection

/// A pack written in a test.
func pack(_ table: String) -> PackSource { pack("test", table) }

func pack(_ id: String, _ table: String) -> PackSource {
  PackSource(
    manifest: .init(
      path: "\(id)/pack.yaml",
      bytes: Array("id: \(id)\nkind: term.test\nsource: 测试\n".utf8)),
    tables: [.init(path: "\(id)/a.tsv", bytes: Array(table.utf8))])
}

func compiler(_ layers: [PackSource]...) -> LexiconCompiler {
  LexiconCompiler(folding: HouseLexicon.folding, layers: layers)
}

func lexicon(_ layers: [PackSource]...) throws -> Lexicon {
  try Lexicon(
    image: LexiconCompiler(folding: HouseLexicon.folding, layers: layers).compile())
}

@Suite struct LexiconTableTests {
  @Test func readsEveryColumn() throws {
    let table = """
      term\tkind\tseverity\tconfidence\tsuggestion\tunless\tonly\tsince\tuntil\tsource\tnote
      旧词\toutdated.system\terror\tlikely\t新词|另词\t@historical;旧词典\t@head\t2020-01-02\t2030-01-01\t出处\t备注
      """
    let entry = try #require(compiler([pack(table)]).merged().entries.first)
    #expect(entry.rule == "outdated.system" && entry.severity == .error)
    #expect(entry.confidence == .likely && entry.suggestions == ["新词", "另词"])
    #expect(entry.unless == [.named("historical", []), .phrase("旧词典")])
    #expect(entry.only == [.named("head", [])])
    #expect(entry.since?.description == "2020-01-02" && entry.until?.description == "2030-01-01")
    #expect(entry.source == "出处" && entry.note == "备注" && entry.place == "test/a.tsv:2")
    #expect(entry.id == "outdated.system:旧词")
  }

  @Test func defaultsStandInForEmptyCellsAndJoinConditions() throws {
    let table = """
      #default kind outdated.law
      #default unless @repeal\t\t
      # a remark
      term\tkind\tunless
      某某法\t\t@historical
      某某令\toutdated.regulation\t
      """
    let entries = compiler([pack(table)]).merged().entries
    #expect(entries.map(\.rule) == ["outdated.law", "outdated.regulation"])
    #expect(entries[0].unless == [.named("repeal", []), .named("historical", [])])
    #expect(entries[1].unless == [.named("repeal", [])])
    #expect(entries[0].source == "测试")
  }

  @Test func takesWindowsLineEndsAndPaddedCells() {
    let entries = compiler([pack("term\tseverity\r\n 旧词 \tinfo\r\n")]).merged().entries
    #expect(entries.first?.term == "旧词" && entries.first?.severity == .info)
  }

  @Test(arguments: [
    ("term\tcolour\n旧词\t红", LexiconDiagnostic.Kind.unknownColumn, 1),
    ("kind\nterm.a", .malformedRow, 1), ("term\n旧词\t多", .malformedRow, 2),
    ("term\tseverity\n旧词\tterrible", .unknownSeverity, 2),
    ("term\tkind\n旧词\tnonsense", .unknownKind, 2),
    ("term\tconfidence\n旧词\tmaybe", .unknownSeverity, 2),
    ("term\tunless\n旧词\t@no-such", .unknownContext, 2),
    ("term\tunless\n旧词\t?@no-such", .unknownContext, 2),
    ("term\tonly\n旧词\t@near(a", .unknownContext, 2), ("term\tsince\n旧词\t2020-02-30", .badDate, 2),
    ("term\tkind\n\tterm.a", .malformedRow, 2), ("term\n/(甲/", .malformedRow, 2),
    ("term\n/\\d+/", .malformedRow, 2), ("#default term x\nterm\n旧词", .unknownColumn, 1),
    ("term\n甲", .tooShort, 2), ("term\n\u{200B}\u{200B}", .neverMatches, 2),
    ("term\n旧词\n旧词", .duplicate, 3),
  ])
  func reportsTheLine(table: String, kind: LexiconDiagnostic.Kind, line: Int) {
    let found = compiler([pack(table)]).merged().diagnostics
    #expect(found.contains { $0.kind == kind && $0.line == line && $0.isFatal }, "\(found)")
    #expect(throws: LexiconError.self) { try compiler([pack(table)]).compile() }
  }

  @Test func aTermMayBeginWithAHash() throws {
    #expect(compiler([pack("term\n#REF!")]).merged().entries.map(\.term) == ["#REF!"])
  }

  @Test(arguments: [
    ("甲;乙", [Condition.phrase("甲"), .phrase("乙")]), ("大~", [.phrase("大旧词")]),
    ("@near(价格|收费)", [.named("near", ["价格", "收费"])]), ("@near（~；乙）", [.named("near", ["旧词；乙"])]),
    ("?@quoted ; @head", [.doubt(.named("quoted", [])), .named("head", [])]), ("", []), (" ; ", []),
    ("?~表", [.doubt(.phrase("旧词表"))]),
  ])
  func readsConditions(cell: String, expected: [Condition]) throws {
    #expect(try Condition.parse(cell, term: "旧词").get() == expected)
  }

  @Test(arguments: ["@", "@near(", "@near(a", "?", "?@", "@near(a)b"])
  func refusesConditions(cell: String) {
    #expect(throws: ConditionError.self) { try Condition.parse(cell, term: "旧词").get() }
  }
}
