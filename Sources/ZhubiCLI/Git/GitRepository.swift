import ChildProcesses
import Zhubi

/// What the gate asks of git: names and contents as they are in the index or in commits, never in
/// the working tree.
struct GitRepository {
  enum Failure: Error {
    case notInstalled
    case failed(command: String)
  }

  /// A file of the index or of a commit.
  struct Blob {
    var name: String
    /// The name of the object that holds it, so that no name of a file can be misread.
    var object: String
  }

  /// The files added, copied, changed or renamed in the index against HEAD.
  func staged() throws(Failure) -> [Blob] {
    try Self.changes(
      git(["diff", "--cached"] + Self.raw))
  }

  /// The files changed by commits that `old` does not have yet; all files when there is no `old`.
  func changed(from old: String?, to new: String) throws(Failure) -> [Blob] {
    if let old { return try Self.changes(git(["diff"] + Self.raw + [old, new])) }
    return try git(["ls-tree", "-r", "-z", new]).split(separator: 0).compactMap { entry in
      // Mode, type and object, a tab, the name.
      let halves = entry.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
      let words = halves[0].split(separator: UInt8(ascii: " "))
      guard halves.count == 2, words.count == 3, words[1].elementsEqual("blob".utf8) else {
        return nil
      }
      return Blob(
        name: String(decoding: halves[1], as: UTF8.self),
        object: String(decoding: words[2], as: UTF8.self))
    }
  }

  private static let raw = [
    "--raw", "-z", "--no-abbrev", "--no-renames", "--diff-filter=ACMT", "--no-ext-diff",
  ]

  /// Reads `git diff --raw -z`: `:mode mode object object status`, then the name. Submodules are left
  /// out, their content is that of another repository.
  private static func changes(_ output: [UInt8]) -> [Blob] {
    let fields = output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    return stride(from: 0, to: fields.count - 1, by: 2).compactMap { index in
      let words = fields[index].split(separator: " ")
      guard words.count == 5, words[1] != "160000" else { return nil }
      return Blob(name: fields[index + 1], object: String(words[3]))
    }
  }

  /// The contents of blobs, in their order; nil for one the repository does not hold.
  func contents(of blobs: [Blob]) throws(Failure) -> [[UInt8]?] {
    if blobs.isEmpty { return [] }
    let input = blobs.map { $0.object + "\n" }.joined()
    let output = try git(["cat-file", "--batch"], input: Array(input.utf8))
    var contents: [[UInt8]?] = []
    var position = 0
    for _ in blobs {
      guard let end = output[position...].firstIndex(of: 0x0A) else { break }
      let words = String(decoding: output[position..<end], as: UTF8.self).split(separator: " ")
      position = end + 1
      guard words.count == 3, let size = Int(words[2]), position + size <= output.count else {
        contents.append(nil)
        continue
      }
      contents.append(words[1] == "blob" ? Array(output[position..<position + size]) : nil)
      position += size + 1
    }
    while contents.count < blobs.count { contents.append(nil) }
    return contents
  }

  /// The folder git runs hooks from, `core.hooksPath` and worktrees considered.
  func hooksFolder() throws(Failure) -> String {
    try line("rev-parse", "--git-path", "hooks")
  }

  /// The top of the working tree.
  func top() throws(Failure) -> String { try line("rev-parse", "--show-toplevel") }

  /// The last commit both sides share; nil when there is none.
  func mergeBase(_ a: String, _ b: String) -> String? { try? line("merge-base", a, b) }

  private func line(_ arguments: String...) throws(Failure) -> String {
    let text = String(decoding: try git(arguments), as: UTF8.self)
    return String(text.prefix { $0 != "\n" })
  }

  private func git(_ arguments: [String], input: [UInt8] = []) throws(Failure) -> [UInt8] {
    var child = ChildProcess(["git"] + arguments)
    // What it has to say is for the terminal, and so is who ends it.
    child.group = .shared
    child.showsErrors = true
    let result: ChildProcess.Result
    do {
      result = try child.run(input: input)
    } catch {
      throw .notInstalled
    }
    guard result.status == 0 else {
      throw .failed(command: "git \(arguments.prefix(2).joined(separator: " "))")
    }
    return result.output
  }
}

extension GitRepository.Failure {
  /// The way out of a command that needs git.
  var outcome: Outcome {
    switch self {
    case .notInstalled:
      Outcome(status: .usage, complaint: "找不到 git · git is not installed")
    case .failed(let command):
      Outcome(
        status: .usage,
        complaint: "不在 git 仓库中，或命令失败：\(command) · no git repository here, or it failed")
    }
  }
}
