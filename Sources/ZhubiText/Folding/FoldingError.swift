/// Why a folding could not be computed or read.
public enum FoldingError: Error, Sendable, Equatable, CustomStringConvertible {
  /// ICU failed at the named step.
  case icu(String)
  /// A unit that is not its own fold: the rules contradict each other at this scalar.
  case notClosed(UInt32)
  /// The data does not begin like a folding.
  case foreign
  /// The data has another format version.
  case version(found: UInt32, expected: UInt32)
  /// The data ends early or late.
  case size(found: Int, expected: Int)
  /// The checksum does not fit the content.
  case damaged
  /// The content contradicts itself although the checksum fits.
  case inconsistent(String)

  public var description: String {
    switch self {
    case .icu(let step): "折叠表：ICU 出错 / folding: ICU failed at \(step)"
    case .notClosed(let scalar):
      "折叠表：规则互相矛盾 / folding: rules contradict each other at U+"
        + String(scalar, radix: 16, uppercase: true)
    case .foreign: "折叠表：不是折叠表数据 / folding: the data is not a folding"
    case .version(let found, let expected):
      "折叠表：格式版本 \(found)，需要 \(expected) / folding: format version \(found), expected \(expected)"
    case .size(let found, let expected):
      "折叠表：长度 \(found) 字节，应为 \(expected) / folding: \(found) bytes, expected \(expected)"
    case .damaged: "折叠表：校验和不符 / folding: the checksum does not fit"
    case .inconsistent(let what): "折叠表：内容矛盾 / folding: inconsistent content: \(what)"
    }
  }
}
