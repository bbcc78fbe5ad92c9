import Zhubi
import ZhubiPolicy
import ZhubiReport

/// Scans files as git holds them: what would be committed, not what lies in the working tree.
struct StagedScan {
  let judging: JudgingOptions
  var showsSensitive = false
  var showsSuppressed = false
  var recognisesPictures = false

  init(judging: JudgingOptions) { self.judging = judging }

  /// Scans and leaves with the status of the run.
  func run(_ blobs: [GitRepository.Blob], form: ReportForm) throws -> Never {
    var settings = try judging.settings()
    settings.given.recognisesPictures = recognisesPictures
    settings.options.showsSensitive = showsSensitive
    if let file = try BaselineFile.named(nil, in: settings) {
      settings.options.baseline = try file.read(settings.language)
      settings.baselineFolder = file.folder
    }
    let (inputs, ignored) = try Self.inputs(blobs, settings)
    let output = RunOutput(
      form.reporter(
        language: settings.language, colour: Console.wantsColour,
        showsSuppressed: showsSuppressed),
      language: settings.language, showsSuppressed: showsSuppressed, form: form)
    let run = ScanRun(
      scanner: try settings.scanner(), settings: settings, form: "auto", output: output)
    run.scan(inputs, ignored: ignored, mayBeEmpty: !blobs.isEmpty)
    throw Outcome(status: output.end())
  }

  private static let pointer = Array("version https://git-lfs.github.com/spec/".utf8)

  /// The files as pending documents, without those the configuration ignores, which are counted.
  private static func inputs(
    _ blobs: [GitRepository.Blob], _ settings: RunSettings
  ) throws -> ([PendingDocument], ignored: Int) {
    let top: String
    let contents: [[UInt8]?]
    let wanted: [GitRepository.Blob]
    do {
      let git = GitRepository()
      top = try git.top()
      wanted = blobs.filter { settings.ignoring("\(top)/\($0.name)") == nil }
      contents = try git.contents(of: wanted)
    } catch {
      throw error.outcome
    }
    let inputs = zip(wanted, contents).map { blob, bytes -> PendingDocument in
      guard let bytes else {
        return .missing(path: blob.name, reason: "git 中没有它的内容 git does not hold its content")
      }
      // The file itself is elsewhere; what git holds only names it.
      if bytes.starts(with: Self.pointer) {
        return .missing(
          path: blob.name, reason: "由 Git LFS 保管，未检查 kept by Git LFS, not scanned")
      }
      return .content(name: blob.name, path: "\(top)/\(blob.name)", bytes: bytes)
    }
    return (inputs, blobs.count - wanted.count)
  }
}
