#if Rescan
  import Foundation
  import TestSupport
  import Testing

  /// Attachments of a mirror, read by the helper process.
  @Suite struct SiteAttachmentTests {
    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "ZhubiAttachmentsTests/Fixtures")

    private func inSite(_ body: (SmallSite) throws -> Void) throws {
      let site = try SmallSite()
      defer { site.zhubi.clean() }
      try body(site)
    }

    private func put(_ site: SmallSite, _ name: String, as path: String) throws {
      try site.zhubi.write(path, Data(contentsOf: Self.fixtures.appending(path: name)))
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -60)],
        ofItemAtPath: site.zhubi.folder.appending(path: path).path)
    }

    @Test func attachmentsAreScannedOnceAndThenKnown() throws {
      try inSite { site in
        try put(site, "notice.docx", as: "site/files/notice.docx")
        try put(site, "roster.xlsx", as: "site/files/roster.xlsx")
        // The content tells, not the name.
        try put(site, "notice.docx", as: "site/files/download")
        let run = try site.rescan()
        #expect(run.output.contains("文档 3，本次扫描 3"), "\(run.output)")
        let rows = try site.value(
          """
          SELECT d.key, COUNT(*) > 0, MAX(f.part <> '') FROM documents d JOIN findings f
          ON f.document = d.id WHERE f.rule LIKE 'personal.%' GROUP BY d.id
          """)
        #expect(
          rows
            == "files/download|1|1\nfiles/notice.docx|1|1\nfiles/roster.xlsx|1|1")
        for name in ["l.db", "l.db-wal"] {
          let file = site.zhubi.folder.appending(path: name)
          guard let data = try? Data(contentsOf: file) else { continue }
          #expect(data.range(of: Data("11010519900307661".utf8)) == nil)
        }
        let known = try site.value("SELECT key FROM documents WHERE verdict <> 'incomplete'")
        let again = try site.rescan()
        #expect(again.output.contains("文档 3，本次扫描 0"), "\(known) \(again.output)")
      }
    }

    /// Without the helper nothing is read and that is said; when it is there, all is read.
    @Test func aMissingHelperIsNoVerdict() throws {
      try inSite { site in
        try put(site, "notice.docx", as: "site/notice.docx")
        let alone = site.zhubi.folder.appending(path: "alone")
        try FileManager.default.createDirectory(at: alone, withIntermediateDirectories: true)
        let zhubi = alone.appending(path: "zhubi")
        try FileManager.default.copyItem(
          at: Program.products.appending(path: "zhubi"), to: zhubi)
        func run() throws -> Program.Result {
          try Program.run(
            zhubi, ["rescan", "site", "--ledger", "l.db", "--no-config"], in: site.zhubi.folder,
            environment: site.zhubi.environment)
        }
        let without = try run()
        #expect(without.status == 3)
        #expect(without.output.contains("zhubi-read-attachment"))
        #expect(try run().output.contains("本次扫描 0"))
        try FileManager.default.copyItem(
          at: Program.products.appending(path: "zhubi-read-attachment"),
          to: alone.appending(path: "zhubi-read-attachment"))
        let with = try run()
        #expect(with.output.contains("本次扫描 1"), "\(with.output)")
        #expect(
          try site.value("SELECT COUNT(*) > 0 FROM findings WHERE rule LIKE 'personal.%'") == "1")
        #expect(
          try site.value(
            "SELECT state FROM findings WHERE rule = 'scan.unsupported' AND message_zh LIKE '缺少%'")
            == "fixed")
      }
    }

    @Test func aDamagedAttachmentKeepsTheOthersGoing() throws {
      try inSite { site in
        try put(site, "notice.docx", as: "site/good.docx")
        var data = try Data(contentsOf: Self.fixtures.appending(path: "roster.xlsx"))
        data = data.prefix(data.count / 2)
        try site.zhubi.write("site/half.xlsx", data)
        try site.zhubi.write("site/nothing.pdf", Data())
        let run = try site.rescan()
        #expect(run.status == 3)
        #expect(run.output.contains("half.xlsx") && run.output.contains("nothing.pdf"))
        // What could not be read is tried again, the rest is not.
        #expect(try site.value("SELECT hash IS NULL FROM documents ORDER BY key") == "0\n1\n1")
        #expect(try site.rescan().output.contains("本次扫描 2"))
      }
    }
  }
#endif
