import TestSupport
import Testing
import Zhubi
import ZhubiLanguageServer

/// Texts change under the server, and positions stay true.
@Suite struct EditingTests {
  private let uri = "file:///a/notice.txt"

  @Test(arguments: [("utf-16", 3, 8), ("utf-8", 6, 20), ("utf-32", 2, 7)])
  func positionsCountInTheUnitAgreedOn(encoding: String, start: Int, end: Int) {
    let editor = Editor()
    editor.start(encodings: [.text(encoding)])
    editor.open(uri, "好\n😀：机密★1年\n")
    // 😀 is 2, 4 and 1 units; ： is 1, 3 and 1.
    let shown = editor.diagnostics(uri)?.first?["range"] ?? .null
    let first = encoding == "utf-8" ? 7 : start
    #expect(shown["start"] == ["line": 1, "character": .integer(first)])
    #expect(
      shown["end"]
        == ["line": 1, "character": .integer(encoding == "utf-8" ? 7 + 3 + 3 + 3 + 1 + 3 : end)])
  }

  @Test func changesAreScannedAfterAMomentAndSavesAtOnce() {
    let editor = Editor()
    editor.start()
    editor.open(uri, "各单位：好。\r\n")
    #expect(editor.codes(uri) == [])
    editor.change(uri, [["range": Editor.range((0, 4), (0, 5)), "text": "机密★1年"]])
    #expect(editor.codes(uri) == [])
    editor.wait(0.1)
    #expect(editor.codes(uri) == [])
    editor.wait(0.2)
    #expect(editor.codes(uri) == ["term.secrecy-marking"])
    #expect(editor.server.nextDue == nil)
    editor.change(uri, version: 3, [["text": "好"]])
    editor.tell("textDocument/didSave", ["textDocument": ["uri": .text(uri)], "text": "绝密★长期"])
    #expect(editor.codes(uri) == ["term.secrecy-marking"])
    editor.tell("textDocument/didClose", ["textDocument": ["uri": .text(uri)]])
    #expect(editor.codes(uri) == [])
    editor.wait(1)
    #expect(editor.diagnostics(uri) == [])
  }

  @Test func aRequestSeesTheTextAsItIsNow() {
    let editor = Editor()
    editor.start()
    editor.open(uri, "机密★1年")
    editor.change(uri, [["text": "好好好好"]])
    let place: JSON = [
      "textDocument": ["uri": .text(uri)], "position": ["line": 0, "character": 1],
    ]
    #expect(editor.ask("textDocument/hover", place) == .null)
    #expect(editor.diagnostics(uri) == [])
  }

  /// The same text, however it came about.
  @Test(arguments: ["utf-8", "utf-16", "utf-32"])
  func aRandomEditingSessionEndsWithTheSameText(encoding: String) {
    var dice = Dice(11)
    let pieces = ["机密★1年", "好", "😀", "\n", "\r\n", "\r", "a", "签定协议", "", "，"]
    for round in 0..<40 {
      let editor = Editor()
      editor.start(encodings: [.text(encoding)])
      // The obvious twin: an array of scalars.
      var text = Array(String((0..<6).map { _ in dice.pick(pieces) }.joined()).unicodeScalars)
      editor.open(uri, Self.string(text))
      for version in 2..<8 {
        var changes: [JSON] = []
        for _ in 0..<dice.roll(1...2) {
          let a = dice.roll(0...text.count)
          let b = dice.roll(a...text.count)
          guard Self.isWhole(text, a), Self.isWhole(text, b) else { continue }
          let new = dice.pick(pieces)
          changes.append([
            "range": [
              "start": Self.position(text, a, encoding), "end": Self.position(text, b, encoding),
            ],
            "text": .text(new),
          ])
          text.replaceSubrange(a..<b, with: Array(new.unicodeScalars))
        }
        editor.change(uri, version: version, changes)
      }
      editor.wait(1)
      let fresh = Editor()
      fresh.start(encodings: [.text(encoding)])
      fresh.open(uri, Self.string(text))
      #expect(editor.diagnostics(uri) == fresh.diagnostics(uri), "round \(round)")
    }
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// No client points between CR and LF.
  private static func isWhole(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    !(index > 0 && index < text.count && text[index - 1] == "\r" && text[index] == "\n")
  }

  private static func position(_ text: [Unicode.Scalar], _ index: Int, _ encoding: String) -> JSON {
    var line = 0
    var column = 0
    for (place, scalar) in text[..<index].enumerated() {
      if scalar == "\n" || scalar == "\r" {
        if scalar == "\n", place > 0, text[place - 1] == "\r" { continue }
        line += 1
        column = 0
      } else {
        switch encoding {
        case "utf-8": column += String(scalar).utf8.count
        case "utf-16": column += String(scalar).utf16.count
        default: column += 1
        }
      }
    }
    return ["line": .integer(line), "character": .integer(column)]
  }

  @Test func positionsBehindTheEndAreTheEnd() {
    let editor = Editor()
    editor.start()
    editor.open(uri, "好\n机密")
    editor.change(uri, [["range": Editor.range((9, 9), (9, 9)), "text": "★1年"]])
    editor.change(uri, [["range": Editor.range((0, 99), (0, 99)), "text": "的"]])
    editor.wait(1)
    #expect(editor.diagnostics(uri)?.first?["range"]["start"] == ["line": 1, "character": 0])
  }

  @Test func aChangeThatMakesNoSenseIsSaidAloud() {
    let editor = Editor()
    editor.start()
    editor.open(uri, "机密★1年")
    editor.change(uri, [["range": Editor.range((0, 3), (0, 1)), "text": "x"]])
    #expect(editor.heard.contains { $0["method"] == "window/showMessage" })
  }

  @Test func theFormComesFromTheNameElseFromTheLanguage() {
    let editor = Editor()
    editor.start()
    let page = "<p>领<b>导</b></p><!-- 13912345678 --><p>机密★1年</p>"
    editor.open("untitled:1", page, language: "html")
    editor.open("file:///a/b.html", page, language: "plaintext")
    #expect(editor.diagnostics("untitled:1") == editor.diagnostics("file:///a/b.html"))
    #expect(editor.codes("untitled:1").contains("term.secrecy-marking"))
  }

  @Test func whatIsNotScannedIsSaid() {
    var workspace = StillWorkspace()
    workspace.sizeLimit = 10
    let small = Editor(workspace)
    small.start()
    small.open(uri, "各单位：好。各单位：好。")
    #expect(small.codes(uri) == ["scan.limit-reached"])
    workspace.state = .faulty(Message("配置有误", "faulty"))
    let faulty = Editor(workspace)
    faulty.start()
    faulty.open(uri, "好")
    #expect(faulty.codes(uri) == ["scan.unreadable"])
    #expect(faulty.diagnostics(uri)?[0]["message"] == "配置有误")
    workspace.state = .ignored
    let ignored = Editor(workspace)
    ignored.start()
    ignored.open(uri, "机密★1年")
    #expect(ignored.codes(uri) == [])
  }

  @Test func faultsOfAConfigurationAreUnderlinedAndTakenAway() {
    var workspace = StillWorkspace()
    workspace.faults = [
      "/a/.zhubi.yaml": [
        ConfigurationFault(line: 3, isError: true, message: Message("未知的键", "unknown key"))
      ]
    ]
    let editor = Editor(workspace)
    editor.start()
    editor.open(uri, "好")
    let shown = editor.diagnostics("file:///a/.zhubi.yaml")
    #expect(shown?[0]["range"]["start"]["line"] == 2)
    #expect(shown?[0]["message"] == "未知的键")
    let count = editor.heard.count
    editor.open("file:///a/other.txt", "好")
    #expect(editor.heard.count == count + 1, "said once")
  }
}
