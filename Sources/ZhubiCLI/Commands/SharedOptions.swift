import ArgumentParser
import Zhubi
import ZhubiDetection
import ZhubiReport

/// Where the lexicon comes from, for every command that needs one.
struct LexiconOptions: ParsableArguments {
  @Option(
    name: .long, parsing: .upToNextOption,
    help: "追加词库文件夹，后者覆盖前者 · folders of further packs, later ones on top",
    completion: .directory)
  var lexicon: [String] = []

  @Flag(name: .long, help: "不读写编译缓存 · neither read nor write the cache of compiled lexicons")
  var noCache = false

  /// Opens the lexicon, or leaves with status 2 and every fault named.
  func open(_ language: Language) throws -> Lexicon {
    try Self.open(lexicon, usesCache: !noCache, language)
  }

  static func open(_ folders: [String], usesCache: Bool, _ language: Language) throws -> Lexicon {
    do {
      let layers = try PackFolder.layers(at: folders)
      let store = usesCache ? LexiconStore.standard() : LexiconStore(folder: nil)
      return try store.lexicon(adding: layers)
    } catch let error as PackFolder.Failure {
      throw Outcome(status: .usage, complaint: "\(error)")
    } catch let error as LexiconError {
      throw Outcome(status: .usage, complaint: error.text(language))
    }
  }
}

struct LanguageOption: ParsableArguments {
  @Option(
    name: .long, help: "zh | en，默认随 LANG · language of messages",
    completion: .list(Language.allCases.map(\.rawValue)))
  var language: String?

  func validate() throws {
    if let language, Language(rawValue: language) == nil {
      throw ValidationError("--language: zh | en")
    }
  }

  var value: Language { Console.language(language) }
}

extension LexiconError {
  /// Every fault on a line of its own, with file and line.
  func text(_ language: Language) -> String {
    switch self {
    case .faulty(let diagnostics): diagnostics.map { $0.text(language) }.joined(separator: "\n")
    case .image(let reason): language.pick("词库映像不可用：", "lexicon image refused: ") + reason
    case .engine(let reason): language.pick("词库无法编译：", "cannot compile the lexicon: ") + reason
    }
  }
}

extension LexiconDiagnostic {
  func text(_ language: Language) -> String {
    "\(file):\(line): \(isFatal ? "error" : "warning"): \(language.of(message)) [\(kind.rawValue)]"
  }
}
