import Zhubi

/// Turns the paths of a command line into documents to read.
///
/// Links to folders are followed last, and only to folders that were not walked: every folder is read
/// once, where it lies if that is below the paths, and no link leads round in a circle.
struct InputFiles {
  let settings: RunSettings
  private(set) var list: [PendingDocument] = []
  /// Files left out because the configuration says so.
  private(set) var ignored = 0
  /// Links to folders that were walked already.
  private(set) var repeatedLinks: [String] = []
  private var walked: Set<FileIdentity> = []

  /// What a walk meets: documents, and links to folders, which wait until all others are walked.
  private enum Found {
    case document(PendingDocument)
    case link(path: String)
  }

  init(settings: RunSettings) { self.settings = settings }

  /// The files behind the paths, folders walked in order of names; hidden files and folders are left
  /// out, and what the configuration ignores. A path that leads nowhere, and a folder in which
  /// nothing is readable, is reported.
  func expand(_ paths: [String]) -> InputFiles {
    var result = self
    let found = paths.map { result.look(at: $0) }
    for (path, found) in zip(paths, found) {
      let before = result.list.count + result.ignored
      result.take(found.found)
      let after = result.list.count + result.ignored + found.ignored
      if after == before, FileSystem.kind(of: path) == .folder {
        result.list.append(.missing(path: path, reason: "文件夹中没有可读的文件 no readable file"))
      }
    }
    return result
  }

  /// What a path of the command line leads to, and how many files below it are ignored.
  private mutating func look(at path: String) -> (found: [Found], ignored: Int) {
    if path == "-" { return ([.document(.standardInput)], 0) }
    var found: [Found] = []
    let before = ignored
    switch FileSystem.kind(of: path) {
    case nil: found = [.document(.missing(path: path, reason: "不存在 no such file or folder"))]
    case .folder: walk(path, inside: [], &found)
    case .file, .other:
      // A file that is named is meant, unless the caller names files without looking.
      if settings.given.excludesNamedFiles, settings.ignoring(path) != nil {
        ignored += 1
      } else {
        found = [.document(.file(path: path))]
      }
    }
    return (found, ignored - before)
  }

  /// Takes what was found into the list, and follows the links in it.
  private mutating func take(_ found: [Found]) {
    for one in found {
      switch one {
      case .document(let document): list.append(document)
      case .link(let path):
        if let identity = FileSystem.identity(of: path), walked.contains(identity) {
          repeatedLinks.append(path)
        } else {
          var below: [Found] = []
          walk(path, inside: [], &below)
          take(below)
        }
      }
    }
  }

  /// - Parameter outer: the folders this one lies in.
  private mutating func walk(
    _ folder: String, inside outer: [FileIdentity], _ found: inout [Found]
  ) {
    var outer = outer
    if let identity = FileSystem.identity(of: folder) {
      if outer.contains(identity) { return repeatedLinks.append(folder) }
      outer.append(identity)
      walked.insert(identity)
    }
    do {
      for name in try FileSystem.names(in: folder) where !name.hasPrefix(".") {
        let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
        switch FileSystem.kind(of: path) {
        case .folder:
          if FileSystem.isRealFolder(path) {
            walk(path, inside: outer, &found)
          } else {
            found.append(.link(path: path))
          }
        case .file:
          if settings.ignoring(path) != nil {
            ignored += 1
          } else {
            found.append(.document(.file(path: path)))
          }
        case .other: break
        case nil: found.append(.document(.missing(path: path, reason: "断开的链接 broken link")))
        }
      }
    } catch {
      found.append(.document(.missing(path: error.path, reason: error.reason)))
    }
  }
}
