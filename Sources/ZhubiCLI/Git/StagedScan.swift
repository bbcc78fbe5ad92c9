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
    let inputs = try Self.inputs(blobs, settings)
    let output = RunOutput(
      form.reporter(language: settings.language, colour: Console.wantsColour),
      language: settings.language, showsSuppressed: showsSuppressed, form: form)
    let run = ScanRun(
      scanner: try settings.scanner(), settings: settings, form: "auto", output: output)
    run.scan(inputs)
    throw Outcome(status: output.end())
  }

  /// The files as pending documents, without those that are no text by their name.
  private static func inputs(
    _ blobs: [GitRepository.Blob], _ settings: RunSettings
  ) throws -> [PendingDocument] {
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
    return zip(wanted, contents).compactMap { blob, bytes in
      bytes.map { .content(name: blob.name, path: "\(top)/\(blob.name)", bytes: $0) }
    }
  }
}
