import TestSupport
import Testing
import ZhubiText

struct TableReaderTests {
  private func read(_ text: String, _ format: TableReader.Format) -> DocumentReading {
    TableReader().read(Array(text.utf8), as: format)
  }

  private func body(_ text: String, _ format: TableReader.Format) -> String {
    String(decoding: read(text, format).body?.utf8 ?? [], as: UTF8.self)
  }

  /// The headers above, or the label before, the cell that holds a word.
  private func names(_ text: String, _ format: TableReader.Format, _ word: String) -> [String] {
    let part = read(text, format).body!
    let at = part.utf8.firstRange(of: Array(word.utf8))!.lowerBound
    let table = part.tables[0]
    guard let cell = table.cell(at: TextOffset(at)) else { return [] }
    let found = table.header(forColumn: cell.column) + (table.label(of: cell).map { [$0] } ?? [])
    return found.map { String(decoding: part.utf8[$0.range.plain], as: UTF8.self) }
  }

  @Test func separatedValues() {
    #expect(body("姓名,证号\n甲,一\r\n乙,\n", .csv) == "姓名\t证号\n甲\t一\n乙")
    #expect(body("\u{FEFF}甲,乙", .csv) == "甲\t乙")
    #expect(body("\"甲,\"\"乙\"\"\",\"丙\n丁\"", .csv) == "甲,\"乙\"\t丙\n丁")
    #expect(body("甲;乙\n丙;丁", .csv) == "甲\t乙\n丙\t丁")
    #expect(body("甲\t乙,丙\n", .tsv) == "甲\t乙,丙")
    #expect(body(" 甲 ,\"\"\n\n,乙", .csv) == "甲\n\t乙")
    #expect(body("", .csv) == "")
  }

  @Test func headersReachTheirColumn() {
    #expect(names("姓名,身份证号\n甲,一\n乙,二", .csv, "二") == ["身份证号", "乙"])
    #expect(names("身份证号\n一二\n三四", .csv, "三四") == ["身份证号"])
    #expect(names("甲,123456\n乙,234567", .csv, "234567") == ["乙"])
  }

  @Test func malformedQuotesAreTold() {
    #expect(read("\"甲\"乙,丙", .csv).problems.map(\.kind) == [.malformedQuote])
    #expect(body("\"甲\"乙,丙", .csv) == "甲乙\t丙")
    #expect(read("甲,\"乙\n丙", .csv).problems.map(\.kind) == [.malformedQuote])
    #expect(body("甲,\"乙\n丙", .csv) == "甲\t乙\n丙")
    #expect(read("甲,\"乙\"\n", .csv).problems.isEmpty)
  }

  @Test func jsonMembersAreLines() {
    let text = #"{"姓名":"甲某","tel":[138,"139"],"a":{"b":"丙","c":null,"d":true},"e":[{"f":"g"},[]]}"#
    #expect(body(text, .json) == "姓名\t甲某\ntel\t138\t139\na\nb\t丙\nc\nd\ne\nf\tg")
    #expect(names(text, .json, "甲某") == ["姓名"])
    #expect(names(text, .json, "139") == ["tel"])
    #expect(read(text, .json).problems.isEmpty)
    #expect(body(" [\"甲\", \"乙\"] ", .json) == "甲\t乙")
    #expect(body("\"甲\"", .json) == "甲")
    #expect(body("{\"a\":1}\n{\"a\":2}\n", .jsonLines) == "a\t1\na\t2")
    #expect(body("{}", .json) == "")
  }

