/// A case as its record tells it.
public struct ReviewCase: Sendable {
  /// Its number, from 1.
  public let number: Int
  public let opening: ReviewOpening
  public let time: String
  /// What was decided last about each finding.
  public private(set) var settled: [Int: ReviewSettlement] = [:]
  /// All signatures, in order.
  public private(set) var signatures: [(signature: ReviewSignature, time: String)] = []

  /// Why something may not be written down.
  public enum Refusal: Error, Sendable, Equatable {
    case noSuchCase
    case noSuchFinding
    case nameNeeded
    case reasonNeeded
    /// The stage that is due.
    case notDue(ReviewStage?)
    /// The same person signs two reviews.
    case samePerson
    /// So many grave findings are not settled.
    case unsettled(Int)
    /// It is signed by all; nothing more is written.
    case closed
  }

  init(number: Int, opening: ReviewOpening, time: String) {
    self.number = number
    self.opening = opening
    self.time = time
  }

  /// The approvals of the round that runs: a text that is returned begins again.
  public var round: [(signature: ReviewSignature, time: String)] {
    let start = signatures.lastIndex { $0.signature.decision == .returned }.map { $0 + 1 } ?? 0
    return Array(signatures[start...])
  }

  /// The review that is due; nil when all three are signed.
  public var due: ReviewStage? {
    guard let last = round.last else { return .first }
    return last.signature.stage.next
  }

  /// Findings at `error` or `block` nobody has decided about.
  public var unsettled: Int {
    opening.findings.indices.count { number in
      ["error", "block"].contains(opening.findings[number].severity)
        && (settled[number] == nil || settled[number]?.disposition == .reopened)
    }
  }

  func check(_ settlement: ReviewSettlement) throws(Refusal) {
    guard due != nil else { throw .closed }
    guard opening.findings.indices.contains(settlement.finding) else { throw .noSuchFinding }
    if Self.name(settlement.reviewer).isEmpty { throw .nameNeeded }
    let hasReason = settlement.reason.unicodeScalars.contains { !$0.properties.isWhitespace }
    if settlement.disposition == .kept, !hasReason { throw .reasonNeeded }
  }

  func check(_ signature: ReviewSignature) throws(Refusal) {
    guard let due else { throw .closed }
    guard signature.stage == due else { throw .notDue(due) }
    let name = Self.name(signature.reviewer)
    if name.isEmpty { throw .nameNeeded }
    if round.contains(where: { Self.name($0.signature.reviewer) == name }) { throw .samePerson }
    let hasOpinion = signature.opinion.unicodeScalars.contains { !$0.properties.isWhitespace }
    if signature.decision == .returned, !hasOpinion { throw .reasonNeeded }
    if signature.decision == .approved, unsettled > 0 { throw .unsettled(unsettled) }
  }

  mutating func take(_ event: ReviewEvent, time: String) {
    switch event {
    case .opened: break
    case .settled(let settlement): settled[settlement.finding] = settlement
    case .signed(let signature): signatures.append((signature, time))
    }
  }

  /// A name without its blanks and letter case, so that 张 三 and 张三 are one person.
  private static func name(_ text: String) -> String {
    var name = String.UnicodeScalarView()
    for scalar in text.unicodeScalars
    where !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint {
      name.append(scalar)
    }
    return String(name).lowercased()
  }
}
