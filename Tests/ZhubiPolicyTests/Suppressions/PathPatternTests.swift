import TestSupport
import Testing
import ZhubiPolicy

@Suite struct PathPatternTests {
  @Test(arguments: [
    ("*.md", "a.md", true), ("*.md", "x/y/a.md", true), ("*.md", "a.md.txt", false),
    ("archive", "archive/a.md", true), ("archive", "x/archive/y/a.md", true),
    ("archive/", "archive/a.md", true), ("archive/", "x/archive", false),
    ("/archive", "archive/a.md", true), ("/archive", "x/archive/a.md", false),
    ("archive/**", "archive/a/b.md", true), ("archive/**", "archives/a.md", false),
    ("**/old/*.txt", "old/a.txt", true), ("**/old/*.txt", "x/y/old/a.txt", true),
    ("a/**/b.md", "a/b.md", true), ("a/**/b.md", "a/x/y/b.md", true), ("a/*/b.md", "a/b.md", false),
    ("通知?.txt", "通知1.txt", true), ("通知?.txt", "通知12.txt", false), ("a/*", "a/b/c", true),
    ("[ab].md", "a.md", true), ("[!ab].md", "a.md", false), ("[a-c]?", "bz", true),
    ("[]x].md", "].md", true), ("./a.md", "a.md", true), ("*a*b*c", "xaybzc", true),
    ("*a*b*c", "xaybz", false), ("a*", "b/ac", true),
  ])
  func fits(pattern: String, path: String, fits: Bool) throws {
    #expect(try #require(PathPattern(pattern)).matches(path) == fits, "\(pattern) \(path)")
  }

  @Test(arguments: ["", "/", "[a", "[!", "[]", "x[", "a/[b"])
  func whatIsNoPatternIsRefused(text: String) {
    #expect(PathPattern(text) == nil)
  }

  @Test func literalPrefixes() {
    #expect(PathPattern("a/b/*.md")?.literalPrefix == "a/b")
    #expect(PathPattern("a/b.md")?.literalPrefix == "a/b.md")
    #expect(PathPattern("*.md")?.literalPrefix == "")
    #expect(PathPattern("archive/")?.literalPrefix == "")
  }

  @Test func noPatternCrashes() {
    var dice = Dice(11)
    let pieces = ["*", "**", "?", "[", "]", "!", "-", "a", "b", "/", "^", "."]
    for _ in 0..<5_000 {
      let text = (0..<dice.roll(1...8)).map { _ in dice.pick(pieces) }.joined()
      let path = (0..<dice.roll(1...6)).map { _ in dice.pick(["a", "b", "/", "-", "]"]) }.joined()
      guard let pattern = PathPattern(text) else { continue }
      if !text.contains(where: { "*?[".contains($0) }), text.hasPrefix("a/"), !text.hasSuffix("/") {
        let plain = text.split(separator: "/").joined(separator: "/")
        #expect(pattern.matches(plain))
      }
      _ = pattern.matches(path)
    }
  }
}
