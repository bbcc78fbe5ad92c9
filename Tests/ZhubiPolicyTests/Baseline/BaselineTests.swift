import Testing
import ZhubiDetection
import ZhubiPolicy

@Suite struct BaselineTests {
  private let stock = "值班室\n联系电话：⟦13800138000⟧（王）\n第二段。\n"

  private func baseline(_ marked: String, severity: Severity = .error) -> Baseline {
    var baseline = Baseline(tool: "0", lexicons: "a 1")
    baseline.add(MarkedReport(marked, severity: severity).report, as: "a.md")
    return baseline
  }

  /// How many findings of a later version are new.
  @Test(arguments: [
    ("值班室\n联系电话：⟦13800138000⟧（王）\n第二段。\n", 0),
    ("新的开头。\n\n值班室\n联系电话：⟦13800138000⟧（王）\n第二段改了。\n", 0),
    ("值班室\n\t　联系电话： ⟦13800138000⟧ （王）\n第二段。\n", 0),
    ("值班室\n2. 联系电话:⟦13800138000⟧(王)\n", 0),
    ("值班室\n联系电话：⟦138 0013 8000⟧（王）\n", 0),
    ("联系电话：⟦13800138000⟧（王）\n联系电话：⟦13800138000⟧（王）\n", 1),
    ("联系电话：⟦13900139000⟧（王）\n", 1),
    ("个人手机：⟦13800138000⟧（王）\n", 1),
    ("联系电话：⟦13800138000⟧（李）\n", 1),
  ])
  func onlyNewFindingsAreLeft(later: String, new: Int) {
    var report = MarkedReport(later).report
    baseline(stock).apply(to: &report, as: "a.md")
    #expect(report.findings.count == new, "\(later)")
    #expect(report.verdict == (new == 0 ? .pass : .block))
  }

  @Test func anotherDocumentIsNew() {
    var report = MarkedReport(stock).report
    baseline(stock).apply(to: &report, as: "b.md")
    #expect(report.findings.count == 1)
  }

  @Test func aGraverFindingIsNew() {
    let known = baseline(stock, severity: .warning)
    var same = MarkedReport(stock, severity: .warning).report
    known.apply(to: &same, as: "a.md")
    #expect(same.findings.isEmpty)
    var graver = MarkedReport(stock, severity: .block).report
    known.apply(to: &graver, as: "a.md")
    #expect(graver.findings.count == 1)
  }

  @Test func scanFindingsAreNeverKnown() {
    var report = MarkedReport(stock, rule: "scan.polluted-text").report
    var known = Baseline(tool: "0", lexicons: "")
    known.add(report, as: "a.md")
    #expect(known.entries.isEmpty)
    known.entries[
      Baseline.Key(
        document: "a.md", rule: "scan.polluted-text", fingerprint: report.findings[0].fingerprint)] =
      Baseline.Entry(count: 1, severity: .block)
    known.apply(to: &report, as: "a.md")
    #expect(report.findings.count == 1)
  }

  @Test func fingerprintsDoNotDependOnWhetherDataIsShown() {
    let masked = MarkedReport(stock).report.findings[0]
    let shown = MarkedReport(stock, showsSensitive: true).report.findings[0]
    #expect(shown.excerpt == "13800138000")
    #expect(masked.fingerprint == shown.fingerprint)
  }

  @Test func twoNumbersThatLookAlikeMaskedShareAFingerprint() {
    // Nobody can tell from a fingerprint which of them it was.
    let a = MarkedReport("电话⟦13811110000⟧").report.findings[0]
    let b = MarkedReport("电话⟦13822220000⟧").report.findings[0]
    #expect(a.fingerprint == b.fingerprint)
  }

  @Test func theFileHoldsNoTextAndReadsBack() throws {
    var known = baseline(stock)
    let key = try #require(known.entries.keys.first)
    known.entries[key]?.judgement = .falseAlarm
    known.entries[key]?.note = "值班\n\"电话\"\u{2028}\\ \u{1}"
    let text = known.fileText
    for secret in ["13800138000", "138", "联系电话"] { #expect(!text.contains(secret)) }
    #expect(text.split(separator: "\n").count == 2)
    let read = try Baseline(Array(text.utf8), path: "b")
    #expect(read.entries == known.entries)
    #expect(read.fileText == text)
    #expect(Baseline.looksLike(text.utf8))
  }

  @Test func entriesStandInOrder() {
    var known = Baseline(tool: "0", lexicons: "")
    for (document, fingerprint) in [("b", "2"), ("a", "9"), ("b", "1"), ("a", "1")] {
      let key = Baseline.Key(
        document: document, rule: "term.x", fingerprint: String(repeating: fingerprint, count: 16))
      known.entries[key] = Baseline.Entry(count: 1, severity: .info)
    }
    let lines = known.fileText.split(separator: "\n").dropFirst()
    #expect(lines.count == 4)
    #expect(Array(lines) == lines.sorted())
  }

  @Test(arguments: [
    "", "{}", "{\"zhubi-baseline\":1}", "{\"zhubi-baseline\":2,\"tool\":\"0\",\"lexicons\":\"\"}",
    "{\"zhubi-baseline\":1,\"tool\":\"0\",\"lexicons\":\"\"}\n机密★1年",
    "{\"zhubi-baseline\":1,\"tool\":\"0\",\"lexicons\":\"\"}\n{\"document\":\"a\"}",
    "{\"zhubi-baseline\":1,\"tool\":\"0\",\"lexicons\":\"\"}\n"
      + "{\"document\":\"a\",\"rule\":\"term.x\",\"fingerprint\":\"0123456789abcdef\",\"count\":1,"
      + "\"severity\":\"info\",\"judgement\":\"open\",\"text\":\"机密\"}",
  ])
  func whatIsNoBaselineIsRefused(text: String) {
    #expect(throws: BaselineError.self) { try Baseline(Array(text.utf8), path: "b") }
  }

  @Test func pruningDropsWhatIsGone() {
    var known = Baseline(tool: "0", lexicons: "")
    let twice = "电话⟦13800138000⟧\n电话⟦13800138000⟧\n"
    known.add(MarkedReport(twice).report, as: "two.md")
    known.add(MarkedReport(stock).report, as: "fixed.md")
    known.add(MarkedReport(stock).report, as: "elsewhere.md")
    known.add(MarkedReport(stock).report, as: "deleted.md")
    var found = Baseline(tool: "0", lexicons: "")
    found.add(MarkedReport("电话⟦13800138000⟧\n").report, as: "two.md")
    let pruning = known.prune(found: found, scanned: ["two.md", "fixed.md"]) { $0 == "deleted.md" }
    #expect([pruning.removed, pruning.lowered, pruning.kept] == [2, 1, 2])
    #expect(Set(known.entries.keys.map(\.document)) == ["two.md", "elsewhere.md"])
  }

  @Test func precisionCountsFindings() {
    var known = Baseline(tool: "0", lexicons: "")
    known.add(MarkedReport("电话⟦13800138000⟧\n电话⟦13800138000⟧\n手机⟦13900139000⟧").report, as: "a")
    for (key, entry) in known.entries {
      known.entries[key]?.judgement = entry.count == 2 ? .confirmed : .falseAlarm
    }
    #expect(known.precision.map(\.precision) == [2.0 / 3.0])
    #expect(Baseline(tool: "", lexicons: "").precision.isEmpty)
  }
}
