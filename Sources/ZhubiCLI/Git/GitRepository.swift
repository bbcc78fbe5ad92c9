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
    /// What `git cat-file` understands: `:path` for the index, `commit:path` for a commit.
    var specification: String
  }

  /// The files added, copied, changed or renamed in the index against HEAD.
  func staged() throws(Failure) -> [Blob] {
    try names("diff", "--cached", "--name-only", "-z", "--diff-filter=ACMRT", "--no-ext-diff")
      .map { Blob(name: $0, specification: ":\($0)") }
  }

  /// The files changed by commits that `old` does not have yet; all files when there is no `old`.
  func changed(from old: String?, to new: String) throws(Failure) -> [Blob] {
    let names =
      if let old {
        try self.names(
          "diff", "--name-only", "-z", "--diff-filter=ACMRT", "--no-ext-diff", old, new)
      } else {
        try self.names("ls-tree", "-r", "-z", "--name-only", new)
      }
    return names.map { Blob(name: $0, specification: "\(new):\($0)") }
  }

  /// The contents of blobs, in their order; nil for one that is no file (a submodule, a gap).
  func contents(of blobs: [Blob]) throws(Failure) -> [[UInt8]?] {
    if blobs.isEmpty { return [] }
    let input = blobs.map { $0.specification + "\n" }.joined()
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

  private func names(_ arguments: String...) throws(Failure) -> [String] {
    try git(arguments).split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  private func git(_ arguments: [String], input: [UInt8] = []) throws(Failure) -> [UInt8] {
    let result: ChildProcess.Result
    do {
      result = try ChildProcess.run(["git"] + arguments, input: input)
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
