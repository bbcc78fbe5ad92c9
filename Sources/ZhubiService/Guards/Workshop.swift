import Dispatch
import Synchronization

/// Does long work on threads of its own, so that short requests never wait behind it.
final class Workshop: Sendable {
  private struct State {
    var free: Int
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let queue = DispatchQueue(label: "zhubi.workshop", attributes: .concurrent)
  private let state: Mutex<State>

  /// - Parameter places: how much is worked on at a time; the rest waits in order.
  init(places: Int) { state = Mutex(State(free: places)) }

  /// Does the work and gives its result, or gives up after so many seconds; work given up keeps its
  /// place, and whatever it refers to, until it ends.
  func run<Result: Sendable>(
    seconds: Double, _ work: @escaping @Sendable () -> Result
  ) async throws(ServiceError) -> Result {
    let deadline = DispatchTime.now() + seconds
    await withCheckedContinuation { continuation in
      let isFree = state.withLock { state in
        if state.free > 0 {
          state.free -= 1
          return true
        }
        state.waiting.append(continuation)
        return false
      }
      if isFree { continuation.resume() }
    }
    if DispatchTime.now() >= deadline {
      release()
      throw .scanTimeout
    }
    let result: Result? = await withCheckedContinuation { continuation in
      let isOver = Once()
      queue.async { [self] in
        let result = work()
        release()
        if isOver.claim() { continuation.resume(returning: result) }
      }
      queue.asyncAfter(deadline: deadline) {
        if isOver.claim() { continuation.resume(returning: nil) }
      }
    }
    guard let result else { throw .scanTimeout }
    return result
  }

  private func release() {
    let next = state.withLock { state in
      if state.waiting.isEmpty {
        state.free += 1
        return CheckedContinuation<Void, Never>?.none
      }
      return state.waiting.removeFirst()
    }
    next?.resume()
  }

  private final class Once: Sendable {
    private let done = Atomic<Bool>(false)
    func claim() -> Bool { !done.exchange(true, ordering: .relaxed) }
  }
}
