public enum AutomatonError: Error, Sendable { case stub }
public struct UnitMap: Sendable {
  public enum Role: UInt8, Sendable {
    case plain, han, skip, lineBreak, indent, glossOpen, glossClose, glossLetter, digit
  }
  let units: [UInt32: [UInt32]]
  public init(units: (UInt32) -> [UInt32], role: (UInt32) -> Role) {
    var map: [UInt32: [UInt32]] = [:]
    for s: UInt32 in 0..<0x10000 where !(0xD800..<0xE000).contains(s) {
      let u = units(s)
      if u != [s] { map[s] = u }
    }
    self.units = map
  }
}
public struct AutomatonImage: Sendable {
  public static let formatVersion = 0
  let bytes: [UInt8]
  public static func build(terms: [[UInt32]], map: UnitMap) throws(AutomatonError) -> [UInt8] {
    var out: [UInt32] = [UInt32(map.units.count)]
    for (k, v) in map.units { out += [k, UInt32(v.count)] + v }
    out.append(UInt32(terms.count))
    for t in terms { out += [UInt32(t.count)] + t }
    return out.withUnsafeBytes { Array($0) }
  }
  public init(unowned: UnsafeRawBufferPointer) throws(AutomatonError) { bytes = Array(unowned) }
}
public enum MatchSemantics: Sendable { case overlapping, leftmostLongest }
public struct Match: Hashable, Sendable {
  public var start: Int
  public var end: Int
  public var term: Int
}
public struct Automaton: Sendable {
  let map: [UInt32: [UInt32]]
  let terms: [UInt32: [(Int, [UInt32])]]
  public init(_ image: AutomatonImage) {
    let w = image.bytes.withUnsafeBytes { Array($0.bindMemory(to: UInt32.self)) }
    var m: [UInt32: [UInt32]] = [:], t: [UInt32: [(Int, [UInt32])]] = [:]
    var p = 1
    for _ in 0..<w[0] {
      let n = Int(w[p + 1])
      m[w[p]] = Array(w[p + 2..<p + 2 + n])
      p += 2 + n
    }
    let count = Int(w[p])
    p += 1
    for id in 0..<count {
      let n = Int(w[p])
      t[w[p + 1], default: []].append((id, Array(w[p + 1..<p + 1 + n])))
      p += 1 + n
    }
    map = m
    terms = t
  }
  public func matches(in utf8: UnsafeBufferPointer<UInt8>, semantics: MatchSemantics) -> [Match] {
    var units: [UInt32] = [], s: [Int] = [], e: [Int] = []
    var p = 0
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
      let w = String(scalar).utf8.count
      for u in map[scalar.value] ?? [scalar.value] {
        units.append(u)
        s.append(p)
        e.append(p + w)
      }
      p += w
    }
    var out: [Match] = []
    for i in units.indices {
      for (id, t) in terms[units[i]] ?? [] where i + t.count <= units.count {
        if units[i..<i + t.count].elementsEqual(t) {
          out.append(Match(start: s[i], end: e[i + t.count - 1], term: id))
        }
      }
    }
    return out
  }
}
