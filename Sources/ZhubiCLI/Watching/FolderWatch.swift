import Zhubi

#if canImport(Glibc)
  import Glibc
#endif

/// Wakes up when something in a set of folders may have changed. It never says what: whoever is woken
/// looks for himself.
///
/// The kernel tells (inotify) where it can; elsewhere, and when it has no watches left, the sleeper
/// wakes every second.
final class FolderWatch {
  /// Seconds between two looks where the kernel does not tell.
  static let interval = 1.0
  /// Milliseconds at most before the caller is asked whether to go on.
  private static let slice: Int32 = 250

  private let descriptor: Int32
  private var watched: Set<String> = []
  /// Whether some folder could not be watched.
  private(set) var polls: Bool

  /// - Parameter usesKernel: false always polls.
  init(usesKernel: Bool = true) {
    descriptor = usesKernel ? inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC)) : -1
    polls = descriptor < 0
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Watches folders; those that are watched already stay.
  func add(_ folders: Set<String>) {
    guard descriptor >= 0 else { return }
    let events =
      IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE
      | IN_DELETE_SELF
      | IN_MOVE_SELF
    for folder in folders.subtracting(watched) {
      if inotify_add_watch(descriptor, folder, UInt32(events)) >= 0 {
        watched.insert(folder)
      } else if errno != ENOENT {
        polls = true
      }
    }
    // A folder that went away may come back under the same name.
    watched.formIntersection(folders)
  }

  /// Sleeps until something may have changed and then been quiet for a moment.
  ///
  /// - Returns: false when `isOver` ended it.
  func wait(quiet: Double = 0.15, isOver: () -> Bool) -> Bool {
    let started = Console.now
    while true {
      if isOver() { return false }
      if sleep(Self.slice) { break }
      if polls, Console.now - started >= Self.interval { return true }
    }
    // An editor writes a file in several steps; at most a second is waited for it to settle.
    let first = Console.now
    while Console.now - first < 1 {
      if isOver() { return false }
      if !sleep(Int32(quiet * 1_000)) { break }
    }
    return true
  }

  /// Sleeps at most so many milliseconds; true when the kernel told something.
  private func sleep(_ milliseconds: Int32) -> Bool {
    guard descriptor >= 0 else {
      usleep(UInt32(milliseconds) * 1_000)
      return false
    }
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0 else { return false }
    // What was told is not looked at, only taken away.
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while read(descriptor, &buffer, buffer.count) > 0 {}
    return true
  }

  /// Every folder whose changes concern the paths: the paths themselves with all folders below, or the
  /// folder a file stands in (editors put a new file in the place of the old one).
  static func folders(of paths: [String], and sources: [String]) -> Set<String> {
    var folders: Set<String> = []
    func walk(_ folder: String) {
      guard folders.count < 100_000, folders.insert(folder).inserted,
        let names = try? FileSystem.names(in: folder)
      else { return }
      for name in names where !name.hasPrefix(".") {
        let path = folder == "/" ? "/" + name : "\(folder)/\(name)"
        if FileSystem.kind(of: path) == .folder, !FileSystem.isLink(path) { walk(path) }
      }
    }
    for path in paths {
      let whole = FilePath.absolute(path)
      if FileSystem.kind(of: whole) == .folder {
        walk(whole)
      } else {
        folders.insert(FilePath.folder(of: whole))
      }
    }
    for path in sources { folders.insert(FilePath.folder(of: FilePath.absolute(path))) }
    return folders
  }
}

extension FileSystem {
  /// Whether a symbolic link stands at a path.
  fileprivate static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
