#if canImport(Glibc)
  import Glibc
#endif

extension AttachmentReader {
  /// The programs of the system the helper asks for foreign formats.
  private static let converters = [
    "pdftotext", "antiword", "catdoc", "xls2csv", "catppt", "bsdtar",
  ]

  /// Names what can be read now: changes when the helper or one of the programs it asks comes, goes
  /// or changes. Whoever keeps what was read can tell by it whether to read again.
  public var state: String {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    let folders = path.split(separator: ":")
    let found = Self.converters.compactMap { name in
      folders.lazy.compactMap { Self.stamp("\($0)/\(name)") }.first.map { "\(name) \($0)" }
    }
    return (["\(Self.helperName) \(Self.stamp(helper) ?? "-")"] + found).joined(separator: ", ")
  }

  private static func stamp(_ path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0, access(path, X_OK) == 0 else { return nil }
    return "\(status.st_size).\(status.st_mtim.tv_sec)"
  }
}
