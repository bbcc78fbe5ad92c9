import Zhubi
import ZhubiLanguageServer

/// Settings for the documents of an editor: for each the configuration of its own folder, as `scan`
/// would use it there.
struct ConfiguredWorkspace: EditorWorkspace {
  /// What was read for one configuration.
  private struct Entry {
    var settings: RunSettings
    var state: State
    var stamps: FileStamps
    var faults: [String: [ConfigurationFault]]
  }

  private enum State {
    case ready(TextScanner)
    case faulty(Message)
  }

  private let judging: JudgingOptions
  private var wishes = EditorWishes()
  /// By configuration and ignore file.
  private var entries: [String: Entry] = [:]

  init(judging: JudgingOptions) { self.judging = judging }

  mutating func take(_ wishes: EditorWishes) -> [Message] {
    self.wishes = wishes
    entries = [:]
    var messages: [Message] = []
    if let name = wishes.language, Language(rawValue: name) == nil {
      messages.append(
        Message("设置 zhubi.language 只能是 zh 或 en：\(name)", "zhubi.language is zh or en: \(name)"))
    }
    if let name = wishes.profile, Profile.named(name) == nil {
      let names = Profile.all.map(\.name).joined(separator: " | ")
      messages.append(
        Message(
          "设置 zhubi.profile 中没有这种体裁：\(name)（\(names)）",
          "zhubi.profile: no such profile: \(name) (\(names))"))
    }
    return messages
  }

  mutating func reload() { entries = [:] }

  var faults: [String: [ConfigurationFault]] {
    entries.values.reduce(into: [:]) { all, entry in
      all.merge(entry.faults) { first, _ in first }
    }
  }

  mutating func settings(for path: String?) -> EditorSettings {
    let folder = path.map(FilePath.folder(of:)) ?? wishes.root ?? FilePath.workingFolder
    let entry = entry(for: folder)
    let settings = entry.settings
    var result = EditorSettings(language: settings.language, state: .ignored)
    result.sizeLimit = settings.configuration.fileLimit?.value
    result.findingLimit = settings.configuration.findingLimit?.value
    switch entry.state {
    case .faulty(let reason): result.state = .faulty(reason)
    case .ready(let scanner):
      let file = path ?? "\(folder)/untitled"
      let isOurs = file.split(separator: "/").last?.hasPrefix(".zhubi") == true
      if !isOurs, settings.ignoring(file) == nil {
        result.state = .ready(scanner, settings.options(for: file))
      }
    }
    return result
  }

  /// What holds in a folder, read anew where anything it comes from has changed.
  private mutating func entry(for folder: String) -> Entry {
    let found = FilePath.nearest(ConfigurationFile.name, from: folder) ?? ""
    let ignoring = FilePath.nearest(ConfigurationFile.ignoreName, from: folder) ?? ""
    let key = "\(found)\n\(ignoring)"
    if let known = entries[key], known.stamps.isCurrent { return known }
    let entry = read(folder)
    entries[key] = entry
    return entry
  }

  private func read(_ folder: String) -> Entry {
    var diagnostics = ConfigurationDiagnostics()
    var settings = wished(judging.settings(from: folder, &diagnostics))
    var state: State?
    do {
      let scanner = try settings.scanner(&diagnostics)
      if let file = try BaselineFile.named(nil, in: settings) {
        settings.options.baseline = try file.read(settings.language)
        settings.baselineFolder = file.folder
      }
      state = .ready(scanner)
    } catch let outcome as Outcome {
      let why = outcome.complaint ?? ""
      state = .faulty(Message("没有检查：\(why)", "not checked: \(why)"))
    } catch {
      state = .faulty(Message("没有检查：\(error)", "not checked: \(error)"))
    }
    if let first = diagnostics.list.first(where: \.isError) {
      let place = "\(first.place)"
      state = .faulty(
        Message(
          "配置有误，没有检查：\(place) \(first.message.chinese)",
          "not checked, the configuration is faulty: \(place) \(first.message.english)"))
    }
    var faults: [String: [ConfigurationFault]] = [:]
    for one in diagnostics.list {
      faults[one.place.file, default: []].append(
        ConfigurationFault(line: one.place.line, isError: one.isError, message: one.message))
    }
    return Entry(
      settings: settings, state: state ?? .faulty(Message("没有检查", "not checked")),
      stamps: FileStamps(settings.sources), faults: faults)
  }

  /// What the client wishes stands below the command line; its language also below a configuration,
  /// unless it was set on purpose.
  private func wished(_ settings: RunSettings) -> RunSettings {
    var given = settings.given
    given.profile = given.profile ?? wishes.profile.flatMap(Profile.named)
    var language = settings.language
    if judging.language.language == nil {
      if let name = wishes.language.flatMap(Language.init(rawValue:)) {
        language = name
      } else if settings.configuration.language == nil, let locale = wishes.locale {
        language = locale.lowercased().hasPrefix("en") ? .english : .chinese
      }
    }
    return RunSettings(
      configuration: settings.configuration, source: settings.source, language: language,
      given: given)
  }
}
