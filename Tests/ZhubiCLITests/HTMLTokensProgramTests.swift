import Foundation
import TestSupport
import Testing

/// `zhubi-html-tokens` as a whole program, in the format of the public tokenizer tests.
@Suite struct HTMLTokensProgramTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var input: String
    var tokens: [String]
    var state = "Data state"
    var lastStartTag = ""
    var testDescription: String { "\(state): \(input.debugDescription)" }
  }

  static let cases: [Case] = [
    Case(input: "", tokens: []),
    Case(
      input: "<!DOCTYPE html><p A=1 a=2 b='&amp;'>x&lt;y</P><br/>",
      tokens: [
        #"["DOCTYPE","html",null,null,true]"#, #"["StartTag","p",{"a":"1","b":"&"}]"#,
        #"["Character","x<y"]"#, #"["EndTag","p"]"#, #"["StartTag","br",{},true]"#,
      ]),
    Case(
      input: "<!doctype a PUBLIC 'b' \"c\"", tokens: [#"["DOCTYPE","a","b","c",false]"#]),
    Case(input: "<!--a--!>b", tokens: [#"["Comment","a"]"#, #"["Character","b"]"#]),
    Case(input: "a\r\nb\rc", tokens: [#"["Character","a\u000ab\u000ac"]"#]),
    Case(input: "机\u{1F512}", tokens: [#"["Character","\u673a\ud83d\udd12"]"#]),
    Case(input: "a\u{0}b", tokens: [#"["Character","a\u0000b"]"#]),
    Case(input: "&notit;&not", tokens: [#"["Character","\u00acit;\u00ac"]"#]),
    Case(input: "&#x80;&#0;", tokens: [#"["Character","\u20ac\ufffd"]"#]),
    Case(input: "<a/b=c", tokens: []),
    Case(
      input: "a</b></xmp>c",
      tokens: [
        #"["Character","a</b>"]"#, #"["EndTag","xmp"]"#, #"["Character","c"]"#,
      ], state: "RAWTEXT state", lastStartTag: "xmp"),
    Case(
      input: "&lt;</title >", tokens: [#"["Character","<"]"#, #"["EndTag","title"]"#],
      state: "RCDATA state", lastStartTag: "title"),
    Case(input: "&lt;</a>", tokens: [#"["Character","&lt;</a>"]"#], state: "PLAINTEXT state"),
    Case(
      input: "<!--<script></script></script>",
      tokens: [#"["Character","<!--<script></script>"]"#, #"["EndTag","script"]"#],
      state: "Script data state", lastStartTag: "script"),
    Case(
      input: "a]]]>&#32;", tokens: [#"["Character","a] "]"#], state: "CDATA section state"),
    Case(input: "<![CDATA[a]]>", tokens: [#"["Comment","[CDATA[a]]"]"#]),
  ]

  @Test(arguments: cases) func tokensStandOnLinesOfTheirOwn(_ one: Case) throws {
    let program = try Program("zhubi-html-tokens")
    defer { program.clean() }
    var arguments = ["--initial-state", one.state]
    if !one.lastStartTag.isEmpty { arguments += ["--last-start-tag", one.lastStartTag] }
    let result = try program.run(arguments, input: Data(one.input.utf8))
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(result.output.split(separator: "\n").map(String.init) == one.tokens)
  }

  @Test func theOptionsMayBeWrittenWithAnEqualsSign() throws {
    let program = try Program("zhubi-html-tokens")
    defer { program.clean() }
    let result = try program.run(
      "--initial-state=RCDATA state", "--last-start-tag=title", input: "<b></title>")
    #expect(result.output == "[\"Character\",\"<b>\"]\n[\"EndTag\",\"title\"]\n")
  }

  @Test(arguments: [["--initial-state", "No state"], ["--initial-state"], ["--what", "a"]])
  func whatIsNotUnderstoodIsRefused(arguments: [String]) throws {
    let program = try Program("zhubi-html-tokens")
    defer { program.clean() }
    let result = try program.run(arguments, input: Data())
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("usage:"))
  }
}
