import BenchmarkParts
import ZhubiAutomaton

/// One text, one list, one line of JSON per engine.
enum Throughput {
  static func run(_ arguments: inout Arguments) throws {
    let text = try TextBytes(path: try arguments.required("text"))
    let terms = try TermLines(path: try arguments.required("terms"))
    let foldName = arguments.optional("fold") ?? "on"
    guard let fold = Fold(rawValue: foldName) else {
      throw BenchmarkFailure("--fold is one of \(Fold.allCases.map(\.rawValue))")
    }
    let peer = arguments.optional("peer")
    let kernelName = arguments.optional("kernel") ?? "best"
    let kernels =
      kernelName == "all" ? Kernel.available : Kernel.allCases.filter { "\($0)" == kernelName }
    guard !kernels.isEmpty else { throw BenchmarkFailure("no kernel \(kernelName)") }
    let rounds = Int(arguments.optional("rounds") ?? "5") ?? 5
    let sample = arguments.optional("sample")
    let format = arguments.optional("to") ?? "jsonl"
    guard format == "jsonl" else { throw BenchmarkFailure("--to knows jsonl") }
    try arguments.finish()

    let map = try FoldMap(fold)
    var frequencies: UnitFrequencies?
    if let sample {
      let text = try TextBytes(path: sample)
      frequencies = withExtendedLifetime(text) { UnitFrequencies(sample: text.bytes, map: map.map) }
    }
    let first = try ZhubiContender(text, terms, map, kernel: kernels[0], frequencies: frequencies)
    var contenders: [any Contender] = [first]
    for kernel in kernels.dropFirst() { contenders.append(ZhubiContender(first, kernel: kernel)) }
    if let peer {
      guard peer == "hyperscan" else { throw BenchmarkFailure("--peer knows hyperscan") }
      contenders.append(try HyperscanContender(text, terms))
    }
    let wanted = first.run().tally
    // With identity folding the peer must find the same; folded, only our kernels among themselves.
    let lines = try Rounds.race(contenders, bytes: text.bytes.count, rounds: rounds) {
      fold == .identity || $0 != "hyperscan" ? wanted : nil
    }
    for (line, contender) in zip(lines, contenders) {
      print(
        """
        {"engine":"\(line.name)","text":"\(text.name)","terms":"\(terms.name)",\
        "bytes":\(text.bytes.count),"mbps":\(rounded(line.megabytesPerSecond)),\
        "count":\(line.tally.count),"checksum":\(line.tally.checksum),\
        "fold":"\(line.name == "hyperscan" ? "identity" : fold.rawValue)",\
        "build_s":\(rounded(contender.buildSeconds, 4)),"data_bytes":\(contender.dataBytes)}
        """)
    }
  }

  static func rounded(_ value: Double, _ digits: Int = 1) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    return "\((value * scale).rounded() / scale)"
  }
}
