import AttachmentExchange

/// Reads what a program of the system turns into text: PDF, the old office formats, 7z and RAR.
struct ForeignReader {
  let budget: Budget
  let output: Output
  let pictures: PictureReader
  let place: AttachmentPlace

  func pdf(_ bytes: [UInt8]) throws(Refusal) {
    guard let program = Converter.installed(["pdftotext"]) else {
      throw Refusal(
        .unsupported, "未安装 pdftotext（poppler-utils），PDF 未读",
        "pdftotext (poppler-utils) is not installed, the PDF was not read")
    }
    let converter = Converter(budget: budget)
    let result = try converter.run(
      [program, "-layout", "-enc", "UTF-8", "-", "-"], input: bytes)
    if result.status != 0 {
      let isEncrypted = bytes.contains(Array("/Encrypt".utf8))
      throw isEncrypted ? .encrypted : .truncated
    }
    var pages = result.output.split(separator: 0x0C, omittingEmptySubsequences: false)
    if pages.last?.allSatisfy({ $0 <= 0x20 }) == true { pages.removeLast() }
    var empty: [Int] = []
    for (number, page) in pages.enumerated() {
      if page.allSatisfy({ $0 <= 0x20 }) { empty.append(number + 1) }
      var text = PartText(budget)
      text.add(page)
      output.part(.body, place + [Array("page \(number + 1)".utf8)], text, joinsLines: true)
    }
    if pages.isEmpty { empty = [1] }
    try picturePages(bytes, empty, isWhole: empty.count >= pages.count)
    try fields(bytes)
    if !Self.hasEnd(bytes) { throw .truncated }
  }

  /// Pages without text: those that carry pictures were not read.
  private func picturePages(
    _ bytes: [UInt8], _ pages: [Int], isWhole: Bool
  ) throws(Refusal) {
    guard !pages.isEmpty else { return }
    let refusal = Refusal(
      .imageOnly, "没有文字层（只有图片），未读（加 --ocr 可识别）",
      "no text layer (only pictures), not read (--ocr would)")
    if pictures.isAsked {
      for page in pages {
        let inside = place + [Array("page \(page)".utf8)]
        do throws(Refusal) {
          try pictures.read(pictures.drawn(bytes, page: page), at: inside)
        } catch {
          output.problem(error, inside)
          if error.kind == .limitReached { return }
        }
      }
      return
    }
    if isWhole { throw refusal }
    guard let program = Converter.installed(["pdfimages"]) else { return }
    let list = try Converter(budget: budget).run([program, "-list", "-"], input: bytes)
    let withPictures = Set(
      String(decoding: list.output, as: UTF8.self).split(separator: "\n").compactMap {
        $0.split(separator: " ").first.flatMap { Int($0) }
      })
    for page in pages where withPictures.contains(page) {
      output.problem(refusal, place + [Array("page \(page)".utf8)])
    }
  }

  private func fields(_ bytes: [UInt8]) throws(Refusal) {
    guard let program = Converter.installed(["pdfinfo"]) else { return }
    let result = try Converter(budget: budget).run(
      [program, "-enc", "UTF-8", "-"], input: bytes)
    var text = PartText(budget)
    for line in result.output.split(separator: 0x0A) {
      for name in ["Title:", "Subject:", "Keywords:", "Author:"]
      where line.starts(with: Array(name.utf8)) {
        let value = line.dropFirst(name.utf8.count).drop { $0 == 0x20 }
        guard !value.isEmpty else { continue }
        text.add("\(name) \(String(decoding: value, as: UTF8.self))")
        text.breakLine()
      }
    }
    output.part(.metadata, place + [Array("properties".utf8)], text)
  }

  private static func hasEnd(_ bytes: [UInt8]) -> Bool {
    Array(bytes.suffix(2_048)).contains(Array("%%EOF".utf8))
  }

