import BenchmarkParts
import Dispatch
import Glibc
import ZhubiAutomaton

extension HouseCommand {
  /// The same text scanned by one thread twice, and by two threads once each: wall time.
  static func threads(_ text: TextBytes, _ terms: TermLines) {
    guard let racer = try? ZhubiContender(text, terms, FoldMap(.on)) else { return }
    let automaton = racer.automaton
    let wanted = racer.run().tally.count
    @Sendable func scan() -> UInt64 {
      var found: UInt64 = 0
      automaton.forEachMatch(in: text.bytes) { _ in found += 1 }
      return found
    }
    var one: [Double] = []
    var two: [Double] = []
    for _ in 0..<7 {
      let start = wall()
      precondition(scan() == wanted && scan() == wanted, "matches differ")
      let middle = wall()
      DispatchQueue.concurrentPerform(iterations: 2) { _ in
        precondition(scan() == wanted, "matches differ between threads")
      }
      one.append(middle - start)
      two.append(wall() - middle)
    }
    print(
      "{\"threads\":2,\"of_twice_one_thread_percent\":"
        + "\(Throughput.rounded(one.median / two.median / 2 * 100))}")
  }

  static func wall() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