  @Test func jsonEscapesAreDecoded() {
    #expect(body(#"["\u673a\u5bc6\"\\\/\n\ud83d\ude00\ud83d"]"#, .json) == "机密\"\\/\n😀\u{FFFD}")
    let source = Array(#"{"a":"x\u5bc6y"}"#.utf8)
    let part = TableReader().read(source, as: .json).body!
    let at = part.utf8.firstRange(of: Array("密".utf8))!
    let range = part.map.source(of: Range<TextOffset>(at)).plain
    #expect(String(decoding: source[range], as: UTF8.self) == #"\u5bc6"#)
  }

  @Test(arguments: [
    "{", "[1,]", "{\"a\"}", "{\"a\":}", "{a:1}", "[1 2]", "01", "1.", "-", "tru", "\"x", "\"\\q\"",
    "\"\\u12\"", "{}{}", "]", "[}", "", "{\"a\":1,}", "nul",
  ])
  func malformedJSONIsToldAndReadAsText(_ text: String) {
    #expect(read(text, .json).problems.map(\.kind) == [.malformedJSON])
    #expect(body("[\"甲\",乙]", .json) == "甲\n乙]")
  }

  @Test(arguments: [
    "0", "-0.5e+10", "1E5", "[]", "[[],{}]", "true", "null", "{\"a\":{}}", " \n\t1\r\n",
    "[1,2,[3]]",
  ])
  func wellFormedJSONIsRead(_ text: String) {
    #expect(read(text, .json).problems.isEmpty)
  }

  @Test func deepJSONIsReadWithoutRecursion() {
    let deep =
      String(repeating: "[", count: 90_000) + "\"甲\"" + String(repeating: "]", count: 90_000)
    #expect(body(deep, .json) == "甲")
    let deeper = String(repeating: "[", count: 200_000)
    #expect(read(deeper, .json).problems.map(\.kind) == [.malformedJSON])
  }

  @Test func jsonPathsAreToldWhenAsked() {
    let text = #"{"rows":[{"name":"a,]}"},{"name":"⟦甲⟧","x":[1,⟦2⟧]}],"⟦k⟧":⟦3⟧}"#
    let marked = MarkedText(text)
    let paths = marked.utf8Ranges.map {
      JSONPath.path(at: SourceOffset($0.lowerBound), in: Array(marked.text.utf8))
    }
    #expect(paths == ["$.rows[1].name", "$.rows[1].x[1]", "$.k", "$.k"])
  }

  @Test func mangledFilesAreReadWithoutHarm() {
    var dice = Dice(11)
    let files: [(String, TableReader.Format)] = [
      ("姓名,证号\n\"甲,\"\"某\",一\r\n乙,二\n", .csv), ("a\tb\n\"c\"\td\n", .tsv),
      (#"{"a":["x\n\u5bc6",1.5e3,true],"b":{"c":null}}"#, .json),
    ]
    for (text, format) in files {
      for _ in 0..<400 {
        var source = Array(text.utf8)
        for _ in 0..<dice.roll(1...4) {
          let at = dice.roll(0...source.count - 1)
          if dice.oneIn(2) {
            source.remove(at: at)
          } else {
            source[at] = dice.pick(Array("\"\\,{}[]:\n\tu0 ".utf8))
          }
          if source.isEmpty { source = [0x22] }
        }
        let reading = TableReader().read(source, as: format)
        for part in reading.parts {
          let whole = part.map.source(of: TextOffset(0)..<TextOffset(part.utf8.count))
          #expect(whole.upperBound.value <= source.count)
          for cell in part.tables.flatMap({ $0.rows.joined() }) {
            #expect(cell.range.upperBound.value <= part.utf8.count)
          }
        }
      }
    }
  }

  @Test func limitsAreTold() {
    var limits = HTMLReader.Limits()
    limits.textBytes = 4
    let cut = TableReader(limits: limits).read(Array("甲,乙丙".utf8), as: .csv)
    #expect(cut.problems.map(\.kind) == [.textLimit])
    #expect(cut.body.map { String(decoding: $0.utf8, as: UTF8.self) } == "甲")
    limits = HTMLReader.Limits()
    limits.cells = 1
    #expect(
      TableReader(limits: limits).read(Array("[1,2]".utf8), as: .json).problems.map(\.kind)
        == [.cellLimit])
  }
}
