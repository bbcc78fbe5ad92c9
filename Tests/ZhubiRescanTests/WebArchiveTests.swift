#if Rescan
  import Foundation
  import TestSupport
  import Testing

  @testable import ZhubiRescan

  /// Web archives, written by warcio (`Fixtures/make-archives.py`).
  @Suite struct WebArchiveTests {
    private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures")
    private static let site = "http://www.example.gov.cn"

    private func inSite(_ body: (SmallSite) throws -> Void) throws {
      let site = try SmallSite()
      defer { site.zhubi.clean() }
      try body(site)
    }

    private func rescan(_ site: SmallSite, _ arguments: String...) throws -> Program.Result {
      try site.zhubi.run(["rescan", "--ledger", "l.db", "--no-config"] + arguments)
    }

    private static func path(_ name: String) -> String { fixtures.appending(path: name).path }

    /// How often the agency was found on every page.
    private func found(_ site: SmallSite) throws -> [String: Int] {
      let rows = try site.value(
        """
        SELECT REPLACE(d.key, '\(Self.site)', ''), COALESCE(SUM(f.times), 0) FROM documents d
        LEFT JOIN findings f ON f.document = d.id AND f.rule = 'outdated.agency'
        WHERE d.gone_run IS NULL GROUP BY d.id
        """)
      return rows.split(separator: "\n").reduce(into: [:]) { found, row in
        let cells = row.split(separator: "|")
        found[String(cells[0])] = Int(cells[1])
      }
    }

    @Test func everyWrappingIsTakenOff() throws {
      try inSite { site in
        let run = try rescan(site, Self.path("site.warc.gz"))
        #expect(run.status == 3, "\(run.errors)")
        #expect(
          try found(site) == [
            "/a/utf8.html": 1, "/a/chunked-gzip-gb.html": 1, "/a/deflate.html": 1,
            "/a/zlib.html": 1, "/a/meta-gbk.html": 1, "/a/http-first.html": 1,
            "/a/brotli.html": 0, "/files/notice?id=7": 1, "/b/note.txt": 1, "/b/scan.pdf.txt": 1,
            "/a/cut.html": 1, "/b/twice.html": 1, "/b/twice.html [2026-05-14T08:00:00Z]": 0,
            "/b/of-old.html": 0,
          ])
        for words in [
          "未读全 4", "HTTP 301 1，HTTP 404 1，dns: 1，image/png 1", "重复抓取 3 次", "busy.html: 服务器返回 503",
          "c/unknown.html: 重访", "packed as br", "cut off by the crawler",
        ] {
          #expect(run.output.contains(words), "\(words)")
        }
        // Nothing changed: nothing is scanned, and what was not read is still said.
        let again = try rescan(site, Self.path("site.warc.gz"))
        #expect(again.status == 3)
        #expect(again.output.contains("文档 14，本次扫描 0，已删除 0，未读全 4"))
      }
    }

    @Test func damageIsSaidAndTheOthersGoOn() throws {
      try inSite { site in
        let run = try rescan(site, Self.path("damaged.warc.gz"))
        #expect(run.status == 3)
        #expect(
          try found(site) == ["/p/0.html": 3, "/p/2.html": 3, "/p/3.html": 3, "/p/4.html": 3])
        #expect(run.output.contains("/p/1.html: 压缩数据已损坏"))
        #expect(run.output.contains("/p/5.html: 归档在记录中间结束"))
        let plain = try rescan(site, Self.path("damaged.warc"))
        #expect(plain.status == 3)
        #expect(plain.output.contains("/p/1.html: 记录长度有误"))
        #expect(plain.output.contains("/p/3.html: 内容与摘要不符"))
        #expect(plain.output.contains("/p/5.html: "))
      }
    }

    @Test func archivesInAFolderAreReadWithIt() throws {
      try inSite { site in
        try site.zhubi.write("site/plain.html", "<p>抄送国家食品药品监督管理总局。</p>")
        try site.zhubi.write(
          "site/crawl/1.warc.gz", Data(contentsOf: URL(filePath: Self.path("site.warc.gz"))))
        #expect(try site.rescan().status == 3)
        #expect(try found(site)["plain.html"] == 1)
        #expect(try found(site)["/a/utf8.html"] == 1)
        // The archive goes, and its pages with it.
        try FileManager.default.removeItem(
          at: site.zhubi.folder.appending(path: "site/crawl/1.warc.gz"))
        #expect(try site.rescan().output.contains("已删除 14"))
        // A damaged archive hides what it may still hold.
        try site.zhubi.write(
          "site/crawl/2.warc", Data(contentsOf: URL(filePath: Self.path("damaged.warc"))))
        try FileManager.default.removeItem(at: site.zhubi.folder.appending(path: "site/plain.html"))
        #expect(try site.rescan().output.contains("已删除 0"))
      }
    }

    @Test func aRevisitKeepsItsPageAlive() throws {
      try inSite { site in
        func record(_ type: String, _ fields: [String], _ block: String) -> String {
          let head = ["WARC/1.1", "WARC-Type: \(type)", "Content-Type: application/http"] + fields
          let length = "Content-Length: \(block.utf8.count)"
          return (head + [length, "", block, "", ""]).joined(separator: "\r\n")
        }
        let uri = "WARC-Target-URI: http://a.example.cn/1.html"
        let page =
          "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>抄送国家食品药品监督管理总局。</p>"
        try site.zhubi.write("first.warc", record("response", [uri], page))
        try site.zhubi.write("second.warc", record("revisit", [uri], "HTTP/1.1 200 OK\r\n\r\n"))
        #expect(try rescan(site, "first.warc", "--source", "s", "--complete").status == 0)
        let second = try rescan(site, "second.warc", "--source", "s", "--complete")
        #expect(second.status == 0, "\(second.output)")
        #expect(second.output.contains("文档 1，本次扫描 0，已删除 0") && second.output.contains("1 次"))
        // Judged in another way, the page would have to be read again.
        let other = try rescan(
          site, "second.warc", "--source", "s", "--complete", "--profile", "news")
        #expect(other.status == 3)
        #expect(other.output.contains("只有重访记录") && other.output.contains("已删除 0"))
      }
    }

    @Test func whatIsNoArchiveIsSaid() throws {
      try inSite { site in
        try site.zhubi.write("empty.warc", "")
        #expect(try rescan(site, "empty.warc").status == 3)
        try site.zhubi.write("text.warc", "这不是归档\n")
        let run = try rescan(site, "text.warc")
        #expect(run.status == 3)
        #expect(run.output.contains("not a WARC record"))
        #expect(try rescan(site, "nowhere.warc").status == 2)
        #expect(try rescan(site, "text.warc", "site").status == 2)
      }
    }

    @Test func aBombIsNotUnpacked() throws {
      try inSite { site in
        let zeros = [UInt8](repeating: 0x20, count: 90 << 20)
        try site.zhubi.write("zeros", Data(zeros))
        let packed = try Program.run(
          URL(filePath: "/bin/sh"),
          ["-c", "gzip -9 < zeros > b.gz && rm zeros"], in: site.zhubi.folder,
          environment: site.zhubi.environment)
        #expect(packed.status == 0, "\(packed.errors)")
        let bomb = try Data(contentsOf: site.zhubi.folder.appending(path: "b.gz"))
        let http =
          "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
        let head =
          "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.cn/\r\n"
          + "Content-Type: application/http\r\nContent-Length: \(http.utf8.count + bomb.count)\r\n\r\n"
        try site.zhubi.write("b.warc", Data((head + http).utf8) + bomb + Data("\r\n\r\n".utf8))
        let run = try rescan(site, "b.warc")
        #expect(run.status == 3)
        #expect(run.output.contains("unpacks to too much"))
      }
    }

    /// Wherever an archive is cut or changed, reading ends, and what was lost is said.
    @Test func mangledArchivesAreSurvived() throws {
      let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let file = folder.appending(path: "m.warc")
      var (said, lost) = (0, 0)
      for seed in 0..<200 {
        var dice = Dice(UInt64(seed))
        var data = try Data(
          contentsOf: URL(filePath: Self.path(seed % 2 == 0 ? "site.warc.gz" : "damaged.warc")))
        if dice.oneIn(3) { data = data.prefix(dice.roll(1...data.count)) }
        for _ in 0..<dice.roll(1...3) {
          data[dice.roll(0...data.count - 1)] = UInt8(dice.roll(0...255))
        }
        try data.write(to: file)
        let archive = try CaptureFile(file.path, limit: 1 << 20)
        var intake = CaptureIntake()
        var (steps, pages, troubles) = (0, 0, 0)
        while let step = archive.next(), steps < 1_000 {
          steps += 1
          switch step {
          case .trouble: troubles += 1
          case .record(let record):
            if case .capture(let capture)? = intake.candidate(record) {
              pages += 1
              let payload = CapturedPayload(capture, limit: 1 << 20)
              if !payload.problems.isEmpty { troubles += 1 }
            }
          }
        }
        #expect(steps < 1_000, "seed \(seed)")
        if troubles > 0 { said += 1 }
        // Pages are missing: then something was said.
        if seed % 2 == 0, pages < 14 {
          lost += 1
          #expect(troubles > 0, "seed \(seed)")
        }
      }
      print("mangled archives: \(lost) of 100 lost a page, \(said) of 200 said something")
      #expect(lost > 40)
    }

    /// FIPS 180 examples, and every length around a block.
    @Test func digestsAreTheStandards() throws {
      func hex(_ bytes: [UInt8]) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
      }
      let abc = Array("abc".utf8)[...]
      #expect(hex(SecureHash.sha1(abc)) == "a9993e364706816aba3e25717850c26c9cd0d89d")
      #expect(
        hex(SecureHash.sha256(abc))
          == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
      let long = Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8)[...]
      #expect(hex(SecureHash.sha1(long)) == "84983e441c3bd26ebaae4aa1f95129e5e54670f1")
      #expect(
        hex(SecureHash.sha256(long))
          == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
      #expect(
        PayloadDigest("sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5")?.fits(abc) == true)
      #expect(PayloadDigest("sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ")?.fits([]) == true)
      #expect(PayloadDigest("sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ")?.fits(abc) == false)
      #expect(PayloadDigest("md5:900150983cd24fb0d6963f7d28e17f72") == nil)
    }

    /// The same pages through warcio's own reader, where warcio is installed.
    @Test func agreesWithAnotherReader() throws {
      try inSite { site in
        let python = URL(
          filePath: ProcessInfo.processInfo.environment["ZHUBI_PYTHON"] ?? "/usr/bin/python3")
        let probe = try? Program.run(
          python, ["-c", "import warcio"], in: site.zhubi.folder,
          environment: site.zhubi.environment)
        guard probe?.status == 0 else {
          print("SKIPPED: no Python with warcio (set ZHUBI_PYTHON)")
          return
        }
        let run = try Program.run(
          python,
          [
            Self.path("check-archives.py"), Program.products.appending(path: "zhubi").path,
            site.zhubi.folder.path, "5",
          ], in: site.zhubi.folder, environment: site.zhubi.environment)
        #expect(run.status == 0, "\(run.output) \(run.errors)")
      }
    }
  }
#endif
