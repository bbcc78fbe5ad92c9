#if Rescan
  import Foundation
  import TestSupport
  import Testing

  /// A run may end at any moment without losing or repeating anything.
  @Suite(.serialized) struct KilledRunTests {
    private static let count = "SELECT COUNT(*) FROM documents"

    /// Starts a run and kills it; false when it ended before.
    private func killed(
      _ site: SmallSite, _ ledger: String, whenWritten documents: Int?, after seconds: Double
    ) throws -> Bool {
      let child = try site.zhubi.start([
        "rescan", "site", "--ledger", ledger, "--no-config", "--batch", "3", "--jobs", "2",
      ])
      if let documents {
        // Wait until so many documents are in the ledger, however busy the machine is.
        while !child.isOver(), (try? Int(site.value(Self.count, ledger)) ?? 0) ?? 0 < documents {
          Thread.sleep(forTimeInterval: 0.002)
        }
      }
      Thread.sleep(forTimeInterval: seconds)
      child.signal(SIGKILL)
      return try child.wait() == .signal(SIGKILL)
    }

    @Test func killedAtRandomAndTakenUpAgainEqualsUndisturbed() throws {
      let site = try SmallSite()
      defer { site.zhubi.clean() }
      try site.write(100, seed: 7)
      #expect([0, 1].contains(try site.rescan("whole.db", "--batch", "3").status))
      let wanted = try site.contents("whole.db")
      var dice = Dice(11)
      var kills = 0
      var partly = 0
      var resumed = 0
      for round in 0..<200 where kills < 50 {
        let ledger = "killed-\(round).db"
        for _ in 0..<dice.roll(1...5) {
          // One in five at any moment of the start, the others at any moment of the scan.
          let early = dice.oneIn(5)
          let before = (try? Int(site.value(Self.count, ledger)) ?? 0) ?? 0
          guard
            try killed(
              site, ledger, whenWritten: early ? nil : dice.roll(before...min(100, before + 20)),
              after: Double(dice.roll(0...(early ? 400 : 15))) / 1_000)
          else { break }
          kills += 1
          guard
            FileManager.default.fileExists(atPath: site.zhubi.folder.appending(path: ledger).path)
          else { continue }
          let done = (try? Int(site.value(Self.count, ledger))) ?? nil
          if let done, done > 0, done < 100 { partly += 1 }
        }
        let end = try site.rescan(ledger)
        #expect([0, 1].contains(end.status), "\(end.errors)")
        if end.output.contains("续前次") { resumed += 1 }
        if try site.value("SELECT COUNT(*) FROM runs", ledger) == "1" {
          let got = try site.contents(ledger)
          #expect(got == wanted, "ledger \(ledger) differs from the undisturbed one")
        } else {
          // The killed process had just ended its run: this one found nothing to do.
          #expect(
            try site.value("SELECT SUM(scanned), SUM(new) FROM runs", ledger)
              == site.value("SELECT scanned, new FROM runs", "whole.db"))
          #expect(
            try site.value("SELECT COUNT(*) FROM events", ledger)
              == site.value("SELECT COUNT(*) FROM events", "whole.db"))
        }
      }
      print(
        "killed \(kills) times, \(partly) of them with part of the site written, \(resumed) resumed"
      )
      #expect(kills >= 50)
      #expect(partly >= 10)
      #expect(resumed >= 8)
    }

    @Test func theNumberOfThreadsChangesNothing() throws {
      let site = try SmallSite()
      defer { site.zhubi.clean() }
      try site.write(80, seed: 3)
      try site.rescan("one.db", "--jobs", "1")
      try site.rescan("many.db", "--jobs", "5", "--batch", "9")
      #expect(try site.contents("one.db") == site.contents("many.db"))
    }
  }
#endif
