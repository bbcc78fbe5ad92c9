import NIOCore
import Synchronization

/// Cuts the incoming half of connections whose requests take too long to arrive.
///
/// One task looks at all of them a few times a second: a request that arrives in time costs two
/// locks, not a timer.
final class Deadlines: Sendable {
  /// A request that is awaited.
  final class Wait: Sendable {
    fileprivate let channel: any Channel
    fileprivate let end: Double
    private let passed = Atomic<Bool>(false)

    fileprivate init(_ channel: any Channel, end: Double) {
      self.channel = channel
      self.end = end
    }

    /// Whether it took too long.
    var isOver: Bool { passed.load(ordering: .relaxed) }

    fileprivate func cut() {
      passed.store(true, ordering: .relaxed)
      channel.close(mode: .input, promise: nil)
    }
  }

  private let waits = Mutex<[ObjectIdentifier: Wait]>([:])

  func start(_ channel: any Channel, seconds: Double) -> Wait {
    let wait = Wait(channel, end: Clock.now + seconds)
    waits.withLock { $0[ObjectIdentifier(wait)] = wait }
    return wait
  }

  func end(_ wait: Wait) { waits.withLock { $0[ObjectIdentifier(wait)] = nil } }

  /// Looks after all of them until the task is cancelled.
  func watch() async {
    while true {
      do { try await Task.sleep(for: .milliseconds(100)) } catch { return }
      let now = Clock.now
      let late = waits.withLock { waits in
        let late = waits.values.filter { $0.end <= now }
        for wait in late { waits[ObjectIdentifier(wait)] = nil }
        return late
      }
      for wait in late { wait.cut() }
    }
  }
}
