import TestSupport
import Testing

@testable import ZhubiText

struct MarkdownReaderTests {
  private func read(_ text: String, code: Bool = false) -> DocumentReading {
    MarkdownReader(includesCode: code).read(Array(text.utf8))
  }

  private func text(_ reading: DocumentReading, _ kind: ExtractedPart.Kind) -> String {
    reading.parts.filter { $0.kind == kind }
      .map { String(decoding: $0.utf8, as: UTF8.self) }.joined(separator: "¶")
  }

  private func check(
    _ markdown: String, _ body: String, at place: SourceLocation = #_sourceLocation
  ) {
    #expect(text(read(markdown), .body) == body, "\(markdown)", sourceLocation: place)
  }

  @Test func blocks() {
    check("甲\n\n乙", "甲\n乙")
    check("# 题目 #\n正文", "题目\n正文")
    check("题目\n====\n正文", "题目\n正文")
    check("题目\n--\n正文", "题目\n正文")
    check("#标签", "#标签")
    check("甲\n\n---\n\n乙\n***\n丙", "甲\n乙\n丙")
    check("- 甲\n- 乙\n  续\n* 丙\n+ 丁", "甲\n乙续\n丙\n丁")
    check("1. 甲\n2. 乙", "1. 甲\n2. 乙")
    check("> 甲\n> 乙\n>\n> 丙", "甲乙\n丙")
    check("> - 甲\n> - 乙", "甲\n乙")
    check("甲  \n乙\\\n丙", "甲\n乙\n丙")
    check("甲\r\n\r\n乙\r丙", "甲\n乙丙")
    check("\u{FEFF}甲", "甲")
    check("2024. 年", "2024. 年")
  }

  @Test func wrappedLinesAreOneParagraph() {
    check("国务院\n办公厅", "国务院办公厅")
    check("open\nsource", "open source")
    check("国务院\n  办公厅", "国务院办公厅")
  }

  @Test func emphasisMarksVanish() {
    check("**机**密★", "机密★")
    check("**重点：**内容", "重点：内容")
    check("敏*感*词", "敏感词")
    check("***甲*乙**丙", "甲乙丙")
    check("_甲_ __乙__ ~~丙~~", "甲 乙 丙")
    check("a_b_c 甲_乙_丙", "a_b_c 甲_乙_丙")
    check("3 * 4 * 5", "3 * 4 * 5")
    check("3*4*5", "3*4*5")
    check("138****0000 和 139****0000", "138****0000 和 139****0000")
    check("甲*乙", "甲*乙")
    check("\\*甲\\*", "*甲*")
    check("**甲", "**甲")
  }

  @Test func codeStaysInLineOnly() {
    check("运行 `a*b*c` 即可", "运行 a*b*c 即可")
    check("``a`b`` `c", "a`b `c")
    check("甲\n\n```sh\nrm 密\n```\n乙", "甲\n乙")
    check("~~~\n密\n~~~", "")
    check("甲\n\n    let x = 1\n\n    y\n\n乙", "甲\n乙")
    check("- 甲\n\n    乙", "甲\n乙")
    check("    国务院办公厅关于某事的通知", "国务院办公厅关于某事的通知")
    let reading = read("```\nab\n```\n\n    cd\n")
    #expect(reading.skipped == [SkippedSource(kind: .codeBlock, count: 2, bytes: 9)])
    #expect(text(read("```\nab\n```\n", code: true), .code) == "ab\n")
    #expect(read("```\nab").problems.map(\.kind) == [.unterminatedFence])
  }

  @Test func linksShowTheirText() {
    let reading = read("见[国务院](http://a.example/b_c \"公报\")与![图*一*](x.png)、<http://c.example>。")
    #expect(text(reading, .body) == "见国务院与图一、http://c.example。")
    #expect(text(reading, .alternative) == "公报")
    #expect(reading.links.map(\.target) == ["http://a.example/b_c", "x.png", "http://c.example"])
    check("国〔2024〕1号 [1] [甲][乙]\n\n[乙]: http://x", "国〔2024〕1号 [1] 甲")
    check("[甲](a(b)c)乙", "甲乙")
    check("[甲](<a b>)乙", "甲乙")
    check("[甲](未完", "[甲](未完")
    check("[![甲](a)](b)", "甲")
  }

  @Test func referencesAreDecoded() {
    check("甲&nbsp;乙&#20013;&lt; &copy2", "甲\u{A0}乙中< &copy2")
  }

  @Test func pipeTables() {
    let reading = read(
      "前\n\n| 姓名 | 证号 |\n|:--|--:|\n| **甲**某 | `1` |\n| 乙 \\| 丙 | |\n\n后")
    #expect(text(reading, .body) == "前\n姓名\t证号\n甲某\t1\n乙 | 丙\n后")
    let body = reading.body!
    let table = body.tables[0]
    let header = table.header(forColumn: 1)[0]
    #expect(String(decoding: body.utf8[header.range.plain], as: UTF8.self) == "证号")
    #expect(table.rows.map(\.count) == [2, 2, 2])
    check("甲 | 乙\n--|--\n丙 | 丁", "甲\t乙\n丙\t丁")
    check("甲 | 乙\n丙 | 丁", "甲 | 乙丙 | 丁")
  }

