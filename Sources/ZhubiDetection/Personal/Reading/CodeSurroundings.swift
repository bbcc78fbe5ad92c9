import ZhubiText

/// The unbroken ASCII surroundings of a number: addresses of pages, file names, hashes, UUIDs.
struct CodeSurroundings {
  var range: Range<Int>
  var isURL = false
  var isFileName = false
  var isUUID = false
  /// The name of the parameter right before the number (`phone=`), folded.
  var parameter = ""

  /// Whether a number inside it is a part of a name a machine gave.
  var isMachineMade: Bool { isURL || isFileName || isUUID }
}

extension PersonalText {
  /// The ASCII run around a number, and what it is.
  func code(around units: Range<Int>) -> CodeSurroundings {
    func isCode(_ place: Int) -> Bool {
      let unit = unit(place)
      // Commas, bars, quotes and the brackets of markup end it.
      switch unit {
      case 0x22, 0x2C, 0x3B, 0x3C, 0x3E, 0x7C: return false
      default: return unit > 0x20 && unit < 0x7F
      }
    }
    var start = units.lowerBound
    while start > 0, units.lowerBound - start < 200, isCode(start - 1) { start -= 1 }
    var end = units.upperBound
    while end < count, end - units.upperBound < 200, isCode(end) { end += 1 }
    var made = CodeSurroundings(range: start..<end)
    guard end - start > units.count else { return made }
    let text = Array(self.units[start..<end])
    if text.holds(Self.schemeMark) || text.holds(Self.wwwMark) || hasDomain(text) {
      made.isURL = true
    }
    if units.lowerBound > start,
      unit(units.lowerBound - 1) == 0x3D || unit(units.lowerBound - 1) == 0x3A
    {
      var from = units.lowerBound - 1
      while from > start, self.unit(from - 1).isASCIILetter || self.unit(from - 1) == 0x5F {
        from -= 1
      }
      made.parameter = String(
        String.UnicodeScalarView(
          self.units[from..<units.lowerBound - 1].compactMap(Unicode.Scalar.init)))
    }
    made.isFileName = hasExtension(units.upperBound, end)
    made.isUUID = isUUID(around: units)
    return made
  }

  /// The name of the field a number fills in code: `key=138…`, `"count": 138…`, `data-id="138…"`.
  func field(before place: Int) -> String? {
    var end = place
    let isQuoted = unit(end - 1) == 0x22 || unit(end - 1) == 0x27
    if isQuoted { end -= 1 }
    while isBlank(end - 1) { end -= 1 }
    guard unit(end - 1) == 0x3D || unit(end - 1) == 0x3A else { return nil }
    let isAssigned = unit(end - 1) == 0x3D
    end -= 1
    while isBlank(end - 1) { end -= 1 }
    let isKey = unit(end - 1) == 0x22 || unit(end - 1) == 0x27
    if isKey { end -= 1 }
    guard isAssigned || isKey else { return nil }
    var start = end
    while isAlphanumeric(start - 1) || unit(start - 1) == 0x5F || unit(start - 1) == 0x2D {
      start -= 1
    }
    guard start < end, unit(start).isASCIILetter else { return nil }
    return String(
      String.UnicodeScalarView(units[start..<end].compactMap(Unicode.Scalar.init)))
  }

  /// Whether a `>` closes a tag of markup: <td>, <span class=…>.
  func isTagEnd(_ place: Int) -> Bool {
    var start = place - 1
    while start > 0, place - start < 80, unit(start) != 0x3C, kind(start) != .newline { start -= 1 }
    return unit(start) == 0x3C && (unit(start + 1).isASCIILetter || unit(start + 1) == 0x2F)
  }

  private static let schemeMark = Array("://".unicodeScalars.map(\.value))
  private static let wwwMark = Array("www.".unicodeScalars.map(\.value))
  private static let domains = ["cn/", "com/", "net/", "org/", "cn?", "com?"].map {
    Array(".\($0)".unicodeScalars.map(\.value))
  }
  private static let extensions = [
    "html", "shtml", "htm", "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "jpg", "jpeg",
    "png",
    "gif", "bmp", "zip", "rar", "7z", "mp4", "mp3", "ofd", "wps", "et", "aspx", "asp", "jsp", "php",
    "jhtml", "json", "xml", "txt", "csv", "tif", "webp", "m3u8", "log", "dwg",
  ].map { Array($0.unicodeScalars.map(\.value)) }

  private func hasDomain(_ text: [UInt32]) -> Bool { Self.domains.contains { text.holds($0) } }

  /// Whether a file extension closes the run that a number belongs to.
  private func hasExtension(_ from: Int, _ end: Int) -> Bool {
    var place = from
    while place < end {
      if unit(place) == 0x2E {
        for ending in Self.extensions where place + ending.count < count + 1 {
          let stop = place + 1 + ending.count
          if stop <= count, units[place + 1..<stop].elementsEqual(ending), !isAlphanumeric(stop) {
            return true
          }
        }
      }
      place += 1
    }
    return false
  }

  /// 8-4-4-4-12 hexadecimal digits.
  private func isUUID(around units: Range<Int>) -> Bool {
    func isHexadecimal(_ place: Int) -> Bool {
      isDigit(place) || (0x61...0x66).contains(unit(place))
    }
    var start = units.lowerBound
    while start > 0, isHexadecimal(start - 1) || unit(start - 1) == 0x2D { start -= 1 }
    var end = units.upperBound
    while end < count, isHexadecimal(end) || unit(end) == 0x2D { end += 1 }
    guard end - start >= 36 else { return false }
    let groups = self.units[start..<end].split(separator: 0x2D, omittingEmptySubsequences: false)
    return groups.map(\.count).starts(with: [8, 4, 4, 4, 12])
  }
}

extension [UInt32] {
  /// Whether the units stand anywhere in the array.
  func holds(_ wanted: [UInt32]) -> Bool { self[...].holds(wanted) }
}
