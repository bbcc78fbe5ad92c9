import AttachmentExchange
import ZhubiDetection
import ZhubiPolicy
import ZhubiReport
import ZhubiText

/// A value and where it was written.
struct Placed<Value: Sendable>: Sendable {
  var value: Value
  var place: ConfigurationPlace
}

/// A pattern over paths below a folder.
struct PlacedPattern: Sendable {
  var pattern: PathPattern
  /// The folder the pattern counts from, from the root.
  var folder: String
  var place: ConfigurationPlace

  /// Whether the file (from the root) fits.
  func matches(_ path: String) -> Bool {
    FilePath.relative(path, to: folder).map(pattern.matches) ?? false
  }
}

/// What `.zhubi.yaml` and the files it extends say together.
struct Configuration: Sendable {
  struct PathProfile: Sendable {
    var pattern: PlacedPattern
    var profile: Profile
  }

  struct PathSuppression: Sendable {
    var pattern: PlacedPattern
    var suppression: StandingSuppression
    /// The rules it names, each with its place.
    var rules: [Placed<RuleSelector>]
  }

  struct RuleSetting: Sendable {
    var selector: RuleSelector
    var setting: RuleSettings.Setting
    var place: ConfigurationPlace
  }

  /// The files read, the lowest first.
  var files: [String] = []
  var profile: Placed<Profile>?
  /// Later ones win.
  var profiles: [PathProfile] = []
  /// Folders of packs from the root, lower layers first.
  var lexicons: [Placed<String>] = []
  var rules: [RuleSetting] = []
  var failOn: Placed<Severity>?
  /// Bytes of the largest file read.
  var fileLimit: Placed<Int>?
  /// Findings listed of one document.
  var findingLimit: Placed<Int>?
  /// Bytes of the largest document that must be held as a whole.
  var wholeLimit: Placed<Int>?
  /// Limits of attachments by their names.
  var attachmentLimits: [String: Placed<Int>] = [:]
  /// Limits of web pages by their names.
  var htmlLimits: [String: Placed<Int>] = [:]
  /// Elements of web pages that are left out.
  var htmlIgnored: [Placed<HTMLSelector>] = []
  var ignored: [PlacedPattern] = []
  var isLocked: Placed<Bool>?
  var suppressions: [PathSuppression] = []
  /// From the root.
  var baseline: Placed<String>?
  var asOf: Placed<CalendarDate>?
  var language: Placed<Language>?

  /// Lays an upper configuration over this one: single values win, lists grow.
  mutating func overlay(_ upper: Configuration) {
    files += upper.files.filter { !files.contains($0) }
    profile = upper.profile ?? profile
    profiles += upper.profiles
    lexicons += upper.lexicons
    rules += upper.rules
    failOn = upper.failOn ?? failOn
    fileLimit = upper.fileLimit ?? fileLimit
    findingLimit = upper.findingLimit ?? findingLimit
    wholeLimit = upper.wholeLimit ?? wholeLimit
    attachmentLimits.merge(upper.attachmentLimits) { $1 }
    htmlLimits.merge(upper.htmlLimits) { $1 }
    htmlIgnored += upper.htmlIgnored
    ignored += upper.ignored
    isLocked = upper.isLocked ?? isLocked
    suppressions += upper.suppressions
    baseline = upper.baseline ?? baseline
    asOf = upper.asOf ?? asOf
    language = upper.language ?? language
  }

  var ruleSettings: RuleSettings {
    rules.reduce(into: RuleSettings()) { $0[$1.selector] = $1.setting }
  }

  /// Every rule that is named, with its place.
  var namedRules: [Placed<RuleSelector>] {
    rules.map { Placed(value: $0.selector, place: $0.place) } + suppressions.flatMap(\.rules)
  }

  /// Every pattern, with what it is for.
  var patterns: [PlacedPattern] {
    ignored + profiles.map(\.pattern) + suppressions.map(\.pattern)
  }
}
