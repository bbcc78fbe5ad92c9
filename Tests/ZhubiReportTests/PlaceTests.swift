import TestSupport
import Testing
import ZhubiDetection
import ZhubiText

@testable import ZhubiPolicy

/// Lines and columns in every unit, against a slow obvious twin.
@Suite struct PlaceTests {
  @Test(arguments: 1...40)
  func placesAgreeWithTheTwin(_ seed: Int) {
    var dice = Dice(UInt64(seed))
    let pieces = ["a", "中", "😀", "é", "\n", "\r\n", "\r", "𠮷", " ", "\u{2028}"]
    let text = (0..<dice.roll(1...60)).map { _ in dice.pick(pieces) }.joined()
    let starts = Array(text.unicodeScalars.indices) + [text.unicodeScalars.endIndex]
    let first = dice.roll(0...starts.count - 1)
    let last = dice.roll(first...starts.count - 1)
    func byte(_ number: Int) -> Int {
      text.utf8.distance(from: text.startIndex, to: starts[number])
    }
    let range = Range<TextOffset>(byte(first)..<byte(last))
    let finding = Finding(
      "typo.confusion", severity: .warning, range: range, message: Message("错", "wrong"),
      fix: Finding.Fix(range: range, replacement: ""))
    let report = ReportBuilder(profile: Profile.all[0]).report(
      on: Document(id: "x", text: text), findings: [[finding]], asOf: Fixture.asOf)
    let reported = report.findings[0]
    let scalars = Array(text.unicodeScalars)
    #expect(reported.start == Self.place(of: first, in: scalars))
    #expect(reported.end == Self.place(of: last, in: scalars))
    #expect(reported.fix?.start == reported.start && reported.fix?.end == reported.end)
    #expect(reported.fix?.scalars.plain == first..<last)
  }

  /// Counts from the beginning, one scalar at a time.
  static func place(of position: Int, in scalars: [Unicode.Scalar]) -> ReportedFinding.Place {
    var line = 1
    var start = 0
    for index in 0..<position where scalars[index] == "\n" || scalars[index] == "\r" {
      if scalars[index] == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" { continue }
      line += 1
      start = index + 1
    }
    let before = scalars[start..<position]
    return ReportedFinding.Place(
      line: line, column: before.count + 1,
      utf8Column: before.reduce(0) { $0 + String($1).utf8.count } + 1,
      utf16Column: before.reduce(0) { $0 + String($1).utf16.count } + 1)
  }
}
