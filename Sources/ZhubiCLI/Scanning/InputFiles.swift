import Zhubi

/// Turns the paths of a command line into documents to read.
enum InputFiles {
  /// The files behind a path, folders walked in order of names; hidden files and folders are left
  /// out. A path that leads nowhere, and a folder in which nothing is readable, is reported.
  static func expand(_ path: String) -> [PendingDocument] {
    if path == "-" { return [.standardInput] }
    switch FileSystem.kind(of: path) {
    case nil: return [.missing(path: path, reason: "不存在 no such file or folder")]
    case .folder:
      let found = walk(path)
      return found.isEmpty ? [.missing(path: path, reason: "文件夹中没有可读的文件 no readable file")] : found
    case .file, .other: return [.file(path: path)]
    }
  }

  private static func walk(_ folder: String) -> [PendingDocument] {
    var found: [PendingDocument] = []
    do {
      for name in try FileSystem.names(in: folder) where !name.hasPrefix(".") {
        let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
        switch FileSystem.kind(of: path) {
        case .folder: found += walk(path)
        case .file: found.append(.file(path: path))
        case .other: break
        case nil: found.append(.missing(path: path, reason: "断开的链接 broken link"))
        }
      }
    } catch {
      found.append(.missing(path: error.path, reason: error.reason))
    }
    return found
  }
}
