import AttachmentExchange
import AttachmentReading

#if canImport(Glibc)
  import Glibc
#endif

/// `zhubi-read-attachment FORMAT [--limits LIST] [--ocr] [FILE]`: reads an attachment and prints
/// what it holds in the form of `ExchangeCode`. Started by `zhubi`; bounded by limits it sets on
/// itself.
@main
struct ReadAttachment {
  static func main() {
    var arguments = CommandLine.arguments.dropFirst()
    guard let format = arguments.popFirst() else { usage() }
    var limits = AttachmentLimits()
    var recognises = false
    var file: String?
    while let argument = arguments.popFirst() {
      switch argument {
      case "--limits":
        guard let read = arguments.popFirst().flatMap(AttachmentLimits.init(argument:)) else {
          usage()
        }
        limits = read
      case "--ocr": recognises = true
      default: file = argument
      }
    }
    let seconds = limits.seconds + (recognises ? limits.recognitionSeconds : 0)
    limit(__rlimit_resource_t(RLIMIT_CORE.rawValue), 0)
    limit(__rlimit_resource_t(RLIMIT_AS.rawValue), limits.memory)
    limit(__rlimit_resource_t(RLIMIT_CPU.rawValue), max(1, seconds / 2))
    // Somebody who no longer reads ends this process quietly.
    signal(SIGPIPE, SIG_DFL)
    if let file {
      let descriptor = open(file, O_RDONLY)
      guard descriptor >= 0, dup2(descriptor, 0) == 0 else {
        perror(file)
        exit(2)
      }
    }
    write(ExchangeCode.signature)
    AttachmentReading(limits: limits, recognisesPictures: recognises) {
      write(ExchangeCode.encode($0))
    }
    .read(input(), expected: format)
    write(ExchangeCode.end)
  }

  private static func usage() -> Never {
    let usage = Array(
      "usage: zhubi-read-attachment FORMAT [--limits LIST] [--ocr] [FILE]\n".utf8)
    _ = Glibc.write(2, usage, usage.count)
    exit(2)
  }

  private static func limit(_ resource: __rlimit_resource_t, _ value: Int) {
    var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
    setrlimit(resource, &limit)
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
