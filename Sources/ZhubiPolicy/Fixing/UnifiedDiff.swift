import ZhubiText

/// Shows replacements the way `diff -u` does, so that they can be read, kept, and applied with
/// `patch`.
public struct UnifiedDiff: Sendable {
  /// Lines shown around a change.
  public var context = 3

  public init() {}

  /// The difference a set of replacements makes; empty when there is none.
  public func text(of fixes: FixSet, in source: [UInt8], name: String) -> String {
    let lines = LineIndex(source)
    let changes = changes(fixes, lines, source)
    guard !changes.isEmpty else { return "" }
    var text = "--- \(name)\n+++ \(name)\n"
    var added = 0
    var index = 0
    while index < changes.count {
      var last = index
      while last + 1 < changes.count,
        changes[last + 1].lines.lowerBound - changes[last].lines.upperBound <= 2 * context
      {
        last += 1
      }
      text += hunk(Array(changes[index...last]), lines, source, added: &added)
      index = last + 1
    }
    return text
  }

  private struct Change {
    var lines: Range<Int>
    var replacement: [Substring]
  }

  /// Groups of lines that change, with what they become.
  private func changes(_ fixes: FixSet, _ lines: LineIndex, _ source: [UInt8]) -> [Change] {
    var groups: [(lines: Range<Int>, fixes: [FixSet.Fix])] = []
    for fix in fixes.fixes where fix.utf8.upperBound.value <= source.count {
      let first = lines.line(containing: fix.utf8.lowerBound.value)
      let last = lines.line(
        containing: max(fix.utf8.lowerBound.value, fix.utf8.upperBound.value - 1))
      if let group = groups.last, first < group.lines.upperBound {
        groups[groups.count - 1].lines =
          group.lines
          .lowerBound..<max(
            group.lines.upperBound, last + 1)
        groups[groups.count - 1].fixes.append(fix)
      } else {
        groups.append((first..<last + 1, [fix]))
      }
    }
    return groups.map { group in
      let start = lines.range(ofLine: group.lines.lowerBound).lowerBound
      let end = lines.range(ofLine: group.lines.upperBound - 1).upperBound
      var text: [UInt8] = []
      var position = start
      for fix in group.fixes {
        text += source[position..<fix.utf8.lowerBound.value]
        text += Array(fix.replacement.utf8)
        position = fix.utf8.upperBound.value
      }
      text += source[position..<end]
      var replacement = String(decoding: text, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      if replacement.last == "" { replacement.removeLast() }
      return Change(lines: group.lines, replacement: replacement)
    }
  }

  private func hunk(
    _ changes: [Change], _ lines: LineIndex, _ source: [UInt8], added: inout Int
  ) -> String {
    let first = max(0, changes[0].lines.lowerBound - context)
    let last = min(realLines(lines), changes[changes.count - 1].lines.upperBound + context)
    var body = ""
    var line = first
    for change in changes {
      for kept in line..<change.lines.lowerBound { body += " \(content(kept, lines, source))\n" }
      for old in change.lines { body += "-\(content(old, lines, source))\n" }
      for new in change.replacement { body += "+\(new)\n" }
      line = change.lines.upperBound
    }
    for kept in line..<max(line, last) { body += " \(content(kept, lines, source))\n" }
    let growth = changes.reduce(0) { $0 + $1.replacement.count - $1.lines.count }
    let header =
      "@@ -\(first + 1),\(last - first) +\(first + 1 + added),\(last - first + growth) @@\n"
    added += growth
    return header + body
  }

  /// A text that ends with a line break has no line behind it.
  private func realLines(_ lines: LineIndex) -> Int {
    lines.range(ofLine: lines.count - 1).isEmpty ? lines.count - 1 : lines.count
  }

  private func content(_ line: Int, _ lines: LineIndex, _ source: [UInt8]) -> String {
    var range = lines.range(ofLine: line)
    if range.upperBound > range.lowerBound, source[range.upperBound - 1] == 0x0A {
      range = range.lowerBound..<range.upperBound - 1
    }
    return String(decoding: source[range], as: UTF8.self)
  }
}
