#if Service
  import Foundation
  import Testing
  @testable import ZhubiReview
  @testable import ZhubiService

  /// The three reviews over HTTP.
  @Suite struct CaseEndpointTests {
    @Test func aScanBecomesACaseAndIsReviewed() async throws {
      let scratch = try Scratch()
      try await RunningService.with {
        $0.reviewFolder = scratch.path("r")
      } _: { caller, _ in
        let text = "机密★1年，手机13812345678"
        let opened = try await caller.post("/v1/cases", json: #"{"id":"通知","text":"\#(text)"}"#)
        #expect(opened.status == 201)
        let one = try opened.json()
        #expect(one["case"] as? Int == 1)
        #expect(one["sha256"] as? String == SHA256.text(Array(text.utf8)))
        #expect(one["due"] as? String == "first")
        func post(_ path: String, _ json: String) async throws -> TestCaller.Reply {
          try await caller.post("/v1/cases/1/\(path)", json: json)
        }
        let early = try await post(
          "signatures", #"{"stage":"first","reviewer":"甲","decision":"approved"}"#)
        #expect(early.status == 409 && early.errorCode == "review-refused")
        let settled = try await post(
          "settlements",
          #"{"reviewer":"甲","settlements":[{"finding":0,"disposition":"adopted","reason":"删去"}]}"#)
        #expect(settled.status == 200)
        #expect(try settled.json()["unsettled"] as? Int == 0)
        for (stage, name) in [("first", "甲"), ("second", "乙"), ("final", "丙")] {
          let reply = try await post(
            "signatures", #"{"stage":"\#(stage)","reviewer":"\#(name)","decision":"approved"}"#)
          #expect(reply.status == 200, "\(stage)")
        }
        let list = try await caller.call("GET", "/v1/cases")
        let cases = try #require(try list.json()["cases"] as? [[String: Any]])
        #expect(cases.first?["due"] as? String == "done")
        let form = try await caller.call("GET", "/v1/cases/1/form?kind=secrecy")
        #expect(form.headers["content-type"] == "text/html; charset=utf-8")
        #expect(form.headers["content-security-policy"]?.contains("sha256-") == true)
        #expect(form.body.contains("保密审查表"))
        for (path, json, status) in [
          ("signatures", "{", 400), ("signatures", #"{"stage":"x"}"#, 400),
          ("settlements", #"{"reviewer":"甲","settlements":[1]}"#, 400),
          ("settlements", #"{"reviewer":"甲","extra":1,"settlements":[]}"#, 400),
        ] {
          #expect(try await post(path, json).status == status, "\(json)")
        }
        #expect(try await caller.call("GET", "/v1/cases/2").status == 404)
        #expect(try await caller.call("GET", "/v1/cases/x").status == 404)
      }
      let stored = try String(contentsOfFile: scratch.path("r/records.jsonl"), encoding: .utf8)
      #expect(!stored.contains("13812345678"))
      #expect(try ReviewFolder.verify(scratch.path("r")).records.count == 5)
    }

    @Test func withoutAFolderThereAreNoCases() async throws {
      try await RunningService.with { caller, _ in
        let reply = try await caller.call("GET", "/v1/cases")
        #expect(reply.status == 404)
        #expect(reply.errorCode == "reviews-off")
      }
    }
  }
#endif
