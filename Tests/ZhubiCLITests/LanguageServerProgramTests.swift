import Foundation
import TestSupport
import Testing

/// `zhubi lsp` over real pipes, with real files.
@Suite struct LanguageServerProgramTests {
  /// The program with a script of messages as its whole input.
  private func run(
    _ zhubi: Program, _ messages: [[String: Any]], arguments: [String] = []
  ) throws -> (status: Int32, heard: [[String: Any]], errors: String) {
    var input = Data()
    for message in messages { input += try Self.framed(message) }
    let result = try zhubi.run(["lsp"] + arguments, input: input)
    return (result.status, try Self.messages(in: Data(result.output.utf8)), result.errors)
  }

  private static func framed(_ message: [String: Any]) throws -> Data {
    let body = try JSONSerialization.data(withJSONObject: message)
    return Data("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }

  private static func messages(in data: Data) throws -> [[String: Any]] {
    var rest = data
    var list: [[String: Any]] = []
    while let end = rest.range(of: Data("\r\n\r\n".utf8)) {
      let header = String(decoding: rest[rest.startIndex..<end.lowerBound], as: UTF8.self)
      let count = try #require(Int(header.split(separator: " ").last ?? ""))
      let body = rest[end.upperBound..<end.upperBound + count]
      list.append(try #require(JSONSerialization.jsonObject(with: body) as? [String: Any]))
      rest = rest[(end.upperBound + count)...]
    }
    #expect(rest.isEmpty, "nothing but messages on standard output")
    return list
  }

  private func request(_ id: Int, _ method: String, _ parameters: [String: Any] = [:])
    -> [String: Any]
  { ["jsonrpc": "2.0", "id": id, "method": method, "params": parameters] }

  private func notice(_ method: String, _ parameters: [String: Any] = [:]) -> [String: Any] {
    ["jsonrpc": "2.0", "method": method, "params": parameters]
  }

  private func open(_ uri: String, _ text: String) -> [String: Any] {
    notice(
      "textDocument/didOpen",
      ["textDocument": ["uri": uri, "languageId": "markdown", "version": 1, "text": text]])
  }

  private func codes(_ heard: [[String: Any]], _ uri: String) -> [[String]] {
    heard.compactMap { message in
      guard message["method"] as? String == "textDocument/publishDiagnostics",
        let parameters = message["params"] as? [String: Any], parameters["uri"] as? String == uri,
        let list = parameters["diagnostics"] as? [[String: Any]]
      else { return nil }
      return list.compactMap { $0["code"] as? String }
    }
  }

  @Test func aWholeSessionWithTheConfigurationOfTheFolder() throws {
    let zhubi = try Program("zhubi")
    defer { zhubi.clean() }
    let site = zhubi.folder.appending(path: "site 站").resolvingSymlinksInPath()
    try zhubi.write(
      "site 站/.zhubi.yaml",
      """
      fail-on: error
      rules:
        personal.mobile: off
      lexicon: [words]
      suppressions:
        paths:
          - path: quiet/**
            rules: [term.secrecy-marking]
            reason: 培训示例
      """)
    try zhubi.write(
      "site 站/words/pack.yaml", "id: own\nkind: term.own-name\nseverity: error\n")
    try zhubi.write("site 站/words/words.tsv", "term\tsuggestion\n星河大厦\t星河中心\n")
    try zhubi.write("site 站/quiet/x", "")
    let text = "机密★1年，电话13912346789，星河大厦。"
    let loud = site.appending(path: "a.md").absoluteString
    let quiet = site.appending(path: "quiet/a.md").absoluteString
    let outside = zhubi.folder.resolvingSymlinksInPath().appending(path: "a.md").absoluteString
    let (status, heard, errors) = try run(
      zhubi,
      [
        request(1, "initialize", ["capabilities": [:], "locale": "en"]), notice("initialized"),
        open(loud, text), open(quiet, text), open(outside, text), request(2, "shutdown"),
        notice("exit"),
      ])
    #expect(status == 0)
    #expect(errors.isEmpty)
    #expect(Set(codes(heard, loud).last ?? []) == ["term.secrecy-marking", "term.own-name"])
    #expect(codes(heard, quiet).last == ["term.own-name"])
    #expect(
      Set(codes(heard, outside).last ?? []) == ["term.secrecy-marking", "personal.mobile"])
  }

  @Test func aFaultyConfigurationIsNeverASilentPass() throws {
    let zhubi = try Program("zhubi")
    defer { zhubi.clean() }
    let folder = zhubi.folder.resolvingSymlinksInPath()
    try zhubi.write(".zhubi.yaml", "fail-on: error\nprofle: news\n")
    let uri = folder.appending(path: "a.md").absoluteString
    let (status, heard, _) = try run(
      zhubi,
      [
        request(1, "initialize", ["capabilities": [:]]), notice("initialized"),
        open(uri, "各单位：好。"),
      ])
    #expect(status == 1, "a client that goes away without a word")
    #expect(codes(heard, uri).last == ["scan.unreadable"])
    #expect(
      codes(heard, folder.appending(path: ".zhubi.yaml").absoluteString).last == ["configuration"])
  }

  @Test func aChangedConfigurationHoldsAtOnce() throws {
    let zhubi = try Program("zhubi")
    defer { zhubi.clean() }
    let uri = zhubi.folder.resolvingSymlinksInPath().appending(path: "a.md").absoluteString
    let child = try zhubi.start(["lsp", "--stdio"], input: .pipe, output: .pipe)
    var heard = Data()
    func send(_ message: [String: Any]) throws {
      child.send(try Self.framed(message))
    }
    func until(_ needle: String) throws {
      while heard.range(of: Data(needle.utf8)) == nil {
        let more = try child.next()
        if more.isEmpty { return }
        heard += more
      }
      heard.removeAll()
    }
    try send(request(1, "initialize", ["capabilities": [:]]))
    try until("capabilities")
    try send(open(uri, "机密★1年"))
    try until(#""code":"term.secrecy-marking""#)
    try zhubi.write(".zhubi.yaml", "rules:\n  term.secrecy-marking: off\n")
    try send(notice("workspace/didChangeWatchedFiles", ["changes": []]))
    try until(#""diagnostics":[]"#)
    // Without a word from the client the next scan notices it, too.
    try zhubi.write(".zhubi.yaml", "rules:\n  term.secrecy-marking: info\n")
    try send(
      notice(
        "textDocument/didChange",
        ["textDocument": ["uri": uri, "version": 2], "contentChanges": [["text": "机密★2年"]]]))
    try until(#""severity":3"#)
    try send(request(2, "shutdown"))
    try send(notice("exit"))
    #expect(try child.wait() == .exit(0))
  }
}
