import BuiltInPacks
public import ZhubiDetection

/// The dictionaries embedded in the binary.
enum BuiltInPackFiles {
  /// Calls the body with every file; nothing is copied.
  static func forEach(_ body: (_ path: String, _ bytes: UnsafeRawBufferPointer) -> Void) {
    for number in 0..<built_in_pack_file_count() {
      guard let file = built_in_pack_file_at(number)?.pointee else { continue }
      body(
        String(cString: file.path), UnsafeRawBufferPointer(start: file.bytes, count: file.length))
    }
  }
}

extension PackSource {
  /// The packs of the house, embedded in the binary.
  public static func builtIn() -> [PackSource] {
    var packs: [PackSource] = []
    BuiltInPackFiles.forEach { path, bytes in
      let file = File(path: path, bytes: Array(bytes))
      if path.hasSuffix("/pack.yaml") {
        packs.append(PackSource(manifest: file, tables: []))
      } else {
        packs[packs.count - 1].tables.append(file)
      }
    }
    return packs
  }
}
