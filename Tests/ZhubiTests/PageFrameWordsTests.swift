import Testing
import ZhubiText

@testable import Zhubi

/// Words of a page's frame are residue in a text that was copied, and at home in the page itself.
@Suite struct PageFrameWordsTests {
  private static let scanner = TextScanner(lexicon: try! LexiconStore(folder: nil).lexicon())
  private static let words = "【打印本页】"

  private func residue(_ text: String, _ format: DocumentFormat) throws -> Int {
    let document = DocumentReader().read(text: text, id: "x", format: format)
    return Self.scanner.scan(document).findings
      .filter { $0.rule.text == "term.template-residue" && $0.severity >= .warning }.count
  }

  @Test func countInCopiedTextAndNotInTheWholePage() throws {
    #expect(try residue("通知如下。\n\(Self.words)\n", .text) == 1)
    #expect(try residue("<p>通知如下。</p><p>\(Self.words)</p>", .html) == 1)
    let page =
      "<html><head><title>通知</title></head><body><p>通知如下。</p><p>\(Self.words)</p></body></html>"
    #expect(try residue(page, .html) == 0)
  }
}
