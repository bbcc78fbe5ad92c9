#if Service
  import Foundation
  import TestSupport
  import Testing
  @testable import ZhubiReview

  /// The programs as people start them.
  @Suite struct ServerProgramTests {
    @Test func theServerEndsWhenItIsTold() async throws {
      let program = try Program("zhubi-server")
      defer { program.clean() }
      let child = try program.start(["--port", "0"], output: .pipe)
      let first = try await TestCaller.blocking {
        String(decoding: try child.next(), as: UTF8.self)
      }
      let port = try #require(
        Int(first.split(separator: ":").last?.prefix { $0.isNumber } ?? ""), "\(first)")
      #expect(first.contains("http://127.0.0.1:\(port)/"))
      #expect(try await TestCaller(port: port).call("GET", "/health").status == 200)
      child.signal(SIGTERM)
      #expect(try await TestCaller.blocking { try child.wait() } == .exit(0))
    }

    @Test func serveHandsItsOptionsOn() throws {
      let program = try Program("zhubi")
      defer { program.clean() }
      let wrong = try program.run("serve", "--port", "many")
      #expect(wrong.status == 2)
      #expect(wrong.errors.contains("65535"))
      let open = try program.run("serve", "--host", "0.0.0.0", "--port", "0")
      #expect(open.status == 2)
      #expect(open.errors.contains("--tokens"))
      #expect(try program.run("serve", "--help").output.contains("--reviews"))
    }

    @Test func reviewVerifySaysWhatWasChanged() throws {
      let program = try Program("zhubi")
      defer { program.clean() }
      let folder = try ReviewFolder(program.folder.appending(path: "records").path)
      for name in ["一", "二"] {
        _ = try folder.open(
          ReviewOpening(
            document: name, digest: "00", verdict: "pass", profile: "official",
            asOf: "2026-11-01", tool: "0.1.0", lexicons: "secrecy 1", findings: []))
      }
      let good = try program.run("review", "verify", "records")
      #expect(good.status == 0)
      let head = try #require(
        good.output.split(whereSeparator: \.isWhitespace).last.map(String.init))
      #expect(try program.run("review", "verify", "records", "--head", head).status == 0)
      let foreign = String(repeating: "1", count: 64)
      #expect(try program.run("review", "verify", "records", "--head", foreign).status == 1)
      #expect(try program.run("review", "list", "records").output.contains("000002"))
      let form = try program.run("review", "form", "records", "2", "--kind", "secrecy")
      #expect(form.status == 0 && form.output.contains("保密审查表"))
      #expect(try program.run("review", "form", "records", "9").status == 2)
      let text = try program.read("records/records.jsonl")
      try program.write("records/records.jsonl", text.replacing("一", with: "三"))
      let altered = try program.run("review", "verify", "records")
      #expect(altered.status == 1)
      #expect(altered.errors.contains("第 1 条记录被改动"))
      #expect(try program.run("review", "verify", "nowhere").status == 2)
    }
  }
#endif
