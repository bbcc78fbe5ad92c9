import Zhubi

/// What the editor offers to do about findings.
extension LanguageServer {
  func codeActions(_ parameters: JSON) throws(RequestError) -> JSON {
    guard let uri = parameters["textDocument"]["uri"].text else { throw .invalidParameters }
    guard client.takesCodeActions, let document = settled(uri) else { return [] }
    guard let start = document.buffer.offset(of: parameters["range"]["start"]),
      let end = document.buffer.offset(of: parameters["range"]["end"])
    else { throw .invalidParameters }
    let only = parameters["context"]["only"].values.compactMap(\.text)
    func isWanted(_ kind: String) -> Bool {
      only.isEmpty || only.contains { kind == $0 || kind.hasPrefix($0 + ".") || $0.isEmpty }
    }
    var actions: [JSON] = []
    if isWanted("quickfix") {
      for finding in document.findings(touching: min(start, end)..<max(start, end)) {
        actions += fixes(of: finding, in: document)
      }
      var offered: Set<String> = []
      for finding in document.findings(touching: min(start, end)..<max(start, end)) {
        guard offered.insert("\(finding.rule) \(finding.line)").inserted else { continue }
        actions += suppression(of: finding, in: document)
      }
    }
    // Changes all over the text are offered to whoever asks for them by name.
    if !only.isEmpty, isWanted("source.fixAll.zhubi"), let all = everyFix(in: document) {
      actions.append(all)
    }
    return .array(actions)
  }

  /// The replacement that is right beyond doubt, else the masked form of personal data.
  private func fixes(of finding: ReportedFinding, in document: OpenDocument) -> [JSON] {
    let words = document.language
    let isPersonal = finding.rule.family == "personal"
    if let fix = finding.fix {
      let title =
        isPersonal
        ? words.pick("遮蔽为“\(fix.replacement)”", "Mask as “\(fix.replacement)”")
        : words.pick("改为“\(fix.replacement)”", "Replace with “\(fix.replacement)”")
      return [
        action(
          title, "quickfix", for: finding, in: document, isPreferred: true,
          [edit(client.encoding.range(fix.start, fix.end), fix.replacement)])
      ]
    }
    guard isPersonal, let masked = Self.mask(of: finding, in: document) else { return [] }
    return [
      action(
        words.pick("遮蔽为“\(masked)”", "Mask as “\(masked)”"), "quickfix", for: finding,
        in: document, isPreferred: false,
        [edit(client.encoding.range(finding.start, finding.end), masked)])
    ]
  }

  /// The excerpt, where it is the text of the source with some characters hidden.
  private static func mask(of finding: ReportedFinding, in document: OpenDocument) -> String? {
    let range = finding.utf8.plain
    guard range.upperBound <= document.buffer.utf8.count else { return nil }
    let source = String(decoding: document.buffer.utf8[range], as: UTF8.self).unicodeScalars
    let masked = finding.excerpt.unicodeScalars
    guard source.count == masked.count, !source.elementsEqual(masked),
      zip(source, masked).allSatisfy({ $0 == $1 || $1 == "*" })
    else { return nil }
    return finding.excerpt
  }

  private func suppression(of finding: ReportedFinding, in document: OpenDocument) -> [JSON] {
    guard document.obeysComments,
      let place = SuppressionPlace(for: finding, in: document)
    else { return [] }
    let position = document.buffer.position(of: place.offset)
    return [
      action(
        document.language.pick(
          "忽略 \(finding.rule)：须写明理由", "Suppress \(finding.rule): give the reason"), "quickfix",
        for: finding, in: document, isPreferred: false,
        [edit(["start": position, "end": position], place.text)])
    ]
  }

  /// Everything that has exactly one right form, at once.
  private func everyFix(in document: OpenDocument) -> JSON? {
    let set = FixSet(document.report?.findings ?? [])
    guard !set.isEmpty else { return nil }
    let edits = set.fixes.map { edit(client.encoding.range($0.start, $0.end), $0.replacement) }
    return action(
      document.language.pick(
        "改正全部 \(set.fixes.count) 处有唯一正确写法的问题",
        "Make all \(set.fixes.count) certain replacements"), "source.fixAll.zhubi", for: nil,
      in: document, isPreferred: false, edits)
  }

  private func edit(_ range: JSON, _ text: String) -> JSON {
    ["range": range, "newText": .text(text)]
  }

  private func action(
    _ title: String, _ kind: String, for finding: ReportedFinding?, in document: OpenDocument,
    isPreferred: Bool, _ edits: [JSON]
  ) -> JSON {
    var result: JSON = ["title": .text(VisibleText.line(title)), "kind": .text(kind)]
    if let finding {
      result.add("diagnostics", [diagnostic(finding, document.language)])
    }
    if isPreferred { result.add("isPreferred", true) }
    if client.takesDocumentChanges {
      let version: JSON = document.version.map(JSON.integer) ?? .null
      result.add(
        "edit",
        [
          "documentChanges": [
            [
              "textDocument": ["uri": .text(document.uri), "version": version],
              "edits": .array(edits),
            ]
          ]
        ])
    } else {
      result.add(
        "edit",
        ["changes": .object([JSON.Member(key: document.uri, value: .array(edits))])])
    }
    return result
  }
}
