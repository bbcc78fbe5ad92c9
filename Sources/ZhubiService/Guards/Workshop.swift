import Dispatch
import Synchronization

/// Does long work on threads of its own, so that short requests never wait behind it.
final class Workshop: Sendable {
  private struct State {
    var free: Int
    /// Who waits for a place, longest first, each told whether it has one.
    var waiting: [(number: Int, continuation: CheckedContinuation<Bool, Never>)] = []
    var count = 0
  }

  private let queue = DispatchQueue(label: "zhubi.workshop", attributes: .concurrent)
  private let state: Mutex<State>

  /// - Parameter places: how much is worked on at a time; the rest waits in order.
  init(places: Int) { state = Mutex(State(free: places)) }

  /// Says to work that nobody waits for it any more.
  final class Notice: Sendable {
    private let flag = Atomic<Bool>(false)
    var isGivenUp: Bool { flag.load(ordering: .relaxed) }
    fileprivate func giveUp() { flag.store(true, ordering: .relaxed) }
  }

  /// Does work that is not told when nobody waits for it any more.
  func run<Result: Sendable>(
    seconds: Double, _ work: @escaping @Sendable () -> Result
  ) async throws(ServiceError) -> Result {
    try await run(seconds: seconds) { _ in work() }
  }

  /// Does the work and gives its result, or gives up after so many seconds; work given up is told so,
  /// and keeps its place, and whatever it refers to, until it ends.
  func run<Result: Sendable>(
    seconds: Double, _ work: @escaping @Sendable (Notice) -> Result
  ) async throws(ServiceError) -> Result {
    let notice = Notice()
    let deadline = DispatchTime.now() + seconds
    guard await place(before: deadline) else { throw .scanTimeout }
    let result: Result? = await withCheckedContinuation { continuation in
      let isOver = Once()
      queue.async { [self] in
        let result = work(notice)
        release()
        if isOver.claim() { continuation.resume(returning: result) }
      }
      queue.asyncAfter(deadline: deadline) {
        if isOver.claim() {
          notice.giveUp()
          continuation.resume(returning: nil)
        }
      }
    }
    guard let result else { throw .scanTimeout }
    return result
  }

  /// Takes a place; false when none became free in time.
  private func place(before deadline: DispatchTime) async -> Bool {
    await withCheckedContinuation { continuation in
      let number: Int? = state.withLock { state in
        if state.free > 0 {
          state.free -= 1
          return nil
        }
        state.count += 1
        state.waiting.append((state.count, continuation))
        return state.count
      }
      guard let number else { return continuation.resume(returning: true) }
      queue.asyncAfter(deadline: deadline) { [self] in
        let waiting = state.withLock { state in
          state.waiting.firstIndex { $0.number == number }.map { state.waiting.remove(at: $0) }
        }
        waiting?.continuation.resume(returning: false)
      }
    }
  }

  private func release() {
    let next = state.withLock { state in
      if state.waiting.isEmpty {
        state.free += 1
        return CheckedContinuation<Bool, Never>?.none
      }
      return state.waiting.removeFirst().continuation
    }
    next?.resume(returning: true)
  }

  private final class Once: Sendable {
    private let done = Atomic<Bool>(false)
    func claim() -> Bool { !done.exchange(true, ordering: .relaxed) }
  }
}
