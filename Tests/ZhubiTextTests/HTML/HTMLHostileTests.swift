import TestSupport
import Testing

@testable import ZhubiText

struct HTMLHostileTests {
  @Test func mangledPagesAreReadWithoutHarm() {
    var dice = Dice(99)
    let pieces =
      HTMLTokenizerTwinTests.pieces + [
        "<table>", "<tr>", "<td>", "</table>", "<p>", "</p>", "<b>", "</b>", "<a href=x>", "</a>",
        "<svg>", "</svg>", "<style>", "</style>", "<div style='display:none'>", "</div>", "<li>",
        "<textarea>", "<pre>", "\n\n", "<plaintext>", "<template>", "<select><option>",
        "<ruby><rt>",
      ]
    for page in Fixtures.pages {
      let original = Array(page.utf8)
      for _ in 0..<150 {
        var source = original
        for _ in 0..<dice.roll(1...8) {
          let at = dice.roll(0...source.count - 1)
          switch dice.roll(1...5) {
          case 1: source.remove(at: at)
          case 2: source[at] = UInt8(truncatingIfNeeded: dice.next())
          case 3: source.insert(contentsOf: dice.pick(pieces).utf8, at: at)
          case 4: source.removeSubrange(at..<min(source.count, at + dice.roll(1...40)))
          default:
            let from = dice.roll(0...source.count - 1)
            let copy = Array(source[from..<min(source.count, from + dice.roll(1...60))])
            source.insert(contentsOf: copy, at: at)
          }
          if source.isEmpty { source = original }
        }
        let fault = HTMLSourceMapTests.verify(HTMLReader().read(source), source)
        #expect(fault == nil, "\(String(decoding: source, as: UTF8.self).debugDescription)")
      }
    }
  }

  /// Steps of the element stack for a page.
  private func steps(_ html: String) -> Int {
    var page = HTMLPage(Array(html.utf8), limits: HTMLReader.Limits())
    _ = page.read()
    return page.steps
  }

  @Test(arguments: [
    "<div>", "<b>", "<p><b>", "<b><p>", "<a><div>", "</x>", "<x></y>", "<table><tr><td>",
    "<li><div>",
    "<svg>", "<b><i></b>", "<a><p></a>", "<dl><dt><dd>", "<span></p>", "<ul><li></ul></li>",
    "<ruby><rt>", "<option><optgroup>", "<h1></h2>", "</div>", "<x y=z ", "<!--", "<![CDATA[",
    "&#", "&no", "<svg></p>", "<button><p>",
  ])
  func workGrowsWithTheSource(_ piece: String) {
    let small = steps(String(repeating: piece, count: 4000))
    let large = steps(String(repeating: piece, count: 8000))
    // The stack is bounded, so that one tag costs at most its depth.
    #expect(large <= 2 * small + 512 * 4, "\(piece)")
    #expect(large <= 8000 * 2 * 513, "\(piece)")
  }

  @Test func tenThousandLevelsAreReadFlat() {
    let html =
      String(repeating: "<div>", count: 10_000) + "密" + String(repeating: "</div>", count: 10_000)
      + "后"
    let page = PageText(html)
    #expect(page.body == "密\n后")
    #expect(page.reading.problems.map(\.kind) == [.depthLimit])
    #expect(page.reading.problems[0].count == 10_000 - 512)
  }

  @Test func endlessAttributesAreCounted() {
    let many = (0..<5000).map { "a\($0)=\($0)" }.joined(separator: " ")
    let page = PageText("<p \(many)>文")
    #expect(page.body == "文")
    #expect(page.reading.problems.map(\.kind) == [.attributeLimit])
  }

  @Test func longValuesAreCut() {
    var limits = HTMLReader.Limits()
    limits.valueBytes = 10
    let page = PageText("<img alt='一二三四五'>", limits: limits)
    #expect(page.alternative == "一二三")
    #expect(page.reading.problems.map(\.kind) == [.valueLimit])
  }

  @Test func textBeyondTheLimitIsTold() {
    var limits = HTMLReader.Limits()
    limits.textBytes = 7
    let page = PageText("<p>一二三</p><p>四</p>", limits: limits)
    #expect(page.body == "一二")
    #expect(page.reading.problems.map(\.kind) == [.textLimit])
    #expect(page.reading.problems[0].count == 2)
  }

  @Test func linksAndMetadataAreBounded() {
    var limits = HTMLReader.Limits()
    limits.links = 1
    limits.metadata = 1
    let page = PageText(
      "<a href=a>x</a><a href=b>y</a><meta name=x content=甲><meta name=y content=乙>", limits: limits
    )
    #expect(page.reading.links.count == 1)
    #expect(page.reading.problems.map(\.kind) == [.linkLimit, .metadataLimit])
  }

  @Test func oneEndlessTagKeepsMemoryBounded() {
    let source = Array("<a ".utf8) + Array(repeating: UInt8(ascii: "x"), count: 4_000_000)
    var tokenizer = HTMLTokenizer(source)
    tokenizer.attributeLimit = 16
    #expect(tokenizer.next().kind == .end)
    #expect(tokenizer.attributes.count <= 16)
    #expect(tokenizer.unterminatedTag == SourceOffset(0)..<SourceOffset(source.count))
  }
}
