import ArgumentParser
import Zhubi
import ZhubiLanguageServer

#if canImport(Glibc)
  import Glibc
#endif

/// `zhubi lsp`.
struct LanguageServerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "语言服务器：在编辑器里边写边查 · a language server on standard input and output, for editors")

  // What editors add without being asked.
  @Flag(name: .long, help: .hidden)
  var stdio = false

  @Option(name: .customLong("clientProcessId"), help: .hidden)
  var clientProcess: String?

  @OptionGroup var judging: JudgingOptions

  func run() throws {
    if isatty(0) == 1 {
      Console.complain(
        judging.language.value.pick(
          "等待编辑器的消息（见说明“在编辑器里”）；按 Ctrl-C 结束",
          "waiting for an editor (see “In your editor”); Ctrl-C ends"))
    }
    let server = LanguageServer(
      version: ZhubiVersion.current, workspace: ConfiguredWorkspace(judging: judging))
    var stream = MessageStream()
    var isOpen = true
    while true {
      if isOpen, Self.waits(for: server) {
        let bytes = Self.read()
        isOpen = !bytes.isEmpty
        server.receive(stream.take(bytes))
      }
      server.step(now: Console.now)
      if !server.isBusy { server.scanDue(now: Console.now) }
      for message in server.takeOutbox() { Self.write(MessageStream.framed(message)) }
      if let status = server.exitStatus { Glibc.exit(status) }
      // A client that goes away without a word is over as well.
      if !isOpen, !server.isBusy { Glibc.exit(1) }
    }
  }

  /// Whether bytes have arrived; waits for them as long as there is nothing else to do.
  private static func waits(for server: LanguageServer) -> Bool {
    var timeout: Int32 = -1
    if server.isBusy {
      timeout = 0
    } else if let due = server.nextDue {
      timeout = Int32(max(0, min(due - Console.now, 3_600)) * 1_000) + 1
    }
    var descriptor = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, timeout) > 0
  }

  private static func read() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
      var count = Glibc.read(0, buffer.baseAddress, buffer.count)
      while count < 0, errno == EINTR {
        count = Glibc.read(0, buffer.baseAddress, buffer.count)
      }
      filled = max(0, count)
    }
  }

  private static func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = Glibc.write(1, buffer.baseAddress! + written, buffer.count - written)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { Glibc.exit(1) }
        written += count
      }
    }
  }
}
