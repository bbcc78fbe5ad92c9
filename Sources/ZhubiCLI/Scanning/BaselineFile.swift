import Zhubi
import ZhubiPolicy
import ZhubiReport

/// The file of a baseline.
struct BaselineFile {
  static let standardName = ".zhubi-baseline.jsonl"

  /// From the root.
  let path: String

  init(path: String) { self.path = FilePath.absolute(path) }

  /// Documents are named from here.
  var folder: String { FilePath.folder(of: path) }
  var shown: String { FilePath.shown(path) }

  /// The baseline of a run: the one given, else that of the configuration, else none.
  static func named(_ given: String?, in settings: RunSettings) throws(Outcome) -> BaselineFile? {
    if let given { return BaselineFile(path: given) }
    guard let placed = settings.configuration.baseline else { return nil }
    guard FileSystem.kind(of: placed.value) == .file else {
      var diagnostics = ConfigurationDiagnostics()
      diagnostics.error(
        placed.place, "没有这个基线文件：\(FilePath.shown(placed.value))（可用 zhubi baseline create 建立）",
        "no such baseline: \(FilePath.shown(placed.value)) (zhubi baseline create makes one)")
      try diagnostics.say(settings.language)
      return nil
    }
    return BaselineFile(path: placed.value)
  }

  func read(_ language: Language) throws(Outcome) -> Baseline {
    do {
      return try Baseline(FileSystem.read(path), path: shown)
    } catch let error as BaselineError {
      throw Outcome(
        status: .usage, complaint: "\(error.path):\(error.line): \(language.of(error.message))")
    } catch let error as FileError {
      throw Outcome(
        status: .usage,
        complaint: language.pick(
          "读不到基线 \(shown)：\(error.reason)", "cannot read the baseline \(shown): \(error.reason)"))
    } catch {
      throw Outcome(status: .usage, complaint: shown)
    }
  }

  func write(_ baseline: Baseline, _ language: Language) throws(Outcome) {
    do {
      try FileSystem.replace(path, with: Array(baseline.fileText.utf8))
    } catch {
      throw Outcome(
        status: .usage,
        complaint: language.pick(
          "写不了基线 \(shown)：\(error.reason)", "cannot write the baseline \(shown): \(error.reason)"))
    }
  }
}
