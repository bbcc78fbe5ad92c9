import Foundation

/// Files made by `Fixtures/make.py` with real producers.
enum Fixtures {
  static let names = [
    "notice.docx", "roster.xlsx", "report.pptx", "notice.ofd", "notice.pdf", "nested.zip",
  ]

  static func bytes(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    return Array(try Data(contentsOf: folder.appending(path: name)))
  }

  /// Whether a program of the system is there; tests that need it say so when it is not.
  static func has(_ program: String) -> Bool {
    ["/usr/bin", "/usr/local/bin", "/bin"].contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }
}
