import Zhubi
import ZhubiAttachments
import ZhubiPolicy
import ZhubiReport
import ZhubiText

/// Makes the replacements that are right beyond doubt, or shows them.
///
/// A file is written whole or not at all, in its own encoding, with its own line ends; what is not a
/// certain replacement stays, and is reported afterwards.
struct FixRun {
  let scanner: TextScanner
  let settings: RunSettings
  /// Show the difference instead of writing files.
  let onlyShows: Bool

  /// Files larger than this are left alone.
  private static let limit = 16 << 20

  /// Works through the files and leaves with the status of what remains.
  func run(_ paths: [String]) throws -> Never {
    let inputs = InputFiles(settings: settings).expand(paths)
    var changed = 0
    var made = 0
    var failed: [String] = []
    for input in inputs.list {
      guard case .file(let path) = input else { continue }
      do {
        let count = try fix(path)
        made += count
        if count > 0 { changed += 1 }
      } catch {
        // Nobody may believe that it was done.
        Console.complain("\(error)")
        failed.append(path)
      }
    }
    let words = settings.language
    if !onlyShows {
      Console.write(
        words.pick(
          "改正 \(made) 处，涉及 \(changed) 个文件\n", "\(made) replacement(s) in \(changed) file(s)\n"))
    }
    let output = RunOutput(
      onlyShows ? QuietReporter() : TextReporter(language: words, colour: Console.wantsColour),
      language: words, showsSuppressed: false, form: .text)
    let run = ScanRun(scanner: scanner, settings: settings, form: "auto", output: output)
    run.scan(inputs.list)
    for path in failed { output.unread(path) }
    throw Outcome(status: output.end())
  }

  /// Fixes one file; returns how many replacements were made or shown.
  private func fix(_ path: String) throws(FileError) -> Int {
    let words = settings.language
    if let size = FileSystem.size(of: path), size > Self.limit {
      Console.complain(words.pick("\(path)：文件过大，未改动", "\(path): too large, left alone"))
      return 0
    }
    let bytes = try FileSystem.read(path)
    // What is no text has no source that could be rewritten.
    guard AttachmentForm.reading(fileName: path, head: bytes) == .text else { return 0 }
    let format = DocumentFormat(fileName: path) ?? DocumentFormat(sniffing: bytes)
    let document = settings.documentReader.read(bytes, id: path, format: format)
    // Text that could not be decoded for certain is not ours to rewrite.
    guard !document.problems.contains(where: { $0.kind == .undecodable }) else { return 0 }
    let report = scanner.scan(document, options: settings.options(for: path))
    let fixes = FixSet(report.findings)
    guard !fixes.isEmpty else { return 0 }
    if onlyShows {
      Console.write(UnifiedDiff().text(of: fixes, in: document.source, name: path))
      return fixes.fixes.count
    }
    let decoded = TextDecoder().decode(
      bytes, declared: format == .html ? HTMLCharset.declared(in: bytes) : nil)
    guard let fixed = fixes.applied(toRaw: bytes, decodedAs: decoded) else {
      Console.complain(
        words.pick(
          "\(path)：原编码写不出改正后的字，未改动", "\(path): the encoding has no such character; left alone"))
      return 0
    }
    // The file behind a link is rewritten, the link stays.
    try FileSystem.replace(FilePath.resolved(path), with: fixed)
    return fixes.fixes.count
  }
}

/// Says nothing, so that only the difference is printed.
private struct QuietReporter: Reporter {
  mutating func document(_ report: DocumentReport) -> String { "" }
}
