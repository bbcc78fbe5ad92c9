/// A pattern over paths with `/` between folders, as ignore files write it.
///
/// `*` and `?` stay inside one name, `**` crosses folders, `[ab]`, `[a-z]` and `[!a]` stand for one
/// character. A pattern without `/` (but at its end) fits at any depth; a pattern that fits a folder
/// fits everything in it. A trailing `/` fits folders only.
public struct PathPattern: Hashable, Sendable, CustomStringConvertible {
  public let text: String
  /// The names between the slashes, each as scalars; `**` stands alone.
  private let names: [[Unicode.Scalar]]
  private let isFolderOnly: Bool

  /// A pattern, or nil when it is empty or has a `[` without `]`.
  public init?(_ text: String) {
    self.text = text
    var body = text.hasPrefix("./") ? String(text.dropFirst(2)) : text
    isFolderOnly = body.hasSuffix("/")
    if isFolderOnly { body.removeLast() }
    let isAnchored = body.contains("/")
    var names = body.split(separator: "/").map { Array($0.unicodeScalars) }
    guard !names.isEmpty else { return nil }
    for name in names where !Self.isBalanced(name) { return nil }
    if !isAnchored { names.insert(Self.any, at: 0) }
    self.names = names
  }

  public var description: String { text }

  /// The path before the first name with a wildcard; empty when the first has one.
  public var literalPrefix: String {
    let literal = names.prefix { name in !name.contains { "*?[".unicodeScalars.contains($0) } }
    var view = String.UnicodeScalarView()
    for (number, name) in literal.enumerated() {
      if number > 0 { view.append("/") }
      view.append(contentsOf: name)
    }
    return String(view)
  }

  /// Whether the file at the path (relative, `/` between folders), or a folder above it, fits.
  public func matches(_ path: String) -> Bool {
    let parts = path.split(separator: "/").map { Array($0.unicodeScalars) }
    let last = isFolderOnly ? parts.count - 1 : parts.count
    guard last > 0 else { return false }
    return (1...last).contains { fits(parts[..<$0], 0) }
  }

  private static let any: [Unicode.Scalar] = ["*", "*"]

  private func fits(_ parts: ArraySlice<[Unicode.Scalar]>, _ index: Int) -> Bool {
    guard index < names.count else { return parts.isEmpty }
    if names[index] == Self.any {
      if index + 1 == names.count { return !parts.isEmpty }
      return (parts.startIndex...parts.endIndex).contains { fits(parts[$0...], index + 1) }
    }
    guard let first = parts.first, Self.fits(first[...], names[index][...]) else { return false }
    return fits(parts.dropFirst(), index + 1)
  }

  /// One name against one pattern, linear but for the last `*` seen.
  private static func fits(
    _ name: ArraySlice<Unicode.Scalar>, _ pattern: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    var (at, place) = (name.startIndex, pattern.startIndex)
    var retry: (name: Int, pattern: Int)?
    while at < name.endIndex {
      if place < pattern.endIndex, pattern[place] == "*" {
        retry = (at, place)
        place += 1
        continue
      }
      if place < pattern.endIndex, let next = one(name[at], pattern, place) {
        at += 1
        place = next
        continue
      }
      guard let last = retry else { return false }
      retry = (last.name + 1, last.pattern)
      at = last.name + 1
      place = last.pattern + 1
    }
    return pattern[place...].allSatisfy { $0 == "*" }
  }

  /// Where the pattern goes on when its element at `place` stands for the scalar.
  private static func one(
    _ scalar: Unicode.Scalar, _ pattern: ArraySlice<Unicode.Scalar>, _ place: Int
  ) -> Int? {
    switch pattern[place] {
    case "?": return place + 1
    case "[":
      var index = place + 1
      let isNegated = pattern[index] == "!" || pattern[index] == "^"
      if isNegated { index += 1 }
      var found = false
      var isFirst = true
      while isFirst || pattern[index] != "]" {
        isFirst = false
        let low = pattern[index]
        if pattern[index + 1] == "-", pattern[index + 2] != "]" {
          found =
            found || (low.value...max(low.value, pattern[index + 2].value)).contains(scalar.value)
          index += 3
        } else {
          found = found || low == scalar
          index += 1
        }
      }
      return found != isNegated ? index + 1 : nil
    case let literal: return literal == scalar ? place + 1 : nil
    }
  }

  private static func isBalanced(_ name: [Unicode.Scalar]) -> Bool {
    var index = 0
    while let open = name[index...].firstIndex(of: "[") {
      var start = open + 1
      if start < name.count, name[start] == "!" || name[start] == "^" { start += 1 }
      guard start < name.count, let close = name[(start + 1)...].firstIndex(of: "]") else {
        return false
      }
      index = close + 1
    }
    return true
  }
}
