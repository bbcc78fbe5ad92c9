import Foundation
import TestSupport
import Testing
import ZhubiPolicy
import ZhubiReport

/// SARIF against the schema its makers publish. Extra: needs Python's `jsonschema` and the schema.
@Suite struct SARIFSchemaTests {
  @Test(arguments: [Language.chinese, .english])
  func isValid(_ language: Language) throws {
    guard let schema = Self.schema else {
      print("SKIPPED: SARIF schema not found; set ZHUBI_SHARED to the folder that holds it")
      return
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "zhubi-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let full = folder.appending(path: "full.sarif")
    let empty = folder.appending(path: "empty.sarif")
    let whole = SARIFReporter(language: language, showsSuppressed: true)
    let text = Fixture.text(of: whole)
    #expect(text.contains(#""suppressions":[{"kind":"inSource","status":"accepted""#))
    try Data(text.utf8).write(to: full)
    var reporter = SARIFReporter(language: language)
    try Data((reporter.begin() + reporter.end(RunSummary())).utf8).write(to: empty)
    let (status, output) = try Self.validate([full, empty], against: schema)
    if status == 42 {
      print("SKIPPED: SARIF schema test needs python3 with the package jsonschema")
      return
    }
    #expect(status == 0, "\(output)")
  }

  /// The counter-check: the validator notices a broken file.
  @Test func theValidatorCanFail() throws {
    guard let schema = Self.schema else { return }
    let file = FileManager.default.temporaryDirectory.appending(path: "zhubi-\(UUID()).sarif")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(#"{"version":"2.1.0","runs":[{"results":[]}]}"#.utf8).write(to: file)
    let (status, _) = try Self.validate([file], against: schema)
    #expect(status == 1 || status == 42)
  }

  private static let schema: URL? = {
    let beside = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")
    let named = ProcessInfo.processInfo.environment["ZHUBI_SHARED"].map { URL(filePath: $0) }
    let file = (named ?? beside).appending(path: "eval/schema/sarif-2.1.0.json")
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
  }()

  private static func validate(_ files: [URL], against schema: URL) throws -> (Int32, String) {
    let program = """
      import json, sys
      try:
          import jsonschema
      except ImportError:
          sys.exit(42)
      schema = json.load(open(sys.argv[1], encoding="utf-8"))
      validator = jsonschema.validators.validator_for(schema)(schema)
      errors = [(name, list(e.path), e.message) for name in sys.argv[2:]
                for e in validator.iter_errors(json.load(open(name, encoding="utf-8")))]
      for error in errors: print(*error)
      sys.exit(1 if errors else 0)
      """
    let run = try Program.run(
      URL(filePath: "/usr/bin/env"), ["python3", "-c", program, schema.path] + files.map(\.path),
      in: FileManager.default.temporaryDirectory,
      environment: ProcessInfo.processInfo.environment)
    return (run.status == 127 ? 42 : run.status, run.output)
  }
}
