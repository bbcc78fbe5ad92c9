import AttachmentExchange
import Zhubi
import ZhubiDetection
import ZhubiPolicy
import ZhubiReport
import ZhubiText

/// Reads one configuration file. Every fault is said with its place; reading goes on behind it.
struct ConfigurationReader {
  /// The keys of the top level, in the order people should write them.
  static let keys = [
    "extends", "language", "profile", "profiles", "as-of", "fail-on", "lexicon", "rules", "limits",
    "html", "ignore", "suppressions", "baseline",
  ]
  static let limitKeys = ["file-size", "document-size", "findings", "attachments", "html"]
  static let htmlKeys = ["ignore"]
  static let suppressionKeys = ["locked", "paths"]
  static let pathSuppressionKeys = ["path", "rules", "reason", "until"]
  static let pathProfileKeys = ["path", "profile"]

  let folder: String
  var diagnostics = ConfigurationDiagnostics()
  /// The files it extends, from the root, lowest first.
  var extended: [Placed<String>] = []

  init(file: String) {
    folder = FilePath.folder(of: file)
  }

  mutating func read(_ value: YAMLValue) -> Configuration {
    var result = Configuration()
    result.files = [value.place.file]
    for (key, value) in fields(value, known: Self.keys) {
      switch key {
      case "extends":
        extended = texts(value).map { Placed(value: absolute($0.value), place: $0.place) }
      case "language": result.language = choice(value, Language.init(rawValue:), Self.languages)
      case "profile": result.profile = choice(value, Profile.named, Self.profiles)
      case "profiles": result.profiles = list(value).compactMap { pathProfile($0) }
      case "as-of": result.asOf = date(value)
      case "fail-on": result.failOn = choice(value, Severity.init(rawValue:), Self.severities)
      case "lexicon": result.lexicons = texts(value).compactMap { lexicon($0) }
      case "rules": result.rules = rules(value)
      case "limits": limits(value, &result)
      case "html":
        for (_, value) in fields(value, known: Self.htmlKeys) {
          result.htmlIgnored = texts(value).compactMap { htmlSelector($0) }
        }
      case "ignore": result.ignored = texts(value).compactMap { pattern($0) }
      case "suppressions": suppressions(value, &result)
      case "baseline":
        result.baseline = text(value).map { Placed(value: absolute($0.value), place: $0.place) }
      default: break
      }
    }
    return result
  }

  static let languages = Language.allCases.map(\.rawValue)
  static let profiles = Profile.all.map(\.name)
  static let severities = Severity.allCases.map(\.rawValue)

  private func absolute(_ path: String) -> String { FilePath.absolute(path, in: folder) }

  private mutating func pathProfile(_ value: YAMLValue) -> Configuration.PathProfile? {
    var path: PlacedPattern?
    var profile: Profile?
    for (key, value) in fields(value, known: Self.pathProfileKeys) {
      if key == "path" { path = text(value).flatMap { pattern($0) } }
      if key == "profile" { profile = choice(value, Profile.named, Self.profiles)?.value }
    }
    guard let path, let profile else {
      missing(value, path == nil ? "path" : nil, profile == nil ? "profile" : nil)
      return nil
    }
    return Configuration.PathProfile(pattern: path, profile: profile)
  }

  private mutating func lexicon(_ path: Placed<String>) -> Placed<String>? {
    let whole = absolute(path.value)
    guard FileSystem.kind(of: whole) == .folder else {
      diagnostics.error(
        path.place, "没有这个词库文件夹：\(path.value)", "no such folder of packs: \(path.value)")
      return nil
    }
    return Placed(value: whole, place: path.place)
  }

  private mutating func rules(_ value: YAMLValue) -> [Configuration.RuleSetting] {
    guard case .fields(let fields) = value.content else {
      wrongForm(value, "规则编号: 等级", "rule: severity")
      return []
    }
    return fields.compactMap { key, value in
      guard let selector = selector(Placed(value: key.text, place: key.place)),
        let level = text(value)
      else { return nil }
      if level.value == "off" {
        return Configuration.RuleSetting(selector: selector.value, setting: .off, place: key.place)
      }
      guard let severity = Severity(rawValue: level.value) else {
        unknown(level, Self.severities + ["off"])
        return nil
      }
      return Configuration.RuleSetting(
        selector: selector.value, setting: .severity(severity), place: key.place)
    }
  }

  private mutating func limits(_ value: YAMLValue, _ result: inout Configuration) {
    for (key, value) in fields(value, known: Self.limitKeys) {
      switch key {
      case "file-size": result.fileLimit = limit(key, value, isSize: true)
      case "document-size": result.wholeLimit = limit(key, value, isSize: true)
      case "findings": result.findingLimit = limit(key, value, isSize: false)
      case "attachments":
        for (name, value) in fields(value, known: AttachmentLimits.fields.map(\.name)) {
          let field = AttachmentLimits.fields.first { $0.name == name }
          result.attachmentLimits[name] = limit(name, value, isSize: field?.isSize == true)
        }
      default:
        for (name, value) in fields(value, known: HTMLReader.Limits.fields.map(\.name)) {
          let field = HTMLReader.Limits.fields.first { $0.name == name }
          result.htmlLimits[name] = limit(name, value, isSize: field?.isSize == true)
        }
      }
    }
  }

