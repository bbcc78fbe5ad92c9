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
    for secret in masked.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      if let last = secrets.last, secret.range.lowerBound < last.range.upperBound {
        // Two findings share characters: hide whatever either of them hides.
        secrets[secrets.count - 1].range =
          last.range.lowerBound..<max(last.range.upperBound, secret.range.upperBound)
        secrets[secrets.count - 1].masking = Masking(
          keepFirst: min(last.masking.keepFirst, secret.masking.keepFirst),
          keepLast: min(last.masking.keepLast, secret.masking.keepLast))
      } else {
        secrets.append(secret)
      }
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
