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
    let contexts = document.parts.indices.map { index in
      DetectionContext(
        document: document, partIndex: index, folding: lexicon.folding, asOf: asOf,
        selection: selection)
    }
    var findings: [[Finding]] = []
    for context in contexts {
      context.hits = lexicon.hits(in: context)
      var found: [Finding] = []
      for detector in detectors { detector.detect(in: context, into: &found) }
      findings.append(found)
    }
    for detector in detectors { detector.conclude(contexts, into: &findings) }
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
