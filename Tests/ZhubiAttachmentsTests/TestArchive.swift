import CZlib

/// Writes ZIP files, sound ones and others.
struct TestArchive {
  struct Member {
    var name: [UInt8]
    var content: [UInt8]
    var isPacked = true
    var flags = 0
  }

  private(set) var members: [Member] = []

  mutating func add(_ name: String, _ text: String, flags: Int = 0) {
    add(Array(name.utf8), Array(text.utf8), flags: flags)
  }

  mutating func add(_ name: [UInt8], _ content: [UInt8], flags: Int = 0) {
    members.append(Member(name: name, content: content, flags: flags))
  }

  /// Changes the text of a member.
  mutating func replace(_ name: String, _ change: (String) -> String) {
    for k in members.indices where members[k].name.elementsEqual(name.utf8) {
      members[k].content = Array(change(String(decoding: members[k].content, as: UTF8.self)).utf8)
    }
  }

  var bytes: [UInt8] {
    var all: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let packed = member.isPacked ? Self.deflate(member.content) : member.content
      let sum = crc32(0, member.content, UInt32(member.content.count))
      let common =
        Self.number(member.flags, 2) + Self.number(member.isPacked ? 8 : 0, 2)
        + Self.number(0, 4) + Self.number(Int(sum), 4) + Self.number(packed.count, 4)
        + Self.number(member.content.count, 4) + Self.number(member.name.count, 2)
        + Self.number(0, 2)
      let place = all.count
      all += [0x50, 0x4B, 3, 4, 20, 0] + common + member.name + packed
      directory += [0x50, 0x4B, 1, 2, 20, 0, 20, 0] + common
      directory += Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 4)
      directory += Self.number(place, 4) + member.name
    }
    let start = all.count
    all += directory
    all += [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
    all += Self.number(members.count, 2) + Self.number(members.count, 2)
    return all + Self.number(directory.count, 4) + Self.number(start, 4) + [0, 0]
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// Bare deflated bytes.
  private static func deflate(_ content: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, zlibVersion(),
      Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var content = content
    let bound = Int(deflateBound(&stream, UInt(content.count)))
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, filled in
      content.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(bound)
        CZlib.deflate(&stream, Z_FINISH)
        filled = bound - Int(stream.avail_out)
      }
    }
  }
}

extension TestArchive {
  /// The smallest DOCX with a main part.
  static func word(_ document: String) -> TestArchive {
    var archive = TestArchive()
    archive.add(
      "[Content_Types].xml",
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-\
      officedocument.wordprocessingml.document.main+xml"/></Types>
      """)
    archive.add("word/document.xml", document)
    return archive
  }

  /// The smallest XLSX with one sheet.
  static func sheet(_ sheet: String) -> TestArchive {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var archive = TestArchive()
    archive.add(
      "[Content_Types].xml",
      "<Types><Override PartName='/xl/workbook.xml' ContentType='\(kind).sheet.main+xml'/>"
        + "<Override PartName='/xl/s.xml' ContentType='\(kind).worksheet+xml'/></Types>")
    archive.add(
      "xl/workbook.xml",
      "<workbook xmlns:r='\(link)'><sheets><sheet name='甲' sheetId='1' r:id='a'/></sheets></workbook>"
    )
    archive.add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id='a' Type='\(link)/worksheet' Target='s.xml'/></Relationships>"
    )
    archive.add("xl/s.xml", "<worksheet><sheetData>\(sheet)</sheetData></worksheet>")
    return archive
  }
}
