import Testing
import Zhubi
import ZhubiLanguageServer

/// What the protocol asks of a server, whatever the texts.
@Suite struct ProtocolTests {
  private let uri = "file:///a/通知.txt"

  @Test func aLifeFromInitializeToExit() {
    let editor = Editor()
    let early = editor.reply("textDocument/hover", ["textDocument": ["uri": "file:///a"]])
    #expect(early["error"]["code"] == -32002)
    editor.open(uri, "机密★1年")
    #expect(editor.diagnostics(uri) == nil, "nothing counts before initialize")

    let abilities = editor.start()["capabilities"]
    #expect(abilities["positionEncoding"] == "utf-16")
    #expect(abilities["textDocumentSync"]["change"] == 2)
    #expect(abilities["hoverProvider"] == true)
    #expect(editor.reply("initialize", [:])["error"]["code"] == -32600)

    #expect(editor.reply("shutdown", .null)["result"] == .null)
    #expect(editor.reply("textDocument/hover", [:])["error"]["code"] == -32600)
    #expect(editor.server.exitStatus == nil)
    editor.tell("exit", .null)
    #expect(editor.server.exitStatus == 0)
  }

  @Test func exitWithoutShutdownIsAFailure() {
    let editor = Editor()
    editor.start()
    editor.tell("exit", .null)
    #expect(editor.server.exitStatus == 1)
  }

  @Test(
    arguments: [
      ([], "utf-16"), (["utf-16"], "utf-16"), (["utf-32", "utf-16"], "utf-16"),
      (["utf-16", "utf-8"], "utf-8"), (["utf-32"], "utf-32"),
    ] as [([String], String)])
  func theEncodingIsAgreedOn(offered: [String], chosen: String) {
    let editor = Editor()
    let abilities = editor.start(encodings: offered.map(JSON.text))["capabilities"]
    #expect(abilities["positionEncoding"].text == chosen)
  }

  @Test func unknownRequestsAreRefusedAndUnknownNoticesPassedOver() {
    let editor = Editor()
    editor.start()
    #expect(editor.reply("textDocument/rename", [:])["error"]["code"] == -32601)
    #expect(editor.reply("$/what", [:])["error"]["code"] == -32601)
    let before = editor.heard.count
    editor.tell("$/what", [:])
    editor.tell("textDocument/willSave", [:])
    #expect(editor.heard.count == before)
  }

  @Test(arguments: [
    "", "{", "nonsense", "{\"method\":}", "\u{0}", "{\"a\":01}", "[1,]", "\"\\u12\"", "{} {}",
    "deep",
  ])
  func whatIsNoJSONIsAnAnswerNotACrash(body: String) {
    // Too long a name for a case: 200,000 brackets.
    let body = body == "deep" ? String(repeating: "[", count: 200_000) : body
    let editor = Editor()
    editor.start()
    editor.put([.body(Array(body.utf8))])
    #expect(editor.heard.last?["error"]["code"] == -32700)
    #expect(editor.heard.last?["id"] == .null)
  }

  @Test(arguments: [
    #"[]"#, #"7"#, #"null"#, #"{}"#, #"{"id":3}"#, #"{"id":{},"method":"x"}"#,
    #"[{"jsonrpc":"2.0","id":1,"method":"shutdown"}]"#, #"{"id":1.5,"method":"shutdown"}"#,
  ])
  func whatIsNoMessageIsRefused(body: String) {
    let editor = Editor()
    editor.start()
    editor.put([.body(Array(body.utf8))])
    #expect(editor.heard.last?["error"]["code"] == -32600, "\(body)")
  }

  @Test func parametersOfTheWrongFormAreRefused() {
    let editor = Editor()
    editor.start()
    editor.open(uri, "机密★1年")
    for parameters in [.null, [], "x", ["textDocument": 3]] as [JSON] {
      #expect(editor.reply("textDocument/hover", parameters)["error"]["code"] == -32602)
      #expect(editor.reply("textDocument/codeAction", parameters)["error"]["code"] == -32602)
    }
    let negative: JSON = [
      "textDocument": ["uri": .text(uri)], "position": ["line": -1, "character": 0],
    ]
    #expect(editor.reply("textDocument/hover", negative)["error"]["code"] == -32602)
    // Notices have no answer; nothing may break.
    for method in [
      "textDocument/didOpen", "textDocument/didChange", "textDocument/didSave",
      "textDocument/didClose", "workspace/didChangeConfiguration",
    ] {
      for parameters in [.null, [], "x", ["textDocument": ["uri": 3]]] as [JSON] {
        editor.tell(method, parameters)
      }
    }
    #expect(editor.codes(uri) == ["term.secrecy-marking"])
  }

  @Test func aCancelledRequestIsNotWorkedOn() {
    let editor = Editor()
    editor.start()
    editor.open(uri, "机密★1年")
    let hover: JSON = [
      "jsonrpc": "2.0", "id": "h", "method": "textDocument/hover",
      "params": ["textDocument": ["uri": .text(uri)], "position": ["line": 0, "character": 1]],
    ]
    let cancel: JSON = [
      "jsonrpc": "2.0", "method": "$/cancelRequest", "params": ["id": "h"],
    ]
    editor.put([.body(hover.utf8), .body(cancel.utf8)])
    #expect(editor.heard.last?["error"]["code"] == -32800)
    // A cancellation that comes too late cancels nothing, and no later request of the same name.
    editor.put([.body(cancel.utf8)])
    editor.put([.body(hover.utf8)])
    #expect(editor.heard.last?["result"]["contents"]["kind"] == "markdown")
  }

  @Test func aMessageOverTheLimitIsSaidAloud() {
    let editor = Editor()
    editor.start()
    editor.put([.tooLarge(bytes: 99)])
    #expect(editor.heard.contains { $0["error"]["code"] == -32600 })
    #expect(editor.heard.last?["method"] == "window/showMessage")
    #expect(editor.heard.last?["params"]["message"].text?.contains("99") == true)
  }

  @Test func watchersAreAskedForWhereTheClientCanWatch() {
    let silent = Editor()
    silent.start()
    #expect(!silent.heard.contains { $0["method"] == "client/registerCapability" })
    let editor = Editor()
    _ = editor.reply(
      "initialize",
      ["capabilities": ["workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true]]]])
    editor.tell("initialized", [:])
    let request = editor.heard.last ?? .null
    #expect(request["method"] == "client/registerCapability")
    let count = editor.heard.count
    editor.say(["jsonrpc": "2.0", "id": request["id"], "result": .null])
    #expect(editor.heard.count == count, "an answer has no answer")
  }

  @Test func wishesOfTheClientAreHeardAndWrongOnesSaid() {
    let editor = Editor()
    editor.start([("initializationOptions", ["language": "en", "profile": "no-such"])])
    #expect(editor.heard.contains { $0["params"]["message"] == "zhubi: no such profile" })
    editor.open(uri, "机密★1年")
    #expect(editor.diagnostics(uri)?[0]["message"].text?.contains("secrecy") == true)
    editor.tell(
      "workspace/didChangeConfiguration", ["settings": ["zhubi": ["language": "zh"]]])
    #expect(editor.diagnostics(uri)?[0]["message"].text?.contains("密") == true)
  }
}
