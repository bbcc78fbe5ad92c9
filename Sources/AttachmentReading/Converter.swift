import AttachmentExchange

#if canImport(Glibc)
  import Glibc
#endif

/// Runs a program of the system that reads a format; it lives under the limits of this process.
struct Converter {
  struct Result {
    var status: Int32
    var output: [UInt8]
  }

  let budget: Budget

  /// The first of some programs that is installed.
  static func installed(_ names: [String]) -> String? {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    for name in names {
      for folder in path.split(separator: ":") where access("\(folder)/\(name)", X_OK) == 0 {
        return "\(folder)/\(name)"
      }
    }
    return nil
  }

  /// Runs a program with a file as its standard input; what it prints is cut by the limits.
  ///
  /// - Parameter seconds: how long it may take; nil takes the limit for foreign programs.
  func run(
    _ arguments: [String], input: [UInt8], seconds: Int? = nil
  ) throws(Refusal) -> Result {
    let file = Self.file(with: input)
    guard file >= 0 else {
      throw Refusal(.unreadable, "无法建立临时文件", "no temporary file could be made")
    }
    defer { close(file) }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw Refusal(.unreadable, "无法建立管道", "no pipe") }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, file, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    var argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for text in argv { free(text) } }
    var environment: [UnsafeMutablePointer<CChar>?] =
      ["LC_ALL=C.UTF-8", "HOME=/nonexistent", "PATH=/usr/bin:/bin", "OMP_THREAD_LIMIT=1"].map {
        strdup($0 as String)
      }
      + [nil]
    defer { for text in environment { free(text) } }
    var child = pid_t()
    let code = posix_spawn(&child, arguments[0], &actions, nil, &argv, &environment)
    close(ends[1])
    guard code == 0 else {
      throw Refusal(.unreadable, "无法启动读取程序", "the reading program could not be started")
    }
    var failure: Refusal?
    var output: [UInt8] = []
    do throws(Refusal) { output = try read(ends[0], seconds) } catch { failure = error }
    if failure != nil { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    if let failure { throw failure }
    guard status & 0x7F == 0 else {
      throw Refusal(
        .unreadable, "读取程序异常终止", "the reading program died")
    }
    return Result(status: status >> 8 & 0xFF, output: output)
  }

  private func read(_ descriptor: Int32, _ seconds: Int?) throws(Refusal) -> [UInt8] {
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let deadline = time(nil) + (seconds ?? budget.limits.converterSeconds)
    while true {
      var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&wait, 1, 500)
      if ready < 0, errno != EINTR { break }
      if time(nil) > deadline {
        throw Refusal(.limitReached, "读取程序超时", "the reading program took too long")
      }
      guard ready > 0 else { continue }
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      try budget.unpack(count)
      output += buffer[..<count]
    }
    return output
  }

  /// An open file without a name that holds the bytes, read from its beginning.
  private static func file(with bytes: [UInt8]) -> Int32 {
    var template = Array("/tmp/zhubi-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return -1 }
    unlink(template)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(descriptor, $0.baseAddress! + written, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        close(descriptor)
        return -1
      }
      written += count
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }
}
