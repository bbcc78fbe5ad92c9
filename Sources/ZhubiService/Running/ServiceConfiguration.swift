public import ZhubiDetection
public import ZhubiPolicy
public import ZhubiReport

/// What requests are judged by where they say nothing themselves.
public struct ServiceDefaults: Sendable {
  public var profile = Profile.all[0]
  public var failOn = Severity.error
  public var language = Language.chinese

  public init() {}
}

/// How a service runs.
public struct ServiceConfiguration: Sendable {
  /// The address to listen on; anything but this machine needs tokens.
  public var host = "127.0.0.1"
  /// The port to listen on; 0 takes a free one.
  public var port = 8642
  /// The file of bearer tokens, one a line.
  public var tokenFile: String?
  /// Folders of packs above the built-in ones, lower layers first.
  public var lexicons: [String] = []
  /// Whether compiled lexicons are kept on disk.
  public var usesCache = true
  /// The folder review records are kept in; nil switches them off.
  public var reviewFolder: String?
  public var defaults = ServiceDefaults()
  /// The program that reads attachments; nil takes the one beside the running executable.
  public var attachmentHelper: String?

  /// The most bytes of one body, and of one line of a batch.
  public var bodyLimit = 32 << 20
  /// Bodies held in memory at a time, in bytes.
  public var memoryLimit = 512 << 20
  /// Requests at work at a time; more are told to come back.
  public var requestLimit = 256
  /// Long scans at work at a time.
  public var longScans = 2
  /// Seconds a body may take to arrive.
  public var bodySeconds = 30.0
  /// Seconds a scan may take.
  public var scanSeconds = 60.0
  /// Whether every request is logged, not only those refused.
  public var logsEveryRequest = false

  public init() {}
}

/// Why a service does not start.
public enum ServiceStartError: Error, Sendable, CustomStringConvertible {
  /// An address others can reach, and no tokens.
  case tokensNeeded(host: String)
  case tokens(path: String, reason: String)
  case lexicon(String)
  case review(String)
  case usage(String)

  public var description: String {
    switch self {
    case .tokensNeeded(let host):
      """
      监听 \(host) 会让其他机器访问，须用 --tokens 指定令牌文件
      listening on \(host) lets other machines in: name a file of tokens with --tokens
      """
    case .tokens(let path, let reason): "\(path): \(reason)"
    case .lexicon(let reason): reason
    case .review(let reason): reason
    case .usage(let reason): reason
    }
  }
}
