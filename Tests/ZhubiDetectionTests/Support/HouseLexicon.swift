import Foundation
import ZhubiDetection
import ZhubiText

/// The lexicon of the repository's own `dictionaries/`, compiled once for all tests.
enum HouseLexicon {
  static let folding = try! Folding.computed()

  static let shared: Lexicon = {
    let compiler = LexiconCompiler(
      folding: folding, layers: [packs(in: dictionaries), [exampleRegister.pack]])
    do {
      return try Lexicon(image: try compiler.compile())
    } catch {
      fatalError("the house lexicon does not compile: \(error)")
    }
  }()

  /// The register of an invented organisation, for the examples of `outdated.document`.
  static let exampleRegister = DocumentRegister(
    PackSource.File(
      path: "documents.tsv",
      bytes: Array(
        """
        title\tnumber\tstatus\tdate\tsuccessor\turl
        《关于规范示例事项办理的通知》\t示政办发〔2019〕8号\t废止\t2024-01-01\t关于进一步规范示例事项办理的通知\thttps://www.example.gov.cn/art/2019/8.html
        关于进一步规范示例事项办理的通知\t示政办发〔2023〕31号\t有效\t\t\t
        """.utf8)))

  /// What a profile switches on.
  static func selection(_ profile: String) -> Selection {
    Selection(profile: profile) { rule in
      profile == "all" || (LexiconKinds.profile(of: rule).map { $0 == profile } ?? true)
    }
  }

  /// The repository's dictionaries, found from this file.
  static let dictionaries = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "dictionaries")

  /// Every folder with a `pack.yaml`, by name.
  static func packs(in folder: URL) -> [PackSource] {
    let files = FileManager.default
    let names = ((try? files.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    return names.compactMap { name in
      let pack = folder.appending(path: name)
      let manifest = pack.appending(path: "pack.yaml")
      guard let bytes = try? Data(contentsOf: manifest) else { return nil }
      let tables = ((try? files.contentsOfDirectory(atPath: pack.path)) ?? []).sorted()
        .filter { $0.hasSuffix(".tsv") }
        .map { table in
          PackSource.File(
            path: "\(name)/\(table)",
            bytes: Array((try? Data(contentsOf: pack.appending(path: table))) ?? Data()))
        }
      return PackSource(
        manifest: PackSource.File(path: "\(name)/pack.yaml", bytes: Array(bytes)), tables: tables)
    }
  }
}

/// Findings in a plain text, judged as published on a day.
func findings(
  in text: String, lexicon: Lexicon = HouseLexicon.shared,
  detectors: [any Detector] = BuiltInDetectors.all, date: CalendarDate? = nil,
  selection: Selection = .everything
) -> [Finding] {
  let day = date ?? CalendarDate(year: 2026, month: 11, day: 1)!
  return DetectionPass(lexicon: lexicon, detectors: detectors).findings(
    in: Document(id: "text", text: text), asOf: AsOf(day, origin: .option), selection: selection
  ).flatMap { $0 }
}
