import TestSupport
import Testing

@testable import ZhubiText

struct HTMLSourceMapTests {
  @Test func textLeadsBackToItsSource() {
    let page = PageText(
      """
      <p>一<b>机</b>密★ &ldquo;甲&rdquo;  乙</p><img alt='丙&amp;丁'><p>国务
        院</p><!-- 戊 --><td>己</td>
      """)
    #expect(page.source(of: "一") == "一")
    #expect(page.source(of: "机密★") == "机</b>密★")
    #expect(page.source(of: "密") == "密")
    #expect(page.source(of: "“") == "&ldquo;")
    #expect(page.source(of: "甲” 乙") == "甲&rdquo;  乙")
    #expect(page.source(of: "丙&丁") == "丙&amp;丁")
    #expect(page.source(of: "国务院") == "国务\n  院")
    #expect(page.source(of: "戊") == "戊")
    let body = page.reading.body!
    let word = body.utf8.firstRange(of: Array("机密".utf8))!
    let pieces = body.map.pieces(of: Range<TextOffset>(word)).map {
      String(decoding: page.source[$0.plain], as: UTF8.self)
    }
    #expect(pieces == ["机", "密"])
  }

  @Test func marksLandWhereTheyStand() {
    for marked in [
      "<div>⟦机密★1年⟧</div>", "<table><tr><td>甲</td><td>⟦乙⟧</td></tr></table>",
      "<p style='display:none'>⟦密⟧</p>", "<meta name=ArticleTitle content='a⟦密⟧'>",
      "<a href='tel:⟦0571⟧'>x</a>", "<input type=hidden value=⟦密⟧>",
      "<script>密</script>⟦密⟧", "<title>a ⟦密⟧</title>", "<textarea>\r\na\r\n⟦密⟧</textarea>",
    ] {
      let text = MarkedText(marked)
      let page = PageText(text.text)
      let range = text.utf8Ranges[0]
      let word = Array(text.text.utf8[...].dropFirst(range.lowerBound).prefix(range.count))
      let found = page.reading.parts.compactMap { part -> Range<Int>? in
        part.utf8.firstRange(of: word).map { part.map.source(of: Range<TextOffset>($0)).plain }
      }
      #expect(found == [range], "\(marked)")
    }
  }

  @Test func identityAndEmptyMaps() {
    let map = SourceMap.identity(length: 10)
    #expect(map.source(of: TextOffset(3)..<TextOffset(7)) == SourceOffset(3)..<SourceOffset(7))
    #expect(map.source(of: TextOffset(4)..<TextOffset(4)) == SourceOffset(4)..<SourceOffset(4))
    #expect(map.source(of: TextOffset(10)..<TextOffset(10)) == SourceOffset(10)..<SourceOffset(10))
    #expect(
      SourceMap().source(of: TextOffset(0)..<TextOffset(5)) == SourceOffset(0)..<SourceOffset(0))
    // The line break between two blocks has no source.
    let page = PageText("<p>甲</p><p>乙</p>")
    let body = page.reading.body!
    #expect(body.map.source(of: TextOffset(3)..<TextOffset(4)) == SourceOffset(6)..<SourceOffset(6))
  }

  /// Each segment's text is what its source decodes to; segments are in order and in range.
  static func verify(_ reading: DocumentReading, _ source: [UInt8]) -> String? {
    for part in reading.parts {
      var text = 0
      var from = 0
      for segment in part.map.segments {
        if segment.text < text || segment.source < from { return "\(part.label): out of order" }
        text = segment.text + segment.textLength
        from = segment.source + segment.sourceLength
        if text > part.utf8.count || from > source.count { return "\(part.label): out of range" }
        let shown = part.utf8[segment.text..<text]
        let raw = source[segment.source..<from]
        if segment.isVerbatim {
          // A single white space character stands as a space.
          let same = zip(shown, raw).allSatisfy { $0 == $1 || ($0 == 0x20 && $1.isHTMLSpace) }
          if shown.count != raw.count || !same { return "\(part.label): not verbatim" }
        } else if !shown.elementsEqual([0x20]) {
          let decoded = HTMLText.decode(
            Range<SourceOffset>(segment.source..<from), of: source, as: .attribute)
          let isNUL = raw.elementsEqual([0]) && shown.elementsEqual("\u{FFFD}".utf8)
          if !shown.elementsEqual(decoded), !isNUL { return "\(part.label): not decoded" }
        }
      }
      for table in part.tables {
        for cell in table.rows.joined() where cell.range.upperBound.value > part.utf8.count {
          return "\(part.label): cell out of range"
        }
      }
      for region in part.regions where region.range.upperBound.value > part.utf8.count {
        return "\(part.label): region out of range"
      }
    }
    for problem in reading.problems where problem.range.upperBound.value > source.count {
      return "problem out of range"
    }
    for link in reading.links where link.range.upperBound.value > source.count {
      return "link out of range"
    }
    return nil
  }

  @Test func everySegmentDecodesToItsText() {
    for page in Fixtures.pages {
      let source = Array(page.utf8)
      let reading = HTMLReader().read(source)
      #expect(!reading.parts.isEmpty)
      #expect(Self.verify(reading, source) == nil)
    }
  }
}
