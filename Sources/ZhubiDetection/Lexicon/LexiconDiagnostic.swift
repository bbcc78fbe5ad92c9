/// Something wrong in a pack, with the file and line an editor can go to.
public struct LexiconDiagnostic: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case malformedPack = "malformed-pack"
    case malformedRow = "malformed-row"
    case unknownColumn = "unknown-column"
    case unknownKind = "unknown-kind"
    case unknownSeverity = "unknown-severity"
    case unknownContext = "unknown-context"
    case badDate = "bad-date"
    case duplicate
    case swallowed
    case neverMatches = "never-matches"
    case tooShort = "too-short"
    case missingSource = "missing-source"
    case expired
    case commonWord = "common-word"
    case flagsItsCorrection = "flags-its-correction"
  }

  public var kind: Kind
  /// The file, as the pack was named, and the line from 1.
  public var file: String
  public var line: Int
  public var message: Message
  /// True when a scan that went on would silently ignore an entry.
  public var isFatal: Bool

  public init(_ kind: Kind, file: String, line: Int, _ message: Message, isFatal: Bool) {
    self.kind = kind
    self.file = file
    self.line = line
    self.message = message
    self.isFatal = isFatal
  }
}

/// Why a lexicon cannot be used.
public enum LexiconError: Error, Sendable {
  /// The packs hold faults; each names its file and line.
  case faulty([LexiconDiagnostic])
  /// The compiled image is foreign, damaged or of another version.
  case image(reason: String)
  /// The engine or the folding could not be made.
  case engine(reason: String)
}
