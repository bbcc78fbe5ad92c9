public import AttachmentExchange
public import Zhubi
public import ZhubiText

/// Reads attachments through the program `zhubi-read-attachment`, which stands beside this one.
///
/// The libraries for foreign formats live in that program alone: a hostile file can at worst end it.
/// Never fails: what cannot be read is a problem of the document.
public struct AttachmentReader: Sendable {
  /// The path of the program.
  public var helper: String
  public var limits: AttachmentLimits
  /// Whether text is read off pictures, where a program for it is installed.
  public var recognisesPictures: Bool
  /// How members of archives that are text or markup are read.
  public var members = DocumentReader()
  /// The most bytes taken from the program.
  public var answerLimit: Int

  public static let helperName = "zhubi-read-attachment"

  /// - Parameter helper: the path of the program; nil takes the one beside the running executable.
  public init(
    helper: String? = nil, limits: AttachmentLimits = AttachmentLimits(),
    recognisesPictures: Bool = false, answerLimit: Int = 1 << 30
  ) {
    self.helper = helper ?? HelperProcess.besideExecutable(Self.helperName)
    self.limits = limits
    self.recognisesPictures = recognisesPictures
    self.answerLimit = answerLimit
  }

  /// Reads an attachment that is in memory.
  ///
  /// - Parameter format: the name of an `AttachmentForm`, or `auto`.
  public func read(_ bytes: [UInt8], id: String, format: String = "auto") -> Document {
    var assembly = DocumentAssembly(id: id, members: members)
    guard FileSystem.kind(of: helper) == .file else {
      assembly.problem(
        .unsupported, "缺少读取附件的程序 \(Self.helperName)，未读",
        "the program \(Self.helperName) is missing, the attachment was not read")
      return assembly.document
    }
    let seconds = limits.seconds + (recognisesPictures ? limits.recognitionSeconds : 0)
    let process = HelperProcess(seconds: seconds, answerLimit: answerLimit)
    var arguments = [helper, format, "--limits", limits.argument]
    if recognisesPictures { arguments.append("--ocr") }
    let answer = process.run(arguments, input: bytes)
    let (records, isComplete) = ExchangeCode.decode(answer.output)
    for record in records { assembly.add(record) }
    switch answer.ending {
    case .exited(0) where isComplete: break
    case .timeout:
      assembly.problem(
        .limitReached, "读取超过 \(seconds) 秒，其余未读",
        "reading took more than \(seconds) seconds, the rest was not read")
    case .tooMuch:
      assembly.problem(
        .limitReached, "提取的内容过大，其余未读", "too much was extracted, the rest was not read")
    case .outOfTime:
      assembly.problem(
        .limitReached, "读取超过处理器时间上限，其余未读",
        "reading took too much processor time, the rest was not read")
    case .notStarted:
      assembly.problem(
        .unreadable, "无法启动读取附件的程序，未读",
        "the program that reads attachments could not be started, not read")
    case .exited, .died:
      assembly.problem(
        .unreadable, "读取附件的程序异常终止（文件损坏或超出内存上限），其余未读",
        "the program that reads attachments died (damaged file or out of memory), the rest was not read"
      )
    }
    return assembly.document
  }
}

/// Puts what the helper says together as one document, whose source is the extracted text.
struct DocumentAssembly {
  private(set) var document: Document
  private let prefixJoint = " › "

  private let members: DocumentReader

  init(id: String, members: DocumentReader = DocumentReader()) {
    document = Document(id: id, source: [], encoding: "UTF-8", parts: [])
    self.members = members
  }

  mutating func problem(_ kind: ReadingProblem.Kind, _ chinese: String, _ english: String) {
    document.problems.append(ReadingProblem(kind, chinese: chinese, english: english))
  }

  mutating func add(_ record: AttachmentRecord) {
    switch record {
    case .part(let part): add(part)
    case .file(let place, let bytes): add(file: bytes, label(place))
    case .problem(let problem):
      document.problems.append(
        ReadingProblem(
          problem.readingKind, chinese: problem.chinese, english: problem.english,
          part: label(problem.place)))
    }
  }

