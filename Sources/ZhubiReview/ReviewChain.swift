import JSONText

/// The chain of a record: every line holds the hash of the line before and ends with its own.
///
/// Altering, removing or exchanging any line breaks the chain. Lines cut off at the end are missed
/// by the head file beside the chain. Whoever rewrites both, every hash included, cannot be seen
/// from inside the folder: for that the head is printed on every form, and can be compared.
public struct ReviewChain: Sendable {
  /// What is wrong with a record.
  public struct Fault: Error, Sendable, Equatable {
    public enum Kind: String, Sendable {
      /// A line is not what was written.
      case altered
      /// A line is missing, exchanged or inserted.
      case outOfOrder
      /// The last line has no end.
      case unfinished
      /// Lines are missing behind the last one.
      case cutOff
      /// The head does not belong to the chain.
      case head
      /// A head noted elsewhere is nowhere in the chain.
      case foreign
    }

    public var kind: Kind
    /// The line, from 1; 0 where it is none.
    public var line: Int

    public init(_ kind: Kind, line: Int) {
      self.kind = kind
      self.line = line
    }
  }

  /// The hash before the first line.
  public static let origin = String(repeating: "0", count: 64)

  /// The records, in order.
  public private(set) var records: [ReviewRecord] = []
  /// The hash of each line.
  public private(set) var hashes: [String] = []

  /// The hash of the last line.
  public var head: String { hashes.last ?? Self.origin }

  public init() {}

  private static let joint = Array(",\"hash\":\"".utf8)
  private static let close = Array("\"}".utf8)

  /// The line of a record at the end of the chain, with its line break; the chain grows by it.
  mutating func append(_ record: ReviewRecord) -> [UInt8] {
    let text = Array(record.text(after: head).utf8)
    let hash = SHA256.text(text)
    records.append(record)
    hashes.append(hash)
    return text + Self.joint + Array(hash.utf8) + Self.close + [0x0A]
  }

  /// Reads a whole chain.
  ///
  /// - Throws: the first line that is not as it was written.
  public init(_ bytes: [UInt8]) throws(Fault) {
    if !bytes.isEmpty, bytes.last != 0x0A {
      throw Fault(.unfinished, line: bytes.count { $0 == 0x0A } + 1)
    }
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
      .enumerated()
    {
      try read(Array(line), number: index)
    }
  }

  private mutating func read(_ line: [UInt8], number: Int) throws(Fault) {
    let tail = Self.joint.count + 64 + Self.close.count
    guard line.count > tail else { throw Fault(.altered, line: number + 1) }
    let text = line[..<(line.count - tail)]
    let hash = SHA256.text(text)
    guard Array(line[text.count...]) == Self.joint + Array(hash.utf8) + Self.close,
      let value = try? JSONValue(text + Self.close.suffix(1)), let record = ReviewRecord(value)
    else { throw Fault(.altered, line: number + 1) }
    guard record.number == number, value["previous"]?.text == head else {
      throw Fault(.outOfOrder, line: number + 1)
    }
    records.append(record)
    hashes.append(hash)
  }

  /// The bytes of the head file.
  var headFile: [UInt8] { Array("{\"records\":\(records.count),\"hash\":\"\(head)\"}\n".utf8) }

  /// Compares the chain with the head file beside it.
  func check(headFile bytes: [UInt8]) throws(Fault) {
    if bytes == headFile { return }
    if let value = try? JSONValue(bytes), let count = value["records"]?.integer,
      let hash = value["hash"]?.text
    {
      if count > records.count { throw Fault(.cutOff, line: records.count + 1) }
      // The program was ended between the line and the head; the line itself is whole.
      if count == records.count - 1, hash == (hashes.dropLast().last ?? Self.origin),
        bytes == Array("{\"records\":\(count),\"hash\":\"\(hash)\"}\n".utf8)
      {
        return
      }
    }
    throw Fault(.head, line: 0)
  }
}
