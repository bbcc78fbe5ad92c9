/// A text in which `⟦…⟧` draws where findings are expected, so that nobody has to count.
public struct MarkedText: Sendable {
  /// The text without the marks.
  public let text: String
  /// UTF-8 byte ranges of the marked stretches in `text`, in order of their opening marks.
  public let utf8Ranges: [Range<Int>]
  /// Unicode scalar ranges of the marked stretches in `text`.
  public let scalarRanges: [Range<Int>]

  public init(_ marked: String) {
    var plain = String.UnicodeScalarView()
    var bytes = 0
    var scalars = 0
    var open: [(index: Int, byte: Int, scalar: Int)] = []
    var found: [(utf8: Range<Int>, scalar: Range<Int>)?] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦":
        open.append((found.count, bytes, scalars))
        found.append(nil)
      case "⟧":
        precondition(!open.isEmpty, "closing mark without an opening one in: \(marked)")
        let start = open.removeLast()
        found[start.index] = (start.byte..<bytes, start.scalar..<scalars)
      default:
        plain.append(scalar)
        bytes += UTF8.width(scalar)
        scalars += 1
      }
    }
    precondition(open.isEmpty, "opening mark without a closing one in: \(marked)")
    text = String(plain)
    utf8Ranges = found.map { $0!.utf8 }
    scalarRanges = found.map { $0!.scalar }
  }
}

extension UTF8 {
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case ..<0x80: 1
    case ..<0x800: 2
    case ..<0x10000: 3
    default: 4
    }
  }
}
