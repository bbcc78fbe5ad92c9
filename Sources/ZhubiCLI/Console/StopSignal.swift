import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// SIGINT and SIGTERM: the first asks the run to stop where it stands, and gives it a moment; the
/// second, or the end of that moment, ends it.
final class StopSignal: Sendable {
  private let count = Atomic<Int>(0)
  private let isOver = Atomic<Bool>(false)
  /// Seconds a run has to end by itself: reading from a terminal or a pipe never would.
  private static let grace = 2.0

  var isRaised: Bool { count.load(ordering: .relaxed) > 0 }

  /// - Parameter end: ends the run at once; called on another thread.
  func watch(end: @escaping @Sendable () -> Void) -> Watch {
    let sources = [SIGINT, SIGTERM].map { number in
      // Without a handler of the source's own (Linux installs one) the signal would end the run.
      // Ignoring it there would lose one that comes before that handler stands.
      #if canImport(Darwin)
        signal(number, SIG_IGN)
      #endif
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [self] in
        let isFirst = count.wrappingAdd(1, ordering: .relaxed).oldValue == 0
        DispatchQueue.global().asyncAfter(deadline: .now() + (isFirst ? Self.grace : 0)) { [self] in
          if !isOver.load(ordering: .relaxed) { end() }
        }
      }
      source.resume()
      return source
    }
    return Watch(sources: sources, over: { [self] in isOver.store(true, ordering: .relaxed) })
  }

  /// Watches until it is told to stop.
  struct Watch {
    fileprivate var sources: [any DispatchSourceSignal]
    fileprivate var over: () -> Void

    /// Gives the signals back their usual meaning.
    func stop() {
      over()
      for source in sources { source.cancel() }
      for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
  }
}
