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
    private var stack: [(folder: String, names: [String], next: Int)] = []
    private var isStarted = false

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

    mutating func next() -> Candidate? {
      if !isStarted {
        isStarted = true
        census.begin(root)
        if let trouble = enter("") { return trouble }
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
      switch FileSystem.kind(of: path) {
      case .folder:
        guard isLink else { return enter(key + "/") }
        // What lies inside the mirror is read where it lies.
        if let target = Self.real(path), target == name || target.hasPrefix(name + "/") {
          return nil
        }
        return .trouble(key: key, reason: "链接指向镜像之外，未读取 a link out of the mirror, not followed")
      case .file:
        given += 1
        let ending = Self.ending(of: key)
        if Self.textless.contains(ending) {
          textlessFiles[".\(ending)", default: 0] += 1
          return nil
        }
        if CaptureFiles.isArchive(key) {
          archives.add(key: key, path: path)
          return nil
        }
        return .file(key: key, path: path)
      case .other: return nil
      case nil:
        return .trouble(key: key, reason: isLink ? "断开的链接 broken link" : "已消失 vanished")
      }
    }

    /// Steps into a folder; a folder that cannot be listed is a trouble.
    private mutating func enter(_ key: String) -> Candidate? {
      let path = key.isEmpty ? root : "\(root)/\(key.dropLast())"
      do {
        stack.append((key, try FileSystem.names(in: path), 0))
        return nil
      } catch {
        return .trouble(key: key.isEmpty ? "/" : key, reason: error.reason)
      }
    }

    static func ending(of name: String) -> String {
      guard let dot = name.lastIndex(of: "."), !name[dot...].contains("/") else { return "" }
      return name[name.index(after: dot)...].lowercased()
    }

    private static func real(_ path: String) -> String? {
      guard let resolved = realpath(path, nil) else { return nil }
      defer { free(resolved) }
      return String(cString: resolved)
    }
  }
#endif
