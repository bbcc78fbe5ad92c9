import Zhubi

/// What git tells a pre-push hook: one line for each ref, with the commits on both sides.
struct PushedRefs {
  private var refs: [(local: String, remote: String)] = []

  init(_ text: String) {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 4 else { continue }
      refs.append((words[1], words[3]))
    }
  }

  static func read() throws -> PushedRefs {
    let bytes = try FileHandle.standardInput().readAll()
    return PushedRefs(String(decoding: bytes, as: UTF8.self))
  }

  /// The files that would become public. A branch the other side does not have is compared with the
  /// default branch there, and taken whole where that fails.
  func changed(in git: GitRepository) throws(GitRepository.Failure) -> [GitRepository.Blob] {
    var blobs: [GitRepository.Blob] = []
    var seen: Set<String> = []
    for ref in refs where !Self.isNone(ref.local) {
      let old =
        Self.isNone(ref.remote) ? git.mergeBase(ref.local, "refs/remotes/origin/HEAD") : ref.remote
      let changed: [GitRepository.Blob]
      do {
        changed = try git.changed(from: old, to: ref.local)
      } catch {
        // The commit of the other side is not here: everything may be new.
        changed = try git.changed(from: nil, to: ref.local)
      }
      blobs += changed.filter { seen.insert("\($0.object) \($0.name)").inserted }
    }
    return blobs
  }

  private static func isNone(_ commit: String) -> Bool { commit.allSatisfy { $0 == "0" } }
}
