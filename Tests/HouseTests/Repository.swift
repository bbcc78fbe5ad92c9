import Foundation

/// The repository, found from this file.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Every file below a folder with one of the endings, as (path from the root, content).
  static func files(in folder: String, endings: [String]) -> [(path: String, text: String)] {
    let base = root.appending(path: folder)
    guard let walker = FileManager.default.enumerator(atPath: base.path) else { return [] }
    return walker.compactMap { $0 as? String }.filter { name in
      endings.contains { name.hasSuffix($0) } && !name.contains(".build")
    }.sorted().compactMap { name in
      (try? String(contentsOf: base.appending(path: name), encoding: .utf8)).map {
        ("\(folder)/\(name)", $0)
      }
    }
  }
}
