import Zhubi

#if canImport(Glibc)
  import Glibc
#endif

/// Runs another program to its end and takes what it prints.
enum ChildProcess {
  struct Result {
    var status: Int32
    var output: [UInt8]
  }

  enum Failure: Error {
    case notStarted(program: String, code: Int32)
  }

  /// - Parameter input: given on standard input, through a temporary file, so that neither side can
  ///   wait for the other.
  static func run(_ arguments: [String], input: [UInt8] = []) throws(Failure) -> Result {
    let program = arguments[0]
    var pipeEnds: [Int32] = [0, 0]
    guard pipe(&pipeEnds) == 0 else {
      throw .notStarted(program: program, code: errno)
    }
    let inputFile = temporaryFile(with: input)
    defer { if inputFile >= 0 { close(inputFile) } }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, inputFile, 0)
    posix_spawn_file_actions_adddup2(&actions, pipeEnds[1], 1)
    posix_spawn_file_actions_addclose(&actions, pipeEnds[0])
    posix_spawn_file_actions_addclose(&actions, pipeEnds[1])

    var argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for text in argv { free(text) } }
    var child = pid_t()
    let code = posix_spawnp(&child, program, &actions, nil, &argv, environ)
    close(pipeEnds[1])
    defer { close(pipeEnds[0]) }
    guard code == 0 else { throw .notStarted(program: program, code: code) }

    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(pipeEnds[0], &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      output += buffer[..<count]
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return Result(status: status & 0x7F == 0 ? status >> 8 & 0xFF : 128, output: output)
  }

  /// An open file without a name that holds the bytes, read from its beginning.
  private static func temporaryFile(with bytes: [UInt8]) -> Int32 {
    if bytes.isEmpty { return open("/dev/null", O_RDONLY) }
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
      if count <= 0 { break }
      written += count
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }
}
