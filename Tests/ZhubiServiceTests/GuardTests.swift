#if Service
  import Dispatch
  import Foundation
  import Testing
  @testable import ZhubiService

  /// Who and how much is let in, and what is never said.
  @Suite struct GuardTests {
    @Test func otherMachinesNeedTokens() throws {
      for host in ["0.0.0.0", "::", "192.0.2.7", "example.org", "127.0.0.1.example.org", ""] {
        var configuration = ServiceConfiguration()
        configuration.host = host
        #expect(throws: ServiceStartError.self, "\(host)") { try ServiceState(configuration) }
      }
      for host in ["127.0.0.1", "localhost", "::1", "127.9.9.9", "[::1]:80", "localhost:8642"] {
        #expect(DoorKeeper.isLoopback(host: host), "\(host)")
      }
    }

    @Test func tokensOpenAndChange() async throws {
      let scratch = try Scratch()
      let (first, second, third) = (token("a"), token("b"), token("c"))
      try scratch.write("tokens", "# two desks\n\(first)\n\n  \(second)  \n")
      try await RunningService.with {
        $0.tokenFile = scratch.path("tokens")
      } _: { caller, _ in
        func status(_ token: String?, _ path: String = "/v1/lexicons") async throws -> Int {
          try await caller.call(
            "GET", path,
            token.map { ["Authorization": "Bearer \($0)", "Host": "cms.example"] } ?? [:]
          ).status
        }
        #expect(try await status(nil) == 401)
        #expect(try await status(first) == 200)
        #expect(try await status(second) == 200)
        #expect(try await status(third) == 401)
        #expect(try await status(String(first.dropLast())) == 401)
        #expect(try await status(first + "x") == 401)
        #expect(try await status("") == 401)
        for path in ["/", "/app.js", "/app.css", "/health", "/openapi.json"] {
          #expect(try await status(nil, path) == 200, "\(path)")
        }
        #expect(try await status(nil, "/metrics") == 401)
        try scratch.write("tokens", "\(third)\n")
        try await Task.sleep(for: .seconds(1.2))
        #expect(try await status(first) == 401)
        #expect(try await status(third) == 200)
        try FileManager.default.removeItem(atPath: scratch.path("tokens"))
        try await Task.sleep(for: .seconds(1.2))
        #expect(try await status(third) == 401)
      }
    }

    @Test func badTokenFilesAreRefused() throws {
      let scratch = try Scratch()
      try scratch.write("short", "# fine\nabc\n")
      try scratch.write("empty", "# nothing\n")
      #expect(throws: TokenFile.Fault.short(line: 2)) { try TokenFile(scratch.path("short")) }
      #expect(throws: TokenFile.Fault.empty) { try TokenFile(scratch.path("empty")) }
      #expect(throws: TokenFile.Fault.self) { try TokenFile(scratch.path("none")) }
    }

    @Test func pagesOfOtherSitesAreRefused() async throws {
      try await RunningService.with { caller, _ in
        let own = "http://127.0.0.1:\(caller.port)"
        let allowed = try await caller.call("GET", "/health", ["Origin": own])
        #expect(allowed.status == 200)
        for headers in [
          ["Origin": "https://evil.example"], ["Origin": "null"], ["Host": "evil.example"],
          ["Host": "evil.example:\(caller.port)", "Origin": "http://evil.example:\(caller.port)"],
        ] {
          let refused = try await caller.call("GET", "/v1/lexicons", headers)
          #expect(refused.status == 403, "\(headers)")
        }
      }
    }

    @Test func largeBodiesAreRefused() async throws {
      try await RunningService.with {
        $0.bodyLimit = 4_096
      } _: { caller, _ in
        let body = [UInt8](repeating: 0x61, count: 5_000)
        let type = ["Content-Type": "text/plain"]
        let announced = try await caller.call("POST", "/v1/scan", type, body: body)
        #expect(announced.status == 413)
        #expect(announced.errorCode == "body-too-large")
        var chunked = type
        chunked["Transfer-Encoding"] = "chunked"
        let pieces = Array("1388\r\n".utf8) + body + Array("\r\n0\r\n\r\n".utf8)
        #expect(try await caller.call("POST", "/v1/scan", chunked, body: pieces).status == 413)
        let fits = try await caller.call("POST", "/v1/scan", type, body: Array(body.prefix(4_096)))
        #expect(fits.status == 200)
      }
    }

    @Test func slowBodiesAreGivenUp() async throws {
      try await RunningService.with {
        $0.bodySeconds = 0.3
      } _: { caller, _ in
        let head =
          "POST /v1/scan HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
          + "Content-Length: 10\r\n\r\nab"
        let reply = try await caller.exchange([Array(head.utf8)])
        #expect(reply.status == 408)
        #expect(reply.errorCode == "body-timeout")
        #expect(reply.headers["retry-after"] == "1")
      }
    }

    @Test func oneTooManyIsToldToComeBack() async throws {
      try await RunningService.with {
        $0.requestLimit = 1
      } _: { caller, _ in
        let head =
          "POST /v1/scan HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
          + "Connection: close\r\nContent-Length: 3\r\n\r\n"
        let line = try TestCaller.Line(port: caller.port)
        line.send(Array(head.utf8))
        try await Task.sleep(for: .milliseconds(300))
        let refused = try await caller.post("/v1/scan", json: #"{"text":"a"}"#)
        #expect(refused.status == 429)
        #expect(refused.headers["retry-after"] == "1")
        line.send(Array("abc".utf8))
        let first = try await TestCaller.blocking { try TestCaller.parse(line.readAll()) }
        #expect(first.status == 200)
        #expect(try await caller.post("/v1/scan", json: #"{"text":"a"}"#).status == 200)
      }
    }

    @Test func workThatTakesTooLongIsGivenUpButCounted() async throws {
      let workshop = Workshop(places: 1)
      let end = DispatchSemaphore(value: 0)
      await #expect(throws: ServiceError.scanTimeout) {
        try await workshop.run(seconds: 0.05) { end.wait() }
      }
      // The place is taken until the work ends.
      await #expect(throws: ServiceError.scanTimeout) {
        try await workshop.run(seconds: 0.05) { () }
      }
      end.signal()
      try await workshop.run(seconds: 30) { () }
    }

    @Test func workGivenUpIsToldSo() async throws {
      let workshop = Workshop(places: 1)
      // Ends because it is told, or fails the test after ten seconds.
      await #expect(throws: ServiceError.scanTimeout) {
        try await workshop.run(seconds: 0.05) { notice in
          for _ in 0..<1_000 where !notice.isGivenUp { usleep(10_000) }
        }
      }
      try await workshop.run(seconds: 5) { () }
      let calm = try await workshop.run(seconds: 30) { notice in notice.isGivenUp }
      #expect(!calm)
    }

    @Test func memoryIsBounded() throws {
      let gate = Gate(Gate.Limits(requests: 2, bytes: 100))
      do {
        let one = try Admission(gate)
        try one.hold(60)
        let two = try Admission(gate)
        #expect(throws: ServiceError.busy) { try two.hold(60) }
        #expect(throws: ServiceError.busy) { try Admission(gate) }
      }
      #expect(gate.current.requests == 0 && gate.current.bytes == 0)
    }

    /// Nothing of a document, of a name, of a query or of a token reaches a log.
    @Test func logsHoldNothingOfADocument() async throws {
      let log = TestLog()
      let scratch = try Scratch()
      let secret = token("SECRETTOKEN")
      try scratch.write("tokens", secret)
      try await RunningService.with(
        {
          $0.tokenFile = scratch.path("tokens")
          $0.logsEveryRequest = true
          $0.bodyLimit = 100_000
        }, log: log
      ) { caller, _ in
        let open = ["Authorization": "Bearer \(secret)", "X-Person": "SENSITIVE"]
        let text = "SENSITIVE 机密★1年 手机13812345678"
        for json in [
          #"{"id":"SENSITIVE","name":"SENSITIVE.txt","title":"SENSITIVE","text":\#(try quoted(text))}"#,
          #"{"SENSITIVE":1}"#, "SENSITIVE", #"{"text":"SENSITIVE","profile":"SENSITIVE"}"#,
        ] {
          _ = try await caller.post("/v1/scan", json: json, open)
          _ = try await caller.post("/v1/scan/batch", json: json + "\n" + json, open)
        }
        _ = try await caller.call("GET", "/v1/rules/SENSITIVE", open)
        _ = try await caller.call("GET", "/SENSITIVE?SENSITIVE=SENSITIVE", open)
        _ = try await caller.call("SENSITIVE", "/v1/scan", open)
        _ = try await caller.call(
          "POST", "/v1/scan?id=SENSITIVE", open.merging(["Content-Type": "text/SENSITIVE"]) { $1 },
          body: Array(text.utf8))
        _ = try await caller.exchange([Array("SENSITIVE SENSITIVE\r\n\r\n".utf8)])
        _ = try await caller.call(
          "POST", "/v1/scan",
          open.merging(["Content-Type": "multipart/form-data; boundary=b"]) { $1 },
          body: form("b", [("file", "SENSITIVE.zip", Array("PK\u{3}\u{4}SENSITIVE".utf8))]))
      }
      #expect(log.text.contains("/v1/scan"))
      for word in ["SENSITIVE", "机密", "1381234", "SECRETTOKEN"] {
        #expect(!log.text.contains(word), "\(word) in a log")
      }
    }

    private func token(_ word: String) -> String { word + String(repeating: "0", count: 30) }
  }

  /// A folder that is gone when the value is.
  final class Scratch: Sendable {
    private let folder: URL

    init() throws {
      folder = FileManager.default.temporaryDirectory.appending(path: "zhubi-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    func write(_ name: String, _ text: String) throws {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }
#endif
