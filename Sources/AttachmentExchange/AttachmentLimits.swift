/// What bounds the reading of one attachment, with everything packed inside it.
///
/// Whatever a limit cuts off is told; nothing is left out in silence.
public struct AttachmentLimits: Sendable, Equatable {
  /// Bytes unpacked in all.
  public var unpackedBytes = 512 << 20
  /// Bytes of text handed back in all.
  public var textBytes = 128 << 20
  /// Cells of tables in all.
  public var cells = 4_000_000
  /// Members of archives in all.
  public var entries = 20_000
  /// Archives inside one another.
  public var nesting = 6
  /// How many times larger than its packed form a member of more than a megabyte may be.
  public var ratio = 400
  /// XML elements inside one another.
  public var elementDepth = 1_000
  /// Bytes of address space of the process that reads, and of each program it starts.
  public var memory = 2 << 30
  /// Seconds one attachment may take; half of it as processor time of the reading process.
  public var seconds = 60
  /// Seconds a program that reads a foreign format may take.
  public var converterSeconds = 20
  /// Seconds of reading characters off pictures, above the others.
  public var recognitionSeconds = 300

  public init() {}

  /// A limit by the name a configuration gives it.
  public struct Field: Sendable {
    public let name: String
    /// Whether it counts bytes.
    public let isSize: Bool
    public let chinese: String
    public let english: String
    private let path: @Sendable () -> WritableKeyPath<AttachmentLimits, Int>

    init(
      _ name: String, isSize: Bool = false, _ chinese: String, _ english: String,
      _ path: @escaping @Sendable () -> WritableKeyPath<AttachmentLimits, Int>
    ) {
      (self.name, self.isSize, self.chinese, self.english) = (name, isSize, chinese, english)
      self.path = path
    }

    public func value(in limits: AttachmentLimits) -> Int { limits[keyPath: path()] }

    public func set(_ value: Int, in limits: inout AttachmentLimits) {
      limits[keyPath: path()] = value
    }
  }

  /// Every limit, in the order people should write them.
  public static let fields = [
    Field("unpacked-size", isSize: true, "解包后字节数", "bytes unpacked") { \.unpackedBytes },
    Field("text-size", isSize: true, "提取文本字节数", "bytes of text") { \.textBytes },
    Field("cells", "单元格数", "cells of tables") { \.cells },
    Field("entries", "压缩包成员数", "members of archives") { \.entries },
    Field("nesting", "压缩包嵌套层数", "archives inside one another") { \.nesting },
    Field("ratio", "压缩倍数", "how many times a member may grow") { \.ratio },
    Field("depth", "XML 嵌套层数", "XML elements inside one another") { \.elementDepth },
    Field("memory", isSize: true, "读取进程内存", "memory of the reading process") { \.memory },
    Field("seconds", "每个附件秒数", "seconds for one attachment") { \.seconds },
    Field("converter-seconds", "外部程序秒数", "seconds for a foreign program") {
      \.converterSeconds
    },
    Field("ocr-seconds", "文字识别秒数", "seconds of reading pictures") { \.recognitionSeconds },
  ]

  /// All limits as one argument of a command line: `unpacked-size=536870912,…`.
  public var argument: String {
    Self.fields.map { "\($0.name)=\($0.value(in: self))" }.joined(separator: ",")
  }

  /// Reads what `argument` wrote; nil when it is something else.
  public init?(argument: String) {
    for pair in argument.split(separator: ",") {
      let sides = pair.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, let field = Self.fields.first(where: { $0.name == sides[0] }),
        let value = Int(sides[1]), value > 0
      else { return nil }
      field.set(value, in: &self)
    }
  }
}
