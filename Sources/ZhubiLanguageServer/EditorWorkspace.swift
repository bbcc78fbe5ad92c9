public import Zhubi

/// What holds for the documents of an editor. The door that starts the server knows where settings
/// lie; the server knows documents.
public protocol EditorWorkspace {
  /// Takes in what the client says of itself, at the beginning and whenever it changes; returns what
  /// is wrong with it.
  mutating func take(_ wishes: EditorWishes) -> [Message]
  /// What holds for a file now, or for a text without a file (nil).
  mutating func settings(for path: String?) -> EditorSettings
  /// Forgets what was read: something on disk has changed.
  mutating func reload()
  /// What is wrong in configurations read so far, under the path of each file; a file without faults
  /// has none.
  var faults: [String: [ConfigurationFault]] { get }
}

/// What a client may wish for.
public struct EditorWishes: Sendable, Hashable {
  /// The language of the editor.
  public var locale: String?
  /// Settings of the client, `zhubi.language` and `zhubi.profile`.
  public var language: String?
  public var profile: String?
  /// The folder opened, from the root.
  public var root: String?

  public init() {}
}

/// What holds for one document.
public struct EditorSettings: Sendable {
  public enum State: Sendable {
    case ready(TextScanner, TextScanner.Options)
    /// The configuration leaves the file out.
    case ignored
    /// The configuration or the lexicon cannot be used, and why.
    case faulty(Message)
  }

  public var language: Language
  public var state: State
  /// Bytes of the largest document scanned.
  public var sizeLimit: Int?
  /// Findings listed of one document.
  public var findingLimit: Int?

  public init(language: Language, state: State) {
    self.language = language
    self.state = state
  }
}

/// Something wrong in a configuration file.
public struct ConfigurationFault: Sendable, Hashable {
  /// From 1.
  public var line: Int
  public var isError: Bool
  public var message: Message

  public init(line: Int, isError: Bool, message: Message) {
    self.line = line
    self.isError = isError
    self.message = message
  }
}
