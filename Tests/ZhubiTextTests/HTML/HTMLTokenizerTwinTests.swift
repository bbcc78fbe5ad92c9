import TestSupport
import Testing
import ZhubiText

/// The tokenizer against the standard's states spelled out, on markup thrown together by dice.
struct HTMLTokenizerTwinTests {
  static let pieces = [
    "<", ">", "/", "!", "-", "--", "=", "\"", "'", " ", "\n", "\r\n", "\t", "\0", "\u{C}", "a", "B",
    "国", "字", "&", "#", ";", "x", "script", "SCRIPT", "</script", "<script", "<!--", "-->", "--!>",
    "<!DOCTYPE", "PUBLIC", "SYSTEM", "html", "title", "</title>", "&amp", "&amp;", "&not",
    "&notin;", "&notit;", "&#x41;", "&#65", "&#x80;", "&#0", "&#xD800;", "&#x110000;", "?",
    "[CDATA[", "<![CDATA[", "]]>", "]", "<a href=\"x&copy=1&copy;\">", "<b c='&ampd'>", "</", "/>",
    "<!", "<?", "a=b", "&zz", "&lt", "&nLt;",
  ]

  @Test func agreesWithTheStandardSpelledOut() {
    var dice = Dice(20_240_514)
    for _ in 0..<6000 {
      let html = (0..<dice.roll(1...14)).map { _ in dice.pick(Self.pieces) }.joined()
      let state = dice.pick(HTMLTokenizer.State.allCases)
      let last = dice.pick(["script", "title", "a", ""])
      let cdata = dice.oneIn(3)
      let found = TokenText.lines(html, state, last: last, cdata: cdata)
      let twin = SpecTokenizer.lines(html, state, last: last, cdata: cdata)
      #expect(found == twin, "\(html.debugDescription) in \(state.rawValue), last \(last)")
      if found != twin { break }
    }
  }

  @Test func everyNamedReferenceIsKnown() {
    #expect(SpecEntities.table.count == 2231)
    for (name, value) in SpecEntities.table {
      #expect(TokenText.lines("&\(name)") == [value], "&\(name)")
    }
  }

  @Test func tokensCoverTheSourceWithoutGaps() {
    var dice = Dice(7)
    for _ in 0..<2000 {
      let html = (0..<dice.roll(1...14)).map { _ in dice.pick(Self.pieces) }.joined()
      let source = Array(html.utf8)
      var tokenizer = HTMLTokenizer(source)
      var end = SourceOffset(0)
      while true {
        let token = tokenizer.next()
        // Only `</>` and a tag cut off by the end yield no token.
        let gap = String(decoding: source[end.value..<token.range.lowerBound.value], as: UTF8.self)
        let isEmptyTags = gap.split(separator: "</>").isEmpty
        #expect(isEmptyTags || tokenizer.unterminatedTag?.upperBound.value == source.count)
        #expect(token.body.lowerBound >= token.range.lowerBound || token.kind == .doctype)
        #expect(token.body.upperBound <= token.range.upperBound)
        end = token.range.upperBound
        if token.kind == .end { break }
        for attribute in tokenizer.attributes where token.kind == .startTag {
          #expect(attribute.name.lowerBound > token.range.lowerBound)
          #expect(attribute.value.upperBound < token.range.upperBound)
          #expect(attribute.name.upperBound <= attribute.value.lowerBound)
        }
      }
      #expect(end.value == source.count)
    }
  }
}
