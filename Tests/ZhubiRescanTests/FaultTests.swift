#if Rescan
  import Foundation
  import GRDB
  import TestSupport
  import Testing

  /// What cannot be read or written is said, the others go on, and nothing is taken for put right.
  @Suite struct FaultTests {
    private func inSite(_ body: (SmallSite) throws -> Void) throws {
      let site = try SmallSite()
      defer { site.zhubi.clean() }
      try body(site)
    }

    private static let bad = "抄送国家食品药品监督管理总局。\n"

    @Test func whatCannotBeReadIsReportedAndTheOthersGoOn() throws {
      try inSite { site in
        try site.zhubi.write("site/a/1.txt", Self.bad)
        try site.zhubi.write("site/b/2.txt", Self.bad)
        try site.rescan()
        let folder = site.zhubi.folder.appending(path: "site")
        // A link to nothing, a link out of the mirror, an attachment nobody can read yet.
        try FileManager.default.createSymbolicLink(
          at: folder.appending(path: "broken.html"), withDestinationURL: URL(filePath: "/nowhere"))
        try FileManager.default.createSymbolicLink(
          at: folder.appending(path: "etc"), withDestinationURL: URL(filePath: "/etc"))
        try FileManager.default.createSymbolicLink(
          at: folder.appending(path: "again"), withDestinationURL: folder.appending(path: "a"))
        try site.zhubi.write("site/x.pdf", "%PDF-1.4")
        try site.zhubi.write("site/c/3.txt", Self.bad)
        let run = try site.rescan()
        #expect(run.status == 3)
        #expect(run.output.contains("broken.html") && run.output.contains("not followed"))
        #expect(run.output.contains("x.pdf"))
        #expect(!run.output.contains("again"))
        #expect(
          try site.value("SELECT COUNT(*) FROM findings WHERE rule = 'outdated.agency'") == "3")
      }
    }

    @Test func aFolderThatCannotBeListedIsNotGone() throws {
      try inSite { site in
        try site.zhubi.write("site/a/1.txt", Self.bad)
        try site.zhubi.write("site/b/2.txt", Self.bad)
        try site.rescan()
        // A folder whose place is taken by something that cannot be listed; for a user who may read
        // everything, permissions are no obstacle.
        let folder = site.zhubi.folder.appending(path: "site/a").path
        if getuid() == 0 {
          try FileManager.default.removeItem(atPath: folder)
          try FileManager.default.createSymbolicLink(atPath: folder, withDestinationPath: folder)
        } else {
          try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder)
        }
        defer {
          try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
        }
        let run = try site.rescan()
        #expect(run.status == 3)
        #expect(
          try site.value("SELECT COUNT(*) FROM findings WHERE state = 'open'")
            == (getuid() == 0 ? "1" : "2"))
      }
    }

    @Test func aFileThatIsTooLargeKeepsItsFindings() throws {
      try inSite { site in
        try site.zhubi.write("site/1.txt", Self.bad)
        try site.rescan()
        try site.zhubi.write("limits.yaml", "limits:\n  file-size: 10\n")
        let run = try site.zhubi.run(
          "rescan", "site", "--ledger", "l.db", "--config", "limits.yaml")
        #expect(run.status == 3, "\(run.errors)")
        #expect(run.output.contains("above the limit"))
        #expect(
          try site.value("SELECT rule, state FROM findings ORDER BY id")
            == "outdated.agency|open\nscan.limit-reached|open")
      }
    }

    @Test func aFullDiskEndsTheRunAndTheNextOneTakesItUp() throws {
      try inSite { site in
        try site.write(200, seed: 4)
        try site.rescan("whole.db", "--batch", "10")
        let wanted = try site.contents("whole.db")
        let size =
          try Data(
            contentsOf: site.zhubi.folder.appending(path: "whole.db")
          ).count / 1024
        // Files of this process may grow to a part of what is needed, and no further.
        let zhubi = Program.products.appending(path: "zhubi").path
        let full = try Program.run(
          URL(filePath: "/bin/bash"),
          [
            "-c",
            "trap '' XFSZ; ulimit -f \(size * 9 / 10); exec \(zhubi) rescan site --ledger l.db --no-config --batch 10",
          ], in: site.zhubi.folder, environment: site.zhubi.environment)
        #expect(full.status == 3, "\(full.output) \(full.errors)")
        #expect(full.errors.contains("SQLite"))
        let done = try Int(site.value("SELECT COUNT(*) FROM documents"))!
        print("the disk was full after \(done) of 200 documents")
        #expect(done < 200)
        let next = try site.rescan()
        #expect(next.output.contains("续前次"))
        #expect(try site.contents() == wanted)
      }
    }

    @Test func aLedgerInUseIsRefused() throws {
      try inSite { site in
        try site.zhubi.write("site/1.txt", Self.bad)
        try site.rescan()
        let lock = open(site.zhubi.folder.appending(path: "l.db-run").path, O_RDWR)
        #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
        defer { close(lock) }
        let run = try site.rescan()
        #expect(run.status == 3)
        #expect(run.errors.contains("in use"))
        // Reports may be read meanwhile.
        #expect(try site.zhubi.run("rescan", "report", "--ledger", "l.db").status == 0)
      }
    }

    @Test func whatIsNoLedgerIsRefused() throws {
      try inSite { site in
        try site.zhubi.write("site/1.txt", Self.bad)
        try DatabaseQueue(path: site.zhubi.folder.appending(path: "l.db").path).write { db in
          try db.execute(sql: "CREATE TABLE mine (a)")
        }
        let run = try site.rescan()
        #expect(run.status == 2)
        #expect(run.errors.contains("not a ledger"))
      }
    }
  }
#endif
