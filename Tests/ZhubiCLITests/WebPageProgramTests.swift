import Foundation
import TestSupport
import Testing

/// Pages as a site has them: their frame makes no noise, and what hides in it is found.
@Suite struct WebPageProgramTests {
  private static let page = """
    <!DOCTYPE html><html><head><title>关于召开会议的通知</title></head><body>
    <ul class="menu"><li><a href="/a">首页 &gt; </a></li><li><a href="/b">用户登录</a></li></ul>
    <div class="path">当前位置：<a href="/">首页</a></div>
    <div id="share">分享到：<a title="分享到微信" href="#">微信</a><a title="分享到微信" href="#">QQ</a></div>
    <p>请各单位按时参加会议。</p>
    <div class="footer">版权所有 正在加载<span style="display:none">身份证号 110105199003076718</span>
    <!-- 身份证号 330106198503026728 --></div>
    </body></html>
    """

  private func scan(
    _ text: String, name: String = "a.html", configuration: String? = nil
  ) throws -> (status: Int32, findings: [String], output: String) {
    let program = try Program("zhubi")
    defer { program.clean() }
    try program.write(name, text)
    if let configuration { try program.write(".zhubi.yaml", configuration) }
    let result = try program.run("scan", "--to", "jsonl", name)
    let findings = result.output.split(separator: "\n").compactMap { line -> String? in
      let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      guard let object, let rule = object["rule"] as? String,
        object["severity"] as? String != "info"
      else { return nil }
      return "\(rule) @ \(object["part"] as? String ?? "")"
    }
    return (result.status, findings, result.output + result.errors)
  }

  @Test func theFrameOfAPageIsNoResidueAndWhatHidesInItIsFound() throws {
    let found = try scan(Self.page).findings
    #expect(
      found.sorted() == [
        "personal.cn-id @ hidden: comment", "personal.cn-id @ hidden: display:none",
      ])
  }

  @Test func theSameWordsInAFragmentAreResidue() throws {
    let found = try scan("<p>请参加会议。</p><p>当前位置：首页</p><p>分享到：</p>").findings
    #expect(found == ["term.template-residue @ ", "term.template-residue @ "])
  }

  @Test func chosenElementsAreLeftOutAndThatIsSaid() throws {
    let text = """
      <html><body><nav>联系电话 13800660072</nav><div class="a footer">联系电话 13800660073
      <span style="display:none">联系电话 13800660074</span></div><p id="path">联系电话 13800660075</p>
      <p>联系电话 13800660076</p></body></html>
      """
    let all = try scan(text)
    #expect(all.findings.filter { $0.hasPrefix("personal.mobile") }.count == 5)
    let some = try scan(text, configuration: "html:\n  ignore: [nav, .footer, \"#path\"]\n")
    #expect(
      some.findings.filter { $0.hasPrefix("personal.mobile") } == [
        "personal.mobile @ hidden: display:none", "personal.mobile @ ",
      ] || some.findings.filter { $0.hasPrefix("personal.mobile") }.count == 2, "\(some.findings)")
    #expect(some.output.contains("按配置略过页面元素 3 处"))
  }

  @Test(arguments: ["div > p", "a:hover", "*", "[role=nav]", "body", "p.", ""])
  func aSelectorThatIsNotUnderstoodIsAnError(selector: String) throws {
    let result = try scan(
      "<p>正文</p>", configuration: "html:\n  ignore:\n    - \"\(selector)\"\n")
    #expect(result.status == 2)
    #expect(result.output.contains(".zhubi.yaml:3"))
  }

  @Test func markupWrittenAsReferencesInAFeedIsMarkup() throws {
    let feed = """
      <?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>通知</title>
      <item note="身份证号 330106198503026728"><description>&lt;p&gt;身份证号&lt;b&gt;11010519900&lt;/b&gt;3076718&amp;nbsp;。&lt;/p&gt;
      </description></item></channel></rss>
      """
    let found = try scan(feed, name: "a.xml").findings
    #expect(
      found.sorted() == ["personal.cn-id @ ", "personal.cn-id @ hidden: data attribute"])
  }

  @Test func whatTheFrameSaysAgainIsToldOnce() throws {
    let links = (1...9).map { "<li><a href='/\($0)' title='国家林业局简介'>国家林业局</a></li>" }.joined()
    let page = "<html><body><ul>\(links)</ul><p>请于2026年1月1日前报国家林业局。</p></body></html>"
    let found = try scan(page).findings.filter { $0.hasPrefix("outdated") }
    #expect(found.count <= 2, "\(found)")
    #expect(!found.isEmpty)
  }
}
