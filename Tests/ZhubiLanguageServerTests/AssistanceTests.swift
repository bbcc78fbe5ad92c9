import Testing
import Zhubi
import ZhubiLanguageServer

/// Hover and quick fixes.
@Suite struct AssistanceTests {
  private let uri = "file:///a/notice.txt"
  private let phone = "13912346789"

  private func opened(
    _ text: String, _ uri: String? = nil, workspace: StillWorkspace = StillWorkspace()
  ) -> Editor {
    let editor = Editor(workspace)
    editor.start()
    editor.open(uri ?? self.uri, text)
    return editor
  }

  /// The text after the edits of an action, made by the obvious way: from the end to the beginning.
  private func applied(_ action: JSON, to text: String, _ uri: String) -> String {
    var units = Array(text.utf16)
    func offset(_ position: JSON) -> Int {
      var line = 0
      var index = 0
      while line < position["line"].integer!, index < units.count {
        if units[index] == 0x0A { line += 1 }
        index += 1
      }
      return index + position["character"].integer!
    }
    let edits = action["edit"]["changes"][uri].values
    for edit in edits.sorted(by: { offset($0["range"]["start"]) > offset($1["range"]["start"]) }) {
      units.replaceSubrange(
        offset(edit["range"]["start"])..<offset(edit["range"]["end"]),
        with: Array(edit["newText"].text!.utf16))
    }
    return String(decoding: units, as: UTF16.self)
  }

  @Test func hoverExplainsAndMasks() {
    let editor = opened("联系人电话：\(phone)。\n")
    let place: JSON = [
      "textDocument": ["uri": .text(uri)], "position": ["line": 0, "character": 8],
    ]
    let hover = editor.ask("textDocument/hover", place)
    let text = hover["contents"]["value"].text ?? ""
    #expect(text.contains("`personal.mobile`"))
    #expect(text.contains("**依据**"))
    #expect(text.contains("会报告"))
    #expect(!text.contains(phone))
    #expect(hover["range"] == Editor.range((0, 6), (0, 17)))
    // Behind the finding there is nothing to say.
    let behind: JSON = [
      "textDocument": ["uri": .text(uri)], "position": ["line": 0, "character": 2],
    ]
    #expect(editor.ask("textDocument/hover", behind) == .null)
    #expect(!editor.heard.contains { String(decoding: $0.utf8, as: UTF8.self).contains(phone) })
  }

  @Test func hoverIsPlainWhereMarkdownIsNotRead() {
    let editor = Editor()
    _ = editor.reply(
      "initialize", ["capabilities": ["textDocument": ["hover": ["contentFormat": ["plaintext"]]]]])
    editor.open(uri, "机密★1年")
    let hover = editor.ask(
      "textDocument/hover",
      ["textDocument": ["uri": .text(uri)], "position": ["line": 0, "character": 0]])
    #expect(hover["contents"]["kind"] == "plaintext")
    #expect(hover["contents"]["value"].text?.contains("**") == false)
  }

  @Test func theOneRightFormIsOffered() {
    let text = "双方签定协议。\r\n"
    let editor = opened(text)
    let actions = editor.actions(uri, Editor.range((0, 3), (0, 3)))
    let fix = actions.first { $0["isPreferred"] == true } ?? .null
    #expect(fix["title"].text?.contains("签订") == true)
    #expect(applied(fix, to: text, uri) == "双方签订协议。\r\n")
    #expect(fix["diagnostics"][0]["code"] == "typo.confusion")
    #expect(editor.actions(uri, Editor.range((1, 0), (1, 0))).isEmpty)
  }

  @Test func personalDataIsMaskedOnRequest() {
    let text = "联系人电话：\(phone)。\n"
    let editor = opened(text)
    let action = editor.actions(uri, Editor.range((0, 7), (0, 9))).first ?? .null
    #expect(applied(action, to: text, uri) == "联系人电话：139****6789。\n")
    #expect(!String(decoding: action.utf8, as: UTF8.self).contains(phone))
  }

