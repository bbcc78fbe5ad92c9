import TestSupport
import Testing
import Zhubi

/// Where the beginning of a longer document is cut.
@Suite struct ReadableHeadTests {
  private func readable(_ bytes: [UInt8]) -> [UInt8] {
    Array(bytes[..<DocumentReader.readable(bytes)])
  }

  /// Whatever the length, the cut leaves whole characters and less than one of them is lost.
  @Test func aCharacterIsNeverCut() {
    let text = Array("关于a𠮷地ü名的通知".utf8)
    for count in 0...text.count {
      let head = readable(Array(text[..<count]))
      #expect(String(validating: head, as: UTF8.self) != nil, "\(count)")
      #expect(count - head.count < 4)
    }
  }

  @Test func aLineIsNotCutWhereOneEnds() {
    #expect(readable(Array("甲\n乙".utf8)) == Array("甲\n".utf8))
    #expect(readable([]) == [])
    // 甲 and a line feed and half of 乙 in both orders of UTF-16.
    #expect(readable([0x32, 0x75, 0x0A, 0x00, 0x59]) == [0x32, 0x75, 0x0A, 0x00])
    #expect(readable([0x75, 0x32, 0x00, 0x0A, 0x4E]) == [0x75, 0x32, 0x00, 0x0A])
    #expect(readable([0x75, 0x32, 0x00, 0x0A, 0x00, 0x41, 0x00]) == [0x75, 0x32, 0x00, 0x0A])
  }
}
