public import ZhubiDetection

/// Reads packs from folders.
public enum PackFolder {
  /// Why a folder is no pack.
  public enum Failure: Error, Sendable, CustomStringConvertible {
    case file(FileError)
    case noPack(path: String)
    /// The register of documents holds faults.
    case faulty([LexiconDiagnostic])

    public var description: String {
      switch self {
      case .faulty(let faults):
        faults.map { "\($0.file):\($0.line): \($0.message.chinese) \($0.message.english)" }
          .joined(separator: "\n")
      case .file(let error): error.description
      case .noPack(let path): "\(path): no pack.yaml here or one folder below"
      }
    }
  }

  /// The pack in a folder, or the packs in the folders directly below it.
  public static func packs(at path: String) throws(Failure) -> [PackSource] {
    do {
      let names = try FileSystem.names(in: path)
      if isPack(names) { return try packs(at: path, names: names) }
      var packs: [PackSource] = []
      for name in names where FileSystem.kind(of: "\(path)/\(name)") == .folder {
        let inner = try FileSystem.names(in: "\(path)/\(name)")
        if isPack(inner) { packs += try Self.packs(at: "\(path)/\(name)", names: inner) }
      }
      if packs.isEmpty { throw Failure.noPack(path: path) }
      return packs
    } catch let error as FileError {
      throw .file(error)
    } catch let error as Failure {
      throw error
    } catch {
      throw .noPack(path: path)
    }
  }

  /// One layer for each path, in the order given.
  public static func layers(at paths: [String]) throws(Failure) -> [[PackSource]] {
    var layers: [[PackSource]] = []
    for path in paths { layers.append(try packs(at: path)) }
    return layers
  }

  /// An organisation's register of its own documents.
  static let register = "documents.tsv"

  private static func isPack(_ names: [String]) -> Bool {
    names.contains("pack.yaml") || names.contains(register)
  }

  /// The pack of a folder, and behind it what its register of documents says.
  private static func packs(at path: String, names: [String]) throws -> [PackSource] {
    func file(_ name: String) throws(FileError) -> PackSource.File {
      PackSource.File(path: "\(path)/\(name)", bytes: try FileSystem.read("\(path)/\(name)"))
    }
    var packs: [PackSource] = []
    if names.contains("pack.yaml") {
      var tables: [PackSource.File] = []
      for name in names where name.hasSuffix(".tsv") && name != register {
        tables.append(try file(name))
      }
      packs.append(PackSource(manifest: try file("pack.yaml"), tables: tables))
    }
    if names.contains(register) {
      let documents = DocumentRegister(try file(register))
      if !documents.diagnostics.isEmpty { throw Failure.faulty(documents.diagnostics) }
      packs.append(documents.pack)
    }
    return packs
  }
}
