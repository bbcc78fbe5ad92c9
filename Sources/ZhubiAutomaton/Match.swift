/// One occurrence of one term.
public struct Match: Hashable, Sendable {
  /// Byte position in the scanned UTF-8 where the first character of the occurrence begins.
  public var start: Int
  /// Byte position in the scanned UTF-8 just behind the last character of the occurrence.
  ///
  /// A character that becomes several units belongs to the occurrence as a whole even when only some
  /// of its units do; characters that vanish inside the occurrence lie within the range.
  public var end: Int
  /// Index of the term in the list the image was built from.
  public var term: Int

  @inlinable
  public init(start: Int, end: Int, term: Int) {
    self.start = start
    self.end = end
    self.term = term
  }

  /// The bytes of the scanned UTF-8 that the occurrence covers.
  @inlinable
  public var utf8Range: Range<Int> { start..<end }
}

extension Match: Comparable {
  /// Ascending by start, then end, then term.
  @inlinable
  public static func < (a: Match, b: Match) -> Bool {
    if a.start != b.start { return a.start < b.start }
    if a.end != b.end { return a.end < b.end }
    return a.term < b.term
  }
}

/// Which of the matches that overlap are reported.
public enum MatchSemantics: Sendable, Hashable {
  /// All of them.
  case overlapping
  /// From left to right the one that starts first, among those the longest, among those of equal
  /// range the one with the smallest term index; the next one starts at or behind its end.
  case leftmostLongest
}

/// The code that runs the scan. All of them give the same matches.
public enum Kernel: Sendable, Hashable, CaseIterable {
  /// The fastest one this machine can run.
  case best
  /// C with AVX-512 (F, BW, VL, VBMI, VBMI2) and BMI2.
  case avx512
  /// C with AVX2 and BMI2.
  case avx2
  /// C without assumptions about the processor.
  case portable
  /// Swift without vector types: the twin of the others.
  case swift
}
