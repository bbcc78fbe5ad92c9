/// Why a request has no result, by the numbers of JSON-RPC and of the protocol.
enum RequestError: Int, Error {
  case parseError = -32700
  case invalidRequest = -32600
  case methodNotFound = -32601
  case invalidParameters = -32602
  case notInitialized = -32002
  case cancelled = -32800

  /// Developers of clients read these; they are in English everywhere.
  var message: String {
    switch self {
    case .parseError: "the message is no JSON, or its header gives no length"
    case .invalidRequest: "not a request that can be answered now"
    case .methodNotFound: "no such method"
    case .invalidParameters: "the parameters are not those of the method"
    case .notInitialized: "initialize comes first"
    case .cancelled: "cancelled"
    }
  }

  func reply(to id: JSON) -> JSON {
    [
      "jsonrpc": "2.0", "id": id,
      "error": ["code": .integer(rawValue), "message": .text(message)],
    ]
  }
}
