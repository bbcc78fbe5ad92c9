import ArgumentParser
import Zhubi

#if canImport(Glibc)
  import Glibc
#endif

/// `zhubi serve`: becomes the `zhubi-server` that stands beside this program, so that the tool itself
/// stays small and quick.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "HTTP 服务与网页；选项见 zhubi serve --help · the HTTP service and web page")

  @Argument(parsing: .captureForPassthrough, help: "zhubi-server 的选项 · options of zhubi-server")
  var words: [String] = []

  func run() throws {
    let server = Self.besideThis("zhubi-server")
    guard FileSystem.kind(of: server) == .file else {
      throw Outcome(
        status: .usage,
        complaint: """
          缺少 \(server)。编译：swift build -c release --product zhubi-server（或 make build）
          \(server) is missing. Build it: swift build -c release --product zhubi-server (or make build)
          """)
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = ([server] + words).map { strdup($0) } + [nil]
    execv(server, &arguments)
    let reason = FileError(path: server, code: errno).description
    throw Outcome(status: .usage, complaint: reason)
  }

  /// The path of a program in the folder of the running one.
  private static func besideThis(_ name: String) -> String {
    var buffer = [CChar](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return name }
    let path = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path[...(path.lastIndex(of: "/") ?? path.startIndex)] + name
  }
}
