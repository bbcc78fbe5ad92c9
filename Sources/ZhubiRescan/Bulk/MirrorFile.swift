#if Rescan
  import Zhubi

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// A file of a mirror, as it was at one moment.
  struct MirrorFile: Sendable {
    /// What tells two states of a file apart without reading it.
    struct Stamp: Sendable, Equatable {
      var size: Int64
      /// Nanoseconds since 1970.
      var modified: Int64
    }

    enum Failure: Error {
      case system(Int32)
      case changed
      case tooLarge(Int64)

      var reason: String {
        switch self {
        case .system(let code): String(cString: strerror(code))
        case .changed: "读取时文件在变化 the file changed while it was read"
        case .tooLarge(let size): "文件 \(size) 字节，超过上限 \(size) bytes, above the limit"
        }
      }
    }

    /// What was read of a file.
    struct Content: Sendable {
      var bytes: [UInt8]
      /// The stamp that belongs to the bytes.
      var stamp: Stamp
      /// Whether the file is longer than what was read.
      var isCut = false
    }

    /// Reads a file. One that changes while it is read is read once more.
    ///
    /// - Parameters:
    ///   - limit: bytes of the largest file that is read at all.
    ///   - whole: bytes that are held; of a longer file the beginning is read.
    static func read(_ path: String, limit: Int64, whole: Int) throws(Failure) -> Content {
      for _ in 0..<2 {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(errno) }
        defer { close(descriptor) }
        var before = stat()
        guard fstat(descriptor, &before) == 0 else { throw .system(errno) }
        if before.st_size > limit { throw .tooLarge(Int64(before.st_size)) }
        let isCut = Int(before.st_size) > whole
        let count = isCut ? whole : Int(before.st_size)
        var bytes = try read(descriptor, count: count)
        if isCut { bytes.removeSubrange(min(count, bytes.count)...) }
        var after = stat()
        guard fstat(descriptor, &after) == 0 else { throw .system(errno) }
        if Stamp(before) == Stamp(after), bytes.count == count {
          return Content(bytes: bytes, stamp: Stamp(before), isCut: isCut)
        }
      }
      throw .changed
    }

    private static func read(_ descriptor: Int32, count: Int) throws(Failure) -> [UInt8] {
      var failure: Int32 = 0
      // One byte more than there should be tells whether the file grew.
      let bytes = [UInt8](unsafeUninitializedCapacity: count + 1) { buffer, filled in
        while filled < count + 1 {
          let got = Glibc.read(descriptor, buffer.baseAddress! + filled, count + 1 - filled)
          if got < 0, errno == EINTR { continue }
          if got < 0 { failure = errno }
          if got <= 0 { break }
          filled += got
        }
      }
      if failure != 0 { throw .system(failure) }
      return bytes
    }
  }

  extension MirrorFile.Stamp {
    init(_ status: stat) {
      #if canImport(Darwin)
        let time = status.st_mtimespec
      #else
        let time = status.st_mtim
      #endif
      self.init(
        size: Int64(status.st_size),
        modified: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
      )
    }
  }
#endif
