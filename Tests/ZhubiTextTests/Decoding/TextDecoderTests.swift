import Testing
import ZhubiText

@Suite struct TextDecoderTests {
  @Test func emptyInput() {
    let text = TextDecoder().decode([], declared: nil)
    #expect(text.utf8.isEmpty && text.problems.isEmpty && text.encoding == .utf8)
  }
}
