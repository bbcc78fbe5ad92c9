/// A position counted in one unit of one view of a text.
///
/// Every view has its own type, so that a mix-up is an error of the compiler and not of the report.
public protocol Offset: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The plain number, in the unit the type names.
  var value: Int { get }
  init(_ value: Int)
}

extension Offset {
  @inlinable
  public static func < (a: Self, b: Self) -> Bool { a.value < b.value }

  /// The position `distance` units further on (or back, when negative).
  @inlinable
  public func advanced(by distance: Int) -> Self { Self(value + distance) }

  public var description: String { "\(Self.self)(\(value))" }
}

/// A byte of the file or buffer as it was handed in, before any decoding.
public struct ByteOffset: Offset {
  public let value: Int
  @inlinable public init(_ value: Int) { self.value = value }
}

/// A UTF-8 byte of the decoded source text: what `range.utf8` of a report counts.
public struct SourceOffset: Offset {
  public let value: Int
  @inlinable public init(_ value: Int) { self.value = value }
}

/// A UTF-8 byte of the text of one part (the visible text of a page, one sheet, one cell run).
///
/// Equal to `SourceOffset` only where a part is the source itself; the part's `SourceMap` knows.
public struct TextOffset: Offset {
  public let value: Int
  @inlinable public init(_ value: Int) { self.value = value }
}

/// A Unicode scalar of the decoded source text: what `range.scalar` of a report counts.
public struct ScalarOffset: Offset {
  public let value: Int
  @inlinable public init(_ value: Int) { self.value = value }
}

/// A UTF-16 code unit of the decoded source text: what `range.utf16` of a report counts.
public struct UTF16Offset: Offset {
  public let value: Int
  @inlinable public init(_ value: Int) { self.value = value }
}

/// A unit of a `FoldedText`. Meaningless without that text.
public struct FoldedOffset: Offset {
  public let value: Int
  @inlinable public init(_ value: Int) { self.value = value }
}

extension Range where Bound: Offset {
  /// How many units the range holds.
  @inlinable public var length: Int { upperBound.value - lowerBound.value }

  /// The range moved by `distance` units.
  @inlinable public func shifted(by distance: Int) -> Range<Bound> {
    lowerBound.advanced(by: distance)..<upperBound.advanced(by: distance)
  }

  /// A range from plain numbers in the unit of `Bound`.
  @inlinable public init(_ plain: Range<Int>) {
    self = Bound(plain.lowerBound)..<Bound(plain.upperBound)
  }

  /// The plain numbers, in the unit of `Bound`.
  @inlinable public var plain: Range<Int> { lowerBound.value..<upperBound.value }
}
