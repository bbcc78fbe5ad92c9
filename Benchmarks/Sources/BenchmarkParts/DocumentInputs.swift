import Foundation
import Zhubi
import ZhubiText

/// Documents to read: pages of HTML as UTF-8, and how many start tags they hold.
public struct PageInputs: Sendable {
  public let name: String
  public let pages: [[UInt8]]
  public var bytes: Int { pages.reduce(0) { $0 + $1.count } }

  /// The pages of a folder, put into UTF-8.
  public init(folder: String) throws {
    name = Files.name(folder)
    let names = try FileSystem.names(in: folder).filter { $0.hasSuffix(".html") }
    pages = try names.map { file in
      let raw = try Files.read("\(folder)/\(file)")
      return TextDecoder().decode(raw, declared: HTMLCharset.declared(in: raw)).utf8
    }
    guard !pages.isEmpty else { throw BenchmarkFailure("no page in \(folder)") }
  }

  /// Pages as a CMS writes them: menus, attributes, a script, a table, paragraphs.
  public init(synthetic count: Int) {
    name = "synthetic"
    pages = (0..<count).map { number in
      var text = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>第\(number)号通知</title>"
      text += "<script>var a = {\"id\": \(number)}; if (a.id < 3) { document.title += '<b>'; }"
      text += "</script></head><body><ul class=\"menu\">"
      for item in 0..<40 {
        text +=
          "<li><a class=\"nav\" href=\"/c/\(item)/index.html\" title=\"栏目\(item)\">栏目\(item)</a></li>"
      }
      text += "</ul><div class=\"content\" style=\"font-size:16px;color:#333\">"
      for paragraph in 0..<20 {
        text += "<p style=\"text-indent:2em\">第\(paragraph)段，请各有关单位&nbsp;认真贯彻执行，"
        text += "<b>按时</b>报送材料&mdash;以便汇总。</p>\n"
      }
      text += "<table border=0>"
      for row in 0..<20 { text += "<tr><td>\(row)</td><td>某单位</td><td>已完成</td></tr>" }
      return Array((text + "</table></div></body></html>\n").utf8)
    }
  }

  /// Start tags as the tokenizer counts them; scripts and styles are told apart as a browser does.
  ///
  /// - Parameter count: how many pages; nil takes all.
  public func startTags(in count: Int? = nil) -> Int {
    pages.prefix(count ?? pages.count).reduce(0) { count, page in
      var tokenizer = HTMLTokenizer(page)
      var found = count
      while true {
        let token = tokenizer.next()
        if token.kind == .end { return found }
        if token.kind == .startTag { found += 1 }
      }
    }
  }

  /// Bytes of text of a whole reading.
  public func text() -> Int {
    let reader = HTMLReader()
    return pages.reduce(0) { $0 + reader.read($1).parts.reduce(0) { $0 + $1.utf8.count } }
  }
}

/// Processor time of this process and of the children it has waited for.
public enum FamilyClock {
  public static func now() -> Double {
    var total = 0.0
    for who in [RUSAGE_SELF, RUSAGE_CHILDREN] {
      var usage = rusage()
      getrusage(__rusage_who_t(who.rawValue), &usage)
      for time in [usage.ru_utime, usage.ru_stime] {
        total += Double(time.tv_sec) + Double(time.tv_usec) * 1e-6
      }
    }
    return total
  }
}

/// One answer of `peers/documents.py`.
public struct PythonDocuments: Sendable {
  public var count: Int
  public var seconds: Double

  public init(_ engine: String, python: String, script: String, files: [String]) throws {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [python, script, engine] + files
    process.standardOutput = output
    try process.run()
    let answer = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard let object = try JSONSerialization.jsonObject(with: answer) as? [String: Any],
      let count = object["count"] as? Int, let seconds = object["seconds"] as? Double
    else { throw BenchmarkFailure("\(engine) gave no answer") }
    (self.count, self.seconds) = (count, seconds)
  }
}