  @Test func everythingCertainAtOnce() {
    let text = "双方签定协议。电话：\(phone)。\n再次签定协议。\n"
    let editor = opened(text)
    let actions = editor.actions(
      uri, Editor.range((0, 0), (0, 0)), only: ["source.fixAll"])
    #expect(actions.count == 1)
    #expect(
      applied(actions[0], to: text, uri) == "双方签订协议。电话：139****6789。\n再次签订协议。\n")
    #expect(editor.actions(uri, Editor.range((0, 0), (0, 9)), only: ["refactor"]).isEmpty)
  }

  /// A suppression that is inserted and given a reason is obeyed; without one it is not.
  @Test(arguments: [
    ("file:///a/b.txt", "好\n  机密★1年\n", (1, 3)),
    ("file:///a/b.md", "好\r\n\r\n机密★1年\r\n", (2, 1)),
    ("file:///a/b.md", "好\n机密★1年", (1, 1)),
    ("file:///a/b.md", "---\ntitle: 机密★1年\n---\n好\n", (1, 8)),
    ("file:///a/b.html", "<p>好</p>\n<p>机密★1年</p>\n", (1, 4)),
    ("file:///a/b.html", "<p>好</p>\n<p class=\"x\">机密★1年</p><img\n alt=\"a>b\">\n", (1, 14)),
    ("file:///a/b.html", "<p>好</p>\n<img src=\"x\" alt=\"机密★1年\">\n", (1, 20)),
  ])
  func aSuppressionIsObeyedOnceItHasAReason(uri: String, text: String, place: (Int, Int)) throws {
    let editor = opened(text, uri)
    #expect(editor.codes(uri).contains("term.secrecy-marking"))
    let action = try #require(
      editor.actions(uri, Editor.range(place, place)).first {
        $0["title"].text?.contains("忽略") == true
      })
    let inserted = applied(action, to: text, uri)
    let unfinished = opened(inserted, uri)
    #expect(unfinished.codes(uri).contains("scan.dead-rule"), "\(inserted)")
    #expect(unfinished.codes(uri).contains("term.secrecy-marking"), "\(inserted)")
    let finished = opened(
      inserted.split(separator: "…").joined(separator: "密级示例，用于培训"), uri)
    #expect(finished.codes(uri).filter { $0 != "format.no-terminal" } == [], "\(inserted)")
  }

  @Test func noSuppressionWhereNoneCanStand() {
    for (uri, text, place) in [
      ("file:///a/b.csv", "事项,密级\n甲,机密★1年\n", (1, 3)),
      ("file:///a/b.html", "<p>好</p><img\n alt=\"机密★1年\"\n>\n", (1, 8)),
    ] {
      let editor = opened(text, uri)
      #expect(editor.codes(uri).contains("term.secrecy-marking"))
      #expect(
        !editor.actions(uri, Editor.range(place, place)).contains {
          $0["title"].text?.contains("忽略") == true
        })
    }
    var workspace = StillWorkspace()
    workspace.options.locksInlineSuppressions = true
    let locked = opened("机密★1年\n", workspace: workspace)
    #expect(locked.actions(uri, Editor.range((0, 0), (0, 4))).isEmpty)
  }

  @Test func anEditNamesItsVersionWhereTheClientWantsIt() {
    let editor = Editor()
    _ = editor.reply(
      "initialize",
      [
        "capabilities": [
          "workspace": ["workspaceEdit": ["documentChanges": true]],
          "textDocument": ["codeAction": ["codeActionLiteralSupport": [:]]],
        ]
      ])
    editor.open(uri, "双方签定协议。")
    let action = editor.actions(uri, Editor.range((0, 3), (0, 3))).first ?? .null
    #expect(action["edit"]["documentChanges"][0]["textDocument"]["version"] == 1)
  }
}
