import BenchmarkParts
import ZhubiAutomaton

/// The short form for every change: fails when a ratio falls too far below its threshold.
enum GuardCommand {
  static func run(_ arguments: inout Arguments) throws {
    let thresholds = arguments.optional("thresholds") ?? "Thresholds"
    let records = arguments.optional("records")
    let waste = Double(arguments.optional("slow") ?? "0") ?? 0
    let write = arguments.optional("write") != nil
    let name = arguments.optional("kernel") ?? "best"
    guard let kernel = Kernel.allCases.first(where: { "\($0)" == name }) else {
      throw BenchmarkFailure("no kernel \(name)")
    }
    try arguments.finish()
    var ratios = try SpeedGuard.measure(kernel: kernel, waste: waste)
    let path = SpeedGuard.file(thresholds, kernel)
    if write {
      let numbers = ratios.keys.sorted().map {
        "  \"\($0)\": \(Throughput.rounded(ratios[$0]!, 2))"
      }
      try Files.write("{\n\(numbers.joined(separator: ",\n"))\n}\n", to: path)
    }
    let wanted = try SpeedGuard.load(path)
    var verdicts = SpeedGuard.judge(ratios, against: wanted)
    if verdicts.contains(where: { !$0.holds }) {
      // A neighbour on the machine may have spoilt one run: the better of two counts.
      print("below the threshold, measuring again")
      ratios.merge(try SpeedGuard.measure(kernel: kernel, waste: waste)) { max($0, $1) }
      verdicts = SpeedGuard.judge(ratios, against: wanted)
    }
    for verdict in verdicts {
      print(
        """
        \(verdict.holds ? "ok  " : "SLOW") \(verdict.key): \(Throughput.rounded(verdict.ratio, 2)) x \
        hyperscan, threshold \(verdict.threshold) less 15 %
        """)
    }
    if let records { try Record.append(ratios, to: records, kind: "guard") }
    guard verdicts.allSatisfy(\.holds) else {
      throw BenchmarkFailure("slower than the committed thresholds of \(path)")
    }
  }
}
