import Foundation

/// Material that lies beside the repository on some machines; tests that need it skip without it.
enum SharedMaterial {
  /// The folder, from `ZHUBI_SHARED` or beside the repository.
  static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["ZHUBI_SHARED"].map { URL(filePath: $0) }
    let beside = HouseLexicon.dictionaries.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "shared")
    return [named, beside].compactMap { $0 }.first {
      FileManager.default.fileExists(atPath: $0.path)
    }
  }()

  static func file(_ path: String) -> URL? {
    folder.map { $0.appending(path: path) }.flatMap {
      FileManager.default.fileExists(atPath: $0.path) ? $0 : nil
    }
  }
}
