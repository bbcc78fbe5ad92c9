import Hummingbird
import HummingbirdCore
import NIOCore

/// Takes in the body of a request, bounded in bytes and in time.
struct BodyReader: Sendable {
  let limit: Int
  let seconds: Double

  func read(_ request: Request, _ admission: Admission) async throws(ServiceError) -> [UInt8] {
    if let announced = request.headers[.contentLength].flatMap({ Int($0) }), announced > limit {
      throw .bodyTooLarge(limit)
    }
    let body = request.body
    let outcome = await withTaskGroup(of: Result<[UInt8], ServiceError>?.self) { group in
      group.addTask { await collect(body, admission) }
      group.addTask {
        do { try await Task.sleep(for: .seconds(seconds)) } catch { return nil }
        return .failure(.bodyTimeout)
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
    switch outcome {
    case .success(let bytes): return bytes
    case .failure(let error): throw error
    case nil: throw .bodyTimeout
    }
  }

  private func collect(
    _ body: RequestBody, _ admission: Admission
  ) async -> Result<[UInt8], ServiceError> {
    var bytes: [UInt8] = []
    do {
      for try await buffer in body {
        guard bytes.count + buffer.readableBytes <= limit else {
          return .failure(.bodyTooLarge(limit))
        }
        try admission.hold(buffer.readableBytes)
        bytes.append(contentsOf: buffer.readableBytesView)
      }
      return .success(bytes)
    } catch let error as ServiceError {
      return .failure(error)
    } catch {
      return .failure(ServiceError(400, "bad-body", "请求没有传完", "the request was cut short"))
    }
  }
}
