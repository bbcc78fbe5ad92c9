import Foundation
import Testing
import ZhubiText

@testable import ZhubiDetection

/// The typo tables are reviewed like code: in order, each form once, each with its source, and no
/// entry that would contradict another.
@Suite struct TypoDictionaryTests {
  private static let folder = HouseLexicon.dictionaries.appending(path: "typos")

  private static let entries: [LexiconEntry] = {
    let packs = HouseLexicon.packs(in: HouseLexicon.dictionaries)
      .filter { $0.manifest.path.hasPrefix("typos/") }
    return LexiconCompiler(folding: HouseLexicon.folding, layers: [packs]).merged().entries
  }()

  private static let tables =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?
    .filter { $0.hasSuffix(".tsv") }.sorted() ?? []

  @Test(arguments: tables)
  func everyTableIsSorted(table: String) throws {
    let text = try String(contentsOf: Self.folder.appending(path: table), encoding: .utf8)
    let terms = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().compactMap {
      $0.split(separator: "\t").first.map { Array($0.unicodeScalars.map(\.value)) }
    }
    for (one, next) in zip(terms, terms.dropFirst()) {
      #expect(one.lexicographicallyPrecedes(next), "\(table) is not sorted")
    }
  }

  @Test func thereAreEnoughAndEachHasItsSource() {
    #expect(Self.entries.count >= 5_000)
    for entry in Self.entries { #expect(!entry.source.isEmpty, "\(entry.place) has no source") }
  }

  @Test func noWrongFormIsARightOne() {
    let wrong = Set(Self.entries.map(\.term))
    for entry in Self.entries where entry.severity != .info {
      #expect(!entry.suggestions.isEmpty, "\(entry.place) says nothing better")
      for right in entry.suggestions {
        #expect(!wrong.contains(right), "\(entry.place): \(right) is called wrong elsewhere")
      }
    }
  }

  /// Writing every right form of the dictionary raises no alarm.
  @Test func rightFormsStayQuiet() {
    let rights = Set(Self.entries.filter { $0.severity != .info }.flatMap(\.suggestions)).sorted()
    #expect(rights.count > 3_000)
    let text = rights.map { "“\($0)”" }.joined(separator: "\n")
    for finding in findings(in: text, detectors: [TypoDetector()])
    where finding.severity > .info {
      let bytes = Array(text.utf8)
      Issue.record("\(String(decoding: bytes[finding.range.plain], as: UTF8.self)) in a right form")
    }
  }

  /// A short form needs a context or an editor's word that it can stand alone.
  @Test func shortFormsAreGuarded() {
    let bare = Self.entries.filter { entry in
      entry.term.unicodeScalars.count == 2 && entry.unless.isEmpty && entry.only.isEmpty
        && !entry.note.contains("editor") && entry.severity != .info
    }
    #expect(bare.isEmpty, "\(bare.map(\.place).prefix(10))")
  }
}
