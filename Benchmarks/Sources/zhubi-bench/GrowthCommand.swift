import BenchmarkParts
import ZhubiAutomaton

/// How cost grows with the document and the list, and what each extra costs.
enum GrowthCommand {
  static func run(_ arguments: inout Arguments) throws {
    let textPath = arguments.optional("text")
    let lists = arguments.optional("lists")
    let large = arguments.optional("large") != nil
    try arguments.finish()
    let corpus = SyntheticCorpus()
    let text =
      try textPath.map { try TextBytes(path: $0) }
      ?? TextBytes(name: "synthetic", corpus.text(bytes: 32 << 20))
    let terms =
      try lists.map { try $0.split(separator: ",").map { try TermLines(path: String($0)) } }
      ?? [1_000, 10_000, 100_000, 1_000_000].map { corpus.terms($0) }
    let maps = [try FoldMap(.units), try FoldMap(.on)]
    for list in terms {
      let plain = try ZhubiContender(text, list, maps[0])
      let full = try ZhubiContender(text, list, maps[1])
      print(
        """
        {"terms":"\(list.name)","count":\(list.lines.count),"build_s":\
        \(Throughput.rounded(full.buildSeconds, 4)),"image_bytes":\(full.dataBytes),\
        "bytes_per_term":\(Throughput.rounded(Double(full.dataBytes) / Double(list.lines.count)))}
        """)
      var sizes = [64, 1 << 10, 2 << 10, 10 << 10, 20 << 10, 1 << 20]
      if large { sizes.append(100 << 20) }
      for size in sizes { document(size, text, list, full.automaton) }
      extras(text, list, plain, full)
    }
  }

  /// The text cut into documents of one size.
  private static func document(
    _ size: Int, _ text: TextBytes, _ list: TermLines, _ automaton: Automaton
  ) {
    let bytes =
      size <= text.bytes.count
      ? text
      : TextBytes(
        name: text.name,
        (0..<(size / text.bytes.count + 1)).flatMap { _ in Array(text.bytes) })
    let limit = max(size, min(bytes.bytes.count, 8 << 20))
    var times: [Double] = []
    var documents = 0
    var counts: Set<Int> = []
    for _ in 0..<4 {
      documents = 0
      var found = 0
      let (_, seconds) = Clock.measure {
        var at = 0
        while at + size <= limit {
          let document = UnsafeBufferPointer(rebasing: bytes.bytes[at..<at + size])
          automaton.forEachMatch(in: document) { _ in found += 1 }
          documents += 1
          at += size
        }
      }
      times.append(seconds)
      counts.insert(found)
    }
    precondition(counts.count == 1, "matches differ between repetitions")
    let seconds = times.dropFirst().map { $0 }.median
    print(
      """
      {"terms":"\(list.name)","document_bytes":\(size),"ns_per_document":\
      \(Throughput.rounded(seconds / Double(documents) * 1e9)),"mbps":\
      \(Throughput.rounded(Double(documents * size) / 1e6 / seconds))}
      """)
  }

  private static func extras(
    _ text: TextBytes, _ list: TermLines, _ plain: ZhubiContender, _ full: ZhubiContender
  ) {
    var times: [[Double]] = [[], [], []]
    for _ in 0..<5 {
      times[0].append(plain.run().seconds)
      times[1].append(full.run().seconds)
      let (found, seconds) = Clock.measure { full.automaton.matches(in: text.bytes) }
      precondition(found.count > 0, "nothing found")
      times[2].append(seconds)
    }
    let base = times[0].median
    print(
      """
      {"terms":"\(list.name)","fold_mbps":\(Throughput.rounded(Double(text.bytes.count) / 1e6 / base)),\
      "skipping_costs_percent":\(Throughput.rounded((times[1].median / base - 1) * 100)),\
      "sorting_costs_percent":\(Throughput.rounded((times[2].median / times[1].median - 1) * 100))}
      """)
  }
}
