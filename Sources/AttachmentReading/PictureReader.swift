import AttachmentExchange

#if canImport(Glibc)
  import Glibc
#endif

/// Reads text off pictures with `tesseract`, when somebody asked for it.
struct PictureReader {
  let budget: Budget
  let output: Output
  /// Whether pictures are to be read at all.
  let isAsked: Bool

  /// Pixels of the longer side of a drawn page: about 220 to the inch on A4.
  private static let drawnSide = 2_600
  /// A page whose words are less sure than this, of 100, counts as not read.
  private static let leastConfidence = 50

  /// Reads a picture; each page of it is a part of its own.
  func read(_ bytes: [UInt8], at place: AttachmentPlace) throws(Refusal) {
    guard isAsked else {
      throw Refusal(
        .imageOnly, "图片，其中的文字未读（加 --ocr 可识别）",
        "a picture, its text was not read (--ocr would)")
    }
    let program = try Self.program(budget)
    let result = try Converter(budget: budget).run(
      [program, "stdin", "stdout", "-l", "chi_sim", "--psm", "3", "tsv"], input: bytes,
      seconds: try secondsLeft())
    guard result.status == 0 else {
      throw Refusal(
        .unreadable, "图片损坏或无法识别", "the picture is damaged or cannot be recognised")
    }
    let pages = RecognisedPage.pages(inTable: result.output)
    for (number, page) in pages.enumerated() {
      var inside = place
      if pages.count > 1 { inside.append(Array("picture \(number + 1)".utf8)) }
      emit(page, at: inside)
    }
  }

  /// Reads the pictures among the members of an office file; where nobody asked for it, a file that
  /// holds nothing else is told.
  func readMembers(
    of package: OfficePackage, isOnlyPictures: Bool, _ isPicture: (String) -> Bool
  ) {
    let members = package.archive.entries.filter {
      !$0.isFolder && isPicture($0.path.lowercased())
    }
    guard isAsked else {
      if isOnlyPictures, !members.isEmpty {
        output.problem(
          Refusal(
            .imageOnly, "只有图片，图片中的文字未读（加 --ocr 可识别）",
            "holds only pictures, their text was not read (--ocr would)"), package.place)
      }
      return
    }
    for member in members {
      do throws(Refusal) {
        let bytes = try package.archive.content(of: member, budget: budget)
        // Drawings of vectors and fonts are no pictures that can be read.
        guard AttachmentSignature(head: bytes) == .image else { continue }
        try read(bytes, at: package.place + [member.name])
      } catch {
        output.problem(error, package.place + [member.name])
        if error.kind == .limitReached { return }
      }
    }
  }

  private func emit(_ page: RecognisedPage, at place: AttachmentPlace) {
    guard budget.takesText(page.text.count) else {
      if let overflow = budget.overflow { output.problem(overflow, place) }
      return
    }
    output.part(
      .body, place, PartText(budget, bytes: page.text, table: []), joinsLines: true,
      boxes: page.boxes)
    if !page.boxes.isEmpty, page.confidence < Self.leastConfidence {
      output.problem(
        Refusal(
          .imageOnly, "图片文字识别不可靠（可信度 \(page.confidence)%），须人工查看",
          "the picture could not be read reliably (\(page.confidence) % sure), look at it"),
        place)
    }
  }

  /// A page of a PDF as a picture.
  func drawn(_ bytes: [UInt8], page: Int) throws(Refusal) -> [UInt8] {
    guard let program = Converter.installed(["pdftoppm"]) else {
      throw Refusal(
        .imageOnly, "未安装 pdftoppm（poppler-utils），图片页未读",
        "pdftoppm (poppler-utils) is not installed, pages of pictures were not read")
    }
    let result = try Converter(budget: budget).run(
      [
        program, "-gray", "-f", "\(page)", "-l", "\(page)", "-scale-to", "\(Self.drawnSide)", "-",
      ], input: bytes)
    if result.status != 0 || result.output.isEmpty { throw .truncated }
    return result.output
  }

  /// What is left of the time for pictures.
  private func secondsLeft() throws(Refusal) -> Int {
    let left = budget.recognitionEnd - time(nil)
    guard left > 0 else {
      throw Refusal(
        .limitReached, "文字识别超过 \(budget.limits.recognitionSeconds) 秒，其余图片未读",
        "reading pictures took more than \(budget.limits.recognitionSeconds) seconds, the rest was not read"
      )
    }
    return left
  }

