import Zhubi

#if canImport(Glibc)
  import Glibc
#endif

/// Arithmetic on paths, without asking the file system (but for the working folder).
enum FilePath {
  /// The working folder.
  static let workingFolder: String = {
    guard let buffer = getcwd(nil, 0) else { return "/" }
    defer { free(buffer) }
    return String(cString: buffer)
  }()

  /// The path from the root, with `.` and `..` taken away.
  static func absolute(_ path: String, in folder: String = workingFolder) -> String {
    let whole = path.hasPrefix("/") ? path : folder + "/" + path
    var names: [Substring] = []
    for name in whole.split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return "/" + names.joined(separator: "/")
  }

  /// The folder a file stands in; both from the root.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// The path below a folder; nil when it is not below it. Both from the root.
  static func relative(_ path: String, to folder: String) -> String? {
    let base = folder == "/" ? "/" : folder + "/"
    return path.hasPrefix(base) ? String(path.dropFirst(base.count)) : nil
  }

  /// The path as people type it where they stand.
  static func shown(_ path: String) -> String {
    relative(path, to: workingFolder) ?? path
  }

  /// The path of the file itself where links lead to it; the same path where that is unknown.
  static func resolved(_ path: String) -> String {
    guard let buffer = realpath(path, nil) else { return path }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// The nearest file of this name in the folder or above it.
  static func nearest(_ name: String, from folder: String = workingFolder) -> String? {
    var folder = folder
    while true {
      let path = folder == "/" ? "/" + name : folder + "/" + name
      if FileSystem.kind(of: path) == .file { return path }
      if folder == "/" { return nil }
      folder = Self.folder(of: folder)
    }
  }
}
