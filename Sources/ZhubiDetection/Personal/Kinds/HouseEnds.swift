/// Where the number of a house, building, room or group ends in a text, asked for from left to right.
struct HouseEnds {
  private let text: PersonalText
  private var next = 0

  init(_ text: PersonalText) { self.text = text }

  /// Whether an address that begins at a place could name a house. Places only grow from call to call.
  mutating func hasOne(behind place: Int) -> Bool {
    if next <= place { next = place + 1 }
    let most = min(text.count, place + Addresses.reach)
    while next < most {
      if Addresses.isHouseEnd(text, next, 0) { return true }
      next += 1
    }
    return false
  }
}
