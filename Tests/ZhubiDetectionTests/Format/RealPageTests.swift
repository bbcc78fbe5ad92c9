import Foundation
import Testing
import ZhubiDetection
import ZhubiText

/// Five real pages as crawled, where they lie beside the repository.
@Suite(.enabled(if: SharedMaterial.file("corpus/pages") != nil, "no shared pages here"))
struct RealPageTests {
  private func findings(onPage prefix: String) throws -> [(
    rule: String, severity: Severity, text: String
  )] {
    let folder = try #require(SharedMaterial.file("corpus/pages"))
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasPrefix(prefix) })
    let text = String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    let bytes = Array(text.utf8)
    return ZhubiDetectionTests.findings(in: text, detectors: [FormatDetector()]).map {
      ($0.rule.text, $0.severity, String(decoding: bytes[$0.range.plain], as: UTF8.self))
    }
  }

  @Test func theirRealErrorsAreFound() throws {
    let errors: [(page: String, rule: String, text: String)] = [
      ("000", "format.unbalanced", "("),
      ("000", "format.nested-quote", "“政务公开在浙里 “32条”进民企”"),
      ("000", "format.space-cjk", " "),
      ("001", "format.quote-half", "\"放管服\""),
      ("001", "format.truncated", "申15件"),
      ("001", "format.section-empty", "二、主动公开政府信息情况"),
      ("001", "format.section-empty", "三、收到和处理政府信息公开申请情况"),
      ("001", "format.section-empty", "四、政府信息公开行政复议、行政诉讼情况"),
      ("003", "format.dup-word", "解读解读"),
      ("004", "format.doc-no-broken", "〔202417"),
      ("004", "format.date-broken", "2024514日"),
      ("004", "format.unbalanced", "《"),
      ("004", "format.seq-jump", "三、"),
      ("004", "typo.name-variant", "海镇"),
      ("004", "format.separator-missing", "区直各部门市生态环境局大武口分局"),
      ("004", "format.separator-missing", "区直各部门星海镇"),
      ("004", "format.separator-missing", "区政府办公室区直各部门"),
      ("004", "format.stop-missing", "布"),
      ("004", "format.stop-missing", "密"),
      ("004", "format.stop-missing", "接"),
    ]
    var found = 0
    for error in errors {
      let hit = try findings(onPage: error.page).contains {
        $0.rule == error.rule && $0.text == error.text
      }
      if hit { found += 1 }
      #expect(hit, "page \(error.page): \(error.rule) at \(error.text)")
    }
    #expect(found >= 15)
    let paragraphs = try findings(onPage: "003").filter { $0.rule == "format.dup-paragraph" }
    #expect(paragraphs.count == 1)
  }

  @Test func noFalseAlarmStandsBesideThem() throws {
    let genuine: Set<String> = [
      "format.unbalanced", "format.section-empty", "format.dup-word", "format.doc-no-broken",
      "format.date-broken", "format.seq-jump", "typo.name-variant", "format.separator-missing",
    ]
    for page in ["000", "001", "002", "003", "004"] {
      let loud = try findings(onPage: page).filter { $0.severity > .info }
      for finding in loud {
        #expect(genuine.contains(finding.rule), "page \(page): \(finding.rule) \(finding.text)")
      }
      // Half-width marks all over a page are one finding.
      #expect(try findings(onPage: page).count { $0.rule == "format.punct-half" } <= 1)
    }
  }

  @Test func theAnnualReportPassesAndEveryChangedFigureFails() throws {
    let folder = try #require(SharedMaterial.file("corpus/pages"))
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: folder.path).first { $0.hasPrefix("003") })
    let text = String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    let changed = TableMutation.all(of: text, from: "一、本年新收", to: "五、存在的主要问题")
    #expect(changed.count > 150)
    let check: (String) -> [Finding] = { text in
      ZhubiDetectionTests.findings(in: text, detectors: [FormatDetector()]).filter {
        $0.rule == "format.sum-mismatch"
      }
    }
    #expect(check(text).isEmpty)
    for text in changed {
      let found = check(text)
      #expect(!found.isEmpty)
      #expect(
        found.allSatisfy {
          $0.message.chinese.contains("≠") || $0.message.chinese.contains("不一致")
        })
    }
  }
}
