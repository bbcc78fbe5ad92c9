import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Runs the helper with a time limit of its own and takes what it prints.
struct HelperProcess {
  enum Ending: Equatable {
    case exited(Int32)
    case died
    /// It used up the processor time it allows itself.
    case outOfTime
    case timeout
    case tooMuch
    case notStarted
  }

  let seconds: Int
  let answerLimit: Int

  /// The path of a program in the folder of the running one.
  static func besideExecutable(_ name: String) -> String {
    var buffer = [CChar](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return name }
    let path = String(
      decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path[...(path.lastIndex(of: "/") ?? path.startIndex)] + name
  }

  func run(_ arguments: [String], input: [UInt8]) -> (output: [UInt8], ending: Ending) {
    let file = Self.file(with: input)
    guard file >= 0 else { return ([], .notStarted) }
    defer { close(file) }
    guard let (child, answer) = start(arguments, file) else { return ([], .notStarted) }
    defer { close(answer) }
    let (output, early) = read(answer)
    if early != nil { kill(-child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    if let early { return (output, early) }
    let signal = status & 0x7F
    if signal == SIGXCPU { return (output, .outOfTime) }
    return (output, signal == 0 ? .exited(status >> 8 & 0xFF) : .died)
  }

  /// Held while a child starts, so that none inherits the pipe of another and keeps it open.
  private static let starting = Mutex(())

  private func start(_ arguments: [String], _ file: Int32) -> (child: pid_t, answer: Int32)? {
    Self.starting.withLock { _ in spawn(arguments, file) }
  }

  private func spawn(_ arguments: [String], _ file: Int32) -> (child: pid_t, answer: Int32)? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, file, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    // A group of its own, so that its own helpers end with it.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for text in argv { free(text) } }
    var child = pid_t()
    let code = posix_spawn(&child, arguments[0], &actions, &attributes, &argv, environ)
    close(ends[1])
    if code == 0 { return (child, ends[0]) }
    close(ends[0])
    return nil
  }

  private func read(_ descriptor: Int32) -> (output: [UInt8], early: Ending?) {
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    let deadline = Self.now + seconds
    while true {
      if Self.now >= deadline { return (output, .timeout) }
      var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&wait, 1, 250)
      if ready < 0, errno != EINTR { return (output, .died) }
      guard ready > 0 else { continue }
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return (output, nil) }
      if output.count + count > answerLimit { return (output, .tooMuch) }
      output += buffer[..<count]
    }
  }

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec
  }

  /// An open file without a name that holds the bytes, read from its beginning.
  private static func file(with bytes: [UInt8]) -> Int32 {
    if bytes.isEmpty { return open("/dev/null", O_RDONLY | O_CLOEXEC) }
    var template = Array("/tmp/zhubi-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return -1 }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
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
