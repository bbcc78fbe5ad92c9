import Foundation
import TestSupport
import Testing

/// Runs that take long, and runs that somebody ends.
@Suite struct LongRunProgramTests {
  private func inScratch(_ body: (Program) throws -> Void) throws {
    let program = try Program("zhubi")
    defer { program.clean() }
    try body(program)
  }

  @Test func progressGoesToStandardErrorAndOnlyWhenWanted() throws {
    try inScratch { zhubi in
      for number in 1...3 { try zhubi.write("site/\(number).txt", "机密★1年\n") }
      let quiet = try zhubi.run("scan", "site", "--to", "jsonl")
      #expect(quiet.errors.isEmpty)
      let asked = try zhubi.run("scan", "site", "--to", "jsonl", "--progress", "always")
      #expect(asked.output == quiet.output)
      #expect(asked.errors.contains("100%  3/3 个文件"))
      #expect(asked.errors.contains("MB/s"))
    }
  }

  @Test func aTerminalSeesABarThatGoesAwayAndContinuousIntegrationNone() throws {
    let script = URL(filePath: "/usr/bin/script")
    guard FileManager.default.isExecutableFile(atPath: script.path) else {
      print("SKIPPED: no /usr/bin/script to make a terminal with")
      return
    }
    try inScratch { zhubi in
      // A pipe that nobody writes to keeps the run busy until the bar has been seen.
      try zhubi.write("a.txt", "机密★1年\n")
      let command =
        "mkfifo pipe; (sleep 1.5; echo 好 > pipe) & \(Program.products.path)/zhubi scan a.txt pipe"
      var environment = zhubi.environment
      environment["TERM"] = "xterm"
      let arguments = ["-qec", command, "/dev/null"]
      let seen = try Program.run(script, arguments, in: zhubi.folder, environment: environment)
      #expect(seen.status == 1, "\(seen.output) \(seen.errors)")
      #expect(seen.output.contains("0/2 个文件"))
      #expect(seen.output.contains("\r\u{1B}[K"))
      try FileManager.default.removeItem(at: zhubi.folder.appending(path: "pipe"))
      environment["CI"] = "true"
      let quiet = try Program.run(script, arguments, in: zhubi.folder, environment: environment)
      #expect(quiet.status == 1)
      #expect(!quiet.output.contains("个文件"))
    }
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func anInterruptedRunReportsWhatItHasAndNamesWhatItHasNot(signal: Int32) throws {
    try inScratch { zhubi in
      try zhubi.write("site/00.txt", "机密★1年\n")
      for number in 1...40 { try zhubi.write("site/\(number + 10).txt", "好\n") }
      try zhubi.write("zz.txt", "机密★2年\n")
      #expect(mkfifo(zhubi.folder.appending(path: "pipe").path, 0o600) == 0)
      let out = zhubi.folder.appending(path: "out.json")
      try Data().write(to: out)
      let child = try zhubi.start(
        ["scan", "site", "pipe", "zz.txt", "--to", "json"], output: .file(out))
      // The pipe is never written to: the run ends because of the signal, or never.
      for _ in 0..<600 where try !String(contentsOf: out, encoding: .utf8).contains("site/00.txt") {
        Thread.sleep(forTimeInterval: 0.05)
      }
      child.signal(signal)
      #expect(try child.wait() == .exit(3))
      let report = try #require(
        try JSONSerialization.jsonObject(with: Data(contentsOf: out)) as? [String: Any])
      let documents = try #require(report["documents"] as? [[String: Any]])
      #expect(documents.first?["document"] as? String == "site/00.txt")
      let summary = try #require(report["summary"] as? [String: Any])
      #expect(summary["verdict"] as? String == "incomplete")
      let left = try #require(summary["notRead"] as? [String])
      #expect(left.contains { $0.contains("pipe") })
      #expect(left.contains { $0.contains("zz.txt") })
    }
  }

  @Test func anInterruptedBaselineIsNotWritten() throws {
    try inScratch { zhubi in
      #expect(mkfifo(zhubi.folder.appending(path: "pipe").path, 0o600) == 0)
      let child = try zhubi.start(["baseline", "create", "pipe"])
      Thread.sleep(forTimeInterval: 2)
      child.signal(SIGINT)
      #expect(try child.wait() == .exit(3))
      #expect(
        !FileManager.default.fileExists(
          atPath: zhubi.folder.appending(path: ".zhubi-baseline.jsonl").path))
    }
  }
}
