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

    /// A second process holds the database for good: said, and nothing is lost.
    @Test func aLockedDatabaseIsSaid() throws {
      try inSite { site in
        try site.write(30, seed: 2)
        try site.rescan("l.db", "--batch", "10")
        let before = try site.contents()
        try site.zhubi.write("site/new.txt", Self.bad)
        let queue = try DatabaseQueue(path: site.zhubi.folder.appending(path: "l.db").path)
        try queue.inDatabase { db in
          try db.execute(sql: "BEGIN IMMEDIATE")
          let run = try site.rescan()
          #expect(run.status == 3)
          #expect(run.errors.contains("SQLite"), "\(run.errors)")
          try db.execute(sql: "ROLLBACK")
        }
        try queue.close()
        #expect(try site.contents() == before)
        #expect(try site.rescan().output.contains("新发现 1"))
      }
    }

    /// A disk that is really full, where a small one may be made.
    @Test func aSmallDiskFillsUp() throws {
      try inSite { site in
        try site.write(300, seed: 6)
        try site.rescan("whole.db", "--batch", "20")
        let whole = try Data(
          contentsOf: site.zhubi.folder.appending(path: "whole.db")
        ).count
        let zhubi = Program.products.appending(path: "zhubi").path
        let script = """
          mkdir disk && mount -t tmpfs -o size=\(whole / 1024 * 9 / 8)k none disk || exit 77
          \(zhubi) rescan site --ledger disk/l.db --no-config --batch 20; code=$?
          cp disk/l.db* . ; exit $code
          """
        let full = try Program.run(
          URL(filePath: "/usr/bin/unshare"), ["-m", "/bin/sh", "-c", script],
          in: site.zhubi.folder, environment: site.zhubi.environment)
        guard full.status != 77, full.status != 1 else {
          print("SKIPPED: no small disk can be mounted here: \(full.errors)")
          return
        }
        #expect(full.status == 3, "\(full.output) \(full.errors)")
        #expect(full.errors.contains("full"), "\(full.errors)")
        let done = try Int(site.value("SELECT COUNT(*) FROM documents"))!
        #expect(done < 300)
        print("the small disk was full after \(done) of 300 documents")
        let next = try site.rescan()
        #expect([0, 1].contains(next.status), "\(next.errors)")
        #expect(
          try site.value("SELECT COUNT(*), SUM(times) FROM findings")
            == site.value("SELECT COUNT(*), SUM(times) FROM findings", "whole.db"))
      }
    }

    /// A user without rights: pages and folders that may not be read are said, the others go on.
    @Test func whatIsForbiddenIsSaid() throws {
      try inSite { site in
        try site.zhubi.write("site/open.txt", Self.bad)
        try site.zhubi.write("site/shut.txt", Self.bad)
        try site.zhubi.write("site/room/in.txt", Self.bad)
        let folder = site.zhubi.folder.path
        let zhubi = Program.products.appending(path: "zhubi").path
        let run = "\(zhubi) rescan site --ledger l.db --no-config"
        let asNobody =
          getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups \(run)" : run
        let result = try Program.run(
          URL(filePath: "/bin/sh"),
          [
            "-c",
            "chmod 777 . && chmod 000 site/shut.txt site/room && \(asNobody); code=$?; chmod 755 site/room; exit $code",
          ], in: site.zhubi.folder, environment: site.zhubi.environment)
        if result.status == 126 || result.status == 127 {
          print("SKIPPED: the program cannot be started as another user: \(folder)")
          return
        }
        #expect(result.status == 3, "\(result.output) \(result.errors)")
        #expect(result.output.contains("shut.txt") && result.output.contains("room/"))
        #expect(result.output.contains("文档 2") || result.output.contains("文档 1"))
        #expect(
          try site.value(
            "SELECT COUNT(*) FROM findings WHERE rule = 'outdated.agency' AND state = 'open'")
            == "1")
      }
    }

    /// Files come, go and grow while the site is read: nothing stops, and the next run over the site
    /// at rest says what a fresh one says.
    @Test func aSiteInMotionIsReadToItsEnd() throws {
      try inSite { site in
        try site.write(150, seed: 8)
        let script = """
          i=0; while :; do i=$((i+1)); n=$((i % 150 + 1)); f=site/$((n % 7))/$n.html
          mv $f away 2>/dev/null; printf '<p>x</p>' >> site/grow.html; mv away $f 2>/dev/null; done
          """
        let stir = try Child(
          URL(filePath: "/bin/sh"), ["-c", script], in: site.zhubi.folder,
          environment: site.zhubi.environment)
        for round in 1...3 {
          let run = try site.rescan(
            "l.db", "--batch", "5", "--profile", round == 2 ? "news" : "all")
          #expect([0, 1, 3].contains(run.status), "\(run.errors)")
        }
        stir.signal(SIGTERM)
        try stir.wait()
        let away = site.zhubi.folder.appending(path: "away")
        try? FileManager.default.removeItem(at: away)
        try site.write(150, seed: 8)
        #expect([0, 1].contains(try site.rescan().status))
        try site.rescan("fresh.db")
        let sql = """
          SELECT d.key, f.rule, f.times FROM findings f JOIN documents d ON d.id = f.document
          WHERE f.state = 'open' ORDER BY 1, 2, 3
          """
        #expect(try site.value(sql) == site.value(sql, "fresh.db"))
      }
    }

    @Test func progressTellsTheTimeLeft() throws {
      try inSite { site in
        try site.write(60, seed: 3)
        let run = try site.rescan("l.db", "--batch", "6", "--progress", "always", "--jobs", "1")
        #expect(run.errors.contains("%，约余 ") && run.errors.contains("新发现 "), "\(run.errors)")
      }
    }
  }
#endif