  @Test func htmlIsReadByItsOwnRules() {
    let reading = read(
      "甲\n\n<div style='display:none'>密</div>\n<table><tr><td>乙<td>丙</table>\n\n丁<b>戊</b><br>己 <人名> a<b\n"
    )
    #expect(text(reading, .body) == "甲\n乙\t丙\n丁戊\n己 <人名> a<b")
    #expect(text(reading, .hidden(.displayNone)) == "密")
    #expect(reading.body!.tables.count == 1)
    let cell = reading.body!.tables[0].rows[0][1]
    #expect(String(decoding: reading.body!.utf8[cell.range.plain], as: UTF8.self) == "丙")
    check("<script>\n密\n\n密\n</script>\n甲", "甲")
  }

  @Test func commentsAreHidden() {
    let reading = read("甲<!-- 乙\n\n丙 -->丁\n\n<!-- 戊 -->\n己")
    #expect(text(reading, .body) == "甲丁\n己")
    #expect(text(reading, .hidden(.comment)) == "乙丙\n戊")
    #expect(read("甲<!-- 乙").problems.map(\.kind) == [.unterminatedComment])
  }

  @Test func frontMatterIsMetadata() {
    let reading = read("---\ntitle: \"关于某事\"\ndate: 2024-05-14\ntags:\n  - 机密\n# x\n---\n正文")
    #expect(reading.metadata.title?.value == "关于某事")
    #expect(reading.metadata.publicationDate?.value == "2024-05-14")
    #expect(text(reading, .metadata) == "关于某事¶2024-05-14¶机密")
    #expect(text(reading, .body) == "正文")
    let toml = read("+++\ntitle = '甲'\n+++\n# 乙")
    #expect(toml.metadata.title?.value == "甲")
    #expect(read("# 甲\n## 乙").metadata.title?.value == "甲")
    check("---\n没有结束\n", "没有结束")
  }

  @Test func textLeadsBackToItsSource() {
    for marked in [
      "甲**⟦密⟧**乙", "# ⟦题⟧", "> - ⟦密件⟧ x", "| a | b |\n|---|---|\n| c | ⟦密⟧ |",
      "[⟦密⟧](x)", "<div><p>⟦密⟧</p></div>", "甲<!-- ⟦密⟧ -->", "---\ntitle: ⟦密⟧\n---\n",
      "甲 &amp; ⟦密⟧", "`⟦密⟧`", "⟦密\n件⟧", "⟦敏*感⟧*词",
    ] {
      let text = MarkedText(marked)
      let source = Array(text.text.utf8)
      let range = text.utf8Ranges[0]
      let word = source[range].filter { $0 != 0x0A && $0 != UInt8(ascii: "*") }
      let reading = MarkdownReader().read(source)
      let found = reading.parts.compactMap { part in
        part.utf8.firstRange(of: word).map { part.map.source(of: Range<TextOffset>($0)).plain }
      }
      #expect(found == [range], "\(marked)")
    }
  }

  static let fixture = """
    ---
    title: 关于某事的通知
    date: 2024-05-14
    ---
    # 关于**某事**的通知

    各县（市、区）人民政府，
    市直各单位：

    1. 第一条 [链接](http://x.example "题") `代码` &mdash; 文
       - 子项 ![图](a.png)
    > 引用 <span style="display:none">密</span>

    | 姓名 | 证号 |
    |---|:-:|
    | 甲某 | 1 |

    ```swift
    let a = "密"
    ```
    <div><p>段<b>落</b></p></div>

    <!-- 注释
    两行 --> 之后 ~~删~~ \\*星\\*

    [ref]: http://y.example '题'
    """

  @Test func mangledTextIsReadWithoutHarm() {
    var dice = Dice(5)
    let pieces = [
      "*", "**", "_", "`", "```\n", "[", "](", ")", "!", "<", ">", "<!--", "-->", "|", "\n", "\n\n",
      "    ", "- ", "1. ", "# ", "---\n", "\\", "&amp;", "<div>", "<script>", "~~", "\r", "\0", "国",
    ]
    let original = Array(Self.fixture.utf8)
    for _ in 0..<600 {
      var source = original
      for _ in 0..<dice.roll(1...10) {
        let at = dice.roll(0...source.count - 1)
        switch dice.roll(1...3) {
        case 1: source.insert(contentsOf: dice.pick(pieces).utf8, at: at)
        case 2: source.removeSubrange(at..<min(source.count, at + dice.roll(1...20)))
        default: source[at] = UInt8(truncatingIfNeeded: dice.next())
        }
        if source.isEmpty { source = original }
      }
      let fault = HTMLSourceMapTests.verify(MarkdownReader(includesCode: true).read(source), source)
      #expect(
        fault == nil, "\(fault ?? ""): \(String(decoding: source, as: UTF8.self).debugDescription)")
    }
  }

  @Test(arguments: [
    "[", "](", "[a](", "*a ", "`", "``` ", "<!--", "<!--\n-->", "> ", "- ", "| a\n|-\n", "<div>\n",
    "_*",
    "![", "\\", "&", "<a ", "**a*", "    a\n", "[a]: b\n",
  ])
  func longRunsAreRead(_ piece: String) {
    let source = Array(String(repeating: piece, count: 5000).utf8)
    #expect(HTMLSourceMapTests.verify(MarkdownReader().read(source), source) == nil)
  }
}
