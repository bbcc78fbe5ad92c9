import Hummingbird
import HummingbirdCore
import NIOCore

/// Takes in the body of a request, bounded in bytes and in time.
struct BodyReader: Sendable {
  let limit: Int
  let seconds: Double
  let deadlines: Deadlines

  func read(_ call: Call) async throws(ServiceError) -> [UInt8] {
    let announced = call.request.headers[.contentLength].flatMap { Int($0) } ?? 0
    if announced > limit { throw .bodyTooLarge(limit) }
    let wait = deadlines.start(call.channel, seconds: seconds)
    defer { deadlines.end(wait) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(announced, 1 << 20))
    do {
      for try await buffer in call.request.body {
        guard bytes.count + buffer.readableBytes <= limit else {
          throw ServiceError.bodyTooLarge(limit)
        }
        try call.admission.hold(buffer.readableBytes)
        bytes.append(contentsOf: buffer.readableBytesView)
      }
    } catch let error as ServiceError {
      throw error
    } catch {
      throw wait.isOver
        ? .bodyTimeout : ServiceError(400, "bad-body", "请求没有传完", "the request was cut short")
    }
    // A body whose line was cut may end like one that came whole.
    if wait.isOver { throw .bodyTimeout }
    return bytes
  }
}

/// A request that was let in.
struct Call: Sendable {
  let request: Request
  let admission: Admission
  let channel: any Channel
}
