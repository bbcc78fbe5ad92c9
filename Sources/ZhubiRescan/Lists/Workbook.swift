#if Rescan
  /// A workbook of one sheet (Office Open XML, ECMA-376), every cell a text: nothing in it can be a
  /// formula. The parts are stored uncompressed.
  public struct Workbook: Sendable {
    /// Rows a sheet may have, the header included.
    public static let rowLimit = 1_048_576
    private static let cellLimit = 32_767

    private var rows = 0
    private var sheet: [UInt8]
    /// Addresses behind cells.
    private var links: [(cell: String, address: String)] = []
    /// Links a sheet may have.
    private static let linkLimit = 65_530

    public init() {
      sheet = Array(
        (Self.head
          + #"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#
          + #"<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" "#
          + #"activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>"#
          + #"<cols><col min="1" max="13" width="22" customWidth="1"/></cols><sheetData>"#).utf8)
    }

    /// Adds a row; false when the sheet is full.
    ///
    /// - Parameter link: the cell that is a link where it holds an address of the web.
    public mutating func add(_ cells: [String], link: Int? = nil) -> Bool {
      guard rows < Self.rowLimit else { return false }
      rows += 1
      var text = "<row r=\"\(rows)\">"
      for cell in cells {
        text +=
          "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">\(Self.escaped(cell))</t></is></c>"
      }
      sheet += Array((text + "</row>").utf8)
      if let link, link < 26, links.count < Self.linkLimit, cells[link].count < 2_000,
        cells[link].hasPrefix("http://") || cells[link].hasPrefix("https://")
      {
        let letter = Character(Unicode.Scalar(UInt8(0x41 + link)))
        links.append(("\(letter)\(rows)", cells[link]))
      }
      return true
    }

    /// The bytes of the file.
    public func file() -> [UInt8] {
      let main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
      let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
      let package = "http://schemas.openxmlformats.org/package/2006"
      var archive = StoredArchive()
      archive.add(
        "[Content_Types].xml",
        Self.head + "<Types xmlns=\"\(package)/content-types\">"
          + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package"
          + ".relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" "
          + "ContentType=\"\(main).sheet.main+xml\"/><Override PartName=\"/xl/sheet1.xml\" "
          + "ContentType=\"\(main).worksheet+xml\"/></Types>")
      archive.add(
        "_rels/.rels",
        Self.head + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"r1\" "
          + "Type=\"\(kinds)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")
      archive.add(
        "xl/workbook.xml",
        Self.head + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
          + "xmlns:r=\"\(kinds)\"><sheets><sheet name=\"整改清单\" sheetId=\"1\" r:id=\"r1\"/>"
          + "</sheets></workbook>")
      archive.add(
        "xl/_rels/workbook.xml.rels",
        Self.head + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"r1\" "
          + "Type=\"\(kinds)/worksheet\" Target=\"sheet1.xml\"/></Relationships>")
      var end = "</sheetData>"
      if !links.isEmpty {
        end += "<hyperlinks>"
        var targets = Self.head + "<Relationships xmlns=\"\(package)/relationships\">"
        for (number, link) in links.enumerated() {
          end +=
            "<hyperlink xmlns:r=\"\(kinds)\" ref=\"\(link.cell)\" r:id=\"l\(number)\"/>"
          let target = Self.escaped(link.address).replacing("\"", with: "&quot;")
          targets +=
            "<Relationship Id=\"l\(number)\" Type=\"\(kinds)/hyperlink\" "
            + "Target=\"\(target)\" TargetMode=\"External\"/>"
        }
        end += "</hyperlinks>"
        archive.add("xl/_rels/sheet1.xml.rels", targets + "</Relationships>")
      }
      archive.add("xl/sheet1.xml", sheet + Array((end + "</worksheet>").utf8))
      return archive.end()
    }

    private static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"

    /// Text inside an element; what XML cannot hold becomes U+FFFD.
    private static func escaped(_ text: String) -> String {
      var result = ""
      for scalar in text.unicodeScalars.prefix(cellLimit / 2) {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\t", "\n", "\r": result += " "
        default:
          let isControl = scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
          result.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
        }
      }
      return result
    }
  }

  /// A zip archive (APPNOTE 6.3.10) whose members are stored as they are.
  struct StoredArchive {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

    mutating func add(_ name: String, _ content: [UInt8]) {
      let offset = UInt32(bytes.count)
      var head: [UInt8] = []
      // Version 2.0, names in UTF-8, stored, the first of January 1980.
      for number: UInt16 in [20, 0x0800, 0, 0, 0x0021] { Self.put(number, into: &head) }
      for number in [Self.checksum(content), UInt32(content.count), UInt32(content.count)] {
        Self.put(number, into: &head)
      }
      Self.put(UInt16(name.utf8.count), into: &head)
      Self.put(UInt16(0), into: &head)
      Self.put(UInt32(0x0403_4B50), into: &bytes)
      bytes += head + Array(name.utf8) + content
      Self.put(UInt32(0x0201_4B50), into: &directory)
      Self.put(UInt16(20), into: &directory)
      directory += head
      for _ in 0..<3 { Self.put(UInt16(0), into: &directory) }
      Self.put(UInt32(0), into: &directory)
      Self.put(offset, into: &directory)
      directory += Array(name.utf8)
      count += 1
    }

    func end() -> [UInt8] {
      var all = bytes + directory
      Self.put(UInt32(0x0605_4B50), into: &all)
      for number in [0, 0, count, count] { Self.put(UInt16(number), into: &all) }
      Self.put(UInt32(directory.count), into: &all)
      Self.put(UInt32(bytes.count), into: &all)
      Self.put(UInt16(0), into: &all)
      return all
    }

    private static func put(_ number: some FixedWidthInteger, into bytes: inout [UInt8]) {
      withUnsafeBytes(of: number.littleEndian) { bytes += Array($0) }
    }

    private static let table: [UInt32] = (0..<256).map { number in
      (0..<8).reduce(UInt32(number)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
    }

    /// CRC-32 (ISO 3309).
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
      ~bytes.reduce(~0) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ sum >> 8 }
    }
  }
#endif
