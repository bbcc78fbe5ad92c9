import Foundation
import TestSupport
import Testing
import Zhubi

/// The code of the documentation, compiled and run: every block stands here word for word.
@Suite struct TutorialTests {
  @Test func callIt() throws {
    let bytes = Array("<p>机密★1年</p>".utf8)
    func example() throws {
      let scanner = TextScanner(lexicon: try LexiconStore.standard().lexicon())
      let report = scanner.scan("机密★1年\n关于印发方案的通知", id: "notice-17")
      guard report.verdict != .pass else { return }
      #expect(report.verdict == .block)
      for finding in report.findings {
        let place = "\(finding.line):\(finding.column)"
        print(place, finding.severity, finding.rule, finding.message.chinese, finding.excerpt)
      }
      let page = DocumentReader().read(bytes, id: "page.html", declaredCharset: "gb18030")
      let pageReport = scanner.scan(page)
      #expect(pageReport.verdict != .pass)
      var options = TextScanner.Options(asOf: CalendarDate("2024-05-14"), failOn: .warning)
      options.profile = Profile.named("news") ?? options.profile
      let strict = scanner.scan("再接再励", options: options)
      #expect(strict.verdict == .block)
      let json = JSONDocument(language: .english).text(of: report)
      #expect(json.hasPrefix(#"{"document":"notice-17","verdict":"block""#))
    }
    try example()
  }

  @Test func addAPack() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "zhubi-\(UUID().uuidString)"
    )
    .path
    let faulty = folder + "-faulty"
    for (path, table) in [(folder, "term\n星河大厦\n"), (faulty, "term\tcolour\n星河大厦\tred\n")] {
      try FileSystem.makeFolder(path)
      try FileSystem.replace(
        path + "/pack.yaml",
        with: Array("id: ours\nkind: term.ours\nseverity: error\nsource: test\n".utf8))
      try FileSystem.replace(path + "/words.tsv", with: Array(table.utf8))
    }
    defer {
      for path in [folder, faulty] { try? FileManager.default.removeItem(atPath: path) }
    }
    let layers = try PackFolder.layers(at: [folder])
    let scanner = TextScanner(lexicon: try LexiconStore(folder: nil).lexicon(adding: layers))
    #expect(scanner.scan("星河大厦").verdict == .block)
    do {
      _ = try LexiconStore(folder: nil).lexicon(adding: try PackFolder.layers(at: [faulty]))
      Issue.record("a faulty pack was accepted")
    } catch LexiconError.faulty(let diagnostics) {
      for one in diagnostics { print("\(one.file):\(one.line): \(one.message.english)") }
    }
    let pack = PackSource(
      manifest: PackSource.File(
        path: "ours/pack.yaml",
        bytes: Array("id: ours\nkind: term.ours\nseverity: error\nsource: our list\n".utf8)),
      tables: [
        PackSource.File(
          path: "ours/words.tsv", bytes: Array("term\tsuggestion\n星河大厦\t星河中心\n".utf8))
      ])
    let fromMemory = TextScanner(lexicon: try LexiconStore(folder: nil).lexicon(adding: [[pack]]))
    let slot = ScannerSlot(scanner)
    slot.replace(with: fromMemory)
    let now = slot.current.scan("星河大厦")
    #expect(now.findings.map(\.suggestion) == ["星河中心"])
  }

  struct RepeatedMarkDetector: Detector {
    static let rule = Rule(
      "format.repeated-mark", title: Message("标点连用", "repeated marks"), severity: .warning,
      explanation: Message("同一标点连用。", "The same mark stands twice."),
      fires: ["请按时参加⟦。。⟧"], staysQuiet: ["请按时参加。"])

    var rules: [Rule] { [Self.rule] }

    func detect(in context: DetectionContext, into findings: inout [Finding]) {
      let mark = Array("。".utf8)
      let bytes = context.utf8
      var index = 0
      while index + 2 * mark.count <= bytes.count {
        let end = index + 2 * mark.count
        guard bytes[index..<end].elementsEqual(mark + mark) else {
          index += 1
          continue
        }
        findings.append(
          Finding(
            Self.rule.id, severity: .warning, range: Range(index..<end),
            message: Self.rule.title, suggestion: "。"))
        index = end
      }
    }
  }

  @Test func writeADetector() throws {
    let scanner = TextScanner(
      lexicon: try LexiconStore.standard().lexicon(),
      detectors: BuiltInDetectors.all + [RepeatedMarkDetector()])
    let report = scanner.scan("请按时参加。。")
    #expect(report.findings.contains { $0.rule == RepeatedMarkDetector.rule.id })
    #expect(scanner.register.rules.contains(RepeatedMarkDetector.rule.id))
    for example in RepeatedMarkDetector.rule.fires {
      let marked = MarkedText(example.text)
      let found = scanner.scan(marked.text).findings.filter {
        $0.rule == RepeatedMarkDetector.rule.id
      }
      #expect(found.map(\.utf8.plain) == marked.utf8Ranges)
    }
    // A suppression of the new rule is obeyed.
    let quiet = scanner.scan("# zhubi:ignore format.repeated-mark reason=\"原文如此\"\n请按时参加。。")
    #expect(!quiet.findings.contains { $0.rule == RepeatedMarkDetector.rule.id })
  }

  @Test func limitsAndCancellation() throws {
    let bytes = Array(String(repeating: "关于印发方案的通知。\n", count: 100_000).utf8)
    let scanner = TextScanner(lexicon: try LexiconStore.standard().lexicon())
    var scan = WindowedScan(window: 1 << 20, findingLimit: 1_000)
    var rest = bytes[...]
    let report = try scan.scan(
      id: "large.txt", scanner: scanner, options: .init(), isStopped: { Task.isCancelled }
    ) { count in
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    #expect(report.bytes >= bytes.count)
    scan.window = 1 << 16
  }

  private static let documentation = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Zhubi/Zhubi.docc")

  private static func pages() throws -> [(name: String, text: String)] {
    try FileManager.default.contentsOfDirectory(atPath: documentation.path).filter {
      $0.hasSuffix(".md")
    }.map {
      (
        String($0.dropLast(3)),
        try String(contentsOf: documentation.appending(path: $0), encoding: .utf8)
      )
    }
  }

  @Test func everyBlockOfTheDocumentationStandsHere() throws {
    func dense(_ text: some StringProtocol) -> String {
      text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { !$0.isEmpty }.joined(separator: "\n")
    }
    let here = dense(try String(contentsOfFile: #filePath, encoding: .utf8))
    var blocks = 0
    for (name, text) in try Self.pages() {
      for piece in text.components(separatedBy: "```swift\n").dropFirst() {
        let block = piece.components(separatedBy: "```")[0]
        // Checks may stand between the lines of an example that returns early.
        let lines = dense(block).components(separatedBy: "\n")
        var rest = here[...]
        for line in lines {
          guard let found = rest.range(of: line) else {
            Issue.record("\(name): not compiled: \(line)")
            break
          }
          rest = rest[found.upperBound...]
        }
        blocks += 1
      }
    }
    #expect(blocks >= 12)
  }

  @Test func everyLinkOfTheDocumentationLeadsSomewhere() throws {
    let pages = try Self.pages()
    let names = Set(pages.map(\.name))
    var links = 0
    for (name, text) in pages {
      for piece in text.components(separatedBy: "<doc:").dropFirst() {
        let target = piece.prefix { $0 != ">" }
        #expect(names.contains(String(target)), "\(name) links to \(target)")
        links += 1
      }
    }
    #expect(links >= 6)
  }
}