  /// DOC, XLS and PPT, or an office file that is encrypted.
  ///
  /// - Parameter readConverted: reads the file in the format of today.
  func compound(
    _ bytes: [UInt8], readConverted: (_ bytes: [UInt8]) -> Void
  ) throws(Refusal) {
    if bytes.contains(Self.wide("EncryptedPackage")) { throw .encrypted }
    guard CompoundFile.isWhole(bytes) else { throw .truncated }
    let kinds: [(mark: String, programs: [[String]], name: String)] = [
      (
        "Workbook", [["xls2csv", "-d", "utf-8", "/dev/stdin"]],
        "XLS"
      ),
      ("Book", [["xls2csv", "-d", "utf-8", "/dev/stdin"]], "XLS"),
      (
        "WordDocument",
        [
          ["antiword", "-m", "UTF-8.txt", "-w", "0", "-"], ["catdoc", "-d", "utf-8", "/dev/stdin"],
        ],
        "DOC"
      ),
      ("PowerPoint Document", [["catppt", "-d", "utf-8", "/dev/stdin"]], "PPT"),
    ]
    guard let kind = kinds.first(where: { bytes.contains(Self.wide($0.mark)) }) else {
      throw Refusal(.unsupported, "未知的复合文档，未读", "an unknown compound file, not read")
    }
    let ending = kind.name.lowercased()
    do throws(Refusal) {
      let conversion = OfficeConversion(budget: budget)
      if let today = try conversion.convert(bytes, from: ending, to: "\(ending)x") {
        return readConverted(today)
      }
    } catch { output.problem(error, place) }
    var found = false
    for command in kind.programs {
      guard let program = Converter.installed([command[0]]) else { continue }
      found = true
      let result = try Converter(budget: budget).run(
        [program] + command.dropFirst(), input: bytes)
      guard result.status == 0, result.output.contains(where: { $0 > 0x20 }) else { continue }
      // The converter of XLS writes fields apart by commas; the name tells the reader so.
      output.file(
        kind.name == "XLS" ? place + [Array("converted.csv".utf8)] : place, result.output)
      throw Refusal(
        .unsupported, "旧 \(kind.name) 格式只读了正文：页眉、批注、隐藏内容、属性未读（安装 LibreOffice 可读全）",
        "of the old \(kind.name) format only the main text was read: no headers, comments, hidden "
          + "content or properties (LibreOffice would read all)")
    }
    if found { throw .truncated }
    let names = kind.programs.map { $0[0] }.joined(separator: ", ")
    throw Refusal(
      .unsupported, "未安装读取旧 \(kind.name) 格式的程序（\(names)），未读",
      "no program for the old \(kind.name) format (\(names)) is installed, not read")
  }

  /// 7z, RAR and other archives, as a TAR file.
  func archive(_ bytes: [UInt8], _ name: String) throws(Refusal) -> [UInt8] {
    guard let program = Converter.installed(["bsdtar"]) else {
      throw Refusal(
        .unsupported, "未安装 bsdtar（libarchive-tools），\(name) 未读",
        "bsdtar (libarchive-tools) is not installed, \(name) was not read")
    }
    let result = try Converter(budget: budget).run(
      [program, "-cf", "-", "--format", "pax", "@/dev/stdin"], input: bytes)
    if result.status != 0 {
      throw Refusal(
        .unreadable, "\(name) 压缩包已加密或已损坏", "the \(name) archive is encrypted or damaged")
    }
    return result.output
  }

  private static func wide(_ text: String) -> [UInt8] { text.utf8.flatMap { [$0, 0] } }
}

extension [UInt8] {
  /// Whether some bytes stand in these. O(count).
  func contains(_ mark: [UInt8]) -> Bool {
    guard count >= mark.count, let first = mark.first else { return false }
    return withUnsafeBufferPointer { all in
      var k = 0
      while k + mark.count <= all.count {
        if all[k] == first, (1..<mark.count).allSatisfy({ all[k + $0] == mark[$0] }) { return true }
        k += 1
      }
      return false
    }
  }
}
