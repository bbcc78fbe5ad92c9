import ZhubiText

/// Reads a text as an editor of official documents does: numbers of documents, dates, marks,
/// figures, levels, repetitions.
public struct FormatDetector: Detector {
  private let checks: [any FormatCheck] = Self.all

  public init() {}

  /// Every check, in the order reports list their rules.
  static let all: [any FormatCheck] = [
    DocumentNumberCheck(), DateFormCheck(), DateLogicCheck(), SignatureDateCheck(),
    ListMarksCheck(), HalfWidthCheck(),
    BalanceCheck(), NestingCheck(), RepeatedMarksCheck(), RangeDashCheck(), LineFormCheck(),
    SpaceCheck(), RangeFiguresCheck(), WordedNumbersCheck(), UnitCheck(), SequenceCheck(),
    CountCheck(), AttachmentCheck(), TitleWordsCheck(), WordRepetitionCheck(),
    SmallRepetitionCheck(), ParagraphEndCheck(), SumCheck(), PercentCheck(),
    AnnualReportCheck(), TableTotalsCheck(), NameVariantCheck(), MetadataCheck(), TitleCheck(),
  ]

  public var rules: [Rule] { checks.flatMap(\.rules) }

  public func detect(in context: DetectionContext, into findings: inout [Finding]) {
    switch context.part.kind {
    case .body, .title: break
    case .alternative, .metadata, .hidden, .link, .code: return
    }
    guard !context.utf8.isEmpty else { return }
    let page = context.page
    for check in checks { check.check(page, into: &findings) }
  }
}
