import ZhubiDetection
import ZhubiText

/// The text of a part with every piece of personal data masked, whichever finding it is shown for.
struct MaskedText {
  private let utf8: [UInt8]
  /// Stretches to mask, by place, not overlapping.
  private var secrets: [(range: Range<Int>, masking: Masking)] = []

  init(_ utf8: [UInt8], findings: [Finding], reveals: Bool) {
    self.utf8 = utf8
    if reveals { return }
    let masked = findings.compactMap { finding in
      finding.masking.map { (range: finding.range.plain, masking: $0) }
    }
    // The shortest stretch decides how its own characters are shown; what a longer one has left
    // over is hidden altogether.
    let shortestFirst = masked.sorted {
      ($0.range.count, $0.range.lowerBound, $0.masking.shown)
        < ($1.range.count, $1.range.lowerBound, $1.masking.shown)
    }
    for secret in shortestFirst { add(secret) }
  }

  /// Adds the parts of a stretch that no shorter one covers.
  private mutating func add(_ secret: (range: Range<Int>, masking: Masking)) {
    var place = firstSecret(endingAfter: secret.range.lowerBound)
    var position = secret.range.lowerBound
    while position < secret.range.upperBound {
      let next = place < secrets.count ? secrets[place].range : Int.max - 1..<Int.max
      let end = min(next.lowerBound, secret.range.upperBound)
      if position < end {
        let piece = position..<end
        secrets.insert((piece, piece == secret.range ? secret.masking : .all), at: place)
        place += 1
      }
      position = next.upperBound
      place += 1
    }
  }

  /// The text of a stretch. A secret that only partly lies in it shows nothing at all.
  func text(_ range: Range<Int>) -> String {
    let range = range.clamped(to: 0..<utf8.count)
    var result = ""
    var position = range.lowerBound
    for secret in secrets[firstSecret(endingAfter: range.lowerBound)...] {
      if secret.range.lowerBound >= range.upperBound { break }
      let inside = secret.range.clamped(to: range)
      if position < inside.lowerBound { result += plain(position..<inside.lowerBound) }
      let masking = inside == secret.range ? secret.masking : .all
      result += masking.apply(to: plain(inside))
      position = inside.upperBound
    }
    if position < range.upperBound { result += plain(position..<range.upperBound) }
    return result
  }

  private func plain(_ range: Range<Int>) -> String {
    String(decoding: utf8[range], as: UTF8.self)
  }

  private func firstSecret(endingAfter position: Int) -> Int {
    var low = 0
    var high = secrets.count
    while low < high {
      let middle = (low + high) / 2
      if secrets[middle].range.upperBound <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
