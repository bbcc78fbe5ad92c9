import HTTPTypes

/// Decides who may speak to the service.
///
/// Without tokens the service listens on this machine only; a page of some other site, open in a
/// browser here, must not reach it all the same, so the name it was called by and the origin of
/// the call are looked at.
struct DoorKeeper: Sendable {
  var tokens: TokenFile?

  func check(_ head: HTTPRequest, isPublic: Bool) throws(ServiceError) {
    let host = head.authority ?? ""
    if tokens == nil, !Self.isLoopback(host: host) {
      throw ServiceError(
        403, "foreign-host", "本服务只接受本机地址的访问", "the service only answers to names of this machine")
    }
    if let origin = head.headerFields[.origin], origin != "http://\(host)",
      origin != "https://\(host)"
    {
      throw ServiceError(
        403, "foreign-origin", "不接受其他网站发来的请求", "requests of other sites are refused")
    }
    guard let tokens, !isPublic else { return }
    let given = head.headerFields[.authorization] ?? ""
    let word = "bearer "
    guard given.lowercased().hasPrefix(word), tokens.accepts(given.utf8.dropFirst(word.utf8.count))
    else {
      throw ServiceError(401, "token-required", "需要有效的访问令牌", "a valid bearer token is needed")
    }
  }

  /// Whether an address to listen on, or the name of a `Host`, means this machine.
  static func isLoopback(host: String) -> Bool {
    var name = host[...]
    if name.hasPrefix("[") {
      name = name.dropFirst().prefix { $0 != "]" }
    } else if name.filter({ $0 == ":" }).count == 1 {
      name = name.prefix { $0 != ":" }
    }
    if name == "localhost" || name == "::1" { return true }
    let numbers = name.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy { UInt8($0) != nil }
  }
}
