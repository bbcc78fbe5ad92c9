import ZhubiDetection
import ZhubiPolicy
import ZhubiReport

/// The options of `zhubi-server`.
public enum ServerOptions {
  public static let manual = """
    zhubi-server：朱笔 HTTP 服务与网页 · the HTTP service and web page of Zhubi

      --host ADDRESS        监听地址，默认 127.0.0.1 · address to listen on
      --port NUMBER         端口，默认 8642，0 为任一空闲端口 · port; 0 takes a free one
      --tokens FILE         令牌文件，每行一个，至少 22 个字符 · bearer tokens, one a line, 22 characters
                            or more; needed for any address but this machine's
      --lexicon DIR         追加词库文件夹，可多次 · a folder of further packs; may be repeated
      --reviews DIR         审核记录文件夹 · folder of review records
      --profile NAME        默认体裁 · the genre texts are judged by
      --fail-on LEVEL       info | warning | error | block
      --language zh|en      默认语言 · language of messages
      --body-limit BYTES    单个请求上限，默认 33554432 · most bytes of a request
      --requests NUMBER     同时处理的请求数，默认 256 · requests at work at a time
      --body-seconds N      接收请求时限，默认 30 · seconds a request may take to arrive
      --scan-seconds N      扫描时限，默认 60 · seconds a scan may take
      --no-cache            不读写词库编译缓存 · no cache of compiled lexicons
      --access-log          记录每个请求（不含内容） · log every request (never its content)
      --help

    """

  /// Reads the words of a command line; nil asks for the manual.
  public static func read(_ words: [String]) throws(ServiceStartError) -> ServiceConfiguration? {
    var configuration = ServiceConfiguration()
    var rest = words[...]
    while let word = rest.popFirst() {
      let halves = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(halves[0])
      if name == "--help" || name == "-h" { return nil }
      if name == "--no-cache" {
        configuration.usesCache = false
        continue
      }
      if name == "--access-log" {
        configuration.logsEveryRequest = true
        continue
      }
      guard known.contains(name) else {
        throw .usage("没有这个选项 no such option: \(name)")
      }
      guard let value = halves.count == 2 ? String(halves[1]) : rest.popFirst() else {
        throw .usage("\(name) 缺少取值 needs a value")
      }
      try set(name, value, &configuration)
    }
    return configuration
  }

  private static let known: Set<String> = [
    "--host", "--port", "--tokens", "--lexicon", "--reviews", "--profile", "--fail-on",
    "--language", "--body-limit", "--requests", "--body-seconds", "--scan-seconds",
  ]

  private static func set(
    _ name: String, _ value: String, _ configuration: inout ServiceConfiguration
  ) throws(ServiceStartError) {
    func number(_ range: ClosedRange<Int>) throws(ServiceStartError) -> Int {
      guard let number = Int(value), range.contains(number) else {
        throw .usage("\(name): \(range.lowerBound) … \(range.upperBound)")
      }
      return number
    }
    switch name {
    case "--host": configuration.host = value
    case "--port": configuration.port = try number(0...65_535)
    case "--tokens": configuration.tokenFile = value
    case "--lexicon": configuration.lexicons.append(value)
    case "--reviews": configuration.reviewFolder = value
    case "--body-limit": configuration.bodyLimit = try number(1_024...1 << 30)
    case "--requests": configuration.requestLimit = try number(1...100_000)
    case "--body-seconds": configuration.bodySeconds = Double(try number(1...3_600))
    case "--scan-seconds": configuration.scanSeconds = Double(try number(1...3_600))
    case "--profile":
      guard let known = Profile.named(value) else {
        throw .usage("--profile: " + Profile.all.map(\.name).joined(separator: " | "))
      }
      configuration.defaults.profile = known
    case "--fail-on":
      guard let known = Severity(rawValue: value) else {
        throw .usage("--fail-on: info | warning | error | block")
      }
      configuration.defaults.failOn = known
    default:
      guard let known = Language(rawValue: value) else { throw .usage("--language: zh | en") }
      configuration.defaults.language = known
    }
  }
}
