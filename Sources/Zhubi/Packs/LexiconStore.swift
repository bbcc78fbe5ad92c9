public import ZhubiDetection
import ZhubiText

/// Opens lexicons, and keeps compiled ones so that the next process need not compile again.
///
/// A compiled image is stored under the name of its content: built-in packs, added packs, formats
/// and ICU version. Two processes that start at once both write, each to a file of its own that is
/// then renamed, so neither sees half an image. Where nothing can be written, nothing is kept.
public struct LexiconStore: Sendable {
  /// The folder compiled images are kept in; nil keeps none.
  public var folder: String?

  public init(folder: String?) { self.folder = folder }

  /// `$ZHUBI_CACHE`, else `$XDG_CACHE_HOME/zhubi`, else `~/.cache/zhubi`.
  public static func standard() -> LexiconStore {
    if let own = FileSystem.environment("ZHUBI_CACHE") { return LexiconStore(folder: own) }
    if let shared = FileSystem.environment("XDG_CACHE_HOME") {
      return LexiconStore(folder: shared + "/zhubi")
    }
    return LexiconStore(folder: FileSystem.environment("HOME").map { $0 + "/.cache/zhubi" })
  }

  /// The built-in lexicon with layers of an organisation's own packs above it, bottom first.
  public func lexicon(adding layers: [[PackSource]] = []) throws(LexiconError) -> Lexicon {
    let path = folder.map { "\($0)/lexicon-\(Self.key(of: layers)).image" }
    if let path, let bytes = MappedFile.open(path) {
      if let kept = try? Lexicon(mapped: bytes, release: MappedFile.close) { return kept }
    }
    let image = try Self.compile(adding: layers)
    if let path, let folder {
      // A store that cannot be written costs the next start its time, and nothing else.
      try? FileSystem.makeFolder(folder)
      try? FileSystem.replace(path, with: image)
    }
    return try Lexicon(image: image)
  }

  /// Compiles the built-in packs with layers above them.
  public static func compile(adding layers: [[PackSource]]) throws(LexiconError) -> [UInt8] {
    let folding: Folding
    do {
      folding = try Folding.computed()
    } catch {
      throw .engine(reason: "\(error)")
    }
    return try LexiconCompiler(folding: folding, layers: [PackSource.builtIn()] + layers).compile()
  }

  private static func key(of layers: [[PackSource]]) -> String {
    var key = ContentKey()
    key.take(Lexicon.formatSignature)
    BuiltInPackFiles.forEach { path, bytes in
      key.take(path)
      key.take(bytes)
    }
    for (number, layer) in layers.enumerated() {
      key.take("layer \(number)")
      for pack in layer {
        for file in [pack.manifest] + pack.tables {
          key.take(file.path)
          file.bytes.withUnsafeBytes { key.take($0) }
        }
      }
    }
    return key.text
  }
}

/// A name for content: 128 bits that change with every byte.
public struct ContentKey: Sendable {
  private var a: UInt64 = 0x243F_6A88_85A3_08D3
  private var b: UInt64 = 0x1319_8A2E_0370_7344

  public init() {}

  /// Adds a text.
  public mutating func take(_ text: String) {
    var text = text
    text.withUTF8 { take(UnsafeRawBufferPointer($0)) }
  }

  /// Adds bytes: four lanes side by side, so that megabytes of packs cost no start any time.
  public mutating func take(_ bytes: UnsafeRawBufferPointer) {
    var lanes = (a, b, a ^ Self.prime, b &+ Self.prime)
    var index = 0
    func word(_ offset: Int) -> UInt64 {
      bytes.loadUnaligned(fromByteOffset: index + offset, as: UInt64.self)
    }
    while index + 32 <= bytes.count {
      lanes.0 = Self.mix(lanes.0, word(0))
      lanes.1 = Self.mix(lanes.1, word(8))
      lanes.2 = Self.mix(lanes.2, word(16))
      lanes.3 = Self.mix(lanes.3, word(24))
      index += 32
    }
    while index < bytes.count {
      lanes.0 = Self.mix(lanes.0, UInt64(bytes[index]))
      index += 1
    }
    let count = UInt64(bytes.count)
    a = Self.mix(Self.mix(Self.mix(lanes.0, lanes.1), lanes.2), lanes.3 ^ count)
    b = Self.mix(Self.mix(Self.mix(lanes.3, lanes.2), lanes.1), lanes.0 &+ count)
  }

  private static let prime: UInt64 = 0x9E37_79B9_7F4A_7C15

  private static func mix(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    let product = (lane ^ word).multipliedFullWidth(by: prime)
    return (product.high ^ product.low) &+ word
  }

  /// The name, 32 hexadecimal digits.
  public var text: String {
    func hex(_ value: UInt64) -> String {
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    return hex(a) + hex(b)
  }
}

extension LexiconStore {
  /// Everything that is wrong or doubtful in packs, measured against everyday words too.
  public static func lint(_ layers: [[PackSource]]) throws(LexiconError) -> [LexiconDiagnostic] {
    let folding: Folding
    do {
      folding = try Folding.computed()
    } catch {
      throw .engine(reason: "\(error)")
    }
    return LexiconLint(
      compiler: LexiconCompiler(folding: folding, layers: layers),
      commonWords: BuiltInPackFiles.commonWords(), day: .current()
    ).diagnostics()
  }
}
