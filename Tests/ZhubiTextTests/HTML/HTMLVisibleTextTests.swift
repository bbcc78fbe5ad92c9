import Testing
import ZhubiText

struct HTMLVisibleTextTests {
  private func check(
    _ html: String, _ text: String, at place: SourceLocation = #_sourceLocation
  ) {
    #expect(PageText(html).body == text, "\(html)", sourceLocation: place)
  }

  @Test func wordsGoOnAcrossInlineTags() {
    check("<b>机</b>密★", "机密★")
    check("<p>国<span class=x>务</span><em><i>院</i></em>办公厅</p>", "国务院办公厅")
    check("<font>国家</font><font>秘密</font>", "国家秘密")
    check("内<wbr>部<a name=x></a>资料", "内部资料")
    check("敏<span style='display:none'>x</span>感", "敏感")
    check("敏<!-- x -->感", "敏感")
    check("敏<div hidden>x</div>感", "敏感")
    check("敏<script>x</script>感", "敏感")
  }

  @Test func blocksKeepWordsApart() {
    check("<p>甲</p><p>乙</p>", "甲\n乙")
    check("甲<br>乙<br/>丙</br>丁", "甲\n乙\n丙\n丁")
    check("<ul><li>甲<li>乙</ul>丙", "甲\n乙\n丙")
    check("<div>甲<div>乙</div>丙</div>", "甲\n乙\n丙")
    check("<h1>甲</h1>乙<hr>丙", "甲\n乙\n丙")
    check("<dl><dt>甲<dd>乙<dt>丙</dl>", "甲\n乙\n丙")
    check("<select><option>甲<option>乙</select>", "甲\n乙")
    check("甲<img src=x>乙", "甲 乙")
    check("甲<span style='display:block'>乙</span>丙", "甲\n乙\n丙")
    check("<li>标题<span style='float:right'>2024-05-14</span></li>", "标题\n2024-05-14")
    check("甲<div></div><div> </div>乙", "甲\n乙")
  }

  @Test func linksThatTouchAreItemsOfAMenu() {
    check("<a href=/a>新闻</a><a href=/b>公告</a>", "新闻\n公告")
    check("<span><a href=/a>新闻</a></span><span><a href=/b>公告</a></span>", "新闻\n公告")
    check("<a href='#'>新闻</a><a href='#'>公告</a>", "新闻\n公告")
    check("<a href='javascript:;'>新闻</a><a href='javascript:;'>公告</a>", "新闻\n公告")
    check("<a href=/a>新闻<a href=/b>公告", "新闻\n公告")
    check("<a>新闻</a> <a>公告</a>", "新闻 公告")
    check("<a href=/a>新闻</a>和<a href=/b>公告</a>", "新闻和公告")
    // One link that an editor has cut in two.
    check("<a href=/a>国务</a><a href=/a>院</a>", "国务院")
  }

  @Test func whiteSpaceCollapses() {
    check("  甲  \t乙\n ", "甲 乙")
    check("<p> 甲 </p> <p> 乙 </p>", "甲\n乙")
    check("a <b> b</b> c", "a b c")
    check("甲&nbsp;&nbsp;乙", "甲\u{A0}\u{A0}乙")
    check("　　甲　乙", "　　甲　乙")
    check("<pre>\n a\n  b</pre>c", " a\n  b\nc")
    check("<pre>\r\na\r\nb</pre>", "a\nb")
    check("<span style='white-space:pre-wrap'>a  b</span>", "a  b")
    check("<textarea>\n甲  <b>\n</textarea>", "甲  <b>\n")
    check("a\0b", "ab")
  }

  @Test func aLineBreakInsideChineseTextVanishes() {
    check("<p>国务院办\n   公厅</p>", "国务院办公厅")
    check("<p>国务院，\r\n办公厅</p>", "国务院，办公厅")
    check("<p>open\nsource</p>", "open source")
    check("<p>版本\n2.0</p>", "版本 2.0")
    // Between two elements it is a space.
    check("<span>张三</span>\n<span>李四</span>", "张三 李四")
    check("<p>国务院办 公厅</p>", "国务院办 公厅")
  }

