import Glibc
public import Zhubi
public import ZhubiDetection
import ZhubiText

/// A text as documents of one size, cut at the ends of lines.
public struct DocumentPile: Sendable {
  public let documents: [Document]
  public let byteCount: Int

  public init(_ text: TextBytes, size: Int) {
    var documents: [Document] = []
    var start = 0
    let bytes = text.bytes
    while start < bytes.count {
      var end = min(bytes.count, start + size)
      while end < bytes.count, bytes[end - 1] != 0x0A { end += 1 }
      let source = Array(bytes[start..<end])
      documents.append(
        Document(id: "\(documents.count)", source: source, parts: [ExtractedPart(plain: source)]))
      start = end
    }
    self.documents = documents
    byteCount = bytes.count
  }
}

/// Some of the detectors, with or without the terms of the lexicon.
public final class DetectorContender: Contender {
  public let name: String
  public let buildSeconds = 0.0
  public let dataBytes = 0
  private let pile: DocumentPile
  private let lexicon: Lexicon
  private let detectors: [any Detector]
  private let isMatching: Bool

  /// - Parameter isMatching: whether the terms of the lexicon are matched and judged first.
  public init(
    _ name: String, _ pile: DocumentPile, _ lexicon: Lexicon, _ detectors: [any Detector],
    isMatching: Bool = false
  ) {
    self.name = name
    self.pile = pile
    self.lexicon = lexicon
    self.detectors = detectors
    self.isMatching = isMatching
  }

  public func run() -> (tally: Tally, seconds: Double) {
    let asOf = AsOf(CalendarDate(year: 2026, month: 1, day: 1)!, origin: .option)
    var tally = Tally()
    let start = Clock.now()
    for document in pile.documents {
      if isMatching {
        let pass = DetectionPass(lexicon: lexicon, detectors: detectors)
        for list in pass.findings(in: document, asOf: asOf, selection: .everything) {
          for finding in list { tally.add(finding.range) }
        }
      } else {
        let context = DetectionContext(
          document: document, partIndex: 0, folding: lexicon.folding, asOf: asOf)
        var findings: [Finding] = []
        for detector in detectors { detector.detect(in: context, into: &findings) }
        for finding in findings { tally.add(finding.range) }
      }
    }
    return (tally, Clock.now() - start)
  }
}

/// The folded view of whole documents, as detectors that read numbers or addresses see it.
public final class FoldedTextContender: Contender {
  public let name = "folded view"
  public let buildSeconds = 0.0
  public let dataBytes = 0
  private let pile: DocumentPile
  private let folding: Folding

  public init(_ pile: DocumentPile, _ lexicon: Lexicon) {
    self.pile = pile
    folding = lexicon.folding
  }

  public func run() -> (tally: Tally, seconds: Double) {
    var tally = Tally()
    let start = Clock.now()
    for document in pile.documents {
      let folded = document.source.withUnsafeBufferPointer {
        FoldedText(
          $0, range: TextOffset(0)..<TextOffset($0.count), folding: folding, joinsLines: true)
      }
      tally.add(folded.units.count, document.source.count)
    }
    return (tally, Clock.now() - start)
  }
}

/// Bytes of an encoding to checked UTF-8 with the way back.
public final class DecodingContender: Contender {
  public let name: String
  public let buildSeconds = 0.0
  public let dataBytes = 0
  private let documents: [[UInt8]]
  private let label: String
  public let byteCount: Int

  public init?(_ pile: DocumentPile, label: String) {
    guard let encoding = TextEncoding(label: label) else { return nil }
    self.label = label
    name = "decoding \(label)"
    documents = pile.documents.compactMap {
      encoding.encode(String(decoding: $0.source, as: UTF8.self))
    }
    guard documents.count == pile.documents.count else { return nil }
    byteCount = documents.reduce(0) { $0 + $1.count }
  }

  public func run() -> (tally: Tally, seconds: Double) {
    var tally = Tally()
    let start = Clock.now()
    for bytes in documents {
      let decoded = TextDecoder().decode(bytes, declared: label)
      tally.add(decoded.utf8.count, bytes.count)
    }
    return (tally, Clock.now() - start)
  }
}

/// Everything `zhubi scan` does with a text in memory: reading, all detectors, the report.
public final class ScanContender: Contender {
  public let name: String
  public let buildSeconds = 0.0
  public let dataBytes = 0
  private let pile: DocumentPile
  private let scanner: TextScanner

  public init(_ name: String, _ pile: DocumentPile, _ lexicon: Lexicon) {
    self.name = name
    self.pile = pile
    scanner = TextScanner(lexicon: lexicon)
  }

  public func run() -> (tally: Tally, seconds: Double) {
    var tally = Tally()
    let start = Clock.now()
    for document in pile.documents {
      let report = scanner.scan(document)
      tally.add(report.findings.count, 0)
    }
    return (tally, Clock.now() - start)
  }
}

extension Tally {
  mutating func add(_ range: Range<TextOffset>) {
    add(range.lowerBound.value, range.upperBound.value)
  }
}
