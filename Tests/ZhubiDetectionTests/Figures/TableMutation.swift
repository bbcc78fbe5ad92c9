import Foundation

/// Texts in which one figure of a table was raised by one.
enum TableMutation {
  /// One text for every cell that holds a number, between two stretches of the text.
  static func all(of text: String, from: String, to: String) -> [String] {
    guard let start = text.range(of: from), let end = text.range(of: to) else { return [] }
    let whole = Array(text.unicodeScalars)
    let low = text.unicodeScalars.distance(
      from: text.unicodeScalars.startIndex, to: start.lowerBound)
    let high = text.unicodeScalars.distance(
      from: text.unicodeScalars.startIndex, to: end.lowerBound)
    var changed: [String] = []
    var index = low
    while index < high {
      guard whole[index].properties.numericType == .decimal else {
        index += 1
        continue
      }
      var last = index
      while last < high, whole[last].properties.numericType == .decimal { last += 1 }
      let before = whole[..<index].last { $0 != " " }
      let after = whole[last...].first { $0 != " " }
      if before == "|" || before == "\n", after == "|" || after == "\n" {
        let number = Int(String(String.UnicodeScalarView(whole[index..<last]))) ?? 0
        changed.append(
          String(String.UnicodeScalarView(whole[..<index])) + String(number + 1)
            + String(String.UnicodeScalarView(whole[last...])))
      }
      index = last
    }
    return changed
  }
}