  @Test func referencesAreDecoded() {
    check("&#x673a;&#23494;★&ldquo;x&rdquo;&lt;b&gt;", "机密★“x”<b>")
    check("a&#10;b&#9;c", "a b c")
    check("<title>甲&amp;乙</title>", "")
    #expect(PageText("<title> 甲&amp;\n乙 </title>x").reading.metadata.title?.value == "甲& 乙")
  }

  @Test func unreadableElementsAreLeftOut() {
    check("甲<script>if (a<b) document.write('乙</p>')</script>丙", "甲丙")
    check("甲<style>p:before{content:'乙'}</style>丙", "甲丙")
    check("<svg><text>甲</text><style>乙</style><script>丙</script></svg>", "甲")
    let page = PageText("<script>abc</script><style>de</style><svg><script>f</script></svg>")
    #expect(
      page.reading.skipped == [
        SkippedSource(kind: .script, count: 2, bytes: 4),
        SkippedSource(kind: .style, count: 1, bytes: 2),
      ])
  }

  @Test func rubyGlossesStandBeside() {
    let page = PageText("<ruby>區<rp>(</rp><rt>qū</rt><rp>)</rp>務<rt>wù</ruby>人民政府")
    #expect(page.body == "區務人民政府")
    #expect(page.alternative == "(\nqū\n)\nwù")
  }

  @Test func brokenMarkupIsUnderstood() {
    check("<p>甲<p>乙<div>丙</p>丁</div>", "甲\n乙\n丙\n丁")
    check("<b><p>甲</b>乙</p>丙", "甲乙\n丙")
    check("<div><span>甲</div>乙</span>丙", "甲\n乙丙")
    check("</div></p>甲</b></td>", "甲")
    check("<html><body>甲</body></html><html><body>乙</body></html>丙", "甲\n乙\n丙")
    check("<table>甲<tr><td>乙</table>丙", "甲\n乙\n丙")
    check("<p>甲 < 乙 & 丙</p>", "甲 < 乙 & 丙")
    check("<svg><g>甲<p>乙</p>", "甲\n乙")
    check("<p title=\"甲\"乙>丙", "丙")
    check("<tr><td>甲</td><td>乙</td></tr>", "甲\n乙")
  }

  @Test func alternativesStandBeside() {
    let page = PageText(
      """
      <img alt="甲&amp;乙" src=x><a title='丙  丁'>x</a><input placeholder=戊 value=己>\
      <input type=button value=庚><input type=checkbox value=on><button value=辛>y</button>\
      <table summary=壬></table><div aria-label=癸>z</div>
      """)
    #expect(page.alternative == "甲&乙\n丙 丁\n戊\n己\n庚\n辛\n壬\n癸")
  }

  @Test func feedsAreRead() {
    let page = PageText(
      """
      <?xml version="1.0"?><rss><channel><title>甲</title><link>x</link><item><title>乙</title>\
      <description><![CDATA[<p>丙</p><b>丁</b>戊]]></description><a/><content>己<b>庚</b>辛</content></item></channel></rss>
      """)
    #expect(page.body == "甲\nx\n乙\n丙\n丁戊\n己庚辛")
  }

  @Test func linksAreListed() {
    let page = PageText(
      "<a href='/a?x=1&amp;y=2'>x</a><a href=#top>y</a><a href='javascript:z'>z</a><area href=b>")
    #expect(page.reading.links.map(\.target) == ["/a?x=1&y=2", "b"])
    let range = page.reading.links[0].range.plain
    #expect(String(decoding: page.source[range], as: UTF8.self) == "/a?x=1&amp;y=2")
  }

  @Test func regionsAreMarked() {
    let page = PageText(
      """
      <body class="has-sidebar"><div class="top-nav x">首页</div><nav>新闻</nav><main><p>正文</p></main>\
      <div id="footer">版权</div><p role="navigation">导航</p><div class="container">尾</div>
      """)
    let regions = page.reading.body!.regions.map {
      "\($0.kind) \(String(decoding: page.reading.body!.utf8[$0.range.plain], as: UTF8.self))"
    }
    #expect(regions == ["navigation 首页\n新闻", "footer 版权", "navigation 导航"])
  }
}
