import ZhubiText

/// Tries the regular expression of an entry around the place where its literal stands.
enum PatternMatcher {
  /// The stretch the expression covers, when it covers the literal's place. Works on the line as it
  /// stands, Unicode scalar by scalar.
  static func range(
    of entry: LexiconEntry, around literal: Range<TextOffset>, in context: DetectionContext
  ) -> Range<TextOffset>? {
    guard let pattern = entry.pattern,
      let expression = try? Regex(pattern).matchingSemantics(.unicodeScalar)
    else { return nil }
    let scene = HitScene(context: context, range: literal, entry: entry)
    let line = context.text(scene.line)
    for match in line.matches(of: expression) {
      let start = line.utf8.distance(from: line.startIndex, to: match.range.lowerBound)
      let end = line.utf8.distance(from: line.startIndex, to: match.range.upperBound)
      let found = Range<TextOffset>(start..<end).shifted(by: scene.line.lowerBound.value)
      if found.lowerBound <= literal.lowerBound, literal.upperBound <= found.upperBound {
        return found
      }
    }
    return nil
  }
}
