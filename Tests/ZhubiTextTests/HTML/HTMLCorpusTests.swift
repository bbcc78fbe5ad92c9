import Testing
import ZhubiText

/// Real pages, where there are any: read without harm, and about as much text as a count made by
/// other means.
struct HTMLCorpusTests {
  @Test func realPagesAreRead() {
    guard let folder = TestFiles.pages else {
      print("SKIPPED: no folder of real pages (ZHUBI_SHARED, or ../shared beside the repository)")
      return
    }
    let lines = String(decoding: TestFiles.bytes("\(folder)/MANIFEST.tsv"), as: UTF8.self)
      .split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    let columns = lines[0].map(String.init)
    let file = columns.firstIndex(of: "file")!
    let han = columns.firstIndex(of: "han_visible")!
    let charset = columns.firstIndex(of: "detected_charset")!
    var counts: [(found: Double, expected: Double)] = []
    // Other charsets are another room's task.
    for line in lines.dropFirst() where line[charset] == "utf-8" {
      let source = Array(
        String(decoding: TestFiles.bytes("\(folder)/\(line[file])"), as: UTF8.self).utf8)
      let reading = HTMLReader().read(source)
      #expect(HTMLSourceMapTests.verify(reading, source) == nil, "\(line[file])")
      let shown = reading.parts.filter {
        switch $0.kind {
        case .body, .title: true
        case .hidden(let reason):
          // The count knows no styles.
          reason != .comment && reason != .conditionalComment && reason != .hiddenInput
            && reason != .dataAttribute
        default: false
        }
      }
      let number = shown.reduce(0) { $0 + Self.han($1.utf8) }
      counts.append((Double(number), Double(line[han]) ?? 0))
    }
    let same = counts.filter { abs($0.found - $0.expected) <= 0.01 * max($0.expected, 1) }.count
    print(
      "real pages: \(counts.count), Han counts within 1 %: \(same), correlation \(Self.correlation(counts))"
    )
    #expect(counts.count > 400)
    #expect(same * 10 >= counts.count * 9)
    #expect(Self.correlation(counts) > 0.98)
  }

  static func han(_ utf8: [UInt8]) -> Int {
    String(decoding: utf8, as: UTF8.self).unicodeScalars
      .filter { (0x4E00...0x9FFF).contains($0.value) || (0x3400...0x4DBF).contains($0.value) }.count
  }

  static func correlation(_ pairs: [(found: Double, expected: Double)]) -> Double {
    let n = Double(pairs.count)
    let a = pairs.reduce(0) { $0 + $1.found } / n
    let b = pairs.reduce(0) { $0 + $1.expected } / n
    let ab = pairs.reduce(0) { $0 + ($1.found - a) * ($1.expected - b) }
    let aa = pairs.reduce(0) { $0 + ($1.found - a) * ($1.found - a) }
    let bb = pairs.reduce(0) { $0 + ($1.expected - b) * ($1.expected - b) }
    return ab / (aa * bb).squareRoot()
  }
}
