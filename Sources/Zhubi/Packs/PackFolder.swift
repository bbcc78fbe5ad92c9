public import ZhubiDetection

/// Reads packs from folders.
public enum PackFolder {
  /// Why a folder is no pack.
  public enum Failure: Error, Sendable, CustomStringConvertible {
    case file(FileError)
    case noPack(path: String)

    public var description: String {
      switch self {
      case .file(let error): error.description
      case .noPack(let path): "\(path): no pack.yaml here or one folder below"
      }
    }
  }

  /// The pack in a folder, or the packs in the folders directly below it.
  public static func packs(at path: String) throws(Failure) -> [PackSource] {
    do {
      let names = try FileSystem.names(in: path)
      if names.contains("pack.yaml") { return [try pack(at: path, names: names)] }
      var packs: [PackSource] = []
      for name in names where FileSystem.kind(of: "\(path)/\(name)") == .folder {
        let inner = try FileSystem.names(in: "\(path)/\(name)")
        if inner.contains("pack.yaml") {
          packs.append(try pack(at: "\(path)/\(name)", names: inner))
        }
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

  private static func pack(at path: String, names: [String]) throws(FileError) -> PackSource {
    func file(_ name: String) throws(FileError) -> PackSource.File {
      PackSource.File(path: "\(path)/\(name)", bytes: try FileSystem.read("\(path)/\(name)"))
    }
    var tables: [PackSource.File] = []
    for name in names where name.hasSuffix(".tsv") { tables.append(try file(name)) }
    return PackSource(manifest: try file("pack.yaml"), tables: tables)
  }
}
