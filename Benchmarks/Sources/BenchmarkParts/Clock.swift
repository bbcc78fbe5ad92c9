import Glibc

/// Processor time of this thread: other work on the machine is not counted.
public enum Clock {
  public static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  public static func measure<R>(_ body: () throws -> R) rethrows -> (R, Double) {
    let start = now()
    let result = try body()
    return (result, now() - start)
  }
}

extension Array where Element == Double {
  /// The value in the middle; 0 when there is none.
  public var median: Double {
    guard !isEmpty else { return 0 }
    let ordered = sorted()
    return count % 2 == 1
      ? ordered[count / 2] : (ordered[count / 2 - 1] + ordered[count / 2]) / 2
  }
}

/// Engines taking turns, so that a change of the machine's pace meets all of them.
public struct Rounds {
  public struct Line {
    public var name: String
    public var tally: Tally
    public var seconds: Double
    public var megabytesPerSecond: Double
  }

  /// Every engine scans once before the clock starts and must agree with `expected` (when given).
  public static func race(
    _ contenders: [any Contender], bytes: Int, rounds: Int, expected: (String) -> Tally?
  ) throws -> [Line] {
    var tallies: [Tally] = []
    for contender in contenders {
      let tally = try contender.run().tally
      if let wanted = expected(contender.name) {
        let known = wanted.checksum == 0 ? tally.count == wanted.count : tally == wanted
        guard known else {
          throw BenchmarkFailure(
            "\(contender.name) found \(tally), expected \(wanted): nothing was measured")
        }
      }
      tallies.append(tally)
    }
    var times = [[Double]](repeating: [], count: contenders.count)
    for _ in 0..<rounds {
      for (k, contender) in contenders.enumerated() {
        let (tally, seconds) = try contender.run()
        guard tally == tallies[k] else {
          throw BenchmarkFailure("\(contender.name) found \(tally) after \(tallies[k])")
        }
        times[k].append(seconds)
      }
    }
    return contenders.indices.map { k in
      let seconds = times[k].median
      return Line(
        name: contenders[k].name, tally: tallies[k], seconds: seconds,
        megabytesPerSecond: Double(bytes) / 1e6 / seconds)
    }
  }
}
