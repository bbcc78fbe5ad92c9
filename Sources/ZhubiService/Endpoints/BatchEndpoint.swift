import Hummingbird
import HTTPTypes
import HummingbirdCore
import JSONText
import NIOCore
import Synchronization
import Zhubi
import ZhubiPolicy
import ZhubiReport

/// `POST /v1/scan/batch`: a document on each line in, an answer on each line out, in the same order,
/// while the rest still arrives.
struct BatchEndpoint: Sendable {
  let state: ServiceState
  /// Bytes of answers kept for a caller that sends everything before it reads.
  private static let pendingLimit = 64 << 20
  /// Lines scanned at a time.
  private static let width = 32

  func answer(_ request: Request, _ admission: Admission) -> Response {
    let body = request.body
    return Response(
      status: .ok,
      headers: [
        .contentType: "application/x-ndjson; charset=utf-8", .cacheControl: "no-store",
      ],
      body: ResponseBody { writer in
        let pending = Pending()
        let (answers, feed) = AsyncStream.makeStream(of: ByteBuffer.self)
        await withTaskGroup(of: Void.self) { group in
          group.addTask {
            await read(body, admission, pending, feed)
            feed.finish()
          }
          do {
            for await answer in answers {
              try await writer.write(answer)
              pending.bytes.wrappingSubtract(answer.readableBytes, ordering: .relaxed)
            }
          } catch {
            // The caller has gone.
            group.cancelAll()
          }
        }
        try await writer.finish(nil)
      })
  }

  /// Bytes of answers nobody has taken yet.
  private final class Pending: Sendable {
    let bytes = Atomic<Int>(0)
  }

  /// Reads and answers, but stops when the caller falls silent.
  private func read(
    _ body: RequestBody, _ admission: Admission, _ pending: Pending,
    _ feed: AsyncStream<ByteBuffer>.Continuation
  ) async {
    let watchdog = Watchdog(seconds: state.configuration.bodySeconds)
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await run(body, admission, pending, feed, watchdog) }
      group.addTask { await watchdog.watch() }
      await group.next()
      group.cancelAll()
    }
  }

  private func run(
    _ body: RequestBody, _ admission: Admission, _ pending: Pending,
    _ feed: AsyncStream<ByteBuffer>.Continuation, _ watchdog: Watchdog
  ) async {
    // One edition for the whole batch.
    let scanner = state.shelf.scanner
    var lines = LineSplitter(limit: state.configuration.bodyLimit)
    var number = 0
    func send(_ texts: [String]) async throws {
      let buffer = ByteBuffer(string: texts.map { $0 + "\n" }.joined())
      pending.bytes.wrappingAdd(buffer.readableBytes, ordering: .relaxed)
      feed.yield(buffer)
      let deadline = Clock.now + state.configuration.bodySeconds
      while pending.bytes.load(ordering: .relaxed) > Self.pendingLimit {
        guard Clock.now < deadline else { throw ServiceError.bodyTimeout }
        try await Task.sleep(for: .milliseconds(5))
      }
    }
    func answerAll() async throws {
      while true {
        let group = lines.take(Self.width)
        if group.isEmpty { return }
        try await send(answers(to: group, after: number, scanner, admission))
        number += group.count
        watchdog.feed()
      }
    }
    do {
      for try await chunk in body {
        watchdog.feed()
        try lines.add(chunk.readableBytesView)
        try await answerAll()
      }
      // A body that was given up ends like one that came whole.
      if watchdog.isExpired { throw ServiceError.bodyTimeout }
      lines.end()
      try await answerAll()
    } catch let error as ServiceError {
      feed.yield(ByteBuffer(string: Self.line(error, number + 1) + "\n"))
    } catch {
      let fault =
        watchdog.isExpired
        ? ServiceError.bodyTimeout
        : ServiceError(400, "bad-body", "请求没有传完", "the request was cut short")
      feed.yield(ByteBuffer(string: Self.line(fault, number + 1) + "\n"))
    }
  }

  private func answers(
    to lines: [[UInt8]], after number: Int, _ scanner: TextScanner, _ admission: Admission
  ) async -> [String] {
    await withTaskGroup(of: (Int, String).self) { group in
      for (place, line) in lines.enumerated() {
        group.addTask { (place, await answer(to: line, number + place + 1, scanner, admission)) }
      }
      var texts = [String](repeating: "", count: lines.count)
      for await (place, text) in group { texts[place] = text }
      return texts.filter { !$0.isEmpty }
    }
  }

  private func answer(
    to line: [UInt8], _ number: Int, _ scanner: TextScanner, _ admission: Admission
  ) async -> String {
    if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return "" }
    do throws(ServiceError) {
      let value: JSONValue
      do throws(JSONFault) { value = try JSONValue(line) } catch { throw .json(error) }
      var request = try ScanRequest(json: value, state.configuration.defaults)
      request.id = request.id ?? request.name ?? "line \(number)"
      return try await ScanEndpoint(state: state).text(request, scanner, admission)
    } catch {
      return Self.line(error, number)
    }
  }

  /// A line that is no document is never a clean one.
  private static func line(_ error: ServiceError, _ number: Int) -> String {
    "{\"document\":\"line \(number)\",\"verdict\":\"incomplete\",\"line\":\(number),"
      + error.json.dropFirst()
  }
}

/// Cuts bytes that arrive in pieces into lines.
struct LineSplitter {
  let limit: Int
  private var lines: [[UInt8]] = []
  private var taken = 0
  private var rest: [UInt8] = []

  init(limit: Int) { self.limit = limit }

  mutating func add(_ bytes: some Collection<UInt8>) throws(ServiceError) {
    let pieces = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, piece) in pieces.enumerated() {
      guard rest.count + piece.count <= limit else { throw .bodyTooLarge(limit) }
      rest += piece
      if number < pieces.count - 1 {
        lines.append(rest)
        rest = []
      }
    }
  }

  /// What stands behind the last line break is a line too.
  mutating func end() {
    if !rest.isEmpty { lines.append(rest) }
    rest = []
  }

  /// The next lines, at most so many.
  mutating func take(_ most: Int) -> [[UInt8]] {
    let group = Array(lines[taken..<min(taken + most, lines.count)])
    taken += group.count
    if taken == lines.count {
      lines = []
      taken = 0
    }
    return group
  }
}
