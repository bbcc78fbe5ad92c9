import BenchmarkParts
import Glibc
import ZhubiAutomaton

/// The table of ratios: our kernels and every peer on the same text in the same run.
enum TableCommand {
  static func run(_ arguments: inout Arguments) throws {
    let textPath = arguments.optional("text")
    let folded = arguments.optional("text-folded")
    let lists = arguments.optional("lists")
    let python = arguments.optional("python") ?? "python3"
    let script = arguments.optional("peers") ?? "peers/peer.py"
    let rounds = Int(arguments.optional("rounds") ?? "7") ?? 7
    let largest = Int(arguments.optional("hyperscan-limit") ?? "200000") ?? 200_000
    let records = arguments.optional("records")
    let engines = (arguments.optional("engines") ?? "daachorse,ahocorasick_rs,pyahocorasick")
      .split(separator: ",").map(String.init)
    try arguments.finish()

    var ratios: [String: Double] = [:]
    var files: [(text: String, terms: String)] = []
    if let textPath, let lists {
      files = lists.split(separator: ",").map { (textPath, String($0)) }
    } else {
      files = try synthetic()
    }
    let maps = [try FoldMap(.identity), try FoldMap(.units), try FoldMap(.on)]
    for (textFile, termFile) in files {
      let text = try TextBytes(path: textFile)
      let terms = try TermLines(path: termFile)
      let exact = try ZhubiContender(text, terms, maps[0], name: "zhubi, identity")
      let units = try ZhubiContender(text, terms, maps[1], name: "zhubi, folded")
      let on = try ZhubiContender(text, terms, maps[2], name: "zhubi, folded and skipping")
      var racers: [any Contender] = [on, units, exact]
      for kernel in Kernel.available.dropFirst() {
        racers.append(ZhubiContender(on, kernel: kernel, name: "zhubi-\(kernel)"))
      }
      var other: TextBytes?
      if let folded {
        other = try TextBytes(path: folded)
        racers.append(
          try ZhubiContender(other!, terms, maps[2], name: "zhubi, traditional full-width text"))
      }
      var expected: [String: Tally] = [:]
      let wanted = exact.run().tally
      let skipping = on.run().tally
      for racer in racers where racer.name.hasPrefix("zhubi-") { expected[racer.name] = skipping }
      if terms.lines.count <= largest {
        racers.append(try HyperscanContender(text, terms))
        expected["hyperscan"] = wanted
      }
      for engine in engines {
        guard engine != "pyahocorasick" || terms.lines.count <= 20_000 else { continue }
        do {
          racers.append(
            try PythonContender(
              engine, script: script, python: python, text: textFile, terms: termFile))
          expected[engine] = Tally(count: wanted.count)
        } catch { print("(without \(engine): \(error))") }
      }
      let lines = try Rounds.race(racers, bytes: text.bytes.count, rounds: rounds) { expected[$0] }
      print("\n\(terms.name): \(terms.lines.count) terms, \(text.name), \(text.bytes.count) bytes")
      for (line, racer) in zip(lines, racers) {
        var speed = line.megabytesPerSecond
        if line.name.contains("traditional"), let other {
          speed *= Double(other.bytes.count) / Double(text.bytes.count)
        }
        let ratio = lines[0].megabytesPerSecond / speed
        ratios["\(terms.name)/\(line.name)"] = ratio
        print(
          """
          \(pad(line.name, 36)) \(pad(Throughput.rounded(speed), 8)) MB/s  zhubi is \
          \(pad(Throughput.rounded(ratio, 2), 7)) x  count \(line.tally.count)  build \
          \(Throughput.rounded(racer.buildSeconds, 3)) s  data \(racer.dataBytes) B
          """)
      }
      try pipeline(text, terms)
    }
    if let records { try Record.append(ratios, to: records, kind: "table") }
  }

  /// ICU first, then Hyperscan: what matching without regard to spelling costs elsewhere (part of the text).
  private static func pipeline(_ text: TextBytes, _ terms: TermLines) throws {
    guard terms.lines.count <= 20_000 else { return }
    for (first, limit) in [
      (HyperscanContender.First.caseFolding, 16 << 20), (.caseFoldingAndSimplification, 1 << 20),
    ] {
      var end = min(limit, text.bytes.count)
      // ICU takes no half characters.
      while end > 0, end < text.bytes.count, text.bytes[end] & 0xC0 == 0x80 { end -= 1 }
      let part = TextBytes(name: text.name, Array(text.bytes.prefix(end)))
      let racer = try HyperscanContender(part, terms, first: first)
      let lines = try Rounds.race([racer], bytes: part.bytes.count, rounds: 3) { _ in nil }
      print(
        "\(pad(racer.name, 36)) \(pad(Throughput.rounded(lines[0].megabytesPerSecond), 8)) MB/s")
    }
  }

  private static func synthetic() throws -> [(String, String)] {
    let corpus = SyntheticCorpus()
    var template = Array("/tmp/zhubi-bench-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw BenchmarkFailure("no temporary folder") }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let text = "\(folder)/synthetic.txt"
    try Files.write(String(decoding: corpus.text(bytes: 32 << 20), as: UTF8.self), to: text)
    return try [1_000, 10_000, 100_000].map { count in
      let path = "\(folder)/\(count).txt"
      let lines = corpus.terms(count).lines.map { String(decoding: $0, as: UTF8.self) }
      try Files.write(lines.joined(separator: "\n") + "\n", to: path)
      return (text, path)
    }
  }

  static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
