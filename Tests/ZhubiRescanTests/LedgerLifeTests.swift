#if Rescan
  import Foundation
  import TestSupport
  import Testing

  /// What a ledger remembers from run to run.
  @Suite struct LedgerLifeTests {
    private func inSite(_ body: (SmallSite) throws -> Void) throws {
      let site = try SmallSite()
      defer { site.zhubi.clean() }
      try body(site)
    }

    private func age(_ site: SmallSite, _ path: String, by seconds: Double = 60) throws {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -seconds)],
        ofItemAtPath: site.zhubi.folder.appending(path: path).path)
    }

    private static let bad = "抄送国家食品药品监督管理总局。\n"

    @Test func findingsAreNewThenOpenThenFixedThenBack() throws {
      try inSite { site in
        try site.zhubi.write("site/a.txt", Self.bad)
        #expect(try site.rescan("l.db", "--fail-on", "warning").status == 1)
        #expect(try site.rescan("l.db", "--fail-on", "warning").status == 0)
        try site.zhubi.write("site/a.txt", "抄送有关部门，已改。\n")
        #expect(try site.rescan("l.db", "--fail-on", "warning").output.contains("已整改 1"))
        #expect(try site.value("SELECT state FROM findings") == "fixed")
        try site.zhubi.write("site/a.txt", Self.bad)
        let back = try site.rescan("l.db", "--fail-on", "warning")
        #expect(back.status == 1)
        #expect(back.output.contains("重现 1"))
        #expect(try site.value("SELECT run, kind FROM events") == "1|new\n3|fixed\n4|reappeared")
      }
    }

    @Test func unchangedDocumentsAreNotReadAgain() throws {
      try inSite { site in
        try site.zhubi.write("site/a.txt", Self.bad)
        try age(site, "site/a.txt")
        try site.rescan()
        let file = site.zhubi.folder.appending(path: "site/a.txt").path
        let before = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate]
        // Same size, same time, other content: only somebody who reads it could tell.
        try site.zhubi.write("site/a.txt", Self.bad.replacing("抄送", with: "送达"))
        try FileManager.default.setAttributes([.modificationDate: before!], ofItemAtPath: file)
        try site.rescan()
        #expect(try site.value("SELECT scanned FROM runs") == "1\n0")
        // Another time, same content as first: read, recognised by its hash, not scanned.
        try site.zhubi.write("site/a.txt", Self.bad)
        try age(site, "site/a.txt", by: 30)
        try site.rescan()
        #expect(try site.value("SELECT scanned FROM runs") == "1\n0\n0")
        // Other settings: everything is scanned again, and nothing is new.
        try site.rescan("l.db", "--profile", "news")
        #expect(try site.value("SELECT scanned, new FROM runs") == "1|1\n0|0\n0|0\n1|0")
      }
    }

    @Test func aDocumentThatIsGoneTakesItsFindingsAlongAndBringsThemBack() throws {
      try inSite { site in
        try site.zhubi.write("site/a.txt", Self.bad)
        try site.zhubi.write("site/b.txt", "正常。\n")
        try site.rescan()
        try FileManager.default.removeItem(at: site.zhubi.folder.appending(path: "site/a.txt"))
        #expect(try site.rescan().output.contains("已删除 1"))
        #expect(try site.value("SELECT state FROM findings") == "fixed")
        try site.zhubi.write("site/a.txt", Self.bad)
        #expect(try site.rescan().output.contains("重现 1"))
      }
    }

    @Test func exportsAreReadFromAPipeAndUnknownOnesAreNotGone() throws {
      try inSite { site in
        func run(_ lines: String, _ more: String...) throws -> Program.Result {
          try site.zhubi.run(
            ["rescan", "-", "--ledger", "l.db", "--no-config"] + more, input: Data(lines.utf8))
        }
        let one =
          "{\"id\":1,\"text\":\"抄送国家食品药品监督管理总局。\",\"date\":\"2020-01-02\",\"column\":\"通知\"}\n"
        let two =
          "{\"id\":\"b\",\"html\":\"<p>手机13812345678</p>\",\"url\":\"https://a.gov.cn/b\"}\n"
        #expect(try run(one + two).status == 0)
        #expect(
          try site.value("SELECT key, date, site_column, url FROM documents")
            == "1|2020-01-02|通知|NULL\nb|NULL|NULL|https://a.gov.cn/b")
        #expect(try run(one).output.contains("本次扫描 0，已删除 0"))
        #expect(try run(one, "--complete").output.contains("已删除 1"))
        // The same id twice, and a line that is none: said, and the run is incomplete.
        let odd = try run(one + one.replacing("抄送", with: "转送") + "{\"id\":3}\n")
        #expect(odd.status == 3)
        #expect(odd.output.contains("same id again") && odd.output.contains("line 3"))
      }
    }

    @Test func noPersonalDataIsWritten() throws {
      try inSite { site in
        try site.zhubi.write(
          "site/a.txt", "张三，身份证号45022219900307661X，手机13812345678，银行卡6222021234567890123\n")
        try site.rescan()
        #expect(try Int(site.value("SELECT COUNT(*) FROM findings"))! > 0)
        for name in ["l.db", "l.db-wal"] {
          let file = site.zhubi.folder.appending(path: name)
          guard let data = try? Data(contentsOf: file) else { continue }
          for secret in ["13812345678", "45022219900307", "6222021234567890"] {
            #expect(data.range(of: Data(secret.utf8)) == nil, "\(name) holds \(secret)")
          }
        }
      }
    }
  }
#endif
