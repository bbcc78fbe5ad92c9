import Testing
import Zhubi

@Suite struct StoppedScanTests {
  @Test func aStoppedLargeTextIsIncompleteAndKeepsWhatWasFound() throws {
    let scanner = TextScanner(lexicon: try LexiconStore(folder: nil).lexicon())
    let text = Array("机密★1年\n好\n机密★2年\n".utf8)
    var position = 0
    var windows = 0
    let report = try WindowedScan(window: 12).scan(
      id: "a", scanner: scanner, options: TextScanner.Options(),
      isStopped: {
        windows += 1
        return windows > 1
      }
    ) { count in
      let next = Array(text[position..<min(text.count, position + count)])
      position += next.count
      return next
    }
    #expect(report.verdict == .incomplete)
    #expect(report.findings.count == 1)
    #expect(report.problems.map(\.kind) == [.limitReached])
  }
}
