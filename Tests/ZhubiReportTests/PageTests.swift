import Foundation
import Testing
import ZhubiPolicy

@testable import ZhubiReport

/// The page obeys its own policy, and can be read by everybody.
@Suite struct PageTests {
  @Test func theHashFunctionIsRight() {
    #expect(
      Self.base64("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
    #expect(Self.base64("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
  }

  /// When this fails after an edit, copy the computed hash to the constant it names.
  @Test func thePolicyNamesTheStyleAndTheScriptByTheirHashes() throws {
    #expect(HTMLStyle.digest == Self.base64(HTMLStyle.text))
    #expect(HTMLScript.digest == Self.base64(HTMLScript.text))
    let page = Fixture.text(of: HTMLReporter(catalogue: Fixture.catalogue))
    let style = try #require(page.firstMatch(of: #/<style>([\s\S]*?)<\/style>/#))
    let script = try #require(page.firstMatch(of: #/<script>([\s\S]*?)<\/script>/#))
    let policy = try #require(page.firstMatch(of: #/Content-Security-Policy" content="([^"]*)"/#))
    #expect(
      policy.1 == """
        default-src 'none'; style-src 'sha256-\(Self.base64(String(style.1)))'; script-src \
        'sha256-\(Self.base64(String(script.1)))'; base-uri 'none'; form-action 'none'
        """)
  }

  @Test func nothingIsLoadedFromAnywhere() {
    let page = Fixture.text(of: HTMLReporter(catalogue: Fixture.catalogue))
    #expect(!HTMLStyle.text.contains("url(") && !HTMLStyle.text.contains("@import"))
    #expect(!HTMLScript.text.contains("fetch") && !HTMLScript.text.contains("innerHTML"))
    #expect(!page.contains("<link") && !page.contains("href=\"http"))
  }

  /// WCAG 2.2 AA: 4.5 : 1 for text, in both colour schemes, as the style declares them.
  @Test func textHasEnoughContrast() throws {
    let schemes = HTMLStyle.text.matches(of: #/:root \{([^}]*)\}/#).map { String($0.1) }
    let light = Self.colours(schemes[0])
    let dark = light.merging(Self.colours(schemes[1])) { $1 }
    var seen = 0
    for (name, scheme) in [("light", light), ("dark", dark)] {
      let surfaces = ["ink", "soft", "link"].flatMap { text in
        ["page", "card"].map { (text, $0) }
      }
      let tints = ["block", "error", "warning", "info", "pass"].flatMap { colour in
        [(colour, colour + "-bg"), (colour, "card")]
      }
      let others = [
        ("ink", "mark"), ("ink", "code"), ("soft", "code"), ("del", "card"), ("ins", "card"),
      ]
      for (text, ground) in surfaces + tints + others {
        let ratio = Self.contrast(try #require(scheme[text]), try #require(scheme[ground]))
        #expect(ratio >= 4.5, "\(text) on \(ground), \(name): \(ratio)")
        seen += 1
      }
      let seal = Self.contrast([255, 255, 255], try #require(scheme["seal"]))
      #expect(seal >= 4.5, "seal, \(name): \(seal)")
    }
    #expect(seen == 42)
  }

  @Test func theLimitOfThePageIsSaid() {
    let page = Fixture.text(
      of: HTMLReporter(catalogue: Fixture.catalogue, findingLimit: 5, cleanLimit: 1))
    #expect(page.matches(of: #/<li class="f /#).count == 5)
    #expect(page.contains("本页列出 5 条，另有 13 条未列出"))
    #expect(page.contains("2 个文档没有发现问题"))
    #expect(page.contains("另有 1 个未列出"))
  }

  @Test func aCleanRunSaysSo() {
    var reporter = HTMLReporter(language: .english, catalogue: Fixture.catalogue)
    let report = Fixture.reports()[7]
    var run = RunSummary()
    run.add(report)
    let page = reporter.begin() + reporter.document(report) + reporter.end(run)
    #expect(page.contains("<p class=\"word\">pass</p>"))
    #expect(page.contains("No findings."))
    #expect(!page.contains("id=\"filter\""))
  }

  private static func base64(_ text: String) -> String {
    Data(SHA256.digest(of: Array(text.utf8))).base64EncodedString()
  }

  private static func colours(_ block: String) -> [String: [Int]] {
    block.matches(of: #/--([a-z-]+): #([0-9a-f]{6});/#).reduce(into: [:]) { colours, match in
      let value = Int(match.2, radix: 16)!
      colours[String(match.1)] = [value >> 16, value >> 8 & 255, value & 255]
    }
  }

  private static func contrast(_ a: [Int], _ b: [Int]) -> Double {
    let (x, y) = (luminance(a), luminance(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }

  private static func luminance(_ colour: [Int]) -> Double {
    let parts = colour.map { part -> Double in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
