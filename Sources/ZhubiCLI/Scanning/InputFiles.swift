import Zhubi

/// Turns the paths of a command line into documents to read.
struct InputFiles {
  let settings: RunSettings
  private(set) var list: [PendingDocument] = []
  /// Files left out because the configuration says so.
  private(set) var ignored = 0

  init(settings: RunSettings) { self.settings = settings }

  /// The files behind the paths, folders walked in order of names; hidden files and folders are left
  /// out, and what the configuration ignores. A path that leads nowhere, and a folder in which
  /// nothing is readable, is reported.
  func expand(_ paths: [String]) -> InputFiles {
    var result = self
    for path in paths { result.add(path) }
    return result
  }

  private mutating func add(_ path: String) {
    if path == "-" { return list.append(.standardInput) }
    switch FileSystem.kind(of: path) {
    case nil: list.append(.missing(path: path, reason: "不存在 no such file or folder"))
    case .folder:
      let before = list.count + ignored
      walk(path)
      if list.count + ignored == before {
        list.append(.missing(path: path, reason: "文件夹中没有可读的文件 no readable file"))
      }
    case .file, .other:
      // A file that is named is meant, unless the caller names files without looking.
      if settings.given.excludesNamedFiles, settings.ignoring(path) != nil {
        ignored += 1
      } else {
        list.append(.file(path: path))
      }
    }
  }

  private mutating func walk(_ folder: String) {
    do {
      for name in try FileSystem.names(in: folder) where !name.hasPrefix(".") {
        let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
        switch FileSystem.kind(of: path) {
        case .folder: walk(path)
        case .file:
          if settings.ignoring(path) != nil { ignored += 1 } else { list.append(.file(path: path)) }
        case .other: break
        case nil: list.append(.missing(path: path, reason: "断开的链接 broken link"))
        }
      }
    } catch {
      list.append(.missing(path: error.path, reason: error.reason))
    }
  }
}
