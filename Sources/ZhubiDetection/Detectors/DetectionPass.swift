public import ZhubiText

/// Runs every detector over every part of one document.
public struct DetectionPass: Sendable {
  public let lexicon: Lexicon
  public let detectors: [any Detector]

  public init(lexicon: Lexicon, detectors: [any Detector] = BuiltInDetectors.all) {
    self.lexicon = lexicon
    self.detectors = detectors
  }

  /// The findings of each part, in order of place. Linear in the length of the document.
  public func findings(
    in document: Document, asOf: AsOf, selection: Selection
  ) -> [[Finding]] {
    findings(in: document, asOf: asOf, selection: selection, isStopped: { false })
  }

  /// The findings of each part, as far as the pass came.
  ///
  /// - Parameter isStopped: asked before every detector on every part. Once it says yes, nothing more
  ///   is looked at, and ``Outcome/isWhole`` of the answer is false.
  public func outcome(
    in document: Document, asOf: AsOf, selection: Selection, isStopped: () -> Bool
  ) -> Outcome {
    var isWhole = true
    let findings = findings(in: document, asOf: asOf, selection: selection) {
      if isWhole, isStopped() { isWhole = false }
      return !isWhole
    }
    return Outcome(findings: findings, isWhole: isWhole)
  }

  /// What a pass found, and whether it looked at everything.
  public struct Outcome: Sendable {
    public var findings: [[Finding]]
    public var isWhole: Bool
  }

  private func findings(
    in document: Document, asOf: AsOf, selection: Selection, isStopped: () -> Bool
  ) -> [[Finding]] {
    let contexts = document.parts.indices.map { index in
      DetectionContext(
        document: document, partIndex: index, folding: lexicon.folding, asOf: asOf,
        selection: selection)
    }
    var findings: [[Finding]] = []
    for context in contexts {
      var found: [Finding] = []
      if !isStopped() { context.hits = lexicon.hits(in: context) }
      for detector in detectors where !isStopped() { detector.detect(in: context, into: &found) }
      findings.append(found)
    }
    // What is concluded from all parts holds for all parts only.
    for detector in detectors where !isStopped() { detector.conclude(contexts, into: &findings) }
    FrameRepeats.tellOnce(&findings, contexts)
    return findings.enumerated().map { index, list in
      // A picture's characters are read with mistakes: what looks at spelling and marks is out.
      let isRecognised = document.parts[index].isRecognised
      return list.filter { finding in
        if isRecognised, finding.rule.family == "format" || finding.rule.family == "typo" {
          return false
        }
        return selection.contains(finding.rule) || finding.evidence != nil
      }.sorted {
        ($0.range.lowerBound, $1.range.upperBound, $0.rule)
          < ($1.range.lowerBound, $0.range.upperBound, $1.rule)
      }
    }
  }
}
