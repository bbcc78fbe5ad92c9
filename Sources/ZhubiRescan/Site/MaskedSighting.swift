#if Rescan
  import ZhubiDetection
  import ZhubiText

  /// A number with hidden digits as a page shows it, and the name beside it as a keyed number: two
  /// pages can be compared without the ledger holding the name.
  struct MaskedSighting: Sendable, Hashable {
    enum Kind: String, Sendable {
      case identity, mobile, card
    }

    var kind: Kind
    /// Digits, `X` and `*`.
    var pattern: String
    /// The name, by the key of the ledger.
    var tag: String
    var line: Int

    var values: [UInt8] {
      pattern.utf8.map { $0 == 0x2A ? MaskedIdentity.hidden : $0 == 0x58 ? 10 : $0 - 0x30 }
    }

    /// Reads the row of a text. O(its length).
    static func read(_ row: [UInt32], line: Int, folding: Folding, key: LedgerKey) -> [Self] {
      var found: [Self] = []
      var start = 0
      while start < row.count {
        guard value(row, start, folding) != nil else {
          start += 1
          continue
        }
        var end = start
        var values: [UInt8] = []
        while end < row.count, let value = value(row, end, folding) {
          values.append(value)
          end += 1
        }
        if let kind = kind(&values),
          let name = name(row, start, folding) ?? name(after: end, row, folding)
        {
          let pattern = values.map { value in
            value == MaskedIdentity.hidden ? "*" : value == 10 ? "X" : String(value)
          }
          found.append(
            Self(kind: kind, pattern: pattern.joined(), tag: key.tag(name), line: line))
        }
        start = end
      }
      return found
    }

    /// A digit, 10 for an X, or the sign of a hidden place.
    private static func value(_ row: [UInt32], _ place: Int, _ folding: Folding) -> UInt8? {
      let scalar = row[place]
      switch folding.unitClass(scalar) {
      case .digit: return folding.unit(scalar).map { UInt8($0 - 0x30) }
      case .mask: return MaskedIdentity.hidden
      case .letter: return folding.unit(scalar) == 0x78 ? 10 : nil
      default: return nil
      }
    }

    private static func kind(_ values: inout [UInt8]) -> Kind? {
      // A run of X is a mask; one at the end is a check letter.
      for place in values.indices where values[place] == 10 {
        let before = place > 0 && values[place - 1] > 9
        let after = place + 1 < values.count && values[place + 1] > 9
        if before && place != 17 || after || place != 17 { values[place] = MaskedIdentity.hidden }
      }
      let visible = values.count { $0 != MaskedIdentity.hidden }
      guard visible >= 5, visible < values.count else { return nil }
      switch values.count {
      case 18: return .identity
      case 11 where values[0] == 1: return .mobile
      case 16, 17, 19: return values.prefix(4).contains(MaskedIdentity.hidden) ? nil : .card
      default: return nil
      }
    }

    /// Words beside numbers that are no names, and words in front of names.
    private static let labels: Set<String> = [
      "姓名", "身份证", "身份证号", "身份证号码", "证件号码", "证件号", "公民身份号码", "电话", "手机", "手机号", "手机号码",
      "联系电话", "联系方式", "电话号码", "号码", "性别", "卡号", "账号", "银行卡", "银行卡号", "户主", "申请人", "联系人", "当事人",
    ]
    private static let leaders = [
      "姓名", "申请人", "户主", "法定代表人", "联系人", "当事人", "负责人", "经办人", "被处罚人", "代表人", "学生", "家长", "本人",
    ]
    private static let reach = 60

    private static func name(_ row: [UInt32], _ place: Int, _ folding: Folding) -> String? {
      var end = place
      let lowest = max(0, place - reach)
      while end > lowest {
        guard folding.unitClass(row[end - 1]) == .han else {
          end -= 1
          continue
        }
        var start = end
        while start > lowest, folding.unitClass(row[start - 1]) == .han { start -= 1 }
        if let name = name(in: row[start..<end], folding) { return name }
        end = start
      }
      return nil
    }

    private static func name(after place: Int, _ row: [UInt32], _ folding: Folding) -> String? {
      var start = place
      while start < row.count, start < place + 3, folding.unitClass(row[start]) != .han {
        start += 1
      }
      var end = start
      while end < row.count, folding.unitClass(row[end]) == .han { end += 1 }
      return start < end ? name(in: row[start..<end], folding) : nil
    }

    private static func name(in run: ArraySlice<UInt32>, _ folding: Folding) -> String? {
      let units = run.compactMap { folding.unit($0) }
      var text = String(String.UnicodeScalarView(units.compactMap(Unicode.Scalar.init)))
      if labels.contains(text) { return nil }
      for leader in leaders where text.hasPrefix(leader) && text.count > leader.count {
        text.removeFirst(leader.count)
      }
      for label in labels where text.hasSuffix(label) && text.count > label.count {
        text.removeLast(label.count)
      }
      let scalars = text.unicodeScalars.map(\.value)
      guard (2...4).contains(scalars.count) else { return nil }
      let surname = MaskedIdentity.surnameLength(scalars[0], scalars[1], folding: folding)
      guard surname > 0, scalars.count > surname, scalars.count <= surname + 2,
        !scalars.contains(0x67D0)
      else { return nil }
      return text
    }
  }

  /// The key of one ledger: numbers made with it mean nothing elsewhere.
  struct LedgerKey: Sendable {
    let bytes: [UInt8]

    /// Sixteen hexadecimal digits for a text, by HMAC-SHA-256 (RFC 2104).
    func tag(_ text: String) -> String {
      let block = bytes + [UInt8](repeating: 0, count: 64 - bytes.count)
      let inner = SecureHash.sha256((block.map { $0 ^ 0x36 } + Array(text.utf8))[...])
      let outer = SecureHash.sha256((block.map { $0 ^ 0x5C } + inner)[...])
      return outer.prefix(8).map { byte in
        String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
      }.joined()
    }
  }
#endif
