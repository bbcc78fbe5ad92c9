#if Rescan
  import Foundation
  import TestSupport
  import Testing

  @testable import ZhubiRescan

  /// What is handed to the people who put things right.
  @Suite struct ListTests {
    private func inSite(_ body: (SmallSite) throws -> Void) throws {
      let site = try SmallSite()
      defer { site.zhubi.clean() }
      try site.zhubi.write(
        "site/=1+1/a.html",
        "<html><body><p>抄送国家食品药品监督管理总局。</p><p>手机13812345678。</p></body></html>")
      try site.zhubi.write("site/b.txt", "抄送国家食品药品监督管理总局。\n正常。\n")
      try site.rescan()
      try body(site)
    }

    @Test func theTableIsSafeInASpreadsheet() throws {
      try inSite { site in
        let csv = try site.zhubi.run(
          "rescan", "report", "--ledger", "l.db", "--to", "csv", "--due", "2026-12-31")
        #expect(csv.status == 0, "\(csv.errors)")
        #expect(csv.output.hasPrefix("\u{FEFF}责任单位,栏目,网页,位置,级别,规则,问题,"))
        let rows = csv.output.split(separator: "\r\n").dropFirst()
        #expect(rows.count == 3)
        #expect(rows.allSatisfy { $0.contains("新发现,2026-12-31,") })
        #expect(csv.output.contains("'=1+1"))
        #expect(!csv.output.contains("13812345678"))
        let linked = try site.zhubi.run(
          "rescan", "report", "--ledger", "l.db", "--to", "csv", "--base", "https://a.gov.cn")
        #expect(linked.output.contains(",https://a.gov.cn/b.txt,"))
        // A second run turns what is new into what is open.
        try site.rescan()
        let later = try site.zhubi.run("rescan", "report", "--ledger", "l.db", "--to", "jsonl")
        #expect(
          later.output.split(separator: "\n").allSatisfy { $0.contains("\"state\":\"open\"") })
      }
    }

    @Test func theWorkbookCanBeReadByOthers() throws {
      try inSite { site in
        let run = try site.zhubi.run(
          "rescan", "report", "--ledger", "l.db", "--to", "xlsx", "-o", "list.xlsx", "--base",
          "https://a.gov.cn/?a=\"1\"&b")
        #expect(run.status == 0, "\(run.errors)")
        // A reader of zip archives and XML that is not ours.
        let script = """
          import sys, zipfile, xml.etree.ElementTree as tree
          book = zipfile.ZipFile(sys.argv[1])
          assert book.testzip() is None
          for name in book.namelist(): tree.fromstring(book.read(name))
          sheet = tree.fromstring(book.read('xl/sheet1.xml'))
          space = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
          print(len(list(sheet.iter(space + 'row'))), len(list(sheet.iter(space + 'f'))),
            len(list(sheet.iter(space + 'hyperlink'))))
          """
        let python = URL(filePath: "/usr/bin/python3")
        guard FileManager.default.isExecutableFile(atPath: python.path) else {
          print("SKIPPED: no /usr/bin/python3 to read the workbook with")
          return
        }
        let read = try Program.run(
          python, ["-c", script, "list.xlsx"], in: site.zhubi.folder,
          environment: site.zhubi.environment)
        #expect(read.output == "4 0 3\n", "\(read.errors)")
      }
    }

    @Test func acceptedFindingsLeaveTheListAndStayAccepted() throws {
      try inSite { site in
        let fingerprint = try site.value("SELECT fingerprint FROM findings WHERE document = 2")
        let refused = try site.zhubi.run(
          "rescan", "accept", "0000", "--reason", "x", "--ledger", "l.db")
        #expect(refused.status == 2)
        let accept = try site.zhubi.run(
          "rescan", "accept", fingerprint, "--reason", "历史沿革", "--ledger", "l.db")
        #expect(accept.status == 0, "\(accept.errors)")
        // Elsewhere the same finding is known already.
        try site.zhubi.write("site/c.txt", "抄送国家食品药品监督管理总局。\n正常。\n")
        #expect(try site.rescan().output.contains("新发现 0"))
        let all = try site.zhubi.run("rescan", "report", "--ledger", "l.db", "--to", "csv", "--all")
        #expect(all.output.contains("已接受：历史沿革"))
        let open = try site.zhubi.run("rescan", "report", "--ledger", "l.db", "--to", "csv")
        #expect(!open.output.contains(fingerprint) || !open.output.contains("b.txt"))
      }
    }

    @Test func runsAreComparedByWhatHappenedBetweenThem() throws {
      try inSite { site in
        try site.zhubi.write("site/b.txt", "正常。\n")
        try site.zhubi.write("site/d.txt", "联系手机13812345678。\n")
        try site.rescan()
        let diff = try site.zhubi.run("rescan", "diff", "1", "2", "--ledger", "l.db")
        #expect(diff.output.contains("- b.txt:1:"))
        #expect(diff.output.contains("+ d.txt:1:"))
        #expect(diff.output.contains("增 1，减 1"))
        let back = try site.zhubi.run("rescan", "diff", "2", "1", "--ledger", "l.db")
        #expect(back.output.contains("+ b.txt:1:") && back.output.contains("增 1，减 1"))
        #expect(try site.zhubi.run("rescan", "diff", "1", "9", "--ledger", "l.db").status == 2)
      }
    }

    @Test func thePageShowsTrendAndColumns() throws {
      try inSite { site in
        try site.rescan()
        let page = try site.zhubi.run("rescan", "report", "--ledger", "l.db", "--to", "html")
        #expect(page.status == 0, "\(page.errors)")
        for words in ["存量清理报告", "历次扫描", "按栏目", "问题最多的网页", "按单位", "outdated.agency"] {
          #expect(page.output.contains(words))
        }
        #expect(!page.output.contains("13812345678"))
        #expect(!page.output.contains("<script"))
      }
    }

    /// Values from Wilson's own formula, worked out by hand for 0 of 100 and 5 of 50.
    @Test func theIntervalIsWilsons() throws {
      let none = try #require(SpotCheck(errors: 0, in: 100)).interval()
      #expect(none.lowerBound < 1e-12 && abs(none.upperBound - 0.03699) < 1e-4)
      let five = try #require(SpotCheck(errors: 5, in: 50)).interval()
      #expect(abs(five.lowerBound - 0.04347) < 1e-4 && abs(five.upperBound - 0.21361) < 1e-4)
      #expect(SpotCheck(errors: 3, in: 2) == nil)
    }

    @Test func theSampleIsTheSameForTheSameSeed() throws {
      try inSite { site in
        for number in 1...30 { try site.zhubi.write("site/ok/\(number).txt", "正常。\n") }
        try site.rescan()
        func draw(_ seed: String) throws -> String {
          try site.zhubi.run("rescan", "sample", "5", "--seed", seed, "--ledger", "l.db").output
        }
        #expect(try draw("1") == draw("1"))
        #expect(try draw("1") != draw("2"))
        #expect(try draw("1").split(separator: "\n").count == 5)
      }
    }
  }
#endif
