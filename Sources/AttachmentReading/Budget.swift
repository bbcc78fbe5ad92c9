import AttachmentExchange

#if canImport(Glibc)
  import Glibc
#endif

/// Why something was not read.
struct Refusal: Error, Equatable {
  var kind: AttachmentProblem.Kind
  var chinese: String
  var english: String

  init(_ kind: AttachmentProblem.Kind, _ chinese: String, _ english: String) {
    (self.kind, self.chinese, self.english) = (kind, chinese, english)
  }

  static let truncated = Refusal(.unreadable, "文件不完整或已损坏", "the file is cut off or damaged")
  static let missing = Refusal(.unreadable, "包内缺少应有的成员", "a member that should be there is missing")
  /// - Parameter cells: names of cells, not more than people want to read.
  static func lostDigits(_ cells: [String], count: Int) -> Refusal {
    let names = cells.joined(separator: "、") + (count > cells.count ? "……" : "")
    return Refusal(
      .pollutedText, "\(count) 个长数字按数值保存，末尾数位已丢失（可能是证件号码）：\(names)",
      "\(count) long number(s) stored as numbers have lost their last digits "
        + "(perhaps identity numbers): \(names)")
  }

  static let encrypted = Refusal(.unreadable, "已加密，无法读取", "encrypted, cannot be read")
}

/// What is left of the limits, shared by everything read of one attachment.
final class Budget {
  let limits: AttachmentLimits
  private(set) var unpacked = 0
  private(set) var text = 0
  private(set) var cells = 0
  private(set) var entries = 0
  /// Whether the program that reads pictures knows Chinese; nil until somebody asked it.
  var knowsChinese: Bool?
  /// When the time for reading pictures is over, in seconds of the clock; it begins with the first
  /// picture.
  private(set) lazy var recognitionEnd = time(nil) + limits.recognitionSeconds

  init(_ limits: AttachmentLimits) { self.limits = limits }

  func unpack(_ count: Int) throws(Refusal) {
    unpacked += count
    if unpacked > limits.unpackedBytes {
      throw Refusal(
        .limitReached, "解包后超过 \(limits.unpackedBytes >> 20) MiB",
        "more than \(limits.unpackedBytes >> 20) MiB unpacked")
    }
  }

  func enter() throws(Refusal) {
    entries += 1
    if entries > limits.entries {
      throw Refusal(
        .limitReached, "压缩包成员超过 \(limits.entries) 个", "more than \(limits.entries) archive members")
    }
  }

  /// Whether so much more text may be kept.
  func takesText(_ count: Int) -> Bool {
    text += count
    return text <= limits.textBytes
  }

  func takesCell() -> Bool {
    cells += 1
    return cells <= limits.cells
  }

  /// The refusal that belongs to text or cells left out.
  var overflow: Refusal? {
    if text > limits.textBytes {
      return Refusal(
        .limitReached, "文本超过 \(limits.textBytes >> 20) MiB，其余未读",
        "more than \(limits.textBytes >> 20) MiB of text, the rest was not read")
    }
    if cells > limits.cells {
      return Refusal(
        .limitReached, "单元格超过 \(limits.cells) 个，其余不按表格读",
        "more than \(limits.cells) cells, the rest is in no table")
    }
    return nil
  }
}

/// Takes what was read, as it is read.
final class Output {
  private let sink: (AttachmentRecord) -> Void
  /// Bytes of text that are not white space, so far.
  private(set) var visibleBytes = 0
  private var problems: [String: Int] = [:]
  /// Problems of one wording that are listed one by one.
  private static let listed = 50

  init(_ sink: @escaping (AttachmentRecord) -> Void) { self.sink = sink }

  func part(
    _ role: AttachmentPart.Role, _ place: AttachmentPlace, _ text: PartText,
    joinsLines: Bool = false, boxes: [AttachmentBox] = []
  ) {
    let weight = text.bytes.reduce(0) { $0 + ($1 > 0x20 ? 1 : 0) }
    guard weight > 0 else { return }
    if role != .metadata { visibleBytes += weight }
    sink(
      .part(
        AttachmentPart(
          role, place: place, text: text.bytes, tables: text.tables, joinsLines: joinsLines,
          boxes: boxes)))
  }

  func file(_ place: AttachmentPlace, _ bytes: [UInt8]) {
    visibleBytes += bytes.count
    sink(.file(place: place, bytes: bytes))
  }

  func problem(_ refusal: Refusal, _ place: AttachmentPlace) {
    let seen = problems[refusal.english, default: 0] + 1
    problems[refusal.english] = seen
    guard seen <= Self.listed else { return }
    sink(
      .problem(
        AttachmentProblem(
          refusal.kind, place: place, chinese: refusal.chinese, english: refusal.english)))
  }

  /// Says how many problems were not listed.
  func end() {
    for (english, count) in problems.sorted(by: { $0.key < $1.key }) where count > Self.listed {
      let more = count - Self.listed
      sink(
        .problem(
          AttachmentProblem(
            .unreadable, place: [], chinese: "另有 \(more) 处未读（\(english)）",
            english: "\(more) more not read (\(english))")))
    }
  }
}
