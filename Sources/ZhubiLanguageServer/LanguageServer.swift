import Zhubi

/// A language server: texts are checked while they are written.
///
/// It speaks the Language Server Protocol 3.17 over messages handed in and taken out; whoever owns
/// the pipes moves the bytes. Nothing a client sends makes it fail: what cannot be answered gets an
/// error, what cannot be understood is passed over.
public final class LanguageServer {
  private enum Stage { case fresh, running, shutDown }

  /// Seconds of silence after a change before the text is scanned.
  static let patience = 0.2

  let version: String
  var workspace: any EditorWorkspace
  var documents: [String: OpenDocument] = [:]
  var client = ClientAbilities()
  private var stage = Stage.fresh
  /// Documents changed since they were scanned, with the second they are due.
  private var due: [String: Double] = [:]
  private var cancelled: Set<JSON> = []
  private var waiting: [MessageStream.Item] = []
  /// Faults of configurations as the editor shows them.
  var shownFaults: [String: [ConfigurationFault]] = [:]
  private var outbox: [JSON] = []
  private var nextRequest = 0

  /// Set when the client said `exit`: 0 after `shutdown`, else 1.
  public private(set) var exitStatus: Int32?

  public init(version: String, workspace: any EditorWorkspace) {
    self.version = version
    self.workspace = workspace
  }

  /// Takes what arrived. Requests that are cancelled before their turn are not worked on.
  public func receive(_ items: [MessageStream.Item]) {
    for item in items {
      if case .body(let bytes) = item, bytes.count < 1_024, let message = JSON(utf8: bytes),
        message["method"].text == "$/cancelRequest"
      {
        cancelled.insert(message["params"]["id"])
      } else {
        waiting.append(item)
      }
    }
    // Nobody waits for what comes too late.
    if waiting.isEmpty { cancelled.removeAll() }
  }

  /// Whether there is something to work on before new bytes are needed.
  public var isBusy: Bool { !waiting.isEmpty }

  /// Works on the next message, if there is one.
  ///
  /// - Parameter now: seconds of a clock that never goes back.
  public func step(now: Double) {
    guard !waiting.isEmpty else { return }
    let item = waiting.removeFirst()
    switch item {
    case .badHeader: outbox.append(RequestError.parseError.reply(to: .null))
    case .tooLarge(let bytes):
      outbox.append(RequestError.invalidRequest.reply(to: .null))
      // Whatever it was, what the editor shows and what is checked may differ from now on.
      say(
        Message(
          "一条 \(bytes) 字节的消息超过上限，未处理；有文档可能未检查",
          "a message of \(bytes) bytes was over the limit and dropped; a document may be unchecked"),
        isError: true)
    case .body(let bytes):
      guard let message = JSON(utf8: bytes) else {
        outbox.append(RequestError.parseError.reply(to: .null))
        break
      }
      handle(message, now: now)
    }
    // A cancelled id that nobody asks for any more is forgotten.
    if waiting.isEmpty { cancelled.removeAll() }
  }

  /// The messages to send, in order; each is given out once.
  public func takeOutbox() -> [JSON] {
    defer { outbox = [] }
    return outbox
  }

  /// The second at which `scanDue` has something to do.
  public var nextDue: Double? { due.values.min() }

  /// Scans what was changed and left alone for a moment.
  public func scanDue(now: Double) {
    for uri in due.filter({ $0.value <= now }).keys.sorted() { scan(uri) }
  }

  // MARK: Messages

  private func handle(_ message: JSON, now: Double) {
    let id = message["id"]
    guard let method = message["method"].text else {
      // Answers to our own requests need no answer.
      let isAnswer = message.isObject && (message["result"] != .null || message["error"] != .null)
      let isEmptyAnswer = id.text?.hasPrefix("zhubi-") == true
      if !isAnswer, !isEmptyAnswer {
        outbox.append(RequestError.invalidRequest.reply(to: Self.usable(id)))
      }
      return
    }
    if case .null = id {
      notify(method, message["params"], now: now)
      return
    }
    guard Self.usable(id) == id else {
      outbox.append(RequestError.invalidRequest.reply(to: .null))
      return
    }
    do throws(RequestError) {
      if cancelled.contains(id) { throw .cancelled }
      let result = try answer(method, message["params"])
      outbox.append(["jsonrpc": "2.0", "id": id, "result": result])
    } catch {
      outbox.append(error.reply(to: id))
    }
  }

  /// Ids are texts or whole numbers.
  private static func usable(_ id: JSON) -> JSON {
    switch id {
    case .text, .integer: id
    default: .null
    }
  }

  private func answer(_ method: String, _ parameters: JSON) throws(RequestError) -> JSON {
    if method == "initialize" {
      guard stage == .fresh else { throw .invalidRequest }
      stage = .running
      return initialize(parameters)
    }
    switch stage {
    case .fresh: throw .notInitialized
    case .shutDown: throw .invalidRequest
    case .running: break
    }
    switch method {
    case "shutdown":
      stage = .shutDown
      due = [:]
      return .null
    case "textDocument/hover": return try hover(parameters)
    case "textDocument/codeAction": return try codeActions(parameters)
    default: throw .methodNotFound
    }
  }

  private func notify(_ method: String, _ parameters: JSON, now: Double) {
    if method == "exit" {
      exitStatus = stage == .shutDown ? 0 : 1
      return
    }
    guard stage == .running else { return }
    switch method {
    case "initialized": register()
    case "textDocument/didOpen": open(parameters)
    case "textDocument/didChange": change(parameters, now: now)
    case "textDocument/didSave": save(parameters)
    case "textDocument/didClose": close(parameters)
    case "workspace/didChangeWatchedFiles": reload()
    case "workspace/didChangeConfiguration":
      client.take(settings: parameters["settings"])
      for message in workspace.take(client.wishes) { say(message, isError: true) }
      reload()
    default: break
    }
  }

  // MARK: Sending

  func send(_ method: String, _ parameters: JSON) {
    outbox.append(["jsonrpc": "2.0", "method": .text(method), "params": parameters])
  }

  func request(_ method: String, _ parameters: JSON) {
    nextRequest += 1
    outbox.append([
      "jsonrpc": "2.0", "id": .text("zhubi-\(nextRequest)"), "method": .text(method),
      "params": parameters,
    ])
  }

  /// Shows a message to whoever writes.
  func say(_ message: Message, isError: Bool) {
    let text = workspace.settings(for: nil).language.of(message)
    send(
      "window/showMessage", ["type": .integer(isError ? 1 : 2), "message": .text("zhubi: " + text)])
  }

  // MARK: Scanning

  func postpone(_ uri: String, now: Double) { due[uri] = now + Self.patience }

  func forget(_ uri: String) { due[uri] = nil }

  /// Scans an open document and publishes what was found.
  func scan(_ uri: String) {
    due[uri] = nil
    guard var document = documents[uri] else { return }
    document.scan(workspace.settings(for: document.path))
    documents[uri] = document
    publish(document)
    publishFaults()
  }

  /// A document with a report on its present text.
  func settled(_ uri: String) -> OpenDocument? {
    if due[uri] != nil { scan(uri) }
    return documents[uri]
  }

  /// Reads settings anew and scans everything that is open.
  func reload() {
    workspace.reload()
    for uri in documents.keys.sorted() { scan(uri) }
    publishFaults()
  }
}
