import AttachmentExchange
import Zhubi
import ZhubiAttachments
import ZhubiDetection
import ZhubiPolicy
import ZhubiReport
import ZhubiText

/// What holds for one run: options of the command line over configuration over defaults.
struct RunSettings: Sendable {
  /// What the command line says; nil and empty mean nothing.
  struct Given: Sendable {
    var profile: Profile?
    var asOf: CalendarDate?
    var failOn: Severity?
    var locksSuppressions = false
    var excludesNamedFiles = false
    var lexiconFolders: [String] = []
    var usesCache = true
    var recognisesPictures = false
  }

  let configuration: Configuration
  let source: ConfigurationFile.Source?
  var language: Language
  var given: Given
  /// Options of every document, before its path is looked at.
  var options: TextScanner.Options
  /// The folder documents of the baseline are named from.
  var baselineFolder = FilePath.workingFolder

  init(
    configuration: Configuration, source: ConfigurationFile.Source?, language: Language,
    given: Given
  ) {
    self.configuration = configuration
    self.source = source
    self.language = language
    self.given = given
    options = TextScanner.Options(
      profile: given.profile ?? configuration.profile?.value
        ?? Profile.all[0],
      asOf: given.asOf ?? configuration.asOf?.value,
      failOn: given.failOn ?? configuration.failOn?.value
        ?? .error)
    options.rules = configuration.ruleSettings
    options.locksInlineSuppressions =
      given.locksSuppressions || configuration.isLocked?.value == true
  }

  /// Folders of packs above the built-in ones, lower layers first.
  var lexiconFolders: [String] {
    given.lexiconFolders.isEmpty
      ? configuration.lexicons.map { FilePath.shown($0.value) } : given.lexiconFolders
  }

  /// How text and markup are read.
  var documentReader: DocumentReader {
    var limits = HTMLReader.Limits()
    for field in HTMLReader.Limits.fields {
      if let value = configuration.htmlLimits[field.name]?.value { field.set(value, in: &limits) }
    }
    return DocumentReader(
      htmlLimits: limits, htmlIgnored: configuration.htmlIgnored.map(\.value))
  }

  var attachmentLimits: AttachmentLimits {
    var limits = AttachmentLimits()
    for field in AttachmentLimits.fields {
      if let value = configuration.attachmentLimits[field.name]?.value {
        field.set(value, in: &limits)
      }
    }
    return limits
  }

  /// How attachments are read.
  var attachmentReader: AttachmentReader {
    var reader = AttachmentReader(
      limits: attachmentLimits, recognisesPictures: given.recognisesPictures)
    reader.members = documentReader
    return reader
  }

  /// Bytes of the largest document that must be held as a whole: markup, tables, attachments, and
  /// what comes from standard input without being plain text.
  var wholeLimit: Int { configuration.wholeLimit?.value ?? Self.wholeLimit }
  static let wholeLimit = 128 << 20

  /// The pattern that gives a file its profile; the last one wins.
  func pathProfile(of path: String) -> Configuration.PathProfile? {
    if given.profile != nil { return nil }
    let whole = FilePath.absolute(path)
    return configuration.profiles.last { $0.pattern.matches(whole) }
  }

  /// The suppressions that cover a file.
  func suppressions(of path: String) -> [Configuration.PathSuppression] {
    let whole = FilePath.absolute(path)
    return configuration.suppressions.filter { $0.pattern.matches(whole) }
  }

  /// The pattern that ignores a file.
  func ignoring(_ path: String) -> PlacedPattern? {
    if configuration.ignored.isEmpty { return nil }
    let whole = FilePath.absolute(path)
    return configuration.ignored.first { $0.matches(whole) }
  }

  /// The options for a file.
  func options(for path: String) -> TextScanner.Options {
    var options = options
    if let found = pathProfile(of: path) { options.profile = found.profile }
    options.suppressions = suppressions(of: path).map(\.suppression)
    options.baselineName = baselineName(of: path)
    return options
  }

  /// The name a document has in a baseline: its path from the baseline's folder.
  func baselineName(of path: String) -> String {
    let whole = FilePath.absolute(path)
    return FilePath.relative(whole, to: baselineFolder) ?? whole
  }

  /// Opens the lexicon and checks every rule the configuration names against it.
  func scanner() throws -> TextScanner {
    var diagnostics = ConfigurationDiagnostics()
    let scanner = try scanner(&diagnostics)
    try diagnostics.say(language)
    return scanner
  }

  /// Opens the lexicon; rules of the configuration that it does not know are diagnostics.
  func scanner(_ diagnostics: inout ConfigurationDiagnostics) throws -> TextScanner {
    let scanner = TextScanner(
      lexicon: try LexiconOptions.open(lexiconFolders, usesCache: given.usesCache, language))
    for rule in configuration.namedRules where !scanner.register.contains(rule.value) {
      let near = scanner.register.names(like: rule.value.text).joined(separator: " | ")
      diagnostics.error(
        rule.place, "没有这条规则：\(rule.value)" + (near.isEmpty ? "" : "，是否指 \(near)"),
        "no such rule: \(rule.value)" + (near.isEmpty ? "" : "; did you mean \(near)"))
    }
    return scanner
  }
}
