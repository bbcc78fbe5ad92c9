import BenchmarkParts
import Foundation
import Glibc

/// The time from typing to answer: `zhubi scan` of a 10 KB page beside `/bin/true`, wall time.
enum StartCommand {
  static func run(_ arguments: inout Arguments) throws {
    let program = arguments.optional("zhubi") ?? "../.build/release/zhubi"
    let page = arguments.optional("page")
    let rounds = Int(arguments.optional("rounds") ?? "31") ?? 31
    try arguments.finish()
    let path: String
    if let page {
      path = page
    } else {
      path = NSTemporaryDirectory() + "zhubi-bench-page.txt"
      let bytes = SyntheticCorpus().text(bytes: 10_000)
      try Files.write(String(decoding: bytes, as: UTF8.self) + "\n机密★1年\n", to: path)
    }
    // The first run fills the cache and must find the marking of the page.
    let first = try output(program, ["scan", path, "--to", "json"])
    guard page != nil || first.contains("term.secrecy-marking") else {
      throw BenchmarkFailure("\(program) did not find the marking: nothing was measured")
    }
    var times: [String: [Double]] = [:]
    for _ in 0..<rounds {
      for (name, words) in [
        ("true", ["/bin/true"]), ("version", [program, "version"]),
        ("scan", [program, "scan", path]),
      ] {
        let start = HouseCommand.wall()
        try run(words)
        times[name, default: []].append((HouseCommand.wall() - start) * 1e3)
      }
    }
    let medians = times.mapValues { Throughput.rounded($0.median, 2) }
    print(
      """
      {"start_ms":{"/bin/true":\(medians["true"]!),"zhubi version":\(medians["version"]!),\
      "zhubi scan, 10 KB":\(medians["scan"]!)},"rounds":\(rounds)}
      """)
  }

  /// Starts a program without output and waits for it: `Process` would add tens of milliseconds.
  private static func run(_ words: [String]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    let arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var child: pid_t = 0
    guard posix_spawn(&child, words[0], &actions, nil, arguments, environ) == 0 else {
      throw BenchmarkFailure("cannot start \(words[0])")
    }
    var status: Int32 = 0
    waitpid(child, &status, 0)
  }

  private static func output(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
