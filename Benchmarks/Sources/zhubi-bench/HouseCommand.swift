import BenchmarkParts
import Glibc
import Zhubi
import ZhubiAutomaton
import ZhubiDetection

/// What the rooms cost: decoding, folding, the lexicon, each detector, a whole scan; documents of
/// several sizes; compiling and opening the lexicon; two threads. `--only ROOM` measures one room
/// beside the engine.
enum HouseCommand {
  static func run(_ arguments: inout Arguments) throws {
    let textPath = arguments.optional("text")
    let rounds = Int(arguments.optional("rounds") ?? "5") ?? 5
    let only = arguments.optional("only")
    let limit = (Int(arguments.optional("megabytes") ?? "8") ?? 8) << 20
    try arguments.finish()
    let corpus = SyntheticCorpus()
    let whole =
      try textPath.map { try TextBytes(path: $0) }
      ?? TextBytes(name: "synthetic", corpus.text(bytes: limit))
    let text = TextBytes(name: whole.name, Array(whole.bytes.prefix(lineEnd(whole, limit))))
    let lexicon = try lexicon()
    try rooms(text, lexicon, corpus.terms(10_000), rounds, only: only)
    if only != nil { return }
    try sizes(text, lexicon, rounds)
    try digits(text, lexicon, rounds)
    threads(text, corpus.terms(10_000))
  }

  /// Compiles and opens the built-in lexicon, and says what that takes.
  private static func lexicon() throws -> Lexicon {
    let (image, compiling) = try Clock.measure { try LexiconStore.compile(adding: []) }
    var times: [Double] = []
    var lexicon = try Lexicon(image: image)
    for _ in 0..<9 {
      let (opened, seconds) = try Clock.measure { try Lexicon(image: image) }
      times.append(seconds)
      lexicon = opened
    }
    let entries = lexicon.entryCount
    print(
      """
      {"lexicon":"built-in","entries":\(entries),"compile_s":\(Throughput.rounded(compiling, 2)),\
      "open_ms":\(Throughput.rounded(times.median * 1e3, 2)),"image_bytes":\(image.count),\
      "bytes_per_entry":\(Throughput.rounded(Double(image.count) / Double(max(1, entries)))) }
      """)
    return lexicon
  }

  /// Each room alone, beside the engine with 10,000 terms on the same text in the same run.
  private static func rooms(
    _ text: TextBytes, _ lexicon: Lexicon, _ terms: TermLines, _ rounds: Int, only: String?
  ) throws {
    let pile = DocumentPile(text, size: 20 << 10)
    let engine = try ZhubiContender(text, terms, FoldMap(.on), name: "engine, 10,000 terms")
    var racers: [any Contender] = [
      engine,
      try HyperscanContender(text, terms),
      DetectorContender("lexicon, matched and judged", pile, lexicon, [], isMatching: true),
      FoldedTextContender(pile, lexicon),
    ]
    for detector in BuiltInDetectors.all {
      racers.append(DetectorContender("\(type(of: detector))", pile, lexicon, [detector]))
    }
    racers.append(ScanContender("whole scan", pile, lexicon))
    let legacy = DecodingContender(pile, label: "gb18030")
    if let legacy { racers.append(legacy) }
    if let utf8 = DecodingContender(pile, label: "utf-8") { racers.append(utf8) }
    // The engine is the measure of all others.
    if let only { racers = [engine] + racers.dropFirst().filter { $0.name == only } }
    let lines = try Rounds.race(racers, bytes: text.bytes.count, rounds: rounds) { _ in nil }
    for line in lines {
      print(
        """
        {"room":"\(line.name)","text":"\(text.name)","mbps":\
        \(Throughput.rounded(line.megabytesPerSecond)),"ns_per_byte":\
        \(Throughput.rounded(line.seconds / Double(text.bytes.count) * 1e9, 2)),\
        "percent_of_engine_time":\(Throughput.rounded(line.seconds / lines[0].seconds * 100)),\
        "count":\(line.tally.count)}
        """)
    }
  }

  /// Whole scans of documents of one size each.
  private static func sizes(_ text: TextBytes, _ lexicon: Lexicon, _ rounds: Int) throws {
    for size in [2 << 10, 20 << 10, 1 << 20] {
      let pile = DocumentPile(text, size: size)
      let lines = try Rounds.race(
        [ScanContender("scan", pile, lexicon)], bytes: text.bytes.count, rounds: rounds
      ) { _ in nil }
      print(
        """
        {"whole_scan":\(size),"documents_per_second":\
        \(Throughput.rounded(Double(pile.documents.count) / lines[0].seconds, 0)),\
        "mbps":\(Throughput.rounded(lines[0].megabytesPerSecond))}
        """)
    }
  }

  /// A table of numbers in which every second line is one digit run: the detectors' worst page.
  private static func digits(_ text: TextBytes, _ lexicon: Lexicon, _ rounds: Int) throws {
    var bytes: [UInt8] = []
    var state: UInt64 = 7
    while bytes.count < 1 << 20 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes += Array("\(state >> 33) \(state >> 8)\n".utf8)
    }
    let numbers = TextBytes(name: "digit runs", bytes)
    let pile = DocumentPile(numbers, size: 20 << 10)
    let lines = try Rounds.race(
      [ScanContender("scan", pile, lexicon)], bytes: numbers.bytes.count, rounds: rounds
    ) { _ in nil }
    print(
      "{\"digit_runs\":true,\"mbps\":\(Throughput.rounded(lines[0].megabytesPerSecond)),"
        + "\"count\":\(lines[0].tally.count)}")
  }

  private static func lineEnd(_ text: TextBytes, _ limit: Int) -> Int {
    var end = min(limit, text.bytes.count)
    while end < text.bytes.count, text.bytes[end - 1] != 0x0A { end += 1 }
    return end
  }
}
