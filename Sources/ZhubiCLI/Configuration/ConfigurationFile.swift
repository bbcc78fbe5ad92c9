import Zhubi
import ZhubiReport

/// Finds and reads configurations.
enum ConfigurationFile {
  static let name = ".zhubi.yaml"
  static let ignoreName = ".zhubiignore"
  /// Files that extend one another.
  private static let depthLimit = 16
  private static let sizeLimit = 1 << 20

  /// How a run came by its configuration.
  enum Source: Sendable {
    case option(String)
    case environment(String)
    case found(String)

    /// From the root.
    var path: String {
      switch self {
      case .option(let path), .environment(let path), .found(let path): path
      }
    }
  }

  /// The configuration to read: `--config`, else `ZHUBI_CONFIG`, else the nearest `.zhubi.yaml` in
  /// the folder or above it.
  static func source(option: String?, from folder: String = FilePath.workingFolder) -> Source? {
    if let option { return .option(FilePath.absolute(option)) }
    if let path = FileSystem.environment("ZHUBI_CONFIG") {
      return .environment(FilePath.absolute(path))
    }
    return FilePath.nearest(name, from: folder).map(Source.found)
  }

  /// Reads a configuration and everything it extends, then the ignore file nearest to the folder.
  static func read(
    _ source: Source?, from folder: String = FilePath.workingFolder,
    _ diagnostics: inout ConfigurationDiagnostics
  ) -> Configuration {
    var configuration = Configuration()
    if let source {
      configuration = read(source.path, from: nil, above: [], &diagnostics)
    }
    if let path = FilePath.nearest(ignoreName, from: folder) {
      configuration.ignored += IgnoreFile.read(path, &diagnostics)
    }
    return configuration
  }

  private static func read(
    _ path: String, from place: ConfigurationPlace?, above: [String],
    _ diagnostics: inout ConfigurationDiagnostics
  ) -> Configuration {
    let blamed = place ?? ConfigurationPlace(file: path, line: 1, column: 1)
    let shown = FilePath.shown(path)
    if above.contains(path) || above.count >= depthLimit {
      diagnostics.error(blamed, "extends 互相引用：\(shown)", "extends goes round in circles: \(shown)")
      return Configuration()
    }
    guard let bytes = bytes(of: path, blamed, &diagnostics) else { return Configuration() }
    guard
      let value = YAMLValue.read(
        String(decoding: bytes, as: UTF8.self), file: path, &diagnostics)
    else {
      var empty = Configuration()
      empty.files = [path]
      return empty
    }
    var reader = ConfigurationReader(file: path)
    let own = reader.read(value)
    diagnostics.add(reader.diagnostics)
    var whole = Configuration()
    for base in reader.extended {
      whole.overlay(read(base.value, from: base.place, above: above + [path], &diagnostics))
    }
    whole.overlay(own)
    return whole
  }

  private static func bytes(
    of path: String, _ blamed: ConfigurationPlace, _ diagnostics: inout ConfigurationDiagnostics
  ) -> [UInt8]? {
    let shown = FilePath.shown(path)
    do {
      if let size = FileSystem.size(of: path), size > sizeLimit {
        diagnostics.error(blamed, "配置文件过大：\(shown)", "configuration too large: \(shown)")
        return nil
      }
      let bytes = try FileSystem.read(path)
      guard String(validating: bytes, as: UTF8.self) != nil else {
        diagnostics.error(blamed, "配置文件不是 UTF-8：\(shown)", "configuration is not UTF-8: \(shown)")
        return nil
      }
      return bytes
    } catch {
      diagnostics.error(
        blamed, "读不到配置文件 \(shown)：\(error.reason)",
        "cannot read the configuration \(shown): \(error.reason)")
      return nil
    }
  }
}

extension ConfigurationDiagnostics {
  mutating func add(_ others: ConfigurationDiagnostics) {
    for one in others.list {
      if one.isError {
        error(one.place, one.message.chinese, one.message.english)
      } else {
        warning(one.place, one.message.chinese, one.message.english)
      }
    }
  }
}
