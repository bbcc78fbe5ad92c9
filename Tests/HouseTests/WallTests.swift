import Foundation
import Testing

/// Architecture that no test holds up erodes one import at a time.
@Suite struct WallTests {
  /// What each room may import, besides the standard library.
  static let doors: [String: Set<String>] = [
    "ZhubiText": ["ICUShims", "HTMLEntities"],
    "ZhubiAutomaton": ["AutomatonKernels"],
    "ZhubiDetection": ["ZhubiText", "ZhubiAutomaton", "PersonalTables", "Synchronization"],
    "ZhubiPolicy": ["JSONText", "ZhubiText", "ZhubiDetection"],
    "ZhubiReport": ["ZhubiText", "ZhubiDetection", "ZhubiPolicy"],
    "JSONText": [],
    "ZhubiReview": [
      "JSONText", "Zhubi", "ZhubiDetection", "ZhubiPolicy", "ZhubiReport", "ZhubiText", "Glibc",
      "Synchronization",
    ],
    // A door: what it knows of the house is the front hall, and of the network its packages.
    "ZhubiService": [
      "AttachmentExchange", "Zhubi", "ZhubiAttachments", "ZhubiDetection", "ZhubiPolicy",
      "ZhubiReport", "ZhubiText",
      "JSONText", "ZhubiReview", "ServiceAssets", "Hummingbird", "HummingbirdCore", "HTTPTypes",
      "NIOCore",
      "Logging", "ServiceLifecycle", "Dispatch", "Synchronization", "Glibc",
    ],
    "AttachmentExchange": [],
    // Ground under both sides of the helper process: it knows how a program is run, and nothing of
    // what runs whom. So who reads and who asks still know nothing of one another.
    "ChildProcesses": ["SpawnShims", "Glibc"],
    "AttachmentReading": ["AttachmentExchange", "ChildProcesses", "CZlib", "CExpat", "Glibc"],
    // What asks the helper never sees the libraries of the formats.
    "ZhubiAttachments": [
      "AttachmentExchange", "ChildProcesses", "ZhubiText", "Zhubi", "Glibc",
    ],
    "Zhubi": [
      "BuiltInPacks", "ZhubiText", "ZhubiAutomaton", "ZhubiDetection", "ZhubiPolicy",
      "ZhubiReport", "Glibc", "Darwin", "Synchronization",
    ],
    "ZhubiLanguageServer": ["JSONText", "Zhubi"],
  ]

  @Test(arguments: doors.keys.sorted())
  func importsOnlyThroughItsDoors(room: String) throws {
    let allowed = try #require(Self.doors[room])
    let files = Repository.files(in: "Sources/\(room)", endings: [".swift"])
    #expect(!files.isEmpty)
    for file in files {
      for module in imports(in: file.text) {
        #expect(allowed.contains(module), "\(file.path) imports \(module)")
      }
    }
  }

  @Test func icuHeadersStayBehindTheShims() {
    for file in Repository.files(in: "Sources", endings: [".h", ".swift", ".modulemap"]) {
      #expect(!file.text.contains("#include <unicode/"), "\(file.path) shows ICU headers")
    }
  }

  @Test func roomsDoNotPrint() {
    for room in Self.doors.keys {
      for file in Repository.files(in: "Sources/\(room)", endings: [".swift"]) {
        for line in file.text.split(separator: "\n") {
          let code = line.drop { $0 == " " }
          #expect(
            !code.hasPrefix("print(") && !code.hasPrefix("debugPrint("), "\(file.path): \(code)")
        }
      }
    }
  }

  @Test func sourceFilesStayReadable() {
    for folder in ["Sources", "Tests", "Benchmarks"] {
      for file in Repository.files(in: folder, endings: [".swift"]) {
        let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
        #expect(lines <= 350, "\(file.path) has \(lines) lines: tables belong into dictionaries/")
      }
    }
  }

  private func imports(in text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
        words[..<place].allSatisfy({
          ["public", "internal", "private", "package"].contains($0) || $0.hasPrefix("@")
        })
      else { return nil }
      return words[place + 1].split(separator: ".").first.map(String.init)
    }
  }
}
