import ZhubiText

/// Contexts in which a wrong form is meant as it stands.
enum TypoContexts {
  static let all: [NamedContext] = [quote, name]

  /// How long a quotation may be to be the citation of a form, in characters.
  private static let longestCitation = 30

  /// The hit stands inside quotation marks of its line that hold at most 30 characters.
  static let quote = NamedContext(
    "quote", Message("在引号内（引述原文或举例）", "inside quotation marks that cite it")
  ) { scene, _ in
    let line = ScalarText(Array(scene.context.utf8[scene.line.plain]))
    let hit = place(scene, in: line)
    var low = hit.lowerBound - 1
    while low >= 0, hit.lowerBound - low <= longestCitation, opener(line[low]) == nil {
      if closers.contains(line[low]) { return false }
      low -= 1
    }
    guard low >= 0, let close = opener(line[low]) else { return false }
    var high = hit.upperBound
    while high < line.count, high - low <= longestCitation, line[high] != close { high += 1 }
    return line[high] == close
  }

  /// The hit is part of the name of a firm, a school, a road, a place.
  static let name = NamedContext(
    "name", Message("在企业、学校、道路、地名等专名之内", "inside the name of a firm, a school, a road, a place")
  ) { scene, _ in
    let line = ScalarText(Array(scene.context.utf8[scene.line.plain]))
    let hit = place(scene, in: line)
    var high = hit.upperBound
    while high - hit.upperBound <= 10 {
      if suffixes.stands(in: line, at: high) { return true }
      guard line[high].isHan || line[high].isLatin, !breaks.contains(line[high]) else {
        return false
      }
      high += 1
    }
    return false
  }

  private static func place(_ scene: HitScene, in line: ScalarText) -> Range<Int> {
    let offset = scene.line.lowerBound.value
    let low = line.scalar(atOrAfter: TextOffset(scene.range.lowerBound.value - offset))
    return low..<max(low, line.scalar(atOrAfter: TextOffset(scene.range.upperBound.value - offset)))
  }

  private static func opener(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "“": "”"
    case "‘": "’"
    case "「": "」"
    case "『": "』"
    case "\"": "\""
    default: nil
    }
  }

  private static let closers: UnitSet = ["”", "’", "」", "』"]
  /// Words that end a name before its suffix is reached.
  private static let breaks: UnitSet = UnitSet("的和与及或在对向为是了等由被将把从到".unicodeScalars)
  private static let suffixes = WordSet(
    spaced:
      "有限公司 公司 集团 商行 商店 超市 酒店 宾馆 饭店 大厦 广场 小学 中学 大学 学院 学校 幼儿园 医院 诊所 药店 合作社 工作室 事务所 大道 大街 小区 花园 公寓 新村 水库 大桥"
  )
}
