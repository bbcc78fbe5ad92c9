import Synchronization
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

  @Test func aStoppedLargeTextIsNotReadToItsEnd() throws {
    let scanner = TextScanner(lexicon: try LexiconStore(folder: nil).lexicon())
    let text = Array(String(repeating: "机密★1年\n", count: 50).utf8)
    let asked = Mutex(0)
    var options = TextScanner.Options()
    options.isStopped = {
      asked.withLock { asked in
        asked += 1
        return asked > 1
      }
    }
    var position = 0
    let report = try WindowedScan(window: 12).scan(id: "a", scanner: scanner, options: options) {
      count in
      let next = Array(text[position..<min(text.count, position + count)])
      position += next.count
      return next
    }
    #expect(report.verdict == .incomplete)
    #expect(position == 12, "one window, and no more")
    #expect(report.problems.allSatisfy { $0.kind == .limitReached } && report.problems.count == 2)
  }

  @Test(arguments: [0, 1, 3, 6])
  func aStoppedDocumentIsIncomplete(steps: Int) throws {
    let scanner = TextScanner(lexicon: try LexiconStore(folder: nil).lexicon())
    let left = Mutex(steps)
    var options = TextScanner.Options()
    options.isStopped = {
      left.withLock { left in
        left -= 1
        return left < 0
      }
    }
    let report = scanner.scan("机密★1年，电话13912346789。", options: options)
    #expect(report.verdict == .incomplete)
    #expect(report.problems.map(\.kind) == [.limitReached])
    let whole = scanner.scan("机密★1年，电话13912346789。")
    #expect(report.findings.count <= whole.findings.count)
    #expect(steps > 0 || report.findings.isEmpty)
    // A notice that never comes changes nothing.
    options.isStopped = { false }
    let asked = scanner.scan("机密★1年，电话13912346789。", options: options)
    #expect(asked.findings.count == whole.findings.count && asked.verdict == whole.verdict)
  }
}
