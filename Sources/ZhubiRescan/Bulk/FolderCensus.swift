#if Rescan
  import Dispatch
  import Synchronization
  import Zhubi

  /// Counts the files of a folder beside the run that reads them, so that the time left can be told.
  final class FolderCensus: Sendable {
    private let count = Mutex<Int?>(nil)
    private let isEnded = Atomic<Bool>(false)

    /// Nil while nobody knows.
    var files: Int? { count.withLock { $0 } }

    func begin(_ folder: String) {
      DispatchQueue.global(qos: .utility).async { [weak self] in
        var files = 0
        var folders = [folder]
        while let path = folders.popLast() {
          guard let self, !self.isEnded.load(ordering: .relaxed) else { return }
          for name in (try? FileSystem.names(in: path)) ?? [] where !name.hasPrefix(".") {
            // What has an ending is taken for a file: no look at each of a million. Links to folders
            // are not followed, so that none leads back.
            if !name.dropFirst().contains("."), FileSystem.isRealFolder("\(path)/\(name)") {
              folders.append("\(path)/\(name)")
            } else {
              files += 1
            }
          }
        }
        self?.count.withLock { $0 = files }
      }
    }

    deinit { isEnded.store(true, ordering: .relaxed) }
  }
#endif
