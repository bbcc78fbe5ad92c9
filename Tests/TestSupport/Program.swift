public import Foundation

/// Runs one of the repository's executables in a scratch folder of its own.
public struct Program {
  /// What a run left behind.
  public struct Result: Sendable {
    public var status: Int32
    public var output: String
    public var errors: String
  }

  public let name: String
  /// The folder the program runs in; gone when the value is.
  public let folder: URL
  public var environment: [String: String]

  /// - Parameter name: the product, as built beside the tests.
  public init(_ name: String) throws {
    self.name = name
    folder = FileManager.default.temporaryDirectory.appending(path: "zhubi-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "HOME": folder.path, "LANG": "zh_CN.UTF-8", "TZ": "Asia/Shanghai",
      "ZHUBI_CACHE": FileManager.default.temporaryDirectory.appending(path: "zhubi-test-cache")
        .path,
    ]
  }

  /// Where the executables of this build are.
  public static let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()

  /// Puts a file into the scratch folder.
  public func write(_ path: String, _ text: String) throws {
    try write(path, Data(text.utf8))
  }

  public func write(_ path: String, _ data: Data) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  public func read(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  /// Runs the program to its end.
  public func run(_ arguments: [String], input: Data? = nil) throws -> Result {
    try Self.run(
      Self.products.appending(path: name), arguments, in: folder, environment: environment,
      input: input)
  }

  public func run(_ arguments: String..., input: String? = nil) throws -> Result {
    try run(arguments, input: input.map { Data($0.utf8) })
  }

  /// Runs any executable; output goes through files, so that nothing can block.
  public static func run(
    _ executable: URL, _ arguments: [String], in folder: URL, environment: [String: String],
    input: Data? = nil
  ) throws -> Result {
    let id = UUID().uuidString
    let scratch = FileManager.default.temporaryDirectory
    let (out, err, stdin) = (
      scratch.appending(path: "\(id).out"), scratch.appending(path: "\(id).err"),
      scratch.appending(path: "\(id).in")
    )
    for file in [out, err] { try Data().write(to: file) }
    try (input ?? Data()).write(to: stdin)
    defer { for file in [out, err, stdin] { try? FileManager.default.removeItem(at: file) } }
    let child = try Child(
      executable, arguments, in: folder, environment: environment, input: .file(stdin),
      output: .file(out), errors: .file(err))
    let status: Int32 = if case .exit(let status) = try child.wait() { status } else { -1 }
    return Result(
      status: status,
      output: String(decoding: try Data(contentsOf: out), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: err), as: UTF8.self))
  }

  /// Starts the program and leaves it running.
  public func start(
    _ arguments: [String], with more: [String: String] = [:], input: Child.Stream = .nothing,
    output: Child.Stream = .nothing, errors: Child.Stream = .nothing
  ) throws -> Child {
    try Child(
      Self.products.appending(path: name), arguments, in: folder,
      environment: environment.merging(more) { $1 }, input: input, output: output, errors: errors)
  }

  /// Removes the scratch folder.
  public func clean() { try? FileManager.default.removeItem(at: folder) }
}
