#if Rescan
  import Foundation
  import GRDB
  import TestSupport
  import Testing

  /// What a configuration says of pages, limits and rules holds for a site as for single files, and a
  /// change of it is felt by the pages that did not change.
  @Suite struct SiteSettingsTests {
    private func inSite(_ body: (SmallSite) throws -> Void) throws {
      let site = try SmallSite()
      defer { site.zhubi.clean() }
      try body(site)
    }

    private static let bad = "抄送国家食品药品监督管理总局。"

    /// Scans the site with a configuration.
    private func rescan(
      _ site: SmallSite, _ configuration: String, _ path: String = "site", _ more: String...
    ) throws -> Program.Result {
      try site.zhubi.write(".zhubi.yaml", configuration)
      return try site.zhubi.run(["rescan", path, "--ledger", "l.db"] + more)
    }

    /// The rules of open findings, and how many.
    private func open(_ site: SmallSite) throws -> String {
      try site.value(
        "SELECT rule, COUNT(*) FROM findings WHERE state = 'open' GROUP BY rule ORDER BY rule")
    }

    @Test func elementsLeftOutAreLeftOut() throws {
      try inSite { site in
        try site.zhubi.write(
          "site/1.html", "<body><p>正文如下。</p><div class=\"related\">\(Self.bad)</div></body>")
        try site.zhubi.write("site/2.html", "<body><p>\(Self.bad)</p></body>")
        #expect(try rescan(site, "language: zh\n").status == 0)
        #expect(try open(site) == "outdated.agency|2")
        let some = try rescan(site, "language: zh\nhtml:\n  ignore: [.related]\n")
        #expect(some.output.contains("本次扫描 2"), "\(some.output)")
        #expect(some.output.contains("按配置略过元素 1 处"))
        #expect(try open(site) == "outdated.agency|1")
        // The same configuration again: nothing is read; without it, everything is there again.
        let same = try rescan(site, "language: zh\nhtml:\n  ignore: [.related]\n")
        #expect(same.output.contains("本次扫描 0"))
        #expect(try rescan(site, "language: zh\n").output.contains("重现 1"))
        #expect(try open(site) == "outdated.agency|2")
      }
    }

    @Test func elementsOfExportedPagesAreLeftOut() throws {
      try inSite { site in
        try site.zhubi.write(
          "export.jsonl",
          "{\"id\":1,\"html\":\"<p>正文</p><nav>\(Self.bad)</nav>\"}\n")
        _ = try rescan(site, "html:\n  ignore: [nav]\n", "export.jsonl", "--from", "jsonl")
        #expect(try open(site) == "")
        _ = try rescan(site, "language: zh\n", "export.jsonl", "--from", "jsonl")
        #expect(try open(site) == "outdated.agency|1")
      }
    }

    @Test func limitsOfPagesHold() throws {
      try inSite { site in
        try site.zhubi.write("site/1.html", "<div><div><div><p>\(Self.bad)</p></div></div></div>")
        #expect(try rescan(site, "limits:\n  html:\n    depth: 2\n").status == 3)
        #expect(try open(site).contains("scan.limit-reached|1"))
        #expect(try rescan(site, "limits:\n  html:\n    depth: 40\n").status == 0)
        #expect(try open(site) == "outdated.agency|1")
      }
    }

    @Test func limitsOfAttachmentsHold() throws {
      try inSite { site in
        let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
          .deletingLastPathComponent().appending(path: "ZhubiAttachmentsTests/Fixtures")
        try site.zhubi.write(
          "site/roster.xlsx", Data(contentsOf: fixtures.appending(path: "roster.xlsx")))
        let run = try rescan(site, "limits:\n  attachments:\n    cells: 4\n")
        #expect(run.status == 3)
        #expect(try open(site).contains("scan.limit-reached"), "\(run.output)")
        #expect(try rescan(site, "language: zh\n").status != 3)
        #expect(try !open(site).contains("scan.limit-reached"))
      }
    }

    /// Of a page longer than what may be held the beginning is scanned, and that is said; an attachment
    /// is not read at all.
    @Test func whatIsLongerThanMayBeHeld() throws {
      try inSite { site in
        let filler = String(repeating: "按照职责分工抓好落实。", count: 400)
        try site.zhubi.write("site/1.txt", "\(Self.bad)\n\(filler)\n内部资料，注意保存。\n")
        try site.zhubi.write("site/2.txt", Self.bad)
        let run = try rescan(site, "limits:\n  document-size: 2KiB\n")
        #expect(run.status == 3)
        #expect(run.output.contains("limits.document-size"), "\(run.output)")
        #expect(try open(site) == "outdated.agency|2\nscan.limit-reached|1")
        // A tail that changes is noticed although it is not scanned.
        try site.zhubi.write("site/1.txt", "\(Self.bad)\n\(filler)\n完。\n")
        #expect(
          try rescan(site, "limits:\n  document-size: 2KiB\n").output.contains("本次扫描 1"))
        #expect(try rescan(site, "language: zh\n").status == 0)
        #expect(try open(site) == "outdated.agency|2")
      }
    }

    @Test func rulesActOnWhatOnlyASiteShows() throws {
      try inSite { site in
        let text = String(repeating: "各有关单位按照职责分工抓好落实，确保任务如期完成。", count: 12)
        for name in ["a/1", "a/2", "b/3"] {
          try site.zhubi.write("site/\(name).html", "<title>\(name)</title><p>\(text)</p>")
        }
        func severities() throws -> String {
          try site.value(
            """
            SELECT d.key, f.severity FROM findings f JOIN documents d ON d.id = f.document
            WHERE f.scope = 1 AND f.state = 'open' ORDER BY 1
            """)
        }
        #expect(try rescan(site, "language: zh\n").status == 0)
        #expect(try severities() == "a/2.html|info\nb/3.html|info")
        #expect(try rescan(site, "rules:\n  format.dup-page: off\n").output.contains("已整改 2"))
        #expect(try severities() == "")
        let raised = try rescan(site, "rules:\n  format.dup-page: error\n")
        #expect(raised.status == 1, "what comes back as an error fails: \(raised.output)")
        #expect(try severities() == "a/2.html|error\nb/3.html|error")
        _ = try rescan(site, "rules:\n  format.*: warning\n")
        #expect(try severities() == "a/2.html|warning\nb/3.html|warning")
        // Set aside on some pages.
        _ = try rescan(
          site,
          "suppressions:\n  paths:\n    - path: site/b/**\n      rules: [format.dup-page]\n      reason: 同文多栏\n"
        )
        #expect(try severities() == "a/2.html|info")
      }
    }

    /// Links to folders lead nowhere twice, and a walk ends whatever they show.
    @Test func linksLeadRoundInNoCircle() throws {
      try inSite { site in
        try site.zhubi.write("site/a/1.txt", Self.bad)
        try site.zhubi.write("site/.kept/2.txt", Self.bad)
        let folder = site.zhubi.folder.appending(path: "site").path
        for (link, target) in [
          ("a/up", ".."), ("a/self", "."), ("all", folder), ("kept", ".kept"),
        ] {
          try FileManager.default.createSymbolicLink(
            atPath: "\(folder)/\(link)", withDestinationPath: target)
        }
        let run = try site.rescan()
        #expect(run.output.contains("文档 1，本次扫描 1"), "\(run.output)")
        #expect(run.output.contains("指向本镜像内文件夹的链接 3 处"))
        // What a link shows and nobody reads is said.
        #expect(run.status == 3)
        #expect(run.output.contains("! kept: 链接指向隐藏的文件夹"))
        #expect(try site.value("SELECT key FROM documents") == "a/1.txt")
      }
    }
  }
#endif
