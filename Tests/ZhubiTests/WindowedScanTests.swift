import TestSupport
import Testing
import Zhubi
import ZhubiPolicy
import ZhubiText

/// A text read in windows gives the findings of the same text read at once.
@Suite struct WindowedScanTests {
  static let scanner = TextScanner(lexicon: try! LexiconStore(folder: nil).lexicon())

  @Test(arguments: UInt64(0)..<40)
  func agreesWithOneReading(seed: UInt64) throws {
    var dice = Dice(seed)
    var text = ""
    for _ in 0..<dice.roll(1...900) {
      text += dice.pick([
        "各单位要认真贯彻落实，", "机密★1年", "內部資料　注意保存", "𠀀𠀁", "abc ", "。", "，", "\r\n", "\n",
      ])
      if dice.oneIn(3) { text += String(repeating: "好", count: dice.roll(1...40)) }
    }
    let options = TextScanner.Options(today: CalendarDate(year: 2026, month: 11, day: 1)!)
    let whole = Self.scanner.scan(Document(id: "t", text: text), options: options)
    let bytes = Array(text.utf8)
    var position = 0
    let cut = WindowedScan(window: dice.roll(6_000...12_000))
    let windowed = try cut.scan(id: "t", scanner: Self.scanner, options: options) { count in
      let next = Array(bytes[position..<min(bytes.count, position + count)])
      position += next.count
      return next
    }
    func places(_ report: DocumentReport) -> [String] {
      report.findings.filter { $0.rule.family == "term" }.map {
        "\($0.rule) \($0.utf8.plain) \($0.scalars.plain) \($0.utf16.plain) \($0.line):\($0.column)"
      }
    }
    #expect(places(windowed) == places(whole), "seed \(seed)")
  }
}
