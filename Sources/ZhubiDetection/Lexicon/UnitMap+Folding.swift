import ZhubiAutomaton
import ZhubiText

extension UnitMap {
  /// The engine's view of the house's folding.
  init(_ folding: Folding) {
    self.init(
      units: { scalar in
        var units: [UInt32] = []
        folding.fold(scalar, into: &units)
        return units
      },
      role: { _ in .plain })
  }
}
