import Testing
import ZhubiText

struct HTMLHiddenTextTests {
  private func check(
    _ html: String, _ reason: HiddenReason, _ hidden: String, body: String = "",
    at place: SourceLocation = #_sourceLocation
  ) {
    let page = PageText(html)
    #expect(page.hidden(reason) == hidden, "\(html)", sourceLocation: place)
    #expect(page.body == body, "\(html)", sourceLocation: place)
  }

  @Test func byStyle() {
    check("<p style='display:none'>密</p>明", .displayNone, "密", body: "明")
    check("<p style='DISPLAY : NONE !important'>密", .displayNone, "密")
    check("<p style='color:red;display:none'><b>密</b>件</p>", .displayNone, "密件")
    check(
      "<p style='visibility:hidden'>密<b style='visibility:visible'>明", .visibility, "密", body: "明")
    check("<p style='font-size:0px'>密<b style='font-size:12px'>明</b>", .zeroFont, "密", body: "明")
    check("<p style='opacity:0'>密", .transparent, "密")
    check("<p style='color:rgba(0,0,0,0)'>密", .transparent, "密")
    check("<p style='position:absolute;left:-9999px'>密", .offScreen, "密")
    check("<p style='text-indent:-9999px'>密", .offScreen, "密")
    check("<p style='height:0;overflow:hidden'>密", .offScreen, "密")
    check("<p hidden>密", .hiddenAttribute, "密")
    check("<p style='display&#58;none'>密", .displayNone, "密")
  }

  @Test func whatIsSeenIsNotHidden() {
    for html in [
      "<p style='display:block'>明", "<p style='font-size:0.9em'>明", "<p style='opacity:0.5'>明",
      "<p style='left:-10px'>明", "<p style='display:none;display:block'>明",
      "<p style='overflow:hidden;height:20px'>明", "<p style='color:#fff'>明",
      "<p style='background-color:#000;color:#fff'>明", "<p style='visibility:visible'>明",
      "<body style='display:none'>明", "<style>.a .b{display:none}</style><p class=b>明",
      "<style>@media print{.b{display:none}}</style><p class=b>明",
      "<style>.b{display:none}.b{display:block}</style><p class=b>明",
      "<style>.b{display:none}</style><p class=b style='display:block'>明",
      "<style>.b:hover{display:none}body{display:none}</style><p class=b>明",
      "<style>.B{display:none}</style><p class=b>明",
    ] {
      #expect(PageText(html).body == "明", "\(html)")
    }
  }

  @Test func byColour() {
    check("<p style='color:#fff;background:white'>密", .sameColour, "密")
    check("<p style='color:rgb(255, 255, 255);background-color:#FFFFFF'>密", .sameColour, "密")
    check("<body bgcolor=#ffffff><font color=white>密</font>明", .sameColour, "密", body: "明")
    check(
      "<td style='background:#eee'><span style='color:#eeeeee'>密</span>明", .sameColour, "密",
      body: "明")
    check(
      "<p style='color:#fff;background:#fff'>密<b style='color:red'>明</b>", .sameColour, "密",
      body: "明")
    // A class between may bring a background of its own; a picture is not known.
    for html in [
      "<body bgcolor=white><div class=dark><font color=white>明</font></div>",
      "<p style='background:url(x.png) #fff;color:#fff'>明",
      "<p style='background:#fff'><b style='background:#000;color:#fff'>明",
    ] {
      #expect(PageText(html).body == "明", "\(html)")
    }
  }

  @Test func byStyleSheet() {
    check("<style>.no{display:none}</style><p class='a no'>密</p>明", .displayNone, "密", body: "明")
    check("<style>#x, p.no {color:red;display:none}</style><i id=x>密</i>", .displayNone, "密")
    check(
      "<style>p.no{display:none}</style><p class=no>密</p><b class=no>明</b>", .displayNone, "密",
      body: "明")
    check("<style>/* a{} */ .no /*x*/ {visibility:hidden}</style><p class=no>密", .visibility, "密")
    check("<style>@charset 'x';\n.no{display:none}</style><p class=no>密", .displayNone, "密")
    check("<style>@media x{a{}}.no{display:none}</style><p class=no>密", .displayNone, "密")
    check("<style><!-- .x{} .no{display:none} --></style><p class=no>密", .displayNone, "密")
  }

  @Test func otherPlaces() {
    check("明<!-- 密 -->", .comment, "密", body: "明")
    check("<!-- <p>甲</p><script>x</script><b>乙</b>丙 -->", .comment, "甲\n乙丙")
    check("<!--[if IE]><p>密</p><![endif]-->", .conditionalComment, "密")
    check("<![if !IE]>明<![endif]>", .conditionalComment, "", body: "明")
    check("<!--[if !IE]><!-->明<!--<![endif]-->", .conditionalComment, "", body: "明")
    check("<input type=hidden value='密&amp;'>", .hiddenInput, "密&")
    check("<i data-name='密'>明", .dataAttribute, "密", body: "明")
    check("<i data-id=330110199003070719>明", .dataAttribute, "330110199003070719", body: "明")
    check(
      "<i data-src='/upload/20240514.png' data-x=on data-u='http://a/密'>明", .dataAttribute, "",
      body: "明")
    check("<noscript><p>密</p></noscript>明", .noscript, "密", body: "明")
    check("<template>密</template>明", .template, "密", body: "明")
    check("甲<iframe><p>密</p></iframe>", .fallback, "密", body: "甲")
    check("<p style='display:none'><img alt=密></p>", .displayNone, "密")
  }

  @Test func linksThatAreData() {
    let page = PageText(
      "<a href='tel:0571-00000000'>x</a><a href='MAILTO:a@b.example?subject=y'>z</a>")
    #expect(
      page.reading.parts.filter { $0.kind == .link }.map(\.label) == ["link tel", "link mailto"])
    #expect(page.text { $0 == .link } == "0571-00000000¶a@b.example")
    #expect(page.reading.links.isEmpty)
  }

  @Test func nothingVanishesBehindMarkupThatNeverEnds() {
    check("明<p title='密", .unterminated, "<p title='密", body: "明")
    check("明<script>var 密", .unterminated, "var 密", body: "明")
    check("明<!-- 密", .comment, "密", body: "明")
    #expect(PageText("明<p title='密").reading.problems.map(\.kind) == [.unterminatedTag])
    #expect(PageText("<script>密").reading.problems.map(\.kind) == [.unterminatedElement])
    #expect(PageText("<title>密").reading.problems.map(\.kind) == [.unterminatedElement])
    #expect(PageText("<!-- 密").reading.problems.map(\.kind) == [.unterminatedComment])
    #expect(PageText("<p>明</p>").reading.problems.isEmpty)
  }

  @Test func partsSayWhyTheyAreHidden() {
    let page = PageText("<p hidden>甲</p><!--乙--><p style='display:none'>丙")
    #expect(
      page.reading.parts.map(\.label) == [
        "hidden: display:none", "hidden: hidden attribute", "hidden: comment",
      ])
  }
}
