#if Service
  import Foundation
  import HTTPTypes
  import Testing
  import Zhubi
  @testable import ZhubiService

  /// What the service says of itself.
  @Suite struct DescriptionTests {
    private func description() throws -> [String: Any] {
      let bytes = PageAsset.description.bytes
      return try #require(
        try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    @Test func everyAddressIsDescribed() throws {
      let description = try description()
      #expect(description["openapi"] as? String == "3.1.0")
      let paths = try #require(description["paths"] as? [String: [String: Any]])
      for (path, methods) in paths {
        let route = try #require(
          Route(path.replacing("{id}", with: "x").replacing("{case}", with: "7")), "\(path)")
        #expect(Set(route.methods.map { $0.rawValue.lowercased() }) == Set(methods.keys), "\(path)")
      }
      let routes: [Route] = [
        .scan, .batch, .rules, .rule("x"), .lexicons, .reload, .health, .metrics,
        .asset(.description), .cases, .reviewCase(1), .settlements(1), .signatures(1), .form(1),
      ]
      for route in routes { #expect(paths[route.name] != nil, "\(route.name)") }
    }

    @Test func everyChoiceIsDescribed() throws {
      let schemas = try #require(
        (try description()["components"] as? [String: Any])?["schemas"] as? [String: [String: Any]])
      let fields = try #require(schemas["ScanRequest"]?["properties"] as? [String: [String: Any]])
      #expect(Set(fields["profile"]?["enum"] as? [String] ?? []) == Set(Profile.all.map(\.name)))
      #expect(
        Set(fields["format"]?["enum"] as? [String] ?? []) == FormNames.all.union(["auto"]))
    }

    @Test func thePageIsSafeAndWhole() async throws {
      try await RunningService.with { caller, _ in
        for asset in PageAsset.allCases {
          let reply = try await caller.call("GET", asset.path)
          #expect(reply.status == 200, "\(asset)")
          #expect(reply.headers["content-type"] == asset.type)
          #expect(reply.headers["x-content-type-options"] == "nosniff")
          let policy = try #require(reply.headers["content-security-policy"])
          #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; "))
          #expect(!policy.contains("unsafe"))
        }
        let page = try await caller.call("GET", "/").body
        #expect(!page.contains("<style") && !page.contains(" style=") && !page.contains("://"))
        #expect(!page.contains(" onclick=") && !page.contains("javascript:"))
        let program = try await caller.call("GET", "/app.js").body
        for word in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("] {
          #expect(!program.contains(word), "\(word) in the program of the page")
        }
      }
    }

    @Test func rulesAndLexiconsAreListed() async throws {
      try await RunningService.with { caller, _ in
        let list = try await caller.call("GET", "/v1/rules?language=en")
        let rules = try #require(try list.json()["rules"] as? [[String: Any]])
        #expect(rules.count > 60)
        #expect(rules.contains { $0["id"] as? String == "scan.image-only" })
        let rule = try await caller.call("GET", "/v1/rules/personal.cn-id")
        let page = try rule.json()
        #expect(page["severity"] as? String == "block")
        #expect((page["fires"] as? [String])?.isEmpty == false)
        let packs = try #require(
          try await caller.call("GET", "/v1/lexicons").json()["packs"] as? [[String: Any]])
        #expect(packs.contains { $0["id"] as? String == "secrecy" })
      }
    }

    @Test func metricsCount() async throws {
      try await RunningService.with { caller, _ in
        _ = try await caller.post("/v1/scan", json: #"{"text":"机密★1年"}"#)
        _ = try await caller.post("/v1/scan", json: "{")
        let text = try await caller.call("GET", "/metrics").body
        #expect(text.contains("zhubi_http_requests_total{route=\"/v1/scan\",status=\"200\"} 1\n"))
        #expect(text.contains("zhubi_http_requests_total{route=\"/v1/scan\",status=\"400\"} 1\n"))
        #expect(text.contains("zhubi_documents_total{verdict=\"block\"} 1\n"))
        #expect(text.contains("zhubi_findings_total{severity=\"block\"} 1\n"))
        #expect(text.contains("zhubi_requests_running 0\n"))
      }
    }

    @Test(arguments: [
      ["--port"], ["--port", "x"], ["--port=70000"], ["--what"], ["--profile", "x"],
      ["--language=fr"], ["--fail-on", "all"], ["stray"],
    ])
    func wrongOptionsAreRefused(words: [String]) {
      #expect(throws: ServiceStartError.self) { try ServerOptions.read(words) }
    }

    @Test func optionsAreRead() throws {
      let read = try #require(
        try ServerOptions.read([
          "--port=0", "--lexicon", "a", "--lexicon", "b", "--tokens", "t", "--host", "0.0.0.0",
          "--no-cache", "--scan-seconds", "5",
        ]))
      #expect(read.lexicons == ["a", "b"] && read.port == 0 && read.tokenFile == "t")
      #expect(read.host == "0.0.0.0" && !read.usesCache && read.scanSeconds == 5)
      #expect(try ServerOptions.read(["--help"]) == nil)
      for word in ServerOptions.manual.split(separator: " ") where word.hasPrefix("--") {
        #expect(
          ["--help", "--no-cache", "--access-log"].contains(word)
            || (try? ServerOptions.read([String(word)])) == nil)
      }
    }
  }
#endif
