import Testing
import ZhubiDetection
import ZhubiPolicy
import ZhubiReport

/// A reporter as the golden files know it.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  var file: String
  var reporter: any Reporter

  var testDescription: String { file }

  static let all: [GoldenCase] = {
    let names = Fixture.catalogue
    return [
      GoldenCase(file: "zh.txt", reporter: TextReporter()),
      GoldenCase(file: "en.txt", reporter: TextReporter(language: .english)),
      GoldenCase(file: "colour.ansi", reporter: TextReporter(colour: true, least: .error)),
      GoldenCase(file: "zh.json", reporter: JSONReporter()),
      GoldenCase(file: "en.jsonl", reporter: JSONLinesReporter(language: .english)),
      GoldenCase(file: "zh.jsonl", reporter: JSONLinesReporter()),
      GoldenCase(file: "zh.sarif", reporter: SARIFReporter(catalogue: names)),
      GoldenCase(file: "en.sarif", reporter: SARIFReporter(language: .english, catalogue: names)),
      GoldenCase(file: "zh.junit.xml", reporter: JUnitReporter(catalogue: names)),
      GoldenCase(
        file: "en.junit.xml", reporter: JUnitReporter(language: .english, catalogue: names)),
      GoldenCase(file: "zh.github", reporter: GitHubReporter(catalogue: names)),
      GoldenCase(file: "zh.rdjson", reporter: RDJSONReporter()),
      GoldenCase(file: "zh.csv", reporter: CSVReporter(catalogue: names)),
      GoldenCase(file: "en.csv", reporter: CSVReporter(language: .english, catalogue: names)),
      GoldenCase(file: "zh.html", reporter: HTMLReporter(catalogue: names)),
      GoldenCase(file: "suppressed.txt", reporter: TextReporter(showsSuppressed: true)),
      GoldenCase(
        file: "suppressed.sarif",
        reporter: SARIFReporter(language: .english, catalogue: names, showsSuppressed: true)),
      GoldenCase(
        file: "suppressed.html", reporter: HTMLReporter(catalogue: names, showsSuppressed: true)),
      GoldenCase(file: "en.html", reporter: HTMLReporter(language: .english, catalogue: names)),
    ]
  }()
}

@Suite struct GoldenTests {
  @Test(arguments: GoldenCase.all)
  func writesWhatItWrote(_ example: GoldenCase) throws {
    try Golden.expect(Fixture.text(of: example.reporter), matches: example.file)
  }

  @Test(arguments: GoldenCase.all)
  func isTheSameEveryTime(_ example: GoldenCase) {
    #expect(Fixture.text(of: example.reporter) == Fixture.text(of: example.reporter))
  }

  @Test func recordingIsOffUnlessAskedFor() {
    if Golden.isRecording { Issue.record("the golden files were rewritten: read the difference") }
  }
}