  private mutating func add(_ part: AttachmentPart) {
    let start = nextStart(part.text.count)
    guard let start else { return }
    document.source += part.text
    var added = Part(
      kind: part.role.partKind, label: label(part.place), utf8: part.text,
      map: .identity(length: part.text.count, from: start))
    added.joinsLines = part.joinsLines
    added.lineKind = part.joinsLines ? .line : .paragraph
    added.boxes = part.boxes.map { box in
      TextBox(
        range: Range<TextOffset>(box.range), left: box.left, top: box.top, width: box.width,
        height: box.height, confidence: box.confidence)
    }
    added.tables = part.tables.map { cells in
      var rows: [[TextCell]] = []
      for cell in cells {
        while rows.count <= cell.row { rows.append([]) }
        rows[cell.row].append(
          TextCell(
            row: cell.row, column: cell.column, rowSpan: cell.rowSpan,
            columnSpan: cell.columnSpan, isHeader: cell.isHeader,
            range: Range<TextOffset>(cell.range)))
      }
      return TextTable(rows: rows)
    }
    document.parts.append(added)
  }

  /// A member that is text or markup is read as any other, then moved into its place.
  private mutating func add(file bytes: [UInt8], _ label: String) {
    if AttachmentForm.isUnknownBinary(bytes) {
      document.problems.append(
        ReadingProblem(
          .unsupported, chinese: "未知的二进制格式，未读", english: "an unknown binary format, not read",
          part: label))
      return
    }
    let format = DocumentFormat(fileName: label) ?? DocumentFormat(sniffing: bytes)
    let inner = members.read(bytes, id: label, format: format)
    guard let start = nextStart(inner.source.count) else { return }
    document.source += inner.source
    document.skipped += inner.skipped
    for var part in inner.parts {
      part.map = part.map.shifted(to: start)
      part.label =
        [label, part.kind == .body && part.label == "body" ? "" : part.label]
        .filter { !$0.isEmpty }.joined(separator: prefixJoint)
      document.parts.append(part)
    }
    for var problem in inner.problems {
      problem.range = problem.range?.shifted(by: start.value)
      problem.part =
        [label, problem.part].filter { !$0.isEmpty }.joined(separator: prefixJoint)
      document.problems.append(problem)
    }
  }

  /// Where the next text goes, a line behind the one before; nil when a source can hold no more.
  private mutating func nextStart(_ count: Int) -> SourceOffset? {
    guard document.source.count + count + 2 < SourceMap.sourceLimit else {
      problem(.limitReached, "文本过长，其余未读", "too much text, the rest was not read")
      return nil
    }
    if !document.source.isEmpty { document.source += [0x0A, 0x0A] }
    return SourceOffset(document.source.count)
  }

  /// Names in archives are UTF-8 or, as Windows in China writes them, GB 18030.
  private func label(_ place: AttachmentPlace) -> String {
    place.map { name in
      if let text = String(validating: name, as: UTF8.self) { return text }
      let decoded = TextDecoder().decode(name, declared: "gb18030")
      return String(decoding: decoded.utf8, as: UTF8.self)
    }.joined(separator: prefixJoint)
  }
}

extension AttachmentPart.Role {
  var partKind: Part.Kind {
    switch self {
    case .body: .body
    case .metadata: .metadata
    case .alternative: .alternative
    case .link: .link
    case .comment: .hidden(.comment)
    case .hiddenSheet: .hidden(.hiddenSheet)
    case .hiddenCells: .hidden(.hiddenCells)
    case .hiddenSlide: .hidden(.hiddenSlide)
    case .deletedText: .hidden(.deletedText)
    case .hiddenText: .hidden(.hiddenText)
    }
  }
}

extension AttachmentProblem {
  var readingKind: ReadingProblem.Kind {
    switch kind {
    case .unreadable: .unreadable
    case .unsupported: .unsupported
    case .limitReached: .limitReached
    case .imageOnly: .imageOnly
    case .pollutedText: .pollutedText
    }
  }
}
