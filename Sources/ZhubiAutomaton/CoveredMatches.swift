extension Array where Element == Match {
  /// Of matches in ascending order, those that leftmost-longest search reports.
  ///
  /// - Complexity: O(count).
  public func leftmostLongest() -> [Match] {
    var kept: [Match] = []
    var free = 0  // first byte behind the last one kept
    var k = 0
    while k < count {
      let start = self[k].start
      var best = k
      // Among equal starts the longest, among equal ranges the first.
      while k < count, self[k].start == start {
        if self[k].end > self[best].end { best = k }
        k += 1
      }
      if start >= free {
        kept.append(self[best])
        free = self[best].end
      }
    }
    return kept
  }

  /// For each of the matches in ascending order the index of another one that covers it, -1 when none
  /// does: one that starts no later, ends no earlier, and is longer.
  ///
  /// Of several covering ones the one that ends last is named, of those the first.
  ///
  /// - Parameter isCover: which matches may cover others, by their index.
  /// - Complexity: O(count).
  public func covering(where isCover: (Int) -> Bool = { _ in true }) -> [Int] {
    var answer = [Int](repeating: -1, count: count)
    var widest = -1  // the cover that ends last, of those that start before the group
    var k = 0
    while k < count {
      var next = k
      while next < count, self[next].start == self[k].start { next += 1 }
      // Within a group of equal starts only a later end covers: from the longest to the shortest.
      var longest = -1
      for j in stride(from: next - 1, through: k, by: -1) {
        if widest >= 0, self[widest].end >= self[j].end { answer[j] = widest }
        if longest >= 0, self[longest].end > self[j].end,
          widest < 0 || self[longest].end > self[widest].end
        {
          answer[j] = longest
        }
        // The first of equal ranges counts; going down, a later one in the loop comes earlier.
        if isCover(j), longest < 0 || self[longest].end == self[j].end { longest = j }
      }
      if longest >= 0, widest < 0 || self[longest].end > self[widest].end { widest = longest }
      k = next
    }
    return answer
  }
}
