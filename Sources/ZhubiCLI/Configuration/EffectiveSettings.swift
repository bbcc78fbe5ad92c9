import AttachmentExchange
import Zhubi
import ZhubiDetection
import ZhubiPolicy
import ZhubiReport
import ZhubiText

/// What holds for one file, each setting with where it comes from.
struct EffectiveSettings {
  let settings: RunSettings

  private var words: Language { settings.language }
  private var configuration: Configuration { settings.configuration }
  private var given: RunSettings.Given { settings.given }

  func text(of path: String) -> String {
    var text = "\(path)\n"
    for row in rows(of: path) {
      text += "  \(row.name)  \(row.value)"
      text += row.origin.isEmpty ? "\n" : "  ← \(row.origin)\n"
    }
    return text
  }

  private struct Row {
    var name: String
    var value: String
    var origin: String
  }

  private func rows(of path: String) -> [Row] {
    var rows = configurationRows
    if let pattern = settings.ignoring(path) {
      rows.append(row("ignore", "“\(pattern.pattern)”", "\(pattern.place)"))
    }
    let inPath = settings.pathProfile(of: path)
    rows.append(
      row(
        "profile", settings.options(for: path).profile.name,
        inPath.map { "\($0.pattern.place) “\($0.pattern.pattern)”" }
          ?? origin(given.profile != nil, "--profile", configuration.profile?.place)))
    rows.append(
      row(
        "fail-on", settings.options.failOn.rawValue,
        origin(given.failOn != nil, "--fail-on", configuration.failOn?.place)))
    rows.append(
      row(
        "as-of",
        settings.options.asOf.map { "\($0)" }
          ?? words.pick("文档自己的日期，否则今日", "the document's own day, else today"),
        origin(given.asOf != nil, "--as-of", configuration.asOf?.place)))
    rows.append(row("language", words.rawValue, languageOrigin))
    rows += lexiconRows
    for rule in configuration.rules where holds(rule) {
      let value =
        switch rule.setting {
        case .off: "off"
        case .severity(let severity): severity.rawValue
        }
      rows.append(row("rules", "\(rule.selector): \(value)", "\(rule.place)"))
    }
    rows += limitRows
    rows += configuration.htmlIgnored.map { row("html.ignore", "\($0.value)", "\($0.place)") }
    rows.append(
      row(
        "suppressions.locked", settings.options.locksInlineSuppressions ? "true" : "false",
        origin(given.locksSuppressions, "--lock-suppressions", configuration.isLocked?.place)))
    for one in settings.suppressions(of: path) {
      let rules = one.suppression.selectors.map(\.text).joined(separator: " ")
      let until = one.suppression.until.map { " (until \($0))" } ?? ""
      rows.append(
        row(
          "suppressions.paths", "\(rules)\(until): \(one.suppression.reason)",
          "\(one.pattern.place) “\(one.pattern.pattern)”"))
    }
    rows.append(
      row(
        "baseline",
        configuration.baseline.map { FilePath.shown($0.value) } ?? words.pick("无", "none"),
        origin(false, "", configuration.baseline?.place)))
    return rows
  }

  /// Whether no later setting speaks of the same rules.
  private func holds(_ rule: Configuration.RuleSetting) -> Bool {
    configuration.rules.last { $0.selector == rule.selector }?.place == rule.place
  }

  private var configurationRows: [Row] {
    guard let source = settings.source else {
      return [row("configuration", words.pick("无", "none"), "")]
    }
    let origin =
      switch source {
      case .option: "--config"
      case .environment: "ZHUBI_CONFIG"
      case .found: words.pick("向上查找", "found upwards")
      }
    let files = configuration.files.map { FilePath.shown($0) }.joined(separator: " < ")
    return [row("configuration", files, origin)]
  }

  private var languageOrigin: String {
    if configuration.language?.value == words, let place = configuration.language?.place {
      return "\(place)"
    }
    return words.pick("选项或环境", "option or environment")
  }

  private var lexiconRows: [Row] {
    var rows = [row("lexicon", words.pick("内置", "built-in"), standard)]
    if given.lexiconFolders.isEmpty {
      rows += configuration.lexicons.map {
        row("lexicon", FilePath.shown($0.value), "\($0.place)")
      }
    } else {
      rows += given.lexiconFolders.map { row("lexicon", $0, "--lexicon") }
    }
    return rows
  }

  private var limitRows: [Row] {
    let none = words.pick("无", "none")
    let attachments = AttachmentLimits.fields.map { field in
      row(
        "limits.attachments.\(field.name)", "\(field.value(in: settings.attachmentLimits))",
        origin(false, "", configuration.attachmentLimits[field.name]?.place))
    }
    let pages = HTMLReader.Limits.fields.map { field in
      row(
        "limits.html.\(field.name)",
        "\(field.value(in: settings.documentReader.htmlLimits))",
        origin(false, "", configuration.htmlLimits[field.name]?.place))
    }
    return [
      row(
        "limits.document-size", "\(settings.wholeLimit)",
        origin(false, "", configuration.wholeLimit?.place)),
      row(
        "limits.file-size", configuration.fileLimit.map { "\($0.value)" } ?? none,
        origin(false, "", configuration.fileLimit?.place)),
      row(
        "limits.findings",
        configuration.findingLimit.map { "\($0.value)" }
          ?? words.pick("大文件 10000，其余无", "10000 in large files, else none"),
        origin(false, "", configuration.findingLimit?.place)),
    ] + attachments + pages
  }

  private var standard: String { words.pick("默认", "default") }

  private func row(_ name: String, _ value: String, _ origin: String) -> Row {
    Row(name: name, value: value, origin: origin)
  }

  private func origin(_ isGiven: Bool, _ option: String, _ place: ConfigurationPlace?) -> String {
    isGiven ? option : place.map { "\($0)" } ?? standard
  }
}
