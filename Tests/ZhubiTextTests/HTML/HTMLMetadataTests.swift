import Testing
import ZhubiText

struct HTMLMetadataTests {
  @Test func portalFieldsAreFiled() {
    let page = PageText(
      """
      <meta charset="utf-8"><title>标题</title>
      <META NAME="ArticleTitle" CONTENT="关于&ldquo;某&rdquo;的通知">
      <meta content="2024-05-14 10:00" name=PubDate><meta name="ColumnName" content="通知公告">
      <meta name="ContentSource" content=" 某办 "><meta name="SiteIDCode" content="3300000000">
      <meta name="SiteName" content="某网"><meta name="viewport" content="width=device-width">
      <meta name="Keywords" content="机密"><meta name="Empty" content="">
      """)
    let metadata = page.reading.metadata
    #expect(metadata.charset?.value == "utf-8")
    #expect(metadata.title?.value == "标题")
    #expect(metadata.articleTitle?.value == "关于“某”的通知")
    #expect(metadata.publicationDate?.value == "2024-05-14 10:00")
    #expect(metadata.columnName?.value == "通知公告")
    #expect(metadata.contentSource?.value == "某办")
    #expect(metadata.siteIDCode?.value == "3300000000")
    #expect(metadata.siteName?.value == "某网")
    #expect(metadata.others.map(\.name) == ["Keywords"])
    let range = metadata.articleTitle!.range.plain
    #expect(String(decoding: page.source[range], as: UTF8.self) == "关于&ldquo;某&rdquo;的通知")
    #expect(page.source(of: "“某") == "&ldquo;某")
    #expect(
      page.reading.parts.filter { $0.kind == .metadata }.map(\.label) == [
        "meta ArticleTitle", "meta PubDate", "meta ColumnName", "meta ContentSource",
        "meta SiteIDCode", "meta SiteName", "meta Keywords",
      ])
  }

  @Test func theFirstOfSeveralCounts() {
    let page = PageText("<meta name=PubDate content=甲><meta name=publishdate content=乙>")
    #expect(page.reading.metadata.publicationDate?.value == "甲")
    #expect(page.reading.metadata.others.map(\.value) == ["乙"])
  }

  @Test func charsetIsDeclared() {
    func declared(_ html: String) -> String? { HTMLCharset.declared(in: html.utf8) }
    #expect(declared("<meta charset=gb2312>") == "gb2312")
    #expect(declared("<meta charset=' GBK '>") == "GBK")
    #expect(
      declared("<META http-equiv=Content-Type content='text/html; charset=gb18030'>") == "gb18030")
    #expect(
      declared("<meta content='text/html;charset = \"big5\"' http-equiv=content-type>") == "big5")
    #expect(declared("<meta name=description content='charset=x'>") == nil)
    #expect(declared("<!-- <meta charset=a> --><meta charset=b>") == "b")
    #expect(declared("<meta http-equiv=content-type content='text/html'><meta charset=c>") == "c")
    #expect(declared("<p>charset=x</p>") == nil)
    #expect(declared("<meta charset=") == nil)
    #expect(declared(String(repeating: " ", count: 3000) + "<meta charset=late>") == "late")
    #expect(declared(String(repeating: " ", count: 4096) + "<meta charset=toolate>") == nil)
  }
}
