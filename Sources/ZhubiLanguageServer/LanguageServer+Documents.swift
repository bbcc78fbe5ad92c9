import Zhubi

/// The life of the server and of open documents.
extension LanguageServer {
  func initialize(_ parameters: JSON) -> JSON {
    client.take(initialize: parameters)
    for message in workspace.take(client.wishes) { say(message, isError: true) }
    return [
      "capabilities": [
        "positionEncoding": .text(client.encoding.rawValue),
        // 2: changes come as stretches.
        "textDocumentSync": ["openClose": true, "change": 2, "save": ["includeText": true]],
        "hoverProvider": true,
        "codeActionProvider": ["codeActionKinds": ["quickfix", "source.fixAll.zhubi"]],
      ],
      "serverInfo": ["name": "zhubi", "version": .text(version)],
    ]
  }

  /// Asks to be told when configurations, lexicons and baselines change.
  func register() {
    guard client.watchesFiles else { return }
    let patterns = [
      "**/.zhubi.yaml", "**/.zhubiignore", "**/pack.yaml", "**/*.tsv", "**/.zhubi-baseline.jsonl",
    ]
    request(
      "client/registerCapability",
      [
        "registrations": [
          [
            "id": "zhubi-files", "method": "workspace/didChangeWatchedFiles",
            "registerOptions": [
              "watchers": .array(patterns.map { ["globPattern": .text($0)] })
            ],
          ]
        ]
      ])
  }

  func open(_ parameters: JSON) {
    let item = parameters["textDocument"]
    guard let uri = item["uri"].text, let text = item["text"].text else { return }
    documents[uri] = OpenDocument(
      uri: uri, path: DocumentURI.path(of: uri), languageID: item["languageId"].text ?? "",
      buffer: TextBuffer(text, encoding: client.encoding), version: item["version"].integer)
    scan(uri)
  }

  func change(_ parameters: JSON, now: Double) {
    guard let uri = parameters["textDocument"]["uri"].text, var document = documents[uri] else {
      return
    }
    document.version = parameters["textDocument"]["version"].integer ?? document.version
    for change in parameters["contentChanges"].values where !document.buffer.apply(change) {
      say(
        Message(
          "无法理解对 \(document.path ?? uri) 的一处修改，请重新打开该文件",
          "a change of \(document.path ?? uri) was not understood; open the file again"),
        isError: true)
    }
    // Places of the old text must not be acted on.
    document.report = nil
    documents[uri] = document
    postpone(uri, now: now)
  }

  func save(_ parameters: JSON) {
    guard let uri = parameters["textDocument"]["uri"].text else { return }
    if let text = parameters["text"].text, documents[uri] != nil {
      documents[uri]?.buffer = TextBuffer(text, encoding: client.encoding)
    }
    let name = DocumentURI.path(of: uri)?.split(separator: "/").last.map(String.init) ?? ""
    let isSetting =
      name.hasPrefix(".zhubi") || name.hasSuffix(".tsv") || name == "pack.yaml"
    if isSetting { reload() } else { scan(uri) }
  }

  func close(_ parameters: JSON) {
    guard let uri = parameters["textDocument"]["uri"].text,
      documents.removeValue(forKey: uri) != nil
    else { return }
    forget(uri)
    send("textDocument/publishDiagnostics", ["uri": .text(uri), "diagnostics": []])
    // What is wrong in a configuration stays to be seen.
    if let path = DocumentURI.path(of: uri), shownFaults.removeValue(forKey: path) != nil {
      publishFaults()
    }
  }
}
