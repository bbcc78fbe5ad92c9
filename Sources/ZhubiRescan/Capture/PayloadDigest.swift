#if Rescan
  /// A digest as a web archive labels it, such as `sha1:B2LTWWPUOYAH7UIPQ7ZUPQ4VMBSVC36A`.
  struct PayloadDigest: Sendable {
    private let algorithm: String
    private let value: [UInt8]

    /// Nil for an algorithm that is not checked here.
    init?(_ text: String) {
      let parts = text.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      let length: Int
      switch parts[0].lowercased() {
      case "sha1", "sha-1": (algorithm, length) = ("sha1", 20)
      case "sha256", "sha-256": (algorithm, length) = ("sha256", 32)
      default: return nil
      }
      let digits = CaptureRecord.trimmed(parts[1])
      guard
        let value = [Self.sixteen(digits), Self.thirtyTwo(digits)].compactMap({ $0 })
          .first(where: { $0.count == length })
      else { return nil }
      self.value = value
    }

    func fits(_ bytes: ArraySlice<UInt8>) -> Bool {
      value == (algorithm == "sha1" ? SecureHash.sha1(bytes) : SecureHash.sha256(bytes))
    }

    private static func sixteen(_ text: String) -> [UInt8]? {
      let digits = text.compactMap(\.hexDigitValue)
      guard digits.count == text.count, digits.count % 2 == 0 else { return nil }
      return stride(from: 0, to: digits.count, by: 2).map {
        UInt8(digits[$0] << 4 | digits[$0 + 1])
      }
    }

    /// RFC 4648, 6.
    private static func thirtyTwo(_ text: String) -> [UInt8]? {
      var bytes: [UInt8] = []
      var (bits, held) = (0, 0)
      for character in text.uppercased() where character != "=" {
        guard let byte = character.asciiValue else { return nil }
        switch byte {
        case 0x41...0x5A: bits = bits << 5 | Int(byte - 0x41)
        case 0x32...0x37: bits = bits << 5 | Int(byte - 0x32 + 26)
        default: return nil
        }
        held += 5
        if held >= 8 {
          held -= 8
          bytes.append(UInt8(bits >> held & 0xFF))
          bits &= (1 << held) - 1
        }
      }
      return bytes
    }
  }

  /// SHA-1 and SHA-256 (FIPS 180-4), to see whether bytes are what was archived.
  enum SecureHash {
    static func sha1(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
      var h: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 80) { w in
        eachBlock(bytes) { block in
          for i in 0..<16 { w[i] = word(block, i) }
          for i in 16..<80 { w[i] = left(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1) }
          var (a, b, c, d, e) = (h[0], h[1], h[2], h[3], h[4])
          for i in 0..<80 {
            let f: UInt32
            let k: UInt32
            switch i {
            case 0..<20: (f, k) = (b & c | ~b & d, 0x5A82_7999)
            case 20..<40: (f, k) = (b ^ c ^ d, 0x6ED9_EBA1)
            case 40..<60: (f, k) = (b & c | b & d | c & d, 0x8F1B_BCDC)
            default: (f, k) = (b ^ c ^ d, 0xCA62_C1D6)
            }
            let next = left(a, 5) &+ f &+ e &+ k &+ w[i]
            (e, d, c, b, a) = (d, c, left(b, 30), a, next)
          }
          h[0] &+= a
          h[1] &+= b
          h[2] &+= c
          h[3] &+= d
          h[4] &+= e
        }
      }
      return bytesOf(h)
    }

    static func sha256(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
      var h: [UInt32] = [
        0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB,
        0x5BE0_CD19,
      ]
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { w in
        eachBlock(bytes) { block in
          for i in 0..<16 { w[i] = word(block, i) }
          for i in 16..<64 {
            let (x, y) = (w[i - 15], w[i - 2])
            w[i] =
              w[i - 16] &+ (right(x, 7) ^ right(x, 18) ^ x >> 3) &+ w[i - 7]
              &+ (right(y, 17) ^ right(y, 19) ^ y >> 10)
          }
          var (a, b, c, d) = (h[0], h[1], h[2], h[3])
          var (e, f, g, i) = (h[4], h[5], h[6], h[7])
          for round in 0..<64 {
            let first =
              i &+ (right(e, 6) ^ right(e, 11) ^ right(e, 25)) &+ (e & f ^ ~e & g)
              &+ constants[round] &+ w[round]
            let second =
              (right(a, 2) ^ right(a, 13) ^ right(a, 22)) &+ (a & b ^ a & c ^ b & c)
            (i, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
          }
          h[0] &+= a
          h[1] &+= b
          h[2] &+= c
          h[3] &+= d
          h[4] &+= e
          h[5] &+= f
          h[6] &+= g
          h[7] &+= i
        }
      }
      return bytesOf(h)
    }

    /// The first 32 bits behind the point of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = {
      var primes: [UInt64] = []
      var number: UInt64 = 2
      while primes.count < 64 {
        if primes.allSatisfy({ number % $0 != 0 }) { primes.append(number) }
        number += 1
      }
      return primes.map { prime in
        // The largest root with root³ ≤ prime · 2⁹⁶, digit by digit; its low half is the fraction.
        var root: UInt64 = 0
        for bit in (0..<36).reversed() {
          let trial = root | 1 << UInt64(bit)
          if isAtMost(cubeOf: trial, prime) { root = trial }
        }
        return UInt32(truncatingIfNeeded: root)
      }
    }()

    private static func isAtMost(cubeOf root: UInt64, _ prime: UInt64) -> Bool {
      let square = root.multipliedFullWidth(by: root)
      // root < 2³⁶, so that root² < 2⁷² and root³ < 2¹⁰⁸.
      let low = square.low.multipliedFullWidth(by: root)
      let high = square.high * root + low.high
      let bound = prime << 32
      return high < bound || high == bound && low.low == 0
    }

    private static func eachBlock(
      _ bytes: ArraySlice<UInt8>, _ body: (UnsafePointer<UInt8>) -> Void
    ) {
      bytes.withUnsafeBufferPointer { all in
        let whole = all.count / 64
        for i in 0..<whole { body(all.baseAddress! + i * 64) }
        var tail = Array(all[(whole * 64)...]) + [0x80]
        while tail.count % 64 != 56 { tail.append(0) }
        tail += withUnsafeBytes(of: (UInt64(all.count) * 8).bigEndian) { Array($0) }
        tail.withUnsafeBufferPointer { last in
          for i in 0..<last.count / 64 { body(last.baseAddress! + i * 64) }
        }
      }
    }

    private static func word(_ block: UnsafePointer<UInt8>, _ i: Int) -> UInt32 {
      UInt32(
        bigEndian: UnsafeRawPointer(block).loadUnaligned(fromByteOffset: i * 4, as: UInt32.self))
    }

    private static func left(_ x: UInt32, _ n: UInt32) -> UInt32 { x << n | x >> (32 - n) }
    private static func right(_ x: UInt32, _ n: UInt32) -> UInt32 { x >> n | x << (32 - n) }
    private static func bytesOf(_ words: [UInt32]) -> [UInt8] {
      words.flatMap { word in withUnsafeBytes(of: word.bigEndian) { Array($0) } }
    }
  }
#endif
