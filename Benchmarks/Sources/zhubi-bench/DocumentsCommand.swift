import BenchmarkParts
import Foundation
import Zhubi
import ZhubiAttachments
import ZhubiText

/// `zhubi-bench documents [--pages FOLDER] [--book FILE] [--helper PROGRAM] [--python PROGRAM]
/// [--rounds N]`: how fast pages and workbooks are read, beside libraries of Python in the same run.
///
/// Counts are compared before any time is told: start tags with html5lib, cells with openpyxl.
enum DocumentsCommand {
  static func run(_ arguments: inout Arguments) throws {
    let folder = arguments.optional("pages")
    let book = arguments.optional("book")
    let helper = arguments.optional("helper")
    let python = arguments.optional("python")
    let rounds = arguments.optional("rounds").flatMap { Int($0) } ?? 7
    try arguments.finish()
    let inputs = try folder.map { try PageInputs(folder: $0) } ?? PageInputs(synthetic: 600)
    if folder == nil {
      // html, head, meta, title, script, body, and those of the menu, the text and the table.
      let each = 6 + 1 + 40 * 2 + 1 + 20 * 2 + 1 + 20 * 4
      // What the script holds looks like a tag: a tokenizer alone, told nothing, takes it for one.
      try expect(inputs.startTags(), 600 * (each + 1), "start tags")
    }
    try pages(inputs, python: python, rounds: rounds)
    if let book, let helper {
      try workbook(book, helper: helper, python: python, rounds: rounds)
    }
  }

  private static func expect(_ found: Int, _ wanted: Int, _ what: String) throws {
    guard found == wanted else {
      throw BenchmarkFailure("\(found) \(what), expected \(wanted): nothing was measured")
    }
  }

  private static func pages(_ inputs: PageInputs, python: String?, rounds: Int) throws {
    let tags = inputs.startTags()
    let text = inputs.text()
    var times = (tokens: [Double](), reading: [Double]())
    for _ in 0..<rounds {
      let (count, tokens) = Clock.measure { inputs.startTags() }
      try expect(count, tags, "start tags")
      times.tokens.append(tokens)
      let (bytes, reading) = Clock.measure { inputs.text() }
      try expect(bytes, text, "bytes of text")
      times.reading.append(reading)
    }
    let size = Double(inputs.bytes) / 1e6
    print(
      "pages \(inputs.name): \(inputs.pages.count) pages, \(rounded(size)) MB, \(tags) start tags")
    print("  zhubi tokens        \(rounded(size / times.tokens.median)) MB/s")
    print("  zhubi whole reading \(rounded(size / times.reading.median)) MB/s")
    guard let python else { return }
    let scratch = FileManager.default.temporaryDirectory.appending(
      path: "zhubi-bench-\(getpid())")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    var files: [String] = []
    for (number, page) in inputs.pages.enumerated() {
      let file = scratch.appending(path: "\(number).html")
      try Data(page).write(to: file)
      files.append(file.path)
    }
    // html5lib takes minutes for what the others do in seconds: a share of the pages.
    let share = Array(files.prefix(60))
    for engine in ["html5lib", "lxml", "selectolax"] {
      let given = engine == "html5lib" ? share : files
      let answer = try PythonDocuments(
        engine, python: python, script: "peers/documents.py", files: given)
      let bytes = inputs.pages.prefix(given.count).reduce(0) { $0 + $1.count }
      if engine == "html5lib" {
        try expect(answer.count, inputs.startTags(in: given.count), "start tags of html5lib")
      }
      let note = engine == "html5lib" ? "\(answer.count) start tags" : "\(answer.count) pages"
      print("  \(engine)  \(rounded(Double(bytes) / 1e6 / answer.seconds)) MB/s (\(note))")
    }
  }

  private static func workbook(
    _ path: String, helper: String, python: String?, rounds: Int
  ) throws {
    let bytes = try Files.read(path)
    let reader = AttachmentReader(helper: helper)
    func cells() throws -> Int {
      let document = reader.read(bytes, id: path)
      guard document.problems.allSatisfy({ $0.kind == .pollutedText }) else {
        throw BenchmarkFailure("\(path): \(document.problems.map(\.english))")
      }
      return document.parts.reduce(0) { count, part in
        count + part.tables.reduce(0) { $0 + $1.cells.filter { !$0.range.isEmpty }.count }
      }
    }
    let count = try cells()
    if let python {
      let answer = try PythonDocuments(
        "openpyxl", python: python, script: "peers/documents.py", files: [path])
      try expect(count, answer.count, "cells")
      print(
        "workbook \(Files.name(path)): \(rounded(Double(bytes.count) / 1e6)) MB, \(count) cells")
      print(
        "  openpyxl            \(rounded(Double(count) / 1e3 / answer.seconds)) thousand cells/s")
    }
    var times: [Double] = []
    for _ in 0..<rounds {
      let start = FamilyClock.now()
      try expect(try cells(), count, "cells")
      times.append(FamilyClock.now() - start)
    }
    print(
      "  zhubi, helper and all \(rounded(Double(count) / 1e3 / times.median)) thousand cells/s, "
        + "\(rounded(Double(bytes.count) / 1e6 / times.median)) MB/s of the file")
  }

  private static func rounded(_ value: Double) -> String {
    String(format: value < 10 ? "%.2f" : "%.0f", value)
  }
}
