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

extension BuiltInPackFiles {
  /// Everyday words, most frequent first: a term that hits one of them is worth a second look.
  static func commonWords() -> [String] {
    var words: [String] = []
    forEach { path, bytes in
      guard path == "common-words/words.txt" else { return }
      words = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        .filter { !$0.hasPrefix("#") }
    }
    return words
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
      } else if path.hasSuffix(".tsv") {
        packs[packs.count - 1].tables.append(file)
      }
    }
    return packs
  }
}
