import Zhubi

/// The unit in which client and server count characters of a line.
enum PositionEncoding: String {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  /// The unit to speak in: UTF-8 where the client can, else UTF-16, which every client can.
  init(offered: [String]) {
    self = [.utf8, .utf16, .utf32].first { offered.contains($0.rawValue) } ?? .utf16
  }

  /// Units of the character that begins with the byte.
  func width(ofLead byte: UInt8) -> Int {
    switch self {
    case .utf8: byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    case .utf16: byte >= 0xF0 ? 2 : 1
    case .utf32: 1
    }
  }

  /// A place of a report as the protocol writes it, from 0.
  func position(_ place: ReportedFinding.Place) -> JSON {
    let column =
      switch self {
      case .utf8: place.utf8Column ?? place.column
      case .utf16: place.utf16Column ?? place.column
      case .utf32: place.column
      }
    return ["line": .integer(place.line - 1), "character": .integer(column - 1)]
  }

  func range(_ start: ReportedFinding.Place, _ end: ReportedFinding.Place) -> JSON {
    ["start": position(start), "end": position(end)]
  }
}
