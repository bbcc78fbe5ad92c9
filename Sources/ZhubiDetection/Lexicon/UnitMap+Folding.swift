import ZhubiAutomaton
import ZhubiText

extension UnitMap {
  /// The engine's view of the house's folding: units and the parts scalars play when text is skipped.
  init(_ folding: Folding) {
    self.init(
      units: { scalar in
        var units: [UInt32] = []
        folding.fold(scalar, into: &units)
        return units
      },
      role: { scalar in
        let roles = folding.roles(of: scalar)
        if roles.isHan { return .han }
        if roles.isSkip { return .skip }
        if roles.isLineBreak { return .lineBreak }
        if roles.isIndent { return .indent }
        if roles.isGlossOpen { return .glossOpen }
        if roles.isGlossClose { return .glossClose }
        if roles.isGlossLetter { return .glossLetter }
        return folding.unitClass(scalar) == .digit ? .digit : .plain
      })
  }
}
