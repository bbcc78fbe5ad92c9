import JSONText
import ZhubiReport

/// Why a request was not answered as asked: a status, a code for programs, and a sentence for people
/// in both languages. Never holds any of a document.
struct ServiceError: Error, Sendable, Equatable {
  var status: Int
  var code: String
  var chinese: String
  var english: String
  /// The field of the request it is about.
  var field: String?
  /// Seconds after which another attempt may do better.
  var retryAfter: Int?
  /// Methods the address knows, where the one used is none of them.
  var allow: String?

  init(
    _ status: Int, _ code: String, _ chinese: String, _ english: String, field: String? = nil,
    retryAfter: Int? = nil, allow: String? = nil
  ) {
    self.status = status
    self.code = code
    self.chinese = chinese
    self.english = english
    self.field = field
    self.retryAfter = retryAfter
    self.allow = allow
  }

  /// `{"error":{"code":…,"chinese":…,"english":…,"field":…}}`
  var json: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("error")
      writer.object { writer in
        writer.field("code", code)
        writer.field("chinese", chinese)
        writer.field("english", english)
        writer.field("field", unlessEmpty: field)
      }
    }
    return writer.text
  }
}

extension ServiceError {
  static func badField(_ field: String, _ chinese: String, _ english: String) -> ServiceError {
    ServiceError(400, "bad-field", chinese, english, field: field)
  }

  static func json(_ fault: JSONFault) -> ServiceError {
    let (chinese, english) =
      switch fault.reason {
      case .notJSON: ("请求不是合法的 JSON", "the request is not valid JSON")
      case .notUTF8: ("请求含有非 UTF-8 字节或半个代理对", "bytes that are not UTF-8, or half a surrogate pair")
      case .duplicateKey: ("同一对象中有重复的键", "a key is given twice in one object")
      case .tooDeep: ("嵌套过深", "nested too deeply")
      }
    return ServiceError(
      400, "bad-json", "\(chinese)（第 \(fault.byte) 字节处）", "\(english) (at byte \(fault.byte))")
  }

  static func bodyTooLarge(_ limit: Int) -> ServiceError {
    ServiceError(
      413, "body-too-large", "请求超过上限 \(limit) 字节", "the request is larger than \(limit) bytes")
  }

  static let bodyTimeout = ServiceError(
    408, "body-timeout", "请求没有在限定时间内传完", "the request did not arrive in time", retryAfter: 1)
  static let scanTimeout = ServiceError(
    408, "scan-timeout", "扫描超过限定时间，没有结论", "the scan took too long, there is no verdict",
    retryAfter: 5)
  static let busy = ServiceError(
    429, "busy", "正在处理的请求过多，请稍后再试", "too many requests at work, try again", retryAfter: 1)
  static let notFound = ServiceError(404, "not-found", "没有这个地址", "no such address")
}
