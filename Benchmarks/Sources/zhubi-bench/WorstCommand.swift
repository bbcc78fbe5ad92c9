import BenchmarkParts
import Glibc

/// The worst that texts can do, beside peers on the same text, and whether cost stays linear.
enum WorstCommand {
  static func run(_ arguments: inout Arguments) throws {
    let lists = arguments.optional("lists")
    let megabytes = Int(arguments.optional("megabytes") ?? "12") ?? 12
    let rounds = Int(arguments.optional("rounds") ?? "3") ?? 3
    let python = arguments.optional("python")
    let script = arguments.optional("peers") ?? "peers/peer.py"
    let largest = Int(arguments.optional("hyperscan-limit") ?? "200000") ?? 200_000
    try arguments.finish()
    let corpus = SyntheticCorpus()
    let terms =
      try lists.map { try $0.split(separator: ",").map { try TermLines(path: String($0)) } }
      ?? [10_000, 100_000].map { corpus.terms($0) }
    let exact = try FoldMap(.identity)
    let folding = try FoldMap(.on)
    for one in WorstCase.all(bytes: megabytes << 20, lists: terms) {
      let ours = try ZhubiContender(
        one.text, one.terms, folding, name: "zhubi, folded and skipping")
      let identity = try ZhubiContender(one.text, one.terms, exact, name: "zhubi, identity")
      let wanted = identity.run().tally
      var expected = [identity.name: wanted]
      var racers: [any Contender] = [ours, identity]
      if one.terms.lines.count <= largest {
        racers.append(try HyperscanContender(one.text, one.terms))
        expected["hyperscan"] = wanted
      }
      if let python, !one.isDense {
        racers.append(try wheel(one, python: python, script: script))
        expected["daachorse"] = Tally(count: wanted.count)
      }
      let bytes = one.text.bytes.count
      let lines = try Rounds.race(racers, bytes: bytes, rounds: rounds) { expected[$0] }
      print("\n\(one.name): \(bytes) bytes, \(wanted.count) matches")
      fflush(nil)
      for line in lines {
        let ratio = lines[0].megabytesPerSecond / line.megabytesPerSecond
        print(
          """
          \(TableCommand.pad(line.name, 30)) \
          \(TableCommand.pad(Throughput.rounded(line.megabytesPerSecond), 8)) MB/s  zhubi is \
          \(Throughput.rounded(ratio, 2)) x
          """)
      }
      let half = TextBytes(name: "half", Array(one.text.bytes.prefix(bytes / 2)))
      let part = try ZhubiContender(half, one.terms, folding, name: "half")
      let short = try Rounds.race([part], bytes: bytes / 2, rounds: rounds) { _ in nil }
      print(
        "twice the text takes \(Throughput.rounded(lines[0].seconds / short[0].seconds, 2)) x the time"
      )
    }
  }

  private static func wheel(
    _ one: WorstCase, python: String, script: String
  ) throws -> PythonContender {
    var template = Array("/tmp/zhubi-bench-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw BenchmarkFailure("no temporary folder") }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    try Files.write(String(decoding: one.text.bytes, as: UTF8.self), to: "\(folder)/text")
    let lines = one.terms.lines.map { String(decoding: $0, as: UTF8.self) }
    try Files.write(lines.joined(separator: "\n") + "\n", to: "\(folder)/terms")
    let racer = try PythonContender(
      "daachorse", script: script, python: python, text: "\(folder)/text", terms: "\(folder)/terms")
    for name in ["text", "terms"] { unlink("\(folder)/\(name)") }
    rmdir(folder)
    return racer
  }
}
