import AttachmentExchange

#if canImport(Glibc)
  import Glibc
#endif

/// Turns the office formats of before 2007 into today's, with LibreOffice where it is installed: the
/// small programs for those formats know neither headers nor comments nor what is hidden.
struct OfficeConversion {
  let budget: Budget

  /// The settings it runs with: no macros, nothing fetched from elsewhere.
  private static let settings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry">
    <item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
    <prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
    <item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
    <prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
    <item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
    <prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
    <item oor:path="/org.openoffice.Office.Common/Security/Scripting">\
    <prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
    </oor:items>
    """

  /// The program itself: what lies on the path only starts it, and could not be stopped with it.
  static var program: String? {
    guard let starter = Converter.installed(["soffice", "libreoffice"]),
      let path = realpath(starter, nil)
    else { return nil }
    defer { free(path) }
    let real = String(cString: path)
    let binary = String(real[...(real.lastIndex(of: "/") ?? real.startIndex)]) + "soffice.bin"
    return access(binary, X_OK) == 0 ? binary : nil
  }

  /// The converted file; nil when the program is not there or made nothing of it.
  func convert(_ bytes: [UInt8], from ending: String, to kind: String) throws(Refusal) -> [UInt8]? {
    guard let program = Self.program else { return nil }
    var template = Array("/tmp/zhubi-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw Refusal(.unreadable, "无法建立临时文件夹", "no temporary folder could be made")
    }
    let folder = String(cString: made)
    defer { Self.remove(folder) }
    mkdir("\(folder)/profile", 0o700)
    mkdir("\(folder)/profile/user", 0o700)
    guard
      Self.write(
        Array(Self.settings.utf8), to: "\(folder)/profile/user/registrymodifications.xcu"),
      Self.write(bytes, to: "\(folder)/in.\(ending)")
    else { throw Refusal(.unreadable, "无法写临时文件", "no temporary file could be written") }
    let arguments = [
      program, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo",
      "-env:UserInstallation=file://\(folder)/profile", "--convert-to", kind, "--outdir", folder,
      "\(folder)/in.\(ending)",
    ]
    // 81: its profile is new, and it wants to be started again.
    for _ in 0..<2 {
      let result = try Converter(budget: budget).run(arguments, input: [])
      if result.status != 81 { break }
    }
    return Self.read("\(folder)/in.\(kind)", upTo: budget.limits.unpackedBytes)
  }

  private static func write(_ bytes: [UInt8], to path: String) -> Bool {
    guard let file = fopen(path, "wb") else { return false }
    let written = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    return fclose(file) == 0 && written == bytes.count
  }

  private static func read(_ path: String, upTo limit: Int) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return all.isEmpty ? nil : all }
      all += buffer[..<count]
      if all.count > limit { return nil }
    }
  }

  /// Removes a folder with all it holds; links are removed, never followed.
  private static func remove(_ path: String) {
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, let list = opendir(path) {
      while let entry = readdir(list) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { remove("\(path)/\(name)") }
      }
      closedir(list)
    }
    _ = Glibc.remove(path)
  }
}
