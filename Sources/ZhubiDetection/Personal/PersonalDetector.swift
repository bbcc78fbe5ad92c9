import ZhubiText

/// Finds personal data: numbers, addresses, illness, insufficient masks, and what adds up.
///
/// Only lines that may hold something are folded and read (`TriggerScan`); plain prose costs one look
/// at each byte. Linear in the length of the part.
public struct PersonalDetector: Detector {
  public init() {}

  public var rules: [Rule] { PersonalRules.all }

  public func detect(in context: DetectionContext, into findings: inout [Finding]) {
    let stretches = context.utf8.withUnsafeBufferPointer {
      TriggerScan.stretches(in: $0, of: context)
    }
    findings += Self.findings(in: context, reading: stretches)
  }

  /// What the stretches of a part hold, rows and lists judged.
  static func findings(
    in context: DetectionContext, reading stretches: [TriggerScan.Stretch]
  ) -> [Finding] {
    guard !stretches.isEmpty else { return [] }
    let cells = CellReader(context)
    var book = RowBook(context)
    for stretch in stretches {
      let text = PersonalText(Range(stretch.range), of: context, cells: cells)
      let hits = hits(in: text).filter { stretch.core.contains($0.range.lowerBound.value) }
      if !hits.isEmpty { book.add(hits, of: text) }
    }
    book.judge()
    return book.findings()
  }

  /// Everything a stretch holds, silent evidence included, in order of place.
  static func hits(in text: PersonalText) -> [PersonalHit] {
    var hits = numbers(in: text)
    SpelledNumbers.read(text, into: &hits)
    NetIdentities.emails(text, into: &hits)
    NetIdentities.weChats(text, into: &hits)
    NetAddresses.read(text, into: &hits)
    PersonCoordinates.read(text, into: &hits)
    BirthDates.read(text, into: &hits)
    Addresses.read(text, into: &hits)
    Health.read(text, into: &hits)
    SensitiveNames.read(text, into: &hits)
    return resolved(hits)
  }

  /// One pass over the number tokens; what begins first and reads longest wins.
  private static func numbers(in text: PersonalText) -> [PersonalHit] {
    var hits: [PersonalHit] = []
    var index = 0
    while index < text.tokens.count {
      if let found = number(in: text, at: index) {
        hits.append(found.hit)
        index = max(index + 1, found.next)
      } else {
        index += 1
      }
    }
    return hits
  }

  private static func number(
    in text: PersonalText, at index: Int
  ) -> (hit: PersonalHit, next: Int)? {
    let token = text.tokens[index]
    if token.digits > 0 || token.letters > 0 {
      if token.digits > 0 {
        if let found = IdentityNumbers.read(text, index) { return found }
        if let found = PhoneNumbers.mobile(text, index) { return found }
        if let found = MisreadDigits.read(text, index) { return found }
        if let found = MaskedNumbers.read(text, index) { return found }
        if let found = BankCards.read(text, index) { return found }
        if let found = IdentityDocuments.macauSlashed(text, index) { return found }
        if let found = IdentityDocuments.read(text, index) { return found }
        if let found = IdentityDocuments.parted(text, index) { return found }
        if let found = IdentityDocuments.military(text, index) { return found }
        if let found = PhoneNumbers.landline(text, index) { return found }
        if let found = VehicleNumbers.read(text, index) { return found }
        if let found = NetIdentities.qq(text, index) { return found }
      }
      if let found = Plates.read(text, index) { return found }
      if token.digits == 0, let found = IdentityDocuments.spaced(text, index) { return found }
    }
    return nil
  }

  /// Overlapping hits: the longer one stays; silent evidence gives way.
  private static func resolved(_ hits: [PersonalHit]) -> [PersonalHit] {
    let sorted = hits.sorted {
      ($0.units.lowerBound, -$0.units.count) < ($1.units.lowerBound, -$1.units.count)
    }
    var kept: [PersonalHit] = []
    for hit in sorted {
      guard let last = kept.last, last.units.overlaps(hit.units) else {
        kept.append(hit)
        continue
      }
      if hit.units.count > last.units.count || (last.isSilent && !hit.isSilent) {
        kept[kept.count - 1] = hit
      }
    }
    return kept
  }
}
