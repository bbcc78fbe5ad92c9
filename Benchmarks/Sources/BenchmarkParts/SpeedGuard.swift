import Foundation
public import ZhubiAutomaton

/// Ratios of our throughput to the peer's in the same run, and whether they hold.
public struct SpeedGuard {
  /// How far a ratio may fall below its threshold: the noise of a busy machine.
  public static let tolerance = 0.15

  public struct Verdict: Equatable, Sendable {
    public var key: String
    public var ratio: Double
    public var threshold: Double
    public var holds: Bool { ratio >= threshold * (1 - SpeedGuard.tolerance) }
  }

  /// Measures on made-up text; `waste` slows our engine on purpose.
  public static func measure(
    megabytes: Int = 8, counts: [Int] = [1_000, 10_000, 100_000], rounds: Int = 7,
    kernel: Kernel = .best, waste: Double = 0
  ) throws -> [String: Double] {
    let corpus = SyntheticCorpus()
    let text = TextBytes(name: "synthetic", corpus.text(bytes: megabytes << 20))
    let identity = try FoldMap(.identity)
    let folding = try FoldMap(.on)
    var ratios: [String: Double] = [:]
    for count in counts {
      let terms = corpus.terms(count)
      let exact = try ZhubiContender(text, terms, identity, name: "exact")
      let peer = try HyperscanContender(text, terms)
      let folded = try ZhubiContender(
        text, terms, folding, kernel: kernel, name: "zhubi", waste: waste)
      let swift = ZhubiContender(folded, kernel: .swift, name: "swift", waste: waste)
      let wanted = exact.run().tally
      let wantedFolded = swift.run().tally
      let lines = try Rounds.race([peer, folded, swift], bytes: text.bytes.count, rounds: rounds) {
        $0 == "hyperscan" ? wanted : wantedFolded
      }
      ratios["zhubi-\(count)"] = lines[1].megabytesPerSecond / lines[0].megabytesPerSecond
      ratios["swift-\(count)"] = lines[2].megabytesPerSecond / lines[0].megabytesPerSecond
    }
    return ratios
  }

  public static func judge(_ ratios: [String: Double], against thresholds: [String: Double])
    -> [Verdict]
  {
    // A threshold nobody measured does not hold.
    thresholds.keys.sorted().map {
      Verdict(key: $0, ratio: ratios[$0] ?? 0, threshold: thresholds[$0]!)
    }
  }

  /// Thresholds are committed per kernel, because the machines of a build farm differ.
  public static func file(_ folder: String, _ kernel: Kernel = .best) -> String {
    "\(folder)/\(kernel == .best ? Kernel.available[0] : kernel).json"
  }

  public static func load(_ path: String) throws -> [String: Double] {
    let object = try JSONSerialization.jsonObject(with: Data(try Files.read(path)))
    guard let table = object as? [String: Double] else {
      throw BenchmarkFailure("\(path): not a table of numbers")
    }
    return table
  }
}
