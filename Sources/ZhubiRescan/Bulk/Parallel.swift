#if Rescan
  import Dispatch
  import Synchronization

  /// Does `count` things on `jobs` threads; results come in order, whoever was first.
  func inParallel<Result: Sendable>(
    _ count: Int, jobs: Int, _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    guard jobs > 1, count > 1 else { return (0..<count).map(body) }
    let slots = Slots<Result>(count)
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: min(jobs, count)) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if index >= count { return }
        slots.buffer[index] = body(index)
      }
    }
    return slots.buffer.map { $0! }
  }

  /// Results, each written by one thread.
  private final class Slots<Result: Sendable>: @unchecked Sendable {
    let buffer: UnsafeMutableBufferPointer<Result?>

    init(_ count: Int) {
      buffer = .allocate(capacity: count)
      buffer.initialize(repeating: nil)
    }

    deinit {
      buffer.deinitialize()
      buffer.deallocate()
    }
  }
#endif
