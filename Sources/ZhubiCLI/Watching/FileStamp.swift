import Zhubi

#if canImport(Glibc)
  import Glibc
#endif

/// What tells one state of a file from the next without reading it.
struct FileStamp: Hashable, Sendable {
  private var inode: UInt
  private var size: Int
  private var seconds: Int
  private var nanoseconds: Int

  /// The stamp of what stands at a path; nil when nothing does.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    inode = UInt(status.st_ino)
    size = Int(status.st_size)
    seconds = Int(status.st_mtim.tv_sec)
    nanoseconds = Int(status.st_mtim.tv_nsec)
  }
}

/// The state of several files.
struct FileStamps: Equatable, Sendable {
  private var stamps: [String: FileStamp?] = [:]

  init(_ paths: some Sequence<String>) {
    for path in paths { stamps[path] = .some(FileStamp(path)) }
  }

  /// Whether the files are still what they were.
  var isCurrent: Bool { stamps.allSatisfy { $0.value == FileStamp($0.key) } }
}

extension RunSettings {
  /// Every file the settings come from, besides the texts.
  var sources: [String] {
    var paths = configuration.files
    paths += configuration.ignored.map(\.place.file)
    if let baseline = configuration.baseline?.value { paths.append(baseline) }
    for folder in lexiconFolders {
      let whole = FilePath.absolute(folder)
      paths.append(whole)
      for path in FileSystem.files(below: whole) { paths.append("\(whole)/\(path)") }
    }
    return paths
  }
}
