/// Every detector in the house, in the order reports list them.
public enum BuiltInDetectors {
  public static let all: [any Detector] = [
    LexiconDetector(), TextResidueDetector(), PrivacyNumberDetector(),

    PersonalDetector(),

    TypoDetector(), FormatDetector(),
  ]

  /// Every rule the detectors can report, in the same order.
  public static let rules: [Rule] = all.flatMap(\.rules)
}