  /// `tesseract`, when it is installed and knows Chinese.
  private static func program(_ budget: Budget) throws(Refusal) -> String {
    guard let program = Converter.installed(["tesseract"]) else {
      throw Refusal(
        .imageOnly, "未安装 tesseract（tesseract-ocr、tesseract-ocr-chi-sim），图片未读",
        "tesseract (tesseract-ocr, tesseract-ocr-chi-sim) is not installed, the picture was not read"
      )
    }
    if budget.knowsChinese == nil {
      let list = try Converter(budget: budget).run([program, "--list-langs"], input: [])
      budget.knowsChinese = list.output.split(separator: 0x0A).contains {
        $0.elementsEqual("chi_sim".utf8)
      }
    }
    guard budget.knowsChinese == true else {
      throw Refusal(
        .imageOnly, "tesseract 缺少中文数据（tesseract-ocr-chi-sim），图片未读",
        "tesseract has no data for Chinese (tesseract-ocr-chi-sim), the picture was not read")
    }
    return program
  }
}

/// What was read off one page.
struct RecognisedPage {
  private(set) var text: [UInt8] = []
  private(set) var boxes: [AttachmentBox] = []
  private var words = 0
  private var sure = 0
  private var size = (width: 1, height: 1)
  /// The line in work: its key, its frame in pixels, and its confidence.
  private var line: (key: [Int], start: Int, frame: Frame, words: Int, sure: Int)?

  private struct Frame {
    var left: Int
    var top: Int
    var right: Int
    var bottom: Int
  }

  /// The mean over all words, 0 to 100.
  var confidence: Int { words == 0 ? 100 : sure / words }

  /// Reads the table that tesseract prints: level, page, block, paragraph, line, word, left, top,
  /// width, height, confidence, text.
  static func pages(inTable table: [UInt8]) -> [RecognisedPage] {
    var pages: [RecognisedPage] = []
    for row in table.split(separator: 0x0A).dropFirst() {
      let cells = row.split(separator: 0x09, maxSplits: 11, omittingEmptySubsequences: false)
      guard cells.count >= 11 else { continue }
      let numbers = cells[..<11].map { Double(String(decoding: $0, as: UTF8.self)) ?? -1 }
      let whole = numbers.map { Int(max(-1, min($0, 1_000_000))) }
      if whole[0] == 1 {
        pages.append(RecognisedPage())
        pages[pages.count - 1].size = (max(1, whole[8]), max(1, whole[9]))
      }
      guard whole[0] == 5, cells.count == 12, !pages.isEmpty, whole[10] >= 0 else { continue }
      let word = Array(cells[11])
      guard word.contains(where: { $0 > 0x20 }) else { continue }
      pages[pages.count - 1].add(word, whole)
    }
    for index in pages.indices { pages[index].endLine() }
    return pages
  }

  private mutating func add(_ word: [UInt8], _ row: [Int]) {
    let key = Array(row[1...4])
    let frame = Frame(
      left: row[6], top: row[7], right: row[6] + row[8], bottom: row[7] + row[9])
    if line?.key != key {
      endLine()
      if !text.isEmpty { text.append(0x0A) }
      line = (key, text.count, frame, 0, 0)
    } else if let last = line?.frame {
      let gap = frame.left - last.right
      let isApart = gap * 2 > frame.bottom - frame.top
      let isNarrow = (text.last ?? 0) < 0x80 && (word.first ?? 0) < 0x80
      // Chinese words are set apart by nothing; digits may be spread a little.
      if isNarrow ? isApart : gap > 2 * (frame.bottom - frame.top) { text.append(0x20) }
      line?.frame = Frame(
        left: min(last.left, frame.left), top: min(last.top, frame.top),
        right: max(last.right, frame.right), bottom: max(last.bottom, frame.bottom))
    }
    text += word
    words += 1
    sure += row[10]
    line?.words += 1
    line?.sure += row[10]
  }

  private mutating func endLine() {
    guard let line else { return }
    self.line = nil
    func share(_ pixels: Int, of whole: Int) -> Int { max(0, min(1_000, pixels * 1_000 / whole)) }
    boxes.append(
      AttachmentBox(
        range: line.start..<text.count, left: share(line.frame.left, of: size.width),
        top: share(line.frame.top, of: size.height),
        width: share(line.frame.right - line.frame.left, of: size.width),
        height: share(line.frame.bottom - line.frame.top, of: size.height),
        confidence: line.sure / max(1, line.words)))
  }
}
