#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a file could not be read or written, with its path.
public struct FileError: Error, Sendable, CustomStringConvertible {
  public var path: String
  /// The error number of the system.
  public var code: Int32

  public init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }

  /// The reason in the words of the system.
  public var reason: String { String(cString: strerror(code)) }
  public var description: String { "\(path): \(reason)" }
}

/// What tells a file or folder from every other, by whatever path it is reached.
public struct FileIdentity: Hashable, Sendable {
  public var device: UInt64
  public var inode: UInt64

  public init(device: UInt64, inode: UInt64) {
    self.device = device
    self.inode = inode
  }
}

/// The few calls to the system the house needs, without Foundation.
public enum FileSystem {
  /// All bytes of a file.
  public static func read(_ path: String) throws(FileError) -> [UInt8] {
    let file = try FileHandle(reading: path)
    return try file.readAll()
  }

  /// Names in a folder, sorted by code point, `.` and `..` left out.
  public static func names(in folder: String) throws(FileError) -> [String] {
    guard let stream = opendir(folder) else { throw FileError(path: folder, code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }

  public enum Kind: Sendable { case file, folder, other }

  /// What stands at a path; nil when nothing does.
  public static func kind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// What stands at a path, links followed, told from everything else; nil when nothing does.
  public static func identity(of path: String) -> FileIdentity? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
  }

  /// Whether a folder stands at a path, and not a link to one.
  public static func isRealFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Bytes of a file, or nil.
  public static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// Writes a file so that others see either the old content or the whole new one; the permissions of
  /// a file that is there stay.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    let temporary = "\(path).\(getpid()).\(UInt32.random(in: 0...UInt32.max))"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL, 0o644)
    guard descriptor >= 0 else { throw FileError(path: temporary, code: errno) }
    var status = stat()
    if stat(path, &status) == 0 { fchmod(descriptor, status.st_mode & 0o7777) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + written, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let code = errno
        close(descriptor)
        unlink(temporary)
        throw FileError(path: path, code: code)
      }
      written += count
    }
    guard close(descriptor) == 0, rename(temporary, path) == 0 else {
      let code = errno
      unlink(temporary)
      throw FileError(path: path, code: code)
    }
  }

  /// Makes a folder and those above it.
  public static func makeFolder(_ path: String) throws(FileError) {
    if kind(of: path) == .folder { return }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw FileError(path: path, code: errno)
    }
  }

  /// The value of an environment variable; empty counts as absent.
  public static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }
}

/// An open file, read from front to back.
public final class FileHandle {
  private let descriptor: Int32
  private let path: String
  private let isOwned: Bool

  public init(reading path: String) throws(FileError) {
    let opened = open(path, O_RDONLY)
    guard opened >= 0 else { throw FileError(path: path, code: errno) }
    descriptor = opened
    self.path = path
    isOwned = true
  }

  private init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
    isOwned = false
  }

  /// Standard input.
  public static func standardInput() -> FileHandle { FileHandle(descriptor: 0, path: "-") }

  deinit { if isOwned { close(descriptor) } }

  /// The next bytes, at most `count`; empty at the end.
  public func read(upTo count: Int) throws(FileError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = Glibc.read(descriptor, buffer.baseAddress! + filled, count - filled)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        filled += got
      }
    }
    guard failure == 0 else { throw FileError(path: path, code: failure) }
    return bytes
  }

  /// Everything that is left.
  public func readAll() throws(FileError) -> [UInt8] {
    var status = stat()
    let hint = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    var all = try read(upTo: max(hint, 0) + 1)
    while true {
      let more = try read(upTo: 1 << 16)
      if more.isEmpty { return all }
      all += more
    }
  }
}
