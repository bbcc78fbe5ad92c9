import AttachmentExchange
import AttachmentReading

#if canImport(Glibc)
  import Glibc
#endif

/// `zhubi-read-attachment FORMAT [FILE]`: reads an attachment and prints what it holds in the form
/// of `ExchangeCode`. Started by `zhubi`; bounded by limits it sets on itself.
@main
struct ReadAttachment {
  static func main() {
    limit(__rlimit_resource_t(RLIMIT_CORE.rawValue), 0)
    limit(
      __rlimit_resource_t(RLIMIT_AS.rawValue), environment("ZHUBI_ATTACHMENT_MEMORY") ?? 2 << 30)
    limit(__rlimit_resource_t(RLIMIT_CPU.rawValue), environment("ZHUBI_ATTACHMENT_SECONDS") ?? 30)
    // Somebody who no longer reads ends this process quietly.
    signal(SIGPIPE, SIG_DFL)
    guard CommandLine.arguments.count > 1 else {
      let usage = Array("usage: zhubi-read-attachment FORMAT [FILE]\n".utf8)
      _ = Glibc.write(2, usage, usage.count)
      exit(2)
    }
    if CommandLine.arguments.count > 2 {
      let file = open(CommandLine.arguments[2], O_RDONLY)
      guard file >= 0, dup2(file, 0) == 0 else {
        perror(CommandLine.arguments[2])
        exit(2)
      }
    }
    write(ExchangeCode.signature)
    AttachmentReading { write(ExchangeCode.encode($0)) }
      .read(input(), expected: CommandLine.arguments[1])
    write(ExchangeCode.end)
  }

  private static func limit(_ resource: __rlimit_resource_t, _ value: Int) {
    var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
    setrlimit(resource, &limit)
  }

  private static func environment(_ name: String) -> Int? {
    getenv(name).flatMap { Int(String(cString: $0)) }
  }

  private static func input() -> [UInt8] {
    var status = stat()
    let hint = fstat(0, &status) == 0 ? Int(status.st_size) : 0
    var all: [UInt8] = []
    all.reserveCapacity(hint + 1)
    let size = 1 << 18
    while true {
      let piece = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
        filled = max(0, read(0, buffer.baseAddress, size))
      }
      if piece.isEmpty { return all }
      all += piece
    }
  }

  private static func write(_ bytes: [UInt8]) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(1, $0.baseAddress! + written, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { exit(4) }
      written += count
    }
  }
}
