import AttachmentExchange
import CExpat

/// The name of an element or attribute without its prefix.
struct XMLName {
  fileprivate let pointer: UnsafePointer<CChar>

  /// - Parameter qualified: a name with or without a prefix.
  fileprivate init(_ qualified: UnsafePointer<CChar>) {
    var start = qualified
    var next = qualified
    while next.pointee != 0 {
      if next.pointee == 0x3A { start = next + 1 }
      next += 1
    }
    pointer = start
  }

  static func ~= (pattern: StaticString, name: XMLName) -> Bool { name == pattern }

  static func == (name: XMLName, other: StaticString) -> Bool {
    let text = UnsafeRawPointer(other.utf8Start).assumingMemoryBound(to: CChar.self)
    for k in 0..<other.utf8CodeUnitCount where name.pointer[k] != text[k] { return false }
    return name.pointer[other.utf8CodeUnitCount] == 0
  }

  var text: String { String(cString: pointer) }
}

/// The attributes of a start tag; alive only while the tag is handled.
struct XMLAttributes {
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The value of an attribute, whatever its prefix.
  func pointer(_ name: StaticString) -> UnsafePointer<CChar>? {
    guard var next = list else { return nil }
    while let key = next[0], let value = next[1] {
      if XMLName(key) == name { return value }
      next += 2
    }
    return nil
  }

  subscript(_ name: StaticString) -> String? { pointer(name).map { String(cString: $0) } }

  /// The value of `r:id`: an `id` with a prefix, in whatever namespace the file calls so.
  var reference: String? {
    guard var next = list else { return nil }
    while let key = next[0], let value = next[1] {
      let name = XMLName(key)
      if name == "id", name.pointer != key { return String(cString: value) }
      next += 2
    }
    return nil
  }

  /// Whether an attribute is there with a value that means yes.
  func isTrue(_ name: StaticString) -> Bool {
    guard let value = self[name] else { return false }
    return value == "1" || value == "true" || value == "on"
  }

  /// The value of a switch that is on by being there: `<w:vanish/>`, off by `val="0"`.
  var isOn: Bool {
    guard let value = self["val"] else { return true }
    return value != "0" && value != "false" && value != "off" && value != "none"
  }
}

/// Takes what an XML file holds, as it comes.
protocol XMLHandler: AnyObject {
  func start(_ name: XMLName, _ attributes: XMLAttributes)
  func end(_ name: XMLName)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// Feeds an XML file to a handler.
///
/// A document type declaration is refused, so that no entity of a file's own making is ever
/// expanded and nothing outside is ever fetched; office formats have none.
final class XMLStream {
  private let parser: OpaquePointer
  private let handler: any XMLHandler
  private let depthLimit: Int
  private var depth = 0
  private var refusal: Refusal?

  init(_ handler: any XMLHandler, depthLimit: Int) throws(Refusal) {
    guard let parser = XML_ParserCreate(nil) else {
      throw Refusal(.limitReached, "内存不足", "out of memory")
    }
    self.parser = parser
    self.handler = handler
    self.depthLimit = depthLimit
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { XMLStream.of($0)?.start($1, $2) },
      { XMLStream.of($0)?.end($1) })
    XML_SetCharacterDataHandler(parser) { XMLStream.of($0)?.text($1, $2) }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      XMLStream.of(data)?.stop(
        Refusal(.unreadable, "XML 带有文档类型声明，拒绝读取", "XML with a document type declaration, refused"))
    }
  }

  deinit { XML_ParserFree(parser) }

  func feed(_ piece: UnsafeBufferPointer<UInt8>) throws(Refusal) { try parse(piece, isLast: false) }

  func finish() throws(Refusal) {
    try parse(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
  }

  private func parse(_ piece: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(Refusal) {
    var rest = piece
    repeat {
      let now = UnsafeBufferPointer(rebasing: rest.prefix(1 << 20))
      rest = UnsafeBufferPointer(rebasing: rest.dropFirst(1 << 20))
      let status = now.withMemoryRebound(to: CChar.self) {
        XML_Parse(parser, $0.baseAddress, Int32($0.count), isLast && rest.isEmpty ? 1 : 0)
      }
      if let refusal { throw refusal }
      if status == XML_STATUS_ERROR {
        throw Refusal(.unreadable, "XML 不合格式，其后未读", "malformed XML, not read from there on")
      }
    } while !rest.isEmpty
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLStream? {
    data.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
  }

  private func stop(_ reason: Refusal) {
    if refusal == nil { refusal = reason }
    XML_StopParser(parser, 0)
  }

  private func start(
    _ name: UnsafePointer<CChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard let name, refusal == nil else { return }
    depth += 1
    if depth > depthLimit {
      stop(
        Refusal(
          .limitReached, "XML 元素嵌套超过 \(depthLimit) 层",
          "XML elements nested more than \(depthLimit) deep"
        ))
      return
    }
    handler.start(XMLName(name), XMLAttributes(list: attributes))
  }

  private func end(_ name: UnsafePointer<CChar>?) {
    guard let name, refusal == nil else { return }
    depth -= 1
    handler.end(XMLName(name))
  }

  private func text(_ bytes: UnsafePointer<CChar>?, _ count: Int32) {
    guard let bytes, refusal == nil, count > 0 else { return }
    bytes.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
      handler.text(UnsafeBufferPointer(start: $0, count: Int(count)))
    }
  }
}
