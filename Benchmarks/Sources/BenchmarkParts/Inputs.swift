import Glibc
public import ZhubiAutomaton
import ZhubiText

/// Bytes of a text, followed by nothing.
public final class TextBytes: @unchecked Sendable {
  public let name: String
  public let bytes: UnsafeBufferPointer<UInt8>
  private let memory: UnsafeMutableBufferPointer<UInt8>

  public init(name: String, _ contents: [UInt8]) {
    self.name = name
    memory = .allocate(capacity: max(contents.count, 1))
    _ = memory.initialize(from: contents)
    bytes = UnsafeBufferPointer(start: memory.baseAddress, count: contents.count)
  }

  public convenience init(path: String) throws {
    self.init(name: Files.name(path), try Files.read(path))
  }

  deinit { memory.deallocate() }
}

/// A list of terms, one per line.
public struct TermLines: Sendable {
  public let name: String
  public let lines: [[UInt8]]

  public init(name: String, _ lines: [[UInt8]]) {
    self.name = name
    self.lines = lines
  }

  public init(path: String) throws {
    let all = try Files.read(path)
    self.init(
      name: Files.name(path),
      all.split(separator: 10).map { Array($0.last == 13 ? $0.dropLast() : $0) })
  }

  public func scalars() -> [[UInt32]] {
    lines.map { String(decoding: $0, as: UTF8.self).unicodeScalars.map(\.value) }
  }
}

public enum Files {
  public static func name(_ path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }

  public static func read(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw BenchmarkFailure("cannot read \(path)") }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let size = ftell(file)
    rewind(file)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = fread(buffer.baseAddress, 1, size, file)
    }
  }

  public static func write(_ text: String, to path: String, append: Bool = false) throws {
    guard let file = fopen(path, append ? "ab" : "wb") else {
      throw BenchmarkFailure("cannot write \(path)")
    }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      throw BenchmarkFailure("cannot write \(path)")
    }
  }
}

/// How the engine reads the text.
public enum Fold: String, CaseIterable, Sendable {
  /// Each code point as it is: what the peers do.
  case identity
  /// Folded, nothing vanishes.
  case units
  /// Folded, with everything that may vanish: what Zhubi does.
  case on
}

/// The house's folding as a map of the engine.
public struct FoldMap: Sendable {
  public let map: UnitMap
  private let folding: Folding?

  public init(_ fold: Fold) throws {
    guard fold != .identity else {
      map = .identity
      folding = nil
      return
    }
    let folding = try Folding.computed()
    self.folding = folding
    map = UnitMap(
      units: { scalar in
        var units: [UInt32] = []
        folding.fold(scalar, into: &units)
        return units
      },
      role: { scalar in
        guard fold == .on else { return .plain }
        let roles = folding.roles(of: scalar)
        if roles.isHan { return .han }
        if roles.isSkip { return .skip }
        if roles.isLineBreak { return .lineBreak }
        if roles.isIndent { return .indent }
        if roles.isGlossOpen { return .glossOpen }
        if roles.isGlossClose { return .glossClose }
        if roles.isGlossLetter { return .glossLetter }
        return .plain
      })
  }

  /// Folded units of each line; lines that fold to nothing, or to more than the engine takes, are dropped.
  public func terms(_ list: TermLines) -> [[UInt32]] {
    let scalars = list.scalars()
    guard let folding else { return scalars.filter { !$0.isEmpty && $0.count < 128 } }
    return scalars.map { line in
      var units: [UInt32] = []
      for scalar in line { folding.fold(scalar, into: &units) }
      return units
    }.filter { !$0.isEmpty && $0.count < 128 }
  }
}
