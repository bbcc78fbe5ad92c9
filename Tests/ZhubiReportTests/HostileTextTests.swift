import Foundation
import Testing
import ZhubiPolicy

@testable import ZhubiReport

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A text under examination must never be obeyed by whatever shows the report.
@Suite struct HostileTextTests {
  static let readable = GoldenCase.all.filter { $0.file != "colour.ansi" }

  /// Escape codes, bidirectional overrides, zero-width characters: shown, never passed on.
  @Test(arguments: readable)
  func nothingHiddenPassesThrough(_ example: GoldenCase) {
    var text = Fixture.text(of: example.reporter)[...]
    if example.file.hasSuffix(".csv") { text = text.dropFirst() }
    let hidden = Set(text.unicodeScalars.filter { VisibleText.kind(of: $0) == .hidden })
    #expect(hidden.isEmpty, "\(hidden.map { VisibleText.number(of: $0) })")
    #expect(!text.unicodeScalars.contains { "\u{2028}\u{2029}\u{85}".unicodeScalars.contains($0) })
  }

  @Test func coloursAreTheOnlyEscapeCodes() {
    let text = Fixture.text(of: TextReporter(colour: true))
    let plain = text.replacing(#/\u{1B}\[(0|1|2|31|32|33|34)m/#, with: "")
    #expect(plain == Fixture.text(of: TextReporter()))
  }

  @Test func thePageHoldsOnlyItsOwnMarkup() {
    let page = Fixture.text(of: HTMLReporter(catalogue: Fixture.catalogue))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.matches(of: #/<script/#).count == 1)
    #expect(page.matches(of: #/<style/#).count == 1)
    let tags = Set(page.matches(of: #/<([a-zA-Z][a-zA-Z0-9]*)/#).map { String($0.1) })
    #expect(tags.isDisjoint(with: ["img", "iframe", "object", "embed", "b onclick"]))
    let markup = page.matches(of: #/<[a-zA-Z][^<>]*>/#).map { String($0.0) }
    #expect(markup.count > 100)
    for tag in markup {
      #expect(!tag.contains(#/\son[a-z]+\s*=/#), "\(tag)")
      #expect(!tag.contains(#/\sstyle\s*=/#), "\(tag)")
      #expect(!tag.contains(#/\s(?:src|srcset|xlink:href)\s*=/#), "\(tag)")
      #expect(!tag.contains(#/\shref="[^#]/#), "\(tag)")
    }
  }

  @Test func everyOpenedElementIsClosed() {
    let page = Fixture.text(of: HTMLReporter(catalogue: Fixture.catalogue))
    let body = page.replacing(#/<(script|style)>[\s\S]*?<\/\1>/#, with: "")
    let void: Set = ["meta", "input", "br", "rect"]
    var open: [String] = []
    for match in body.matches(of: #/<(\/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(\/?)>/#) {
      let name = String(match.2)
      if void.contains(name) || !match.3.isEmpty { continue }
      if match.1.isEmpty {
        open.append(name)
      } else {
        #expect(open.popLast() == name)
      }
    }
    #expect(open.isEmpty)
  }

  @Test func cellsThatSpreadsheetsWouldComputeAreDefused() {
    let texts = ["=1", "+1", "-1", "@A1", "\t=1", "\r=1", " =1", "\u{3000}=1", "\u{FF1D}1", "\n=1"]
    for text in texts {
      let cell = CSVReporter.cell(text)
      #expect(cell.hasPrefix("\"'") || cell.hasPrefix("'"), "\(text.debugDescription)")
    }
    for text in ["1", "公告", "a=b", ""] { #expect(CSVReporter.cell(text) == text) }
    #expect(CSVReporter.cell("说\"好\"") == "\"说\"\"好\"\"\"")
  }

  @Test func everyRowOfTheTableHasAllColumns() throws {
    let text = Fixture.text(of: CSVReporter(catalogue: Fixture.catalogue))
    let rows = CSVTable(text).rows
    #expect(text.unicodeScalars.first == "\u{FEFF}")
    #expect(rows.count == 1 + 18 + 2)
    #expect(rows.allSatisfy { $0.count == 14 })
    #expect(rows[0][0] == "文档" && rows[0][13] == "指纹")
    for cell in rows.flatMap({ $0 }) {
      #expect(!"=+-@\t\r".contains(cell.first ?? "a"), "\(cell)")
    }
  }

  @Test func workflowCommandsCannotBeSmuggledIn() {
    let lines = Fixture.text(of: GitHubReporter(catalogue: Fixture.catalogue))
      .split(separator: "\n", omittingEmptySubsequences: false)
    // 18 findings, one limit, one thing not read, the closing line, the end of the last line.
    #expect(lines.count == 22)
    for line in lines.dropLast(2) {
      #expect(line.contains(#/^::(error|warning|notice) (file|title)=[^:]*::/#), "\(line)")
    }
    #expect(GitHubReporter.escaped("a%0A:,\r\n", isField: true) == "a%250A%3A%2C%0D%0A")
    #expect(GitHubReporter.escaped("a%0A:,\r\n", isField: false) == "a%250A:,%0D%0A")
  }

  @Test(arguments: [Language.chinese, .english])
  func theXMLIsWellFormed(_ language: Language) {
    let text = Fixture.text(of: JUnitReporter(language: language))
    let parser = XMLParser(data: Data(text.utf8))
    let reader = SuiteReader()
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(reader.suites.count == Fixture.documents.count + 1)
    #expect(reader.suites.allSatisfy { $0.declared == $0.seen })
    #expect(reader.suites.reduce(0) { $0 + $1.seen.errors } == 3)
    #expect(reader.suites.reduce(0) { $0 + $1.seen.failures } == 7)
  }

  @Test func addressesAreURIs() {
    #expect(ArtifactAddress.uri(of: "./a b/名.txt") == "a%20b/%E5%90%8D.txt")
    #expect(ArtifactAddress.uri(of: "/x/y:z") == "file:///x/y%3Az")
    #expect(
      ArtifactAddress.uri(of: "https://a.invalid/b?c=1&d=名")
        == "https://a.invalid/b?c=1&d=%E5%90%8D")
    #expect(ArtifactAddress.uri(of: "javascript:alert(1)") == "javascript%3Aalert%281%29")
  }
}

/// Counts the cases of each suite, and compares them with what the suite says of itself.
private final class SuiteReader: NSObject, XMLParserDelegate {
  struct Counts: Equatable {
    var tests = 0
    var failures = 0
    var errors = 0
  }
  var suites: [(declared: Counts, seen: Counts)] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    func number(_ key: String) -> Int { Int(attributes[key] ?? "") ?? -1 }
    switch name {
    case "testsuite":
      suites.append(
        (
          Counts(tests: number("tests"), failures: number("failures"), errors: number("errors")),
          Counts()
        ))
    case "testcase": suites[suites.count - 1].seen.tests += 1
    case "failure": suites[suites.count - 1].seen.failures += 1
    case "error": suites[suites.count - 1].seen.errors += 1
    default: break
    }
  }
}
