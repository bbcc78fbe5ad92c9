#if Service
  import Dispatch
  import Foundation

  #if canImport(Glibc)
    import Glibc
  #endif

  /// A caller that writes HTTP/1.1 by hand, so that tests can be slow, rude and precise.
  struct TestCaller: Sendable {
    struct Reply: Sendable {
      var status: Int
      var headers: [String: String]
      var body: String

      func json() throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any] ?? [:]
      }

      var errorCode: String? {
        ((try? json())?["error"] as? [String: Any])?["code"] as? String
      }
    }

    let port: Int

    /// Sends one request on a connection of its own and takes the answer.
    func call(
      _ method: String, _ path: String, _ headers: [String: String] = [:], body: [UInt8]? = nil
    ) async throws -> Reply {
      var head = "\(method) \(path) HTTP/1.1\r\n"
      let named = Set(headers.keys.map { $0.lowercased() })
      if !named.contains("host") { head += "Host: 127.0.0.1:\(port)\r\n" }
      if let body, !named.contains("content-length"), !named.contains("transfer-encoding") {
        head += "Content-Length: \(body.count)\r\n"
      }
      for (name, value) in headers { head += "\(name): \(value)\r\n" }
      head += "Connection: close\r\n\r\n"
      return try await exchange([Array(head.utf8) + (body ?? [])])
    }

    func post(_ path: String, json: String, _ headers: [String: String] = [:]) async throws -> Reply
    {
      try await call(
        "POST", path, headers.merging(["Content-Type": "application/json"]) { a, _ in a },
        body: Array(json.utf8))
    }

    /// Sends pieces with pauses between them, then reads to the end of the connection.
    func exchange(_ pieces: [[UInt8]], pause: Double = 0) async throws -> Reply {
      try await Self.blocking {
        let line = try Line(port: port)
        for (number, piece) in pieces.enumerated() {
          if number > 0 { usleep(UInt32(pause * 1e6)) }
          // The other side may have hung up.
          guard line.send(piece) else { break }
        }
        return try Self.parse(line.readAll())
      }
    }

    static func blocking<T: Sendable>(
      _ body: @escaping @Sendable () throws -> T
    ) async throws -> T {
      try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
      }
    }

    static func parse(_ bytes: [UInt8]) throws -> Reply {
      let text = String(decoding: bytes, as: UTF8.self)
      let halves = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
      let lines = halves[0].split(separator: "\r\n")
      guard let first = lines.first, halves.count == 2,
        let status = Int(first.split(separator: " ")[1])
      else { throw Broken(text: text) }
      var headers: [String: String] = [:]
      for line in lines.dropFirst() {
        let pair = line.split(separator: ":", maxSplits: 1)
        headers[pair[0].lowercased()] =
          pair.count == 2
          ? String(pair[1].drop { $0 == " " }) : ""
      }
      var body = String(halves[1])
      if headers["transfer-encoding"] == "chunked" { body = unchunked(body) }
      return Reply(status: status, headers: headers, body: body)
    }

    private static func unchunked(_ text: String) -> String {
      var rest = Array(text.utf8)[...]
      var body: [UInt8] = []
      while let end = rest.firstIndex(of: 0x0D),
        let count = Int(String(decoding: rest[..<end], as: UTF8.self), radix: 16), count > 0
      {
        let start = end + 2
        guard start + count + 2 <= rest.endIndex else { break }
        body += rest[start..<start + count]
        rest = rest[(start + count + 2)...]
      }
      return String(decoding: body, as: UTF8.self)
    }

    struct Broken: Error { var text: String }

    /// A connection.
    final class Line: @unchecked Sendable {
      private let descriptor: Int32

      init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let code = withUnsafePointer(to: &address) {
          $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
          }
        }
        guard code == 0 else { throw Broken(text: "connect: \(errno)") }
        var wait = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(
          descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
      }

      deinit { close(descriptor) }

      @discardableResult func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
          let count = bytes.withUnsafeBytes {
            Glibc.send(
              descriptor, $0.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
          }
          if count <= 0 { return false }
          sent += count
        }
        return true
      }

      func read() -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        return count > 0 ? Array(buffer[..<count]) : []
      }

      func readAll() -> [UInt8] {
        var all: [UInt8] = []
        while true {
          let more = read()
          if more.isEmpty { return all }
          all += more
        }
      }

      /// Reads until the text has come, or nothing more comes.
      func read(until text: String) -> String {
        var all: [UInt8] = []
        while !String(decoding: all, as: UTF8.self).contains(text) {
          let more = read()
          if more.isEmpty { break }
          all += more
        }
        return String(decoding: all, as: UTF8.self)
      }
    }
  }
#endif
