import SpawnShims

#if canImport(Glibc)
  import Glibc
#endif

extension ChildProcess {
  /// Starts the program with two of our descriptors as its own first two.
  func spawn(
    input: borrowing Descriptor, output: borrowing Descriptor
  ) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input.number, 0)
    posix_spawn_file_actions_adddup2(&actions, output.number, 1)
    if !showsErrors { posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) }
    // Whatever this process has open, pipes of other children above all: no child may hold them.
    let unclosed = zhubi_spawn_close_from(&actions, 3)
    guard unclosed == 0 else { throw .notStarted(program: arguments[0], code: unclosed) }

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    var signals = sigset_t()
    sigfillset(&signals)
    sigdelset(&signals, SIGKILL)
    sigdelset(&signals, SIGSTOP)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    if group == .own {
      flags |= POSIX_SPAWN_SETPGROUP
      posix_spawnattr_setpgroup(&attributes, 0)
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))

    var argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for text in argv { free(text) } }
    var own: [UnsafeMutablePointer<CChar>?] = (environment ?? []).map { strdup($0) } + [nil]
    defer { for text in own { free(text) } }
    var child = pid_t()
    let code = own.withUnsafeMutableBufferPointer { own in
      posix_spawnp(
        &child, arguments[0], &actions, &attributes, &argv,
        environment == nil ? environ : own.baseAddress!)
    }
    guard code == 0 else { throw .notStarted(program: arguments[0], code: code) }
    return child
  }
}

/// An open file of this process, above the first three, that no other program inherits. Closed when
/// nobody holds it any more.
struct Descriptor: ~Copyable {
  let number: Int32

  /// Takes a descriptor over.
  private init(_ number: Int32) {
    guard number >= 0 else {
      self.number = number
      return
    }
    // One of the first three, where this process was started without them, would be in the way of
    // the program's own.
    self.number = fcntl(number, F_DUPFD_CLOEXEC, 3)
    Glibc.close(number)
  }

  deinit { if number >= 0 { Glibc.close(number) } }

  /// Closes it now.
  consuming func close() {}

  static func pipe() throws(ChildProcess.Failure) -> Pipe {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw .noPipe(code: errno) }
    let pipe = Pipe(reading: Descriptor(ends[0]), writing: Descriptor(ends[1]))
    guard pipe.reading.number >= 0, pipe.writing.number >= 0 else { throw .noPipe(code: EMFILE) }
    return pipe
  }

  struct Pipe: ~Copyable {
    let reading: Descriptor
    let writing: Descriptor
  }

  /// An open file without a name that holds the bytes, read from its beginning.
  static func file(holding bytes: [UInt8]) throws(ChildProcess.Failure) -> Descriptor {
    if bytes.isEmpty {
      let file = Descriptor(open("/dev/null", O_RDONLY | O_CLOEXEC))
      guard file.number >= 0 else { throw .noInput(code: errno) }
      return file
    }
    var template = Array("/tmp/zhubi-XXXXXX".utf8CString)
    let file = Descriptor(mkstemp(&template))
    guard file.number >= 0 else { throw .noInput(code: errno) }
    unlink(template)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(file.number, $0.baseAddress! + written, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .noInput(code: errno) }
      written += count
    }
    lseek(file.number, 0, SEEK_SET)
    return file
  }
}
