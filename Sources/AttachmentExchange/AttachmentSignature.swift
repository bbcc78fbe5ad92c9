/// What the first bytes of a file say it is.
public enum AttachmentSignature: String, Sendable, CaseIterable {
  /// A ZIP container: an office format, OFD, or a plain archive.
  case zip
  case pdf
  /// A compound file of Microsoft: DOC, XLS, PPT, WPS, or an encrypted office file.
  case compound
  case gzip, tar, sevenZip, rar, bzip2, xz
  case rtf
  case image

  /// How many bytes the decision may look at.
  public static let headLength = 1_024

  /// Looks at the head of a file; nil when it is none of these.
  public init?(head: some Collection<UInt8>) {
    let head = Array(head.prefix(Self.headLength))
    func has(_ mark: [UInt8], at offset: Int = 0) -> Bool {
      offset + mark.count <= head.count && head[offset..<offset + mark.count].elementsEqual(mark)
    }
    if has([0x50, 0x4B, 3, 4]) || has([0x50, 0x4B, 5, 6]) || has([0x50, 0x4B, 7, 8]) {
      self = .zip
    } else if has([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .compound
    } else if has([0x1F, 0x8B, 8]) {
      self = .gzip
    } else if has(Array("7z".utf8) + [0xBC, 0xAF, 0x27, 0x1C]) {
      self = .sevenZip
    } else if has(Array("Rar!".utf8) + [0x1A, 7]) {
      self = .rar
    } else if has(Array("BZh".utf8)), head.count > 4, (0x31...0x39).contains(head[3]),
      has([0x31, 0x41, 0x59], at: 4)
    {
      self = .bzip2
    } else if has([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]) {
      self = .xz
    } else if has(Array("{\\rtf".utf8)) {
      self = .rtf
    } else if has(Array("ustar".utf8), at: 257) {
      self = .tar
    } else if has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]) || has([0xFF, 0xD8, 0xFF])
      || has(Array("GIF8".utf8)) || has([0x49, 0x49, 0x2A, 0]) || has([0x4D, 0x4D, 0, 0x2A])
      || (has(Array("RIFF".utf8)) && has(Array("WEBP".utf8), at: 8))
      || (has(Array("BM".utf8)) && has([0, 0, 0, 0], at: 6))
    {
      self = .image
    } else if Self.find(Array("%PDF-".utf8), in: head) {
      self = .pdf
    } else {
      return nil
    }
  }

  private static func find(_ mark: [UInt8], in head: [UInt8]) -> Bool {
    guard head.count >= mark.count else { return false }
    return (0...head.count - mark.count).contains {
      head[$0] == mark[0] && head[$0..<$0 + mark.count].elementsEqual(mark)
    }
  }

  /// Whether bytes without a signature are no text: control characters that no encoding of text
  /// explains. O(bytes looked at), at most 64 KiB.
  public static func looksBinary(_ bytes: some Collection<UInt8>) -> Bool {
    let head = Array(bytes.prefix(65_536))
    guard head.count > 3 else { return false }
    let mark = (head[0], head[1])
    if mark == (0xFF, 0xFE) || mark == (0xFE, 0xFF) { return false }
    var controls = 0
    var zeros = (even: 0, odd: 0)
    for (index, byte) in head.enumerated() {
      if byte == 0 {
        if index & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
      } else if byte < 0x20, !(0x07...0x0D).contains(byte), byte != 0x1A, byte != 0x1B {
        controls += 1
      }
    }
    let zero = zeros.even + zeros.odd
    // Text in UTF-16 without a mark has its zeros on one side only, and no other controls.
    let oneSided = min(zeros.even, zeros.odd) * 20 <= max(zeros.even, zeros.odd)
    if zero * 20 > head.count, oneSided, controls * 50 < head.count { return false }
    return (zero + controls) * 50 > head.count
  }
}
