#if Rescan
  import Foundation
  import GRDB
  import TestSupport
  import Testing
  import Zhubi
  import ZhubiText

  @testable import ZhubiRescan

  /// What only a look at all pages shows.
  @Suite struct SiteCheckTests {
    private func inSite(_ body: (SmallSite) throws -> Void) throws {
      let site = try SmallSite()
      defer { site.zhubi.clean() }
      try body(site)
    }

    private func page(_ site: SmallSite, _ path: String, _ title: String, _ body: String) throws {
      try site.zhubi.write(
        "site/\(path)",
        "<html><head><meta charset=\"utf-8\"><title>\(title)</title></head>\n<body>\n\(body)\n</body></html>"
      )
    }

    /// Page, rule, line, excerpt and state of every remark, those put right left out.
    private func remarks(_ site: SmallSite, _ ledger: String = "l.db") throws -> [String] {
      try site.value(
        """
        SELECT d.key, f.rule, f.line, f.excerpt, f.times FROM findings f
        JOIN documents d ON d.id = f.document WHERE f.scope = 1 AND f.state <> 'fixed'
        ORDER BY d.key, f.rule, f.line, f.excerpt
        """, ledger
      ).split(separator: "\n").map(String.init)
    }

    @Test func masksOfOnePersonAreLaidSideBySide() throws {
      try inSite { site in
        try page(site, "a.html", "公示", "<p>申请人：林晓舟，身份证号：450222********6612。</p>")
        try page(
          site, "b.html", "名单",
          "<table><tr><th>姓名</th><th>身份证号</th></tr>\n<tr><td>林晓舟</td><td>450222199003******</td></tr></table>"
        )
        // Another person with the same digits, the same person with other digits, the same mask.
        try page(site, "c.html", "名单", "<p>周一鸣 450222199003******</p>")
        try page(site, "d.html", "名单", "<p>林晓舟 330106********6628</p>")
        try page(site, "e.html", "名单", "<p>林晓舟 450222********6612</p>")
        try page(site, "f.html", "电话", "<p>联系人：何小满，电话 138****5678</p>")
        try page(site, "g.html", "电话", "<p>何小满，13812****78</p>")
        #expect(try site.rescan().status == 1)
        #expect(
          try remarks(site) == [
            "a.html|personal.cn-id-masked|3|450222********6612|1",
            "b.html|personal.cn-id-masked|4|450222199003******|1",
            "e.html|personal.cn-id-masked|3|450222********6612|1",
            "f.html|personal.mobile-masked|3|138****5678|1",
            "g.html|personal.mobile-masked|3|13812****78|1",
          ])
        // Neither a name nor a whole number is in the ledger.
        for name in ["l.db", "l.db-wal"] {
          let file = site.zhubi.folder.appending(path: name)
          guard let data = try? Data(contentsOf: file) else { continue }
          for secret in ["林晓舟", "何小满", "周一鸣"] {
            #expect(data.range(of: Data(secret.utf8)) == nil, "\(name) holds \(secret)")
          }
        }
        // One page is put right: the others are, too.
        try page(site, "b.html", "名单", "<p>林某某 450222********6612</p>")
        try page(site, "g.html", "电话", "<p>何小满，138****5678</p>")
        try site.rescan()
        #expect(try remarks(site) == [])
      }
    }

    @Test func linksToWhatIsNotThereAreSaidOnce() throws {
      try inSite { site in
        for number in 1...6 {
          try page(
            site, "a/\(number).html", "\(number)",
            "<a href=\"../index.html\">首页</a>\n<a href='../files/%E8%A1%A8.pdf?v=1#x'>表</a>\n"
              + "<a href=\"/a/gone.html\">旧</a><a href=\"/app/query.do\">查</a><a href=\"../logo.png\">图</a>"
              + "<a href=\"http://elsewhere.example/x.html\">外</a><a href=\"/other/x.html\">未抓取</a>"
          )
        }
        try page(site, "index.html", "首页", "<a href=\"a/1.html\">1</a><a href=\"./a/2.html\">2</a>")
        try page(site, "files/one.html", "一", "附件一")
        try page(site, "a/gone.html", "旧", "旧文")
        try site.rescan()
        #expect(try remarks(site) == ["a/1.html|outdated.link|4|files/表.pdf|6"])
        try FileManager.default.removeItem(
          at: site.zhubi.folder.appending(path: "site/a/gone.html"))
        try site.rescan()
        #expect(
          try remarks(site) == [
            "a/1.html|outdated.link|4|files/表.pdf|6", "a/1.html|outdated.link|5|a/gone.html|6",
          ])
        let list = try site.zhubi.run("rescan", "report", "--ledger", "l.db").output
        #expect(list.contains("已撤下的页面（共 6 页链接）"))
        // The file comes: the links are right. Nothing but pages is looked at for that.
        try site.zhubi.write("site/files/表.pdf", "%PDF-1.4")
        try site.rescan()
        #expect(try remarks(site) == ["a/1.html|outdated.link|5|a/gone.html|6"])
      }
    }

    @Test func linksAreResolvedLikeABrowserDoes() {
      let cases: [(page: String, target: String, wanted: String?)] = [
        ("a/b/c.html", "d.html", "a/b/d.html"), ("a/b/c.html", "../d.html#x", "a/d.html"),
        ("a/b/c.html", "/d.pdf?x=1", "d.pdf"), ("c.html", "../../d.html", "d.html"),
        ("c.html", "d.php", nil), ("c.html", "javascript:x.html", nil), ("c.html", "#top", nil),
        ("c.html", "mailto:a@b.html", nil), ("c.html", "http://x.cn/d.html", nil),
        ("www.x.cn/a/c.html", "http://www.X.cn/d.html", "www.x.cn/d.html"),
        ("www.x.cn/a/c.html", "/d.html", "www.x.cn/d.html"),
        ("https://x.cn/a/c.html?p=1", "d.html", "https://x.cn/a/d.html"),
        ("https://x.cn", "/d.html", "https://x.cn/d.html"),
        ("https://x.cn/a/", "d.html", "https://x.cn/a/d.html"),
        ("https://x.cn/a/c.html", "//x.cn/d.html", "https://x.cn/d.html"),
        ("https://x.cn/a/c.html", "//y.cn/d.html", nil), ("a.html", "", nil),
      ]
      for (page, target, wanted) in cases {
        #expect(LinkAddress.resolve(target, from: page) == wanted, "\(target) on \(page)")
      }
    }

    @Test func interpretationsOfWhatIsRepealedAreFound() throws {
      try inSite { site in
        try page(site, "1.html", "《信访条例》政策解读", "<p>一</p>")
        try page(site, "2.html", "一图读懂《星海市示例事项管理办法》", "<p>二</p>")
        try page(site, "3.html", "关于废止《星海市示例事项管理办法》的通知", "<p>三</p>")
        try page(site, "4.html", "《信访工作条例》解读", "<p>四</p>")
        try page(site, "5.html", "《关于废止〈甲办法〉的决定》解读", "<p>五</p>")
        try page(site, "6.html", "《星海市示例事项管理办法》", "<p>六</p>")
        try site.rescan()
        #expect(
          try remarks(site) == [
            "1.html|outdated.document|1|《信访条例》|1",
            "2.html|outdated.document|1|《星海市示例事项管理办法》|1",
          ])
      }
    }

    @Test func oneNameSpeltTwoWays() throws {
      try inSite { site in
        let names = ["星海市发展和改革委员会", "星海市人力资源和社会保障局", "星海市市场监督管理局"]
        for number in 1...9 {
          try page(
            site, "\(number).html", "\(number)", names.map { "<p>单位：\($0)</p>" }.joined())
        }
        for (number, name) in [
          "星海市发展改革和委员会", "星海市人力资和社会保障局", "星海市市场监督督管理局", "星海县发展和改革委员会", "发展和改革委员会",
          "星海市发展改革委员会", "东海市市场监督管理局",
        ].enumerated() {
          try page(site, "x\(number).html", name, "<p>\n单位：\(name)</p>")
        }
        try site.rescan()
        #expect(
          try remarks(site) == [
            "x0.html|typo.name-variant|4|星海市发展改革和委员会|1",
            "x1.html|typo.name-variant|4|星海市人力资和社会保障局|1",
            "x2.html|typo.name-variant|4|星海市市场监督督管理局|1",
          ])
      }
    }

    @Test func remarksCanBeAcceptedAndExplained() throws {
      try inSite { site in
        let text = String(repeating: "各有关单位按照职责分工抓好落实，确保任务如期完成。", count: 12)
        try page(site, "1.html", "甲", "<p>\(text)</p>")
        try page(site, "2.html", "乙", "<p>\(text)</p>")
        try site.rescan()
        #expect(try remarks(site) == ["2.html|format.dup-page|1||1"])
        let print = try site.value("SELECT fingerprint FROM findings WHERE scope = 1")
        #expect(
          try site.zhubi.run(
            "rescan", "accept", print, "--reason", "两栏同发", "--ledger", "l.db"
          ).status == 0)
        try page(site, "3.html", "丙", "<p>另文</p>")
        try site.rescan()
        #expect(try site.value("SELECT state FROM findings WHERE scope = 1") == "accepted")
        #expect(try site.zhubi.run("explain", "format.dup-page").output.contains("网页重复"))
      }
    }

    /// Edits of any kind, then the checks of the grown ledger equal those of a fresh one.
    @Test func grownLedgersEqualFreshOnes() throws {
      try inSite { site in
        var dice = Dice(23)
        let units = ["星海市发展和改革委员会", "星海市发展改革和委员会", "星海市教育体育局"]
        let titles = ["《信访条例》解读", "通知", "关于废止《甲乙丙办法》的决定", "《甲乙丙办法》政策解读"]
        let names = ["林晓舟", "何小满"]
        let masks = ["450222********6612", "450222199003******", "4502221990********"]
        func change(_ number: Int) throws {
          let path = "\(number % 3)/\(number).html"
          if dice.oneIn(8) {
            try? FileManager.default.removeItem(
              at: site.zhubi.folder.appending(path: "site/\(path)"))
            return
          }
          let long = String(repeating: "第\(dice.roll(1...3))类事项由有关单位办理。", count: 30)
          let links = (1...3).map { _ in
            let target = dice.roll(1...30)
            return "<a href=\"/\(target % 3)/\(target).html\">x</a>"
          }
          try page(
            site, path, dice.pick(titles),
            "<p>单位：\(dice.oneIn(9) ? dice.pick(units) : units[0])</p>\n\(links.joined(separator: "\n"))"
              + "<p>\(dice.pick(names))，\(dice.pick(masks))</p><p>\(dice.oneIn(2) ? long : "短")</p>"
          )
        }
        for number in 1...26 { try change(number) }
        try site.rescan()
        var kinds: Set<String> = []
        for round in 1...6 {
          for _ in 1...4 { try change(dice.roll(1...30)) }
          try site.rescan("l.db", "--jobs", "\(round % 3 + 1)")
          try site.rescan("fresh-\(round).db", "--jobs", "2")
          let grown = try remarks(site)
          // Pages that are gone are known to the grown ledger alone.
          func others(_ list: [String]) -> [String] { list.filter { !$0.contains(".link|") } }
          #expect(others(grown) == others(try remarks(site, "fresh-\(round).db")), "\(round)")
          kinds.formUnion(grown.map { String($0.split(separator: "|")[1]) })
        }
        #expect(kinds.count >= 4, "\(kinds)")
      }
    }

    /// A ledger of the first version is brought up to date and misses nothing.
    @Test func ledgersOfTheFirstVersionGrow() throws {
      try inSite { site in
        try page(site, "1.html", "《信访条例》解读", "<p>抄送国家食品药品监督管理总局。</p>")
        try site.rescan()
        let queue = try DatabaseQueue(path: site.zhubi.folder.appending(path: "l.db").path)
        try queue.write { db in
          try db.execute(
            sql: """
              DELETE FROM events WHERE finding IN (SELECT id FROM findings WHERE scope = 1);
              DELETE FROM findings WHERE scope = 1;
              DROP TABLE traces; DROP TABLE targets; DROP TABLE keys;
              ALTER TABLE sources DROP COLUMN checked; ALTER TABLE documents DROP COLUMN department;
              ALTER TABLE findings DROP COLUMN scope; PRAGMA user_version = 1
              """)
        }
        try queue.close()
        let run = try site.rescan()
        #expect(run.output.contains("本次扫描 1") && run.output.contains("新发现 1"))
        #expect(try remarks(site) == ["1.html|outdated.document|1|《信访条例》|1"])
      }
    }
  }
#endif
