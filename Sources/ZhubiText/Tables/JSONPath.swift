/// Tells where in a JSON text a position stands, when a finding asks for it.
public enum JSONPath {
  private enum Step {
    case key(String)
    case index(Int)
  }

  /// The path of the value or key at a position, such as `$.rows[3].name`; `$` outside of any. For
  /// text that is no JSON the answer is the path of what could be followed. O(position).
  public static func path(at offset: SourceOffset, in utf8: [UInt8]) -> String {
    let end = min(offset.value + 1, utf8.count)
    var steps: [Step] = []
    var expectsKey = false
    var i = 0
    while i < end {
      switch utf8[i] {
      case UInt8(ascii: "{"):
        steps.append(.key(""))
        expectsKey = true
      case UInt8(ascii: "["): steps.append(.index(0))
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if i + 1 < end { _ = steps.popLast() }
      case UInt8(ascii: ","):
        if case .index(let n) = steps.last {
          steps[steps.count - 1] = .index(n + 1)
        } else {
          expectsKey = true
        }
      case UInt8(ascii: "\""):
        let start = i + 1
        i = start
        while i < utf8.count, utf8[i] != UInt8(ascii: "\"") {
          i += utf8[i] == UInt8(ascii: "\\") ? 2 : 1
        }
        if expectsKey, case .key = steps.last {
          let key = String(decoding: utf8[start..<min(i, utf8.count)], as: UTF8.self)
          steps[steps.count - 1] = .key(key)
          expectsKey = false
        }
      default: break
      }
      i += 1
    }
    return steps.reduce("$") { path, step in
      switch step {
      case .key(let key): key.isEmpty ? path : "\(path).\(key)"
      case .index(let n): "\(path)[\(n)]"
      }
    }
  }
}
