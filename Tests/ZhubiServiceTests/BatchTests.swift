#if Service
  import Foundation
  import ServiceLifecycle
  import Testing
  @testable import ZhubiService

  /// Many documents, and what happens to them while other things happen.
  @Suite struct BatchTests {
    @Test func orderIsKeptAndNothingIsLost() async throws {
      try await RunningService.with { caller, _ in
        var lines: [String] = []
        for number in 0..<300 {
          let text =
            String(repeating: "甲", count: number * 37 % 2_000) + (number % 3 == 0 ? "机密★1年" : "")
          lines.append(#"{"id":\#(number),"text":"\#(text)"}"#)
          if number % 50 == 0 { lines.append("  ") }
          if number % 100 == 7 { lines.append("not json") }
        }
        let reply = try await caller.call(
          "POST", "/v1/scan/batch", ["Content-Type": "application/x-ndjson"],
          body: Array(lines.joined(separator: "\n").utf8))
        #expect(reply.status == 200)
        let answers = try reply.body.split(separator: "\n").map {
          try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
        }
        var expected: [(String, String)] = []
        for (place, line) in lines.enumerated() {
          if line == "  " { continue }
          if line == "not json" {
            expected.append(("line \(place + 1)", "incomplete"))
          } else {
            let number = expected.filter { !$0.0.hasPrefix("line") }.count
            expected.append(("\(number)", number % 3 == 0 ? "block" : "pass"))
          }
        }
        #expect(answers.map { $0["document"] as? String } == expected.map(\.0))
        #expect(answers.map { $0["verdict"] as? String } == expected.map(\.1))
      }
    }

    @Test func answersComeWhileTheRestStillArrives() async throws {
      try await RunningService.with { caller, _ in
        let seen = try await TestCaller.blocking {
          let line = try TestCaller.Line(port: caller.port)
          line.send(
            Array(
              ("POST /v1/scan/batch HTTP/1.1\r\nHost: localhost\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n").utf8))
          func chunk(_ text: String) {
            line.send(Array("\(String(text.utf8.count, radix: 16))\r\n\(text)\r\n".utf8))
          }
          chunk("{\"id\":\"one\",\"te")
          chunk("xt\":\"好\"}\n")
          let first = line.read(until: "\"one\"")
          chunk("{\"id\":\"two\",\"text\":\"好\"}")
          line.send(Array("0\r\n\r\n".utf8))
          return [first, line.read(until: "\"two\"")]
        }
        #expect(seen[0].contains("\"document\":\"one\""))
        #expect(seen[1].contains("\"document\":\"two\""))
      }
    }

    @Test func silenceEndsABatchAndSaysSo() async throws {
      try await RunningService.with {
        $0.bodySeconds = 0.4
      } _: { caller, _ in
        let head =
          "POST /v1/scan/batch HTTP/1.1\r\nHost: localhost\r\nContent-Length: 90\r\n"
          + "Connection: close\r\n\r\n{\"id\":1,\"text\":\"a\"}\n"
        let reply = try await TestCaller.blocking {
          let line = try TestCaller.Line(port: caller.port)
          line.send(Array(head.utf8))
          return line.read(until: "body-timeout")
        }
        #expect(reply.contains("\"document\":\"1\",\"verdict\":\"pass\""))
        #expect(reply.contains("\"verdict\":\"incomplete\""))
        #expect(reply.contains("body-timeout"))
      }
    }

    /// Every answer is from exactly one lexicon while lexicons are exchanged, and none is lost.
    @Test func lexiconsChangeUnderLoad() async throws {
      let scratch = try Scratch()
      func pack(_ version: Int) throws {
        try scratch.write(
          "our/pack.yaml",
          "id: our\ntitle: our\nversion: \"\(version)\"\nkind: term.v\(version)\nseverity: error\nsource: test\n"
        )
        try scratch.write("our/words.tsv", "term\n星河甲乙\n星河丙丁\n")
      }
      try pack(0)
      try await RunningService.with {
        $0.lexicons = [scratch.path("our")]
        $0.usesCache = false
      } _: { caller, _ in
        let text = String(repeating: "星河甲乙，星河丙丁。", count: 30)
        try await withThrowingTaskGroup(of: Set<String>.self) { group in
          for _ in 0..<3 {
            group.addTask {
              var all: Set<String> = []
              for _ in 0..<25 {
                let reply = try await caller.post("/v1/scan", json: #"{"text":"\#(text)"}"#)
                let findings = try #require(try reply.json()["findings"] as? [[String: Any]])
                let rules = findings.compactMap { $0["rule"] as? String }.filter {
                  $0.hasPrefix("term.v")
                }
                #expect(rules.count == 60)
                #expect(Set(rules).count == 1, "an answer mixes lexicons")
                all.formUnion(rules)
              }
              return all
            }
          }
          for version in 1...3 {
            try pack(version)
            let reply = try await caller.call("POST", "/v1/lexicons/reload")
            #expect(reply.status == 200)
            #expect(
              reply.body.contains("\"id\":\"our\",\"title\":\"our\",\"version\":\"\(version)\""))
          }
          var all: Set<String> = []
          for try await rules in group { all.formUnion(rules) }
          #expect(all.isSubset(of: ["term.v0", "term.v1", "term.v2", "term.v3"]))
        }
        let last = try await caller.post("/v1/scan", json: #"{"text":"星河甲乙"}"#)
        #expect(last.body.contains("term.v3"))
        // A pack with a fault changes nothing.
        try scratch.write("our/words.tsv", "term\tcolour\n星河甲乙\tred\n")
        let refused = try await caller.call("POST", "/v1/lexicons/reload")
        #expect(refused.status == 409)
        #expect(refused.errorCode == "lexicon-faulty")
        #expect(try await caller.post("/v1/scan", json: #"{"text":"星河甲乙"}"#).body == last.body)
      }
    }

    @Test func shutdownFinishesWhatRuns() async throws {
      try await RunningService.with { caller, group in
        let text = String(repeating: "关于印发方案的通知，", count: 12_000) + "机密★1年"
        let body = Array(text.utf8)
        let head =
          "POST /v1/scan HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
          + "Connection: close\r\nContent-Length: \(body.count)\r\n\r\n"
        // Half a request is at work until its other half comes: no race with a quick scan.
        let line = try TestCaller.Line(port: caller.port)
        line.send(Array(head.utf8) + body[..<1_000])
        var isRunning = false
        for _ in 0..<2_000 where !isRunning {
          isRunning = try await caller.call("GET", "/health").body.contains("\"running\":1")
          try await Task.sleep(for: .milliseconds(5))
        }
        try #require(isRunning)
        await group.triggerGracefulShutdown()
        try await Task.sleep(for: .milliseconds(100))
        let answer = try await TestCaller.blocking {
          line.send(Array(body[1_000...]))
          return try TestCaller.parse(line.readAll())
        }
        #expect(answer.status == 200)
        #expect(try answer.json()["verdict"] as? String == "block")
        await #expect(throws: (any Error).self) {
          try await Task.sleep(for: .milliseconds(200))
          return try await caller.call("GET", "/health")
        }
      }
    }
  }
#endif
