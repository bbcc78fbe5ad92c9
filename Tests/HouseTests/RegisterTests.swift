import Foundation
import Testing

/// Lists that must name everything there is.
@Suite struct RegisterTests {
  @Test func everyPackFileIsEmbedded() throws {
    let list = try String(
      contentsOf: Repository.root.appending(path: "Sources/BuiltInPacks/packs.c"), encoding: .utf8)
    let packs = Repository.files(in: "dictionaries", endings: ["/pack.yaml"]).map {
      $0.path.split(separator: "/")[1]
    }
    #expect(!packs.isEmpty)
    for pack in packs {
      for file in Repository.files(in: "dictionaries/\(pack)", endings: [".tsv", ".yaml"]) {
        let name = file.path.dropFirst("dictionaries/".count)
        #expect(list.contains("\"\(name)\""), "run .ci/list-packs: \(name) is not embedded")
      }
    }
  }

  @Test func everyDetectorIsListed() throws {
    let files = Repository.files(in: "Sources/ZhubiDetection", endings: [".swift"])
    let list = try #require(files.first { $0.path.hasSuffix("/BuiltInDetectors.swift") }).text
    for file in files {
      for line in file.text.split(separator: "\n") where line.contains(": Detector {") {
        let words = line.split { !$0.isLetter && !$0.isNumber }
        let place = try #require(words.firstIndex(of: "struct"))
        let name = words[place + 1]
        #expect(list.contains("\(name)("), "\(name) in \(file.path) is not in BuiltInDetectors.all")
      }
    }
  }

  @Test func nothingNamesPlacesThatExistOnlyHere() {
    let needles = ["/wo" + "rk/", "../sha" + "red", ".libr" + "ary"]
    for folder in ["Sources", "dictionaries", "Benchmarks"] {
      for file in Repository.files(
        in: folder, endings: [".swift", ".c", ".h", ".tsv", ".yaml", ".py", ".md"])
      {
        for needle in needles {
          #expect(!file.text.contains(needle), "\(file.path) names \(needle)")
        }
      }
    }
  }
}
