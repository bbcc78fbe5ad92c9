import ZhubiDetection
public import ZhubiText

/// The `zhubi:ignore` comments of one source, read window by window.
///
/// Two forms are comments: `<!-- zhubi:ignore … -->` anywhere, and a line of its own that begins
/// with `#` or `//`. Everything else that looks alike is text.
public struct InlineDirectives: Sendable {
  /// Comments obeyed in one document.
  static let limit = 1_000
  /// Bytes of the longest comment.
  static let lengthLimit = 4_096
  /// Bytes of the longest line a line form may speak of: in a page written as one line, it would
  /// hide more than its author sees.
  static let lineLimit = 4_096

  private(set) var list: [InlineDirective] = []
  /// Directives about the next line that has text.
  private var waiting: [Int] = []
  /// Blocks begun and not ended.
  private var open: [Int] = []
  private var seen = 0
  private var isFull = false

  public init() {}

  public var isEmpty: Bool { list.isEmpty }

  /// Reads the next stretch of the source; stretches may overlap.
  public mutating func read(_ source: [UInt8], origin: SourcePosition = .zero) {
    if isFull { return }
    let base = origin.utf8
    var found: [InlineDirective] = []
    source.withUnsafeBufferPointer { bytes in
      var index = 0
      while found.count <= Self.limit, let place = Self.next(bytes, from: index) {
        index = place + Self.needle.count
        guard place + base >= seen, let comment = Self.comment(around: place, in: bytes) else {
          continue
        }
        index = max(index, comment.range.upperBound)
        var directive = InlineDirective(
          kind: .ignore, range: comment.range.lowerBound + base..<comment.range.upperBound + base,
          start: .first, end: .first, scalars: 0..<0, utf16: 0..<0)
        if comment.hasEnd {
          var grammar = DirectiveGrammar(
            source[place + Self.needle.count..<comment.content.upperBound])
          grammar.read(into: &directive, base: base)
        } else {
          directive.faults.append(.noEnd)
        }
        found.append(directive)
      }
    }
    if !found.isEmpty { locate(&found, in: source, origin) }
    if !found.isEmpty || !waiting.isEmpty { place(found, in: source, base) }
    seen = max(seen, base + source.count)
  }

  /// Settles what only the end of the source settles.
  mutating func finish() {
    for index in open { list[index].faults.append(.unclosedBlock) }
    for index in waiting { list[index].faults.append(.nothingFollows) }
    open = []
    waiting = []
  }

  private func locate(
    _ found: inout [InlineDirective], in source: [UInt8], _ origin: SourcePosition
  ) {
    let base = origin.utf8
    let locator = SourceLocator(
      source,
      positions: found.flatMap { [$0.range.lowerBound - base, $0.range.upperBound - base] },
      origin: origin)
    for index in found.indices {
      let start = locator[found[index].range.lowerBound - base]
      let end = locator[found[index].range.upperBound - base]
      found[index].start = start.reported
      found[index].end = end.reported
      found[index].scalars = start.scalar..<end.scalar
      found[index].utf16 = start.utf16..<end.utf16
    }
  }

  /// Gives every directive the stretch it is about.
  private mutating func place(_ found: [InlineDirective], in source: [UInt8], _ base: Int) {
    let lines = LineIndex(source)
    func begin(_ index: Int) -> Int? {
      index < found.count ? found[index].range.lowerBound - base : nil
    }
    settleWaiting(in: source, lines, from: 0, base, found, next: begin(0))
    for (number, one) in found.enumerated() {
      var directive = one
      if list.count >= Self.limit {
        directive.faults = [.tooMany(limit: Self.limit)]
        list.append(directive)
        isFull = true
        return
      }
      let first = lines.range(ofLine: lines.line(containing: directive.range.lowerBound - base))
      let last = lines.range(ofLine: lines.line(containing: directive.range.upperBound - 1 - base))
      let whole = first.lowerBound..<last.upperBound
      switch directive.kind {
      case .ignore where !directive.isObeyed, .nextLine where !directive.isObeyed: break
      case .ignore where hasText(whole, in: source, besides: found, base):
        directive.take(line: whole, base)
      case .ignore, .nextLine: waiting.append(list.count)
      case .begin: open.append(list.count)
      case .end:
        if let begun = open.popLast() {
          list[begun].scope = list[begun].range.upperBound..<directive.range.lowerBound
        } else {
          directive.faults.append(.strayEnd)
        }
      }
      list.append(directive)
      settleWaiting(
        in: source, lines, from: last.upperBound, base, found, next: begin(number + 1))
    }
  }

  /// Finds the next line with text for the directives that wait for one. Stops at a line that holds
  /// nothing but the next directive.
  private mutating func settleWaiting(
    in source: [UInt8], _ lines: LineIndex, from start: Int, _ base: Int,
    _ found: [InlineDirective], next: Int?
  ) {
    var position = start
    while !waiting.isEmpty, position < source.count {
      let line = lines.range(ofLine: lines.line(containing: position))
      position = line.upperBound
      if let next, line.contains(next) {
        guard hasText(line, in: source, besides: found, base) else { return }
      } else if source[line].allSatisfy(Self.isBlank) {
        continue
      }
      for index in waiting { list[index].take(line: line, base) }
      waiting = []
    }
  }

  private func hasText(
    _ whole: Range<Int>, in source: [UInt8], besides found: [InlineDirective], _ base: Int
  ) -> Bool {
    let startsWithMark = whole.lowerBound == 0 && source.starts(with: [0xEF, 0xBB, 0xBF])
    var position = startsWithMark ? 3 : whole.lowerBound
    for directive in found where directive.range.upperBound - base > position {
      let range = directive.range.lowerBound - base..<directive.range.upperBound - base
      if range.lowerBound >= whole.upperBound { break }
      if source[position..<max(position, range.lowerBound)].contains(where: { !Self.isBlank($0) }) {
        return true
      }
      position = range.upperBound
    }
    return source[position..<max(position, whole.upperBound)].contains { !Self.isBlank($0) }
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}

extension InlineDirective {
  /// Makes the line the stretch it is about, unless the line is too long to be meant as a whole.
  fileprivate mutating func take(line: Range<Int>, _ base: Int) {
    if line.count > InlineDirectives.lineLimit {
      faults.append(.lineTooLong)
    } else {
      scope = line.lowerBound + base..<line.upperBound + base
    }
  }
}

extension ReportedFinding.Place {
  static let first = ReportedFinding.Place(line: 1, column: 1, utf8Column: 1, utf16Column: 1)
}
