#if Rescan
  import Zhubi

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// A mirror of a site on disk, walked in order of names. Only the names of the folders on the way
  /// are held in memory.
  struct MirrorFolder: DocumentSource {
    let root: String
    let isIgnored: @Sendable (String) -> Bool
    let name: String
    /// Files left out because they hold no text, by ending, and records of web archives.
    var leftOut: [String: Int] { textlessFiles.merging(archives.leftOut) { $0 + $1 } }
    /// False when a web archive in the folder could not be read to its end.
    var isComplete: Bool { archives.isComplete }
    var folder: String? { name }
    private let census = FolderCensus()
    private var given = 0
    private var textlessFiles: [String: Int] = [:]
    private var archives: CaptureFiles
    private(set) var ignored = 0
    /// Links to folders of the mirror: what they show is read where it lies.
    private(set) var inwardLinks = 0
    /// The folders on the way, from the root.
    private var stack: [Level] = []
    private var isStarted = false

    private struct Level {
      /// The key of what is in it begins so: empty, or with `/` at its end.
      var folder: String
      var names: [String]
      var next = 0
      var identity: FileIdentity?
    }

    /// Endings of files that carry no text of their own.
    private static let textless: Set<String> = [
      "jpg", "jpeg", "png", "gif", "bmp", "ico", "webp", "tif", "tiff", "svgz", "css", "map",
      "woff",
      "woff2", "ttf", "otf", "eot", "mp3", "mp4", "m4a", "avi", "flv", "mov", "wmv", "wav", "swf",
    ]

    /// - Parameter limit: bytes of the longest record of a web archive that is read.
    init(
      _ path: String, limit: Int = 64 << 20,
      isIgnored: @escaping @Sendable (String) -> Bool = { _ in false }
    ) {
      var root = path
      while root.count > 1, root.hasSuffix("/") { root.removeLast() }
      self.root = root
      self.isIgnored = isIgnored
      name = Self.real(root) ?? root
      archives = CaptureFiles([], name: name, isComplete: true, limit: limit)
    }

    var share: Double? {
      census.files.map { $0 == 0 ? 1 : min(1, Double(given) / Double($0)) }
    }

    var pathPrefix: String { root + "/" }

    mutating func next() -> Candidate? {
      if !isStarted {
        isStarted = true
        census.begin(root)
        if let trouble = enter("", FileSystem.identity(of: root)) { return trouble }
      }
      if let candidate = archives.next() { return candidate }
      while let last = stack.indices.last {
        guard stack[last].next < stack[last].names.count else {
          stack.removeLast()
          continue
        }
        let name = stack[last].names[stack[last].next]
        stack[last].next += 1
        if name.hasPrefix(".") { continue }
        let key = stack[last].folder + name
        if let candidate = look(key) ?? archives.next() { return candidate }
      }
      return nil
    }

    private mutating func look(_ key: String) -> Candidate? {
      let path = "\(root)/\(key)"
      if isIgnored(path) {
        ignored += 1
        return nil
      }
      var status = stat()
      guard lstat(path, &status) == 0 else {
        return .trouble(key: key, reason: String(cString: strerror(errno)))
      }
      let isLink = status.st_mode & S_IFMT == S_IFLNK
      if isLink, stat(path, &status) != 0 {
        return .trouble(key: key, reason: "断开的链接 broken link")
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR:
        let identity = FileIdentity(
          device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
        return isLink ? follow(key, path) : enter(key + "/", identity)
      case S_IFREG:
        given += 1
        let ending = Self.ending(of: key)
        if Self.textless.contains(ending) {
          textlessFiles[".\(ending)", default: 0] += 1
          return nil
        }
        if ending == "warc" || ending == "gz", CaptureFiles.isArchive(key) {
          archives.add(key: key, path: path)
          return nil
        }
        return .file(key: key, path: path, stamp: MirrorFile.Stamp(status))
      default: return nil
      }
    }

    /// A link to a folder is not followed: what lies inside the mirror is read where it lies, and so
    /// no link leads round in a circle.
    private mutating func follow(_ key: String, _ path: String) -> Candidate? {
      given += 1
      guard let target = Self.real(path), target == name || target.hasPrefix(name + "/") else {
        return .trouble(key: key, reason: "链接指向镜像之外，未读取 a link out of the mirror, not followed")
      }
      if target.dropFirst(name.count).contains("/.") {
        return .trouble(
          key: key, reason: "链接指向隐藏的文件夹，未读取 a link to a hidden folder, which is not read")
      }
      inwardLinks += 1
      return nil
    }

    /// Steps into a folder; a folder that cannot be listed, or that holds itself, is a trouble.
    private mutating func enter(_ key: String, _ identity: FileIdentity?) -> Candidate? {
      if let identity, stack.contains(where: { $0.identity == identity }) {
        return .trouble(
          key: key, reason: "文件夹又出现在自身之内，未再读取 a folder inside itself, not read again")
      }
      let path = key.isEmpty ? root : "\(root)/\(key.dropLast())"
      do {
        stack.append(
          Level(folder: key, names: try FileSystem.names(in: path), identity: identity))
        return nil
      } catch {
        return .trouble(key: key.isEmpty ? "/" : key, reason: error.reason)
      }
    }

    static func ending(of name: String) -> String {
      guard let dot = name.utf8.lastIndex(of: 0x2E), !name[dot...].utf8.contains(0x2F) else {
        return ""
      }
      return name[dot...].dropFirst().lowercased()
    }

    private static func real(_ path: String) -> String? {
      guard let resolved = realpath(path, nil) else { return nil }
      defer { free(resolved) }
      return String(cString: resolved)
    }
  }
#endif
