#if Service
  import Foundation
  import Testing
  import Zhubi
  import ZhubiReport
  @testable import ZhubiService

  /// What may be asked, in every way it may be asked.
  @Suite struct ScanRequestTests {
    @Test func theAnswerIsTheReportOfTheContract() async throws {
      try await RunningService.with { caller, _ in
        let text = "各单位：\n机密★1年\n联系人手机13812345678，签定合同。"
        let reply = try await caller.post(
          "/v1/scan",
          json: #"{"id":"notice-17","asOf":"2026-11-01","text":\#(try quoted(text))}"#)
        let scanner = TextScanner(lexicon: try LexiconStore.standard().lexicon())
        let expected = scanner.scan(
          text, id: "notice-17", options: .init(asOf: CalendarDate("2026-11-01")))
        #expect(reply.status == 200)
        #expect(reply.headers["content-type"] == "application/json; charset=utf-8")
        #expect(reply.body == JSONDocument().text(of: expected))
        #expect(!reply.body.contains("13812345678"))
        let again = try await caller.post(
          "/v1/scan",
          json: #"{"id":"notice-17","asOf":"2026-11-01","text":\#(try quoted(text))}"#,
          ["Idempotency-Key": "k-1"])
        #expect(again.body == reply.body)
        #expect(again.headers["idempotency-key"] == "k-1")
      }
    }

    @Test func rawBodiesSayWhatTheyAre() async throws {
      try await RunningService.with { caller, _ in
        let gbk: [UInt8] = [0xBB, 0xFA, 0xC3, 0xDC, 0xA1, 0xEF, 0x31, 0xC4, 0xEA]
        for (type, body) in [
          ("text/plain; charset=gb18030", gbk), ("text/html", Array("<p>机密★1年</p>".utf8)),
          ("application/octet-stream", gbk), ("text/markdown", Array("# 机密★1年".utf8)),
        ] {
          let reply = try await caller.call(
            "POST", "/v1/scan?id=%E7%94%B2&language=en", ["Content-Type": type], body: body)
          #expect(reply.status == 200, "\(type)")
          let json = try reply.json()
          #expect(json["verdict"] as? String == "block", "\(type)")
          #expect(json["document"] as? String == "甲")
          #expect(reply.body.contains("secrecy marking"))
        }
      }
    }

    @Test func formsCarryFilesAndAttachments() async throws {
      try await RunningService.with { caller, _ in
        let docx = try fixture("notice.docx")
        let one = try await caller.call(
          "POST", "/v1/scan", ["Content-Type": "multipart/form-data; boundary=\"x y\""],
          body: form("x y", [("file", "通知.docx", docx)]))
        #expect(one.status == 200)
        #expect(try one.json()["document"] as? String == "通知.docx")
        #expect(!one.body.contains("\"findings\":[]"))
        let several = try await caller.call(
          "POST", "/v1/scan", ["Content-Type": "multipart/form-data; boundary=b"],
          body: form(
            "b",
            [
              ("file", "a.txt", Array("好".utf8)), ("file", "b.html", Array("<b>机密★1年".utf8)),
              ("language", nil, Array("en".utf8)),
            ]))
        let json = try several.json()
        #expect(json["verdict"] as? String == "block")
        let documents = try #require(json["documents"] as? [[String: Any]])
        #expect(documents.map { $0["document"] as? String } == ["a.txt", "b.html"])
        #expect(documents.map { $0["verdict"] as? String } == ["pass", "block"])
        let png = try await caller.call(
          "POST", "/v1/scan", ["Content-Type": "image/png"],
          body: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array(repeating: 0, count: 64))
        #expect(try png.json()["verdict"] as? String == "incomplete")
      }
    }

    @Test func extrasComeWhenAskedFor() async throws {
      try await RunningService.with { caller, _ in
        let reply = try await caller.post(
          "/v1/scan",
          json: #"{"base64":"\#(Base64.encode(Array("再接再励".utf8)))","include":["source","fixes"]}"#)
        let json = try reply.json()
        #expect(json["source"] as? String == "再接再励")
        let fixes = try #require(json["fixes"] as? [[String: Any]])
        #expect(fixes.first?["replacement"] as? String == "再接再厉")
      }
    }

    @Test(arguments: [
      ("{", "bad-json"), ("[]", "bad-json"), ("", "bad-json"), ("{}", "no-document"),
      (#"{"text":"a","text":"b"}"#, "bad-json"), (#"{"text":"\ud800"}"#, "bad-json"),
      (#"{"text":1}"#, "bad-field"), (#"{"text":"a","html":"b"}"#, "bad-field"),
      (#"{"text":"a","profil":"all"}"#, "bad-field"), (#"{"text":"a","profile":"x"}"#, "bad-field"),
      (#"{"text":"a","asOf":"soon"}"#, "bad-field"), (#"{"base64":"====" }"#, "bad-field"),
      (#"{"text":"a","include":["all"]}"#, "bad-field"), (#"{"text":"a","id":1.5}"#, "bad-field"),
      (#"{"text":"a","format":"exe"}"#, "bad-field"), (#"{"text":"a"} x"#, "bad-json"),
    ])
    func whatIsWrongIsNamed(json: String, code: String) async throws {
      try await RunningService.with { caller, _ in
        let reply = try await caller.post("/v1/scan", json: json)
        #expect(reply.status == 400)
        #expect(reply.errorCode == code)
      }
    }

    @Test func whatIsWrongOutsideTheBodyIsNamed() async throws {
      try await RunningService.with { caller, _ in
        let expected: [(String, String, [String: String], Int, String)] = [
          ("POST", "/v1/scan", [:], 415, "content-type"),
          (
            "POST", "/v1/scan", ["Content-Type": "application/x-www-form-urlencoded"], 415,
            "content-type"
          ),
          ("POST", "/v1/scan?x=1", ["Content-Type": "text/plain"], 400, "bad-field"),
          ("POST", "/v1/scan?id=%FF", ["Content-Type": "text/plain"], 400, "bad-query"),
          ("POST", "/v1/scan?text=a", ["Content-Type": "text/plain"], 400, "bad-field"),
          ("POST", "/v1/scan", ["Content-Type": "multipart/form-data"], 400, "bad-multipart"),
          (
            "POST", "/v1/scan", ["Content-Type": "multipart/form-data; boundary=q"], 400,
            "bad-multipart"
          ),
          ("GET", "/v1/scan", [:], 405, "method"), ("DELETE", "/health", [:], 405, "method"),
          ("GET", "/nowhere", [:], 404, "not-found"), ("GET", "/v1/rules/", [:], 404, "not-found"),
          ("GET", "/v1/rules/term.nothing", [:], 404, "no-such-rule"),
          ("GET", "/v1/rules?language=fr", [:], 400, "bad-field"),
        ]
        for (method, path, headers, status, code) in expected {
          let reply = try await caller.call(
            method, path, headers, body: method == "POST" ? [0x61] : nil)
          #expect(reply.status == status, "\(method) \(path)")
          #expect(reply.errorCode == code, "\(method) \(path)")
          if status == 405 { #expect(reply.headers["allow"] != nil) }
        }
      }
    }
  }

  func quoted(_ text: String) throws -> String {
    String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
  }

  func fixture(_ name: String) throws -> [UInt8] {
    Array(
      try Data(
        contentsOf: URL(filePath: #filePath).deletingLastPathComponent()
          .deletingLastPathComponent().appending(path: "ZhubiAttachmentsTests/Fixtures/\(name)")))
  }

  /// A multipart body; a part without a file name is a field.
  func form(_ boundary: String, _ parts: [(String, String?, [UInt8])]) -> [UInt8] {
    var body: [UInt8] = []
    for (name, fileName, bytes) in parts {
      var head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\""
      if let fileName {
        head += "; filename=\"\(fileName)\"\r\nContent-Type: application/octet-stream"
      }
      body += Array((head + "\r\n\r\n").utf8) + bytes + [0x0D, 0x0A]
    }
    return body + Array("--\(boundary)--\r\n".utf8)
  }
#endif
