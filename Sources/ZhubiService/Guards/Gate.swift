import Synchronization

/// Lets in so many requests and so many bytes at a time, and turns the rest away at once: a caller
/// that is told to come back is better off than one that waits for memory to run out.
final class Gate: Sendable {
  struct Limits: Sendable {
    /// Requests that may be at work or waiting for a processor.
    var requests = 256
    /// Bytes of bodies held at a time.
    var bytes = 512 << 20
  }

  struct Load: Sendable {
    var requests = 0
    var bytes = 0
  }

  let limits: Limits
  private let load = Mutex(Load())

  init(_ limits: Limits) { self.limits = limits }

  /// What is inside now.
  var current: Load { load.withLock { $0 } }

  func enter() throws(ServiceError) {
    let isIn = load.withLock { load in
      guard load.requests < limits.requests else { return false }
      load.requests += 1
      return true
    }
    if !isIn { throw .busy }
  }

  /// Takes room for bytes that are about to be held; `note` is called inside the lock.
  func hold(_ bytes: Int, _ note: () -> Void) throws(ServiceError) {
    let fits = load.withLock { load in
      guard load.bytes + bytes <= limits.bytes else { return false }
      load.bytes += bytes
      note()
      return true
    }
    if !fits { throw .busy }
  }

  func leave(holding bytes: Int) {
    load.withLock { load in
      load.requests -= 1
      load.bytes -= bytes
    }
  }
}

/// One request's place inside the gate; given back when nothing refers to it any more, so that work
/// whose caller has left still counts until it ends.
final class Admission: @unchecked Sendable {
  private let gate: Gate
  /// Only changed inside the lock of the gate.
  private var held = 0

  init(_ gate: Gate) throws(ServiceError) {
    try gate.enter()
    self.gate = gate
  }

  deinit { gate.leave(holding: held) }

  func hold(_ bytes: Int) throws(ServiceError) {
    try gate.hold(bytes) { held += bytes }
  }
}
