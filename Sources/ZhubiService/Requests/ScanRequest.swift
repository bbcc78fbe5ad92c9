import JSONText
import Zhubi
import ZhubiDetection
import ZhubiPolicy
import ZhubiReport
import ZhubiText

/// One document to scan and how, however it was sent.
struct ScanRequest: Sendable {
  enum Content: Sendable {
    case text(String, DocumentFormat?)
    case bytes([UInt8])
  }

  /// What the answer holds besides the findings.
  struct Extras: Sendable, Equatable {
    /// The text the ranges point into.
    var source = false
    /// Replacements a machine may make.
    var fixes = false
  }

  var content: Content?
  /// The name the document is reported under.
  var id: String?
  /// The name of the file, which tells its format.
  var name: String?
  /// The form given by the caller; nil and `auto` look at the content.
  var form: String?
  var charset: String?
  var options: TextScanner.Options
  var record = DocumentRecord()
  var language: Language
  var extras = Extras()

  init(_ defaults: ServiceDefaults) {
    options = TextScanner.Options(profile: defaults.profile, failOn: defaults.failOn)
    language = defaults.language
  }

  /// A request written as one JSON object.
  init(json: JSONValue, _ defaults: ServiceDefaults) throws(ServiceError) {
    self.init(defaults)
    guard let members = json.members else {
      throw ServiceError(400, "bad-json", "请求应为一个 JSON 对象", "the request must be a JSON object")
    }
    for member in members { try set(member.key, member.value) }
    guard content != nil else {
      throw ServiceError(
        400, "no-document", "缺少 text、html 或 base64", "one of text, html, base64 is needed")
    }
  }

  /// Sets one field. A field that is not known is refused: a misspelt option must never pass as
  /// a scan without it.
  mutating func set(_ key: String, _ value: JSONValue) throws(ServiceError) {
    if case .null = value { return }
    switch key {
    case "text", "html", "base64": try setContent(key, try text(key, value))
    case "id": id = try identifier(value)
    case "name": name = try text(key, value)
    case "title": record.title = try text(key, value)
    case "url": record.url = try text(key, value)
    case "charset": charset = try text(key, value)
    case "include": try include(value)
    case "lockSuppressions": options.locksInlineSuppressions = try flag(key, value)
    case "format", "profile", "asOf", "date", "failOn", "language":
      try choose(key, try text(key, value))
    default:
      throw .badField(key, "没有这个字段", "no such field")
    }
  }

  private mutating func setContent(_ key: String, _ value: String) throws(ServiceError) {
    guard content == nil else {
      throw .badField(key, "text、html、base64 只能给一个", "only one of text, html, base64 may be given")
    }
    switch key {
    case "base64":
      guard let bytes = Base64.decode(value.utf8) else {
        throw .badField(key, "不是合法的 Base64", "not valid Base64")
      }
      content = .bytes(bytes)
    case "html": content = .text(value, .html)
    default: content = .text(value, nil)
    }
  }

  private mutating func choose(_ key: String, _ value: String) throws(ServiceError) {
    switch key {
    case "profile":
      guard let known = Profile.named(value) else {
        let names = Profile.all.map(\.name).joined(separator: " | ")
        throw .badField(key, "没有这种体裁，可用：\(names)", "no such profile; there are: \(names)")
      }
      options.profile = known
    case "asOf", "date":
      guard value.utf8.count <= 40, let date = CalendarDate(value) else {
        throw .badField(key, "不是日期，应如 2026-10-20", "not a date such as 2026-10-20")
      }
      if key == "asOf" { options.asOf = date } else { record.date = date }
    case "failOn":
      guard let known = Severity(rawValue: value) else {
        throw .badField(
          key, "应为 info | warning | error | block", "must be info | warning | error | block")
      }
      options.failOn = known
    case "language":
      guard let known = Language(rawValue: value) else {
        throw .badField(key, "应为 zh | en", "must be zh | en")
      }
      language = known
    default:
      guard value == "auto" || FormNames.all.contains(value) else {
        throw .badField(key, "没有这种格式", "no such format")
      }
      form = value == "auto" ? nil : value
    }
  }

  private mutating func include(_ value: JSONValue) throws(ServiceError) {
    let names: [String?] =
      if let elements = value.elements { elements.map(\.text) } else {
        (value.text ?? "?").split(separator: ",").map { String($0) }
      }
    for name in names {
      switch name {
      case "source": extras.source = true
      case "fixes": extras.fixes = true
      default:
        throw .badField(
          "include", "只能包含 source、fixes", "may only hold source, fixes")
      }
    }
  }

  private func text(_ key: String, _ value: JSONValue) throws(ServiceError) -> String {
    guard let text = value.text else { throw .badField(key, "应为字符串", "must be a string") }
    return text
  }

  private func flag(_ key: String, _ value: JSONValue) throws(ServiceError) -> Bool {
    if let flag = value.flag { return flag }
    switch value.text {
    case "true": return true
    case "false": return false
    default: throw .badField(key, "应为 true 或 false", "must be true or false")
    }
  }

  /// An id may be written as a string or as a whole number.
  private func identifier(_ value: JSONValue) throws(ServiceError) -> String {
    if let text = value.text { return text }
    guard let number = value.integer else {
      throw .badField("id", "应为字符串或整数", "must be a string or a whole number")
    }
    return String(number)
  }
}
