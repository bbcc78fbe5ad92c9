import Foundation

/// Files of this repository, and of the folder of real pages where there is one.
enum TestFiles {
  static let root: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(4)
    return parts.joined(separator: "/")
  }()

  static func text(_ path: String) -> String {
    String(
      decoding: FileManager.default.contents(atPath: "\(root)/\(path)") ?? Data(), as: UTF8.self)
  }

  /// Real pages for extra tests: `corpus/html` in the folder that ZHUBI_SHARED names, or beside the
  /// repository.
  static let pages: String? = {
    let named = ProcessInfo.processInfo.environment["ZHUBI_SHARED"]
    let places = [named, "\(root)/../shared"].compactMap { $0 }.map { "\($0)/corpus/html" }
    return places.first { FileManager.default.fileExists(atPath: "\($0)/MANIFEST.tsv") }
  }()

  static func bytes(_ path: String) -> [UInt8] {
    [UInt8](FileManager.default.contents(atPath: path) ?? Data())
  }
}
