/// Reads one part of a document and reports what its rules are about.
///
/// A detector is a value without state: it reads no file, no clock and no environment, so the same
/// context always gives the same findings. Cost must stay linear in the length of the part.
public protocol Detector: Sendable {
  /// Everything the detector can report.
  var rules: [Rule] { get }

  /// Looks at one part.
  func detect(in context: DetectionContext, into findings: inout [Finding])

  /// Looks at what only shows over all parts of a document, after every part was read. Findings
  /// are appended to the list of the part they belong to (`findings[i]` goes with `contexts[i]`).
  func conclude(_ contexts: [DetectionContext], into findings: inout [[Finding]])
}

extension Detector {
  public func conclude(_ contexts: [DetectionContext], into findings: inout [[Finding]]) {}
}
