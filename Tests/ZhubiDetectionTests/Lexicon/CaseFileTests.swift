import Foundation
import Testing

/// The case files written for the two families of the lexicon.
@Suite struct CaseFileTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "cases")

  @Test func outdatedNamesAreFoundAndLookAlikesAreNot() throws {
    let cases = try LabelledCase.read(Self.folder.appending(path: "outdated.jsonl"))
    #expect(cases.count >= 300)
    let score = CaseScore(cases, family: "outdated", profile: "official")
    print("outdated.jsonl: \(cases.count) cases, \(score)")
    #expect(score.missed.isEmpty, "\(score.missed.joined(separator: "\n"))")
    #expect(score.extra.isEmpty, "\(score.extra.joined(separator: "\n"))")
    #expect(score.suggestionShare >= 0.95)
    // Most facts are certain: few hits may be shown as doubtful only.
    #expect(Double(score.faint) / Double(score.hits) < 0.1)
  }

  @Test func sensitiveTermsAreFoundAndLookAlikesAreNot() throws {
    let cases = try LabelledCase.read(Self.folder.appending(path: "terms.jsonl"))
    #expect(cases.count >= 300)
    let score = CaseScore(cases, family: "term", profile: "all")
    print("terms.jsonl: \(cases.count) cases, \(score)")
    #expect(score.missed.isEmpty, "\(score.missed.joined(separator: "\n"))")
    #expect(score.extra.isEmpty, "\(score.extra.joined(separator: "\n"))")
  }

  /// Not every kind waits for profile `all`: what must never be published is found in `official`.
  @Test func markingsAreFoundInEveryProfile() throws {
    let cases = try LabelledCase.read(Self.folder.appending(path: "terms.jsonl")).filter {
      labelled in
      labelled.expect.contains { ["secrecy_marking", "internal_only"].contains($0.category) }
    }
    #expect(cases.count > 40)
    for profile in ["official", "promotion", "statute"] {
      let score = CaseScore(cases, family: "term", profile: profile)
      #expect(score.missed.isEmpty, "\(profile): \(score.missed.joined(separator: "\n"))")
    }
  }
}

/// The samples handed over with the task, where they are at hand.
@Suite struct SharedSampleTests {
  static let shared: URL? = {
    let path =
      ProcessInfo.processInfo.environment["ZHUBI_SHARED"].map { URL(filePath: $0) }
      ?? HouseLexicon.dictionaries.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "shared")
    return FileManager.default.fileExists(atPath: path.appending(path: "samples").path) ? path : nil
  }()

  @Test(
    .enabled(if: SharedSampleTests.shared != nil, "set ZHUBI_SHARED to run the shared samples"),
    arguments: [("outdated", "outdated", "official"), ("terms", "term", "all")])
  func samplesReachTheTargets(file: String, family: String, profile: String) throws {
    let folder = try #require(Self.shared).appending(path: "samples")
    let cases = try LabelledCase.read(folder.appending(path: "\(file).jsonl"))
    let score = CaseScore(cases, family: family, profile: profile)
    print("\(file) samples: \(cases.count) cases, \(score)")
    #expect(score.precision >= 0.97)
    #expect(score.recall >= 0.95)
    #expect(score.cleanShare >= 0.97)
    #expect(score.suggestionShare >= 0.9)
  }
}
