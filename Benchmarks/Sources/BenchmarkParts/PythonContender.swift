import Foundation

/// An engine from PyPI in a process of its own, driven by `peers/peer.py`. It finds code points, not
/// bytes: only its count is compared.
public final class PythonContender: Contender {
  public let name: String
  public private(set) var buildSeconds = 0.0
  public let dataBytes = 0
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var rest = Data()

  public init(_ engine: String, script: String, python: String, text: String, terms: String) throws
  {
    name = engine
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [python, script, engine, text, terms]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    buildSeconds = try answer()["build"] as? Double ?? 0
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  public func run() throws -> (tally: Tally, seconds: Double) {
    try input.fileHandleForWriting.write(contentsOf: Data("run\n".utf8))
    let answer = try answer()
    guard let count = answer["count"] as? Int, let seconds = answer["seconds"] as? Double else {
      throw BenchmarkFailure("\(name): \(answer)")
    }
    return (Tally(count: UInt64(count)), seconds)
  }

  private func answer() throws -> [String: Any] {
    while true {
      if let end = rest.firstIndex(of: 10) {
        let line = rest[..<end]
        rest = Data(rest[rest.index(after: end)...])
        return try JSONSerialization.jsonObject(with: line) as? [String: Any] ?? [:]
      }
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { throw BenchmarkFailure("\(name) ended without an answer") }
      rest += more
    }
  }
}
