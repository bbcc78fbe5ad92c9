import Foundation

/// Files made by `Fixtures/make.py` and `Fixtures/make_office.py` with real producers.
enum Fixtures {
  static let names = [
    "notice.docx", "roster.xlsx", "report.pptx", "notice.ofd", "notice.pdf", "nested.zip",
    "office-notice.docx", "office-notice.odt", "office-notice.doc", "office-notice.pdf",
    "office-roster.xlsx", "office-roster.ods", "office-roster.xls", "office-report.pptx",
    "office-report.odp",
  ]

  /// Those that are damaged on purpose many times over; conversions of old formats take too long.
  static let mangled = [
    "notice.docx", "roster.xlsx", "report.pptx", "notice.ofd", "notice.pdf", "nested.zip",
    "office-notice.odt", "office-roster.ods", "office-report.odp",
  ]

  /// Whether text can be read off pictures here.
  static let readsPictures =
    has("tesseract")
    && ["4.00", "5"].contains {
      FileManager.default.fileExists(
        atPath: "/usr/share/tesseract-ocr/\($0)/tessdata/chi_sim.traineddata")
    }

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
