import Zhubi
import ZhubiLanguageServer

/// A client in the same process: says things, and keeps what it is told.
final class Editor {
  let server: LanguageServer
  private(set) var heard: [JSON] = []
  private var requests = 0
  private var now = 100.0

  init(_ workspace: any EditorWorkspace = StillWorkspace()) {
    server = LanguageServer(version: "test", workspace: workspace)
  }

  /// Starts with the abilities of a usual client.
  @discardableResult
  func start(_ more: [(String, JSON)] = [], encodings: [JSON]? = nil) -> JSON {
    var parameters: [JSON.Member] = [
      .init(
        key: "capabilities",
        value: [
          "general": encodings.map { ["positionEncodings": .array($0)] } ?? [:],
          "textDocument": [
            "hover": ["contentFormat": ["markdown"]],
            "codeAction": ["codeActionLiteralSupport": ["codeActionKind": ["valueSet": []]]],
          ],
        ])
    ]
    parameters += more.map { .init(key: $0.0, value: $0.1) }
    let result = ask("initialize", .object(parameters))
    tell("initialized", [:])
    return result
  }

  func put(_ items: [MessageStream.Item]) {
    server.receive(items)
    while server.isBusy {
      now += 0.001
      server.step(now: now)
    }
    heard += server.takeOutbox()
  }

  func say(_ message: JSON) { put([.body(message.utf8)]) }

  func tell(_ method: String, _ parameters: JSON) {
    say(["jsonrpc": "2.0", "method": .text(method), "params": parameters])
  }

  /// The whole answer to a request.
  func reply(_ method: String, _ parameters: JSON) -> JSON {
    requests += 1
    let id = JSON.integer(requests)
    say(["jsonrpc": "2.0", "id": id, "method": .text(method), "params": parameters])
    return heard.last { $0["id"] == id } ?? .null
  }

  func ask(_ method: String, _ parameters: JSON) -> JSON { reply(method, parameters)["result"] }

  func open(_ uri: String, _ text: String, language: String = "plaintext") {
    tell(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .text(uri), "languageId": .text(language), "version": 1, "text": .text(text),
        ]
      ])
  }

  func change(_ uri: String, version: Int = 2, _ changes: [JSON]) {
    tell(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .text(uri), "version": .integer(version)],
        "contentChanges": .array(changes),
      ])
  }

  /// Lets the clock run.
  func wait(_ seconds: Double) {
    now += seconds
    server.scanDue(now: now)
    heard += server.takeOutbox()
  }

  /// The diagnostics shown last for a document; nil when nothing was said of it yet.
  func diagnostics(_ uri: String) -> [JSON]? {
    heard.last {
      $0["method"].text == "textDocument/publishDiagnostics" && $0["params"]["uri"].text == uri
    }?["params"]["diagnostics"].values
  }

  func codes(_ uri: String) -> [String] { diagnostics(uri)?.compactMap { $0["code"].text } ?? [] }

  static func range(_ a: (Int, Int), _ b: (Int, Int)) -> JSON {
    [
      "start": ["line": .integer(a.0), "character": .integer(a.1)],
      "end": ["line": .integer(b.0), "character": .integer(b.1)],
    ]
  }

  func actions(_ uri: String, _ range: JSON, only: [JSON] = []) -> [JSON] {
    ask(
      "textDocument/codeAction",
      [
        "textDocument": ["uri": .text(uri)], "range": range,
        "context": ["diagnostics": [], "only": .array(only)],
      ]
    ).values
  }
}

/// The same settings for everything.
struct StillWorkspace: EditorWorkspace {
  static let scanner = TextScanner(
    lexicon: try! LexiconStore(folder: nil).lexicon(adding: []))

  var language = Language.chinese
  var options = TextScanner.Options()
  var state: EditorSettings.State?
  var faults: [String: [ConfigurationFault]] = [:]
  var sizeLimit: Int?

  mutating func take(_ wishes: EditorWishes) -> [Message] {
    if let name = wishes.language.flatMap(Language.init(rawValue:)) { language = name }
    if wishes.profile == "no-such" { return [Message("没有这种体裁", "no such profile")] }
    return []
  }

  mutating func settings(for path: String?) -> EditorSettings {
    var settings = EditorSettings(
      language: language, state: state ?? .ready(Self.scanner, options))
    settings.sizeLimit = sizeLimit
    return settings
  }

  mutating func reload() {}
}
