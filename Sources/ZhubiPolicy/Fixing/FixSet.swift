public import ZhubiText

/// The replacements of one document that can be made together, in order of place.
///
/// Of two that share characters the first stays; the other is counted, so that nobody believes that
/// everything was done.
public struct FixSet: Sendable {
  public typealias Fix = ReportedFinding.Fix

  public private(set) var fixes: [Fix] = []
  /// Replacements left out because another one touches the same characters.
  public private(set) var conflicts = 0

  public init(_ findings: [ReportedFinding]) {
    let wanted = findings.flatMap { [$0.fix].compactMap { $0 } + $0.furtherFixes }
    for fix in wanted.sorted(by: { $0.utf8.lowerBound < $1.utf8.lowerBound }) {
      if let last = fixes.last, fix == last { continue }
      if let last = fixes.last, fix.utf8.lowerBound < last.utf8.upperBound {
        conflicts += 1
      } else {
        fixes.append(fix)
      }
    }
  }

  public var isEmpty: Bool { fixes.isEmpty }

  /// The source with every replacement made.
  public func applied(to source: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var position = 0
    for fix in fixes where fix.utf8.upperBound.value <= source.count {
      result += source[position..<fix.utf8.lowerBound.value]
      result += Array(fix.replacement.utf8)
      position = fix.utf8.upperBound.value
    }
    return result + source[position...]
  }

  /// The raw bytes with every replacement made in their own encoding; everything else stays byte
  /// for byte, line ends and byte order mark included.
  ///
  /// - Returns: nil when a replacement has no form in the encoding.
  public func applied(toRaw bytes: [UInt8], decodedAs text: DecodedText) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    for fix in fixes {
      let range = text.byteMap.byteRange(of: fix.utf8).plain
      guard range.upperBound <= bytes.count, range.lowerBound >= position,
        let replacement = text.encoding.encode(fix.replacement)
      else { return nil }
      result += bytes[position..<range.lowerBound]
      result += replacement
      position = range.upperBound
    }
    return result + bytes[position...]
  }
}
