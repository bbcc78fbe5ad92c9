import Synchronization

/// Notices that nothing has come for too long.
final class Watchdog: Sendable {
  private let seconds: Double
  private let fed: Atomic<UInt64>
  private let expired = Atomic<Bool>(false)

  init(seconds: Double) {
    self.seconds = seconds
    fed = Atomic(Clock.now.bitPattern)
  }

  /// Whether it has barked.
  var isExpired: Bool { expired.load(ordering: .relaxed) }

  func feed() { fed.store(Clock.now.bitPattern, ordering: .relaxed) }

  /// Returns when nothing has come for too long, or when the task is cancelled.
  func watch() async {
    while true {
      let left = Double(bitPattern: fed.load(ordering: .relaxed)) + seconds - Clock.now
      if left <= 0 {
        expired.store(true, ordering: .relaxed)
        return
      }
      do { try await Task.sleep(for: .seconds(min(left, seconds))) } catch { return }
    }
  }
}
