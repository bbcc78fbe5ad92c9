public import ZhubiPolicy
import ZhubiText

/// Scans a text too large to be held at once, window by window.
///
/// Windows end at line breaks where there are any; a line longer than a window is cut between two
/// characters, and the next window begins `overlap` bytes earlier, so that nothing that straddles
/// the cut is missed. Positions count from the beginning of the whole text. Memory is bounded by the
/// window, not by the text.
public struct WindowedScan: Sendable {
  /// Bytes read at a time.
  public var window: Int
  /// Bytes of the line before a cut that the next window sees again; half of it must hold whatever
  /// a context looks at to one side of a hit.
  public var overlap: Int
  /// Findings kept of one document; more are only counted, and that is reported.
  public var findingLimit: Int

  public init(window: Int = 8 << 20, overlap: Int = 4 << 10, findingLimit: Int = 10_000) {
    self.window = window
    self.overlap = overlap
    self.findingLimit = findingLimit
  }

  /// Reads the file to its end and makes one report of it.
  ///
  /// - Parameters:
  ///   - isStopped: asked before every window, as that of the options is; a scan that is stopped is
  ///     incomplete.
  ///   - next: gives the next bytes, at most as many as asked for; empty at the end.
  public func scan(
    id: String, scanner: TextScanner, options: TextScanner.Options,
    isStopped: () -> Bool = { false },
    next: (Int) throws(FileError) -> [UInt8]
  ) throws(FileError) -> DocumentReport {
    var merged: DocumentReport?
    var origin = SourcePosition.zero
    var carried: [UInt8] = []
    var seen = 0
    var declared: String?
    var dropped = 0
    var directives = InlineDirectives()
    // Found at the end of the last window, to be judged again by the next.
    var postponed: [ReportedFinding] = []
    while true {
      if isStopped() || options.isStopped?() == true {
        var stopped = merged ?? scanner.everything(in: Document(id: id, text: ""), options: options)
        stopped.findings += postponed
        stopped.stop(at: origin.utf8)
        merged = stopped
        break
      }
      let fresh = try next(window)
      var bytes = carried + fresh
      let isLast = fresh.count < window
      if bytes.isEmpty, merged != nil { break }
      let cut = isLast ? bytes.count : Self.cut(bytes)
      let endsAtLine = isLast || (cut > 0 && bytes[cut - 1] == 0x0A)
      let rest = Array(bytes[cut...])
      bytes.removeSubrange(cut...)

      var document = DocumentReader().read(bytes, id: id, format: .text, declaredCharset: declared)
      declared = declared ?? document.encoding
      document.origin = origin
      // The whole text is judged by the day its beginning gave it.
      if let first = merged { document.record.date = first.asOf.date }
      var report = scanner.everything(in: document, options: options)
      directives.read(document.source, origin: origin)
      let end = origin.utf8 + document.source.count
      // What ends in the second half of the overlap is judged by the next window, which sees what
      // follows it; what the window before has judged is not judged again.
      let judged = endsAtLine ? end : max(seen, end - overlap / 2)
      report.findings.removeAll { finding in
        finding.utf8.upperBound.value <= seen && finding.utf8.upperBound.value > 0
      }
      postponed = report.findings.filter { $0.utf8.upperBound.value > judged }
      report.findings.removeAll { $0.utf8.upperBound.value > judged }
      Self.merge(report, into: &merged, limit: findingLimit, dropped: &dropped)

      let tail = endsAtLine ? 0 : Self.overlapLength(document.source, wanted: overlap)
      origin = origin.advanced(over: document.source.dropLast(tail))
      seen = judged
      carried = Array(document.source.suffix(tail)) + rest
      if isLast { break }
    }
    guard var report = merged else {
      return scanner.scan(Document(id: id, text: ""), options: options)
    }
    if dropped > 0 {
      report.problems.append(DocumentReport.limitReached(findingLimit, dropped: dropped))
      report.verdict = .incomplete
    }
    var whole = DocumentReport(
      document: id,
      verdict: report.verdict == .incomplete
        ? .incomplete
        : .over(report.findings.map(\.severity), failOn: options.failOn, isComplete: true),
      findings: report.findings, asOf: report.asOf, encoding: report.encoding,
      bytes: report.bytes, problems: report.problems, profile: report.profile,
      failOn: report.failOn,
      suppressedFindings: report.suppressedFindings)
    scanner.judge(&whole, directives, options)
    return whole
  }

  private static func merge(
    _ report: DocumentReport, into merged: inout DocumentReport?, limit: Int, dropped: inout Int
  ) {
    guard merged != nil else {
      merged = report
      return
    }
    let room = max(0, limit - merged!.findings.count)
    dropped += max(0, report.findings.count - room)
    merged!.findings += report.findings.prefix(room)
    merged!.bytes += report.bytes
    merged!.problems += report.problems
    merged!.suppressedFindings += report.suppressedFindings
    if report.verdict == .incomplete { merged!.verdict = .incomplete }
  }

  /// Where the window ends: behind its last line break, else between two characters.
  private static func cut(_ bytes: [UInt8]) -> Int {
    if let newline = bytes.lastIndex(of: 0x0A), newline > bytes.count / 2 { return newline + 1 }
    var end = bytes.count
    while end > bytes.count - 4, end > 0, bytes[end - 1] & 0xC0 == 0x80 { end -= 1 }
    if end > 0, bytes[end - 1] >= 0xC0 { end -= 1 }
    return end == 0 ? bytes.count : end
  }

  private static func overlapLength(_ bytes: [UInt8], wanted: Int) -> Int {
    var length = min(wanted, bytes.count)
    while length > 0, length < bytes.count, bytes[bytes.count - length] & 0xC0 == 0x80 {
      length -= 1
    }
    return length
  }
}

extension DocumentReport {
  /// Notes that the rest of the document was not read because somebody stopped the run.
  fileprivate mutating func stop(at byte: Int) {
    problems.append(
      ReadingProblem(
        .limitReached, chinese: "扫描被中断，第 \(byte) 字节之后未读",
        english: "the scan was stopped; nothing behind byte \(byte) was read"))
    verdict = .incomplete
  }

  /// Notes that somebody stopped the scan before everything was looked for everywhere.
  mutating func stop() {
    problems.append(
      ReadingProblem(
        .limitReached, chinese: "扫描被中断，文档未检查完",
        english: "the scan was stopped before all of the document was checked"))
    verdict = .incomplete
  }
}

extension SourcePosition {
  /// The position behind these bytes.
  func advanced(over bytes: ArraySlice<UInt8>) -> SourcePosition {
    var position = self
    position.utf8 += bytes.count
    var previous: UInt8 = 0
    for byte in bytes {
      if byte & 0xC0 != 0x80 {
        position.scalar += 1
        position.utf16 += byte >= 0xF0 ? 2 : 1
        position.column += 1
      }
      if byte == 0x0A || previous == 0x0D {
        if !(byte == 0x0A && previous == 0x0D) || byte == 0x0A { position.line += 1 }
        position.column = byte == 0x0A ? 0 : 1
      }
      previous = byte
    }
    return position
  }
}
