import ArgumentParser
import Zhubi
import ZhubiDetection
import ZhubiPolicy
import ZhubiReport
import ZhubiText

/// How texts are judged, for every command that scans. What is given here wins over configuration.
struct JudgingOptions: ParsableArguments {
  @Option(
    name: .long,
    help: "配置文件；省略则向上查找 .zhubi.yaml · the configuration; else the nearest .zhubi.yaml",
    completion: .file())
  var config: String?

  @Flag(name: .long, help: "不用任何配置文件 · no configuration at all")
  var noConfig = false

  @Option(
    name: .long, help: "体裁 · the genre the text is judged by",
    completion: .list(Profile.all.map(\.name)))
  var profile: String?

  @Option(name: .long, help: "判断日期，如 2024-05-14 · the day to judge by")
  var asOf: String?

  @Option(
    name: .long, help: "info | warning | error | block：达到即不予发布 · fail at this severity",
    completion: .list(Severity.allCases.map(\.rawValue)))
  var failOn: String?

  @Flag(name: .long, help: "不采用文中的忽略指令 · do not obey suppressions inside texts")
  var lockSuppressions = false

  @Flag(
    name: .long, help: "点名的文件也按配置忽略 · leave out ignored files even when they are named")
  var forceExclude = false

  @OptionGroup var lexicon: LexiconOptions
  @OptionGroup var language: LanguageOption

  func validate() throws {
    if let profile, Profile.named(profile) == nil {
      let names = Profile.all.map(\.name).joined(separator: " | ")
      throw ValidationError("--profile: 未知的体裁 unknown profile: \(profile) (\(names))")
    }
    if let failOn, Severity(rawValue: failOn) == nil {
      throw ValidationError("--fail-on: info | warning | error | block")
    }
    if let asOf, CalendarDate(asOf) == nil {
      throw ValidationError("--as-of: 不是日期 not a date: \(asOf)")
    }
    if noConfig, config != nil {
      throw ValidationError("--config, --no-config: 只能用一个 only one of them")
    }
  }

  /// The settings of a run, or status 2 with every fault of the configuration named.
  func settings() throws(Outcome) -> RunSettings {
    var diagnostics = ConfigurationDiagnostics()
    let settings = settings(from: FilePath.workingFolder, &diagnostics)
    try diagnostics.say(settings.language)
    return settings
  }

  /// The settings for what lies in a folder, faults and all.
  func settings(from folder: String, _ diagnostics: inout ConfigurationDiagnostics) -> RunSettings {
    let source = noConfig ? nil : ConfigurationFile.source(option: config, from: folder)
    var configuration = Configuration()
    if !noConfig { configuration = ConfigurationFile.read(source, from: folder, &diagnostics) }
    let words =
      language.language.flatMap(Language.init(rawValue:))
      ?? configuration.language?.value ?? Console.language(nil)
    for one in configuration.patterns { diagnostics.check(one) }
    for one in configuration.suppressions { diagnostics.check(one) }
    return RunSettings(
      configuration: configuration, source: source, language: words, given: given)
  }
}

extension JudgingOptions {
  private var given: RunSettings.Given {
    RunSettings.Given(
      profile: profile.flatMap(Profile.named), asOf: asOf.flatMap { CalendarDate($0) },
      failOn: failOn.flatMap(Severity.init(rawValue:)), locksSuppressions: lockSuppressions,
      excludesNamedFiles: forceExclude, lexiconFolders: lexicon.lexicon,
      usesCache: !lexicon.noCache)
  }
}

extension ConfigurationDiagnostics {
  /// Warns of a suppression that holds no more.
  fileprivate mutating func check(_ one: Configuration.PathSuppression) {
    guard let until = one.suppression.until, until < .current() else { return }
    warning(
      one.pattern.place, "忽略规定已于 \(until) 到期：请复核后改写期限或删去",
      "the suppression expired on \(until): review it, then extend or remove it")
  }

  /// Warns of a pattern whose beginning leads nowhere.
  fileprivate mutating func check(_ one: PlacedPattern) {
    let prefix = one.pattern.literalPrefix
    guard !prefix.isEmpty, FileSystem.kind(of: one.folder + "/" + prefix) == nil else { return }
    warning(
      one.place, "“\(one.pattern)”匹配不到任何文件：没有 \(prefix)",
      "“\(one.pattern)” matches nothing: there is no \(prefix)")
  }
}