  private mutating func limit(_ key: String, _ value: YAMLValue, isSize: Bool) -> Placed<Int>? {
    guard let text = text(value) else { return nil }
    guard let number = Self.size(text.value, hasUnits: isSize), number > 0, number < 1 << 40 else {
      diagnostics.error(
        text.place, "\(key) 应为正整数，如 10000 或 64MiB：\(text.value)",
        "\(key) must be a positive number such as 10000 or 64MiB: \(text.value)")
      return nil
    }
    return Placed(value: number, place: text.place)
  }

  private mutating func htmlSelector(_ text: Placed<String>) -> Placed<HTMLSelector>? {
    guard let selector = HTMLSelector(text.value) else {
      diagnostics.error(
        text.place, "不支持的选择器“\(text.value)”，可用：nav、.footer、#path、div.menu",
        "no such selector: “\(text.value)”; there are: nav, .footer, #path, div.menu")
      return nil
    }
    return Placed(value: selector, place: text.place)
  }

  private mutating func suppressions(_ value: YAMLValue, _ result: inout Configuration) {
    if value.text == "locked" {
      result.isLocked = Placed(value: true, place: value.place)
      return
    }
    for (key, value) in fields(value, known: Self.suppressionKeys) {
      if key == "locked" {
        result.isLocked = choice(value, { Self.flags[$0] }, ["true", "false"])
      } else {
        result.suppressions = list(value).compactMap { pathSuppression($0) }
      }
    }
  }

  private static let flags = ["true": true, "yes": true, "false": false, "no": false]

  private mutating func pathSuppression(_ value: YAMLValue) -> Configuration.PathSuppression? {
    var path: PlacedPattern?
    var selectors: [Placed<RuleSelector>] = []
    var reason = ""
    var until: Placed<CalendarDate>?
    for (key, value) in fields(value, known: Self.pathSuppressionKeys) {
      switch key {
      case "path": path = text(value).flatMap { pattern($0) }
      case "rules": selectors = texts(value).compactMap { selector($0) }
      case "reason": reason = text(value)?.value ?? ""
      default: until = date(value)
      }
    }
    guard let path, !selectors.isEmpty, reason.contains(where: { $0.isLetter }) else {
      missing(
        value, path == nil ? "path" : nil, selectors.isEmpty ? "rules" : nil,
        reason.contains(where: { $0.isLetter }) ? nil : "reason")
      return nil
    }
    return Configuration.PathSuppression(
      pattern: path,
      suppression: StandingSuppression(
        selectors: selectors.map(\.value), reason: reason, until: until?.value,
        place: "\(FilePath.shown(value.place.file)):\(value.place.line)"), rules: selectors)
  }

  private mutating func selector(_ text: Placed<String>) -> Placed<RuleSelector>? {
    guard let selector = RuleSelector(text.value) else {
      diagnostics.error(
        text.place, "不是规则编号：\(text.value)", "not a rule id: \(text.value)")
      return nil
    }
    if selector.familyName == "scan" {
      diagnostics.error(
        text.place, "scan.* 说明扫描不完整，不能调整或忽略",
        "scan.* says that a scan is incomplete; it can be neither set nor suppressed")
      return nil
    }
    return Placed(value: selector, place: text.place)
  }

  private mutating func pattern(_ text: Placed<String>) -> PlacedPattern? {
    guard let pattern = PathPattern(text.value) else {
      diagnostics.error(
        text.place, "不是路径样式：\(text.value)", "not a pattern over paths: \(text.value)")
      return nil
    }
    return PlacedPattern(pattern: pattern, folder: folder, place: text.place)
  }

  private mutating func date(_ value: YAMLValue) -> Placed<CalendarDate>? {
    guard let text = text(value) else { return nil }
    guard let date = CalendarDate(text.value), date.description == text.value else {
      diagnostics.error(
        text.place, "不是日期（应写作 2026-12-31）：\(text.value)",
        "not a date (write 2026-12-31): \(text.value)")
      return nil
    }
    return Placed(value: date, place: text.place)
  }

  /// A number of bytes: `1048576`, `512KiB`, `64MiB`, `1GiB`.
  private static func size(_ text: String, hasUnits: Bool) -> Int? {
    if hasUnits {
      for (unit, shift) in [("KiB", 10), ("MiB", 20), ("GiB", 30)] where text.hasSuffix(unit) {
        guard let number = Int(text.dropLast(3)), number > 0, number < 1 << 30 else { return nil }
        return number << shift
      }
    }
    return Int(text)
  }
}
