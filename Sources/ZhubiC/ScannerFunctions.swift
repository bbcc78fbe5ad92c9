// swift-format-ignore-file: AlwaysUseLowerCamelCase
// The names are those of zhubi.h.

public import CZhubi
import Zhubi
import ZhubiDetection
import ZhubiPolicy
import ZhubiReport

/// What a `zhubi_scanner *` points to.
final class ScannerBox: Sendable {
  let scanner: TextScanner

  init(_ scanner: TextScanner) { self.scanner = scanner }
}

/// The version never changes while the library is loaded, so its string is never freed.
private nonisolated(unsafe) let versionString: UnsafePointer<CChar> = CStrings.immortal(
  ZhubiVersion.current)

@c @implementation
public func zhubi_version() -> UnsafePointer<CChar>! { versionString }

@c @implementation
public func zhubi_abi_version() -> Int32 { ZHUBI_ABI_VERSION }

@c @implementation
public func zhubi_scanner_create(
  _ folders: UnsafePointer<UnsafePointer<CChar>?>!, _ count: Int,
  _ cache: UnsafePointer<CChar>!, _ scanner: UnsafeMutablePointer<OpaquePointer?>!
) -> zhubi_status {
  guard let scanner, count == 0 || folders != nil else { return Failure.argument("NULL argument") }
  scanner.pointee = nil
  var paths: [String] = []
  for number in 0..<count {
    guard let folder = folders[number] else { return Failure.argument("NULL pack folder") }
    paths.append(String(cString: folder))
  }
  do {
    let store = LexiconStore(folder: cache.map { String(cString: $0) })
    let lexicon = try store.lexicon(adding: try PackFolder.layers(at: paths))
    scanner.pointee = Handle.retained(ScannerBox(TextScanner(lexicon: lexicon)))
    return ZHUBI_OK
  } catch {
    return Failure.lexicon(error)
  }
}

@c @implementation
public func zhubi_scanner_create_from_image(
  _ image: UnsafeRawPointer!, _ length: Int, _ scanner: UnsafeMutablePointer<OpaquePointer?>!
) -> zhubi_status {
  guard let image, let scanner, length >= 0 else { return Failure.argument("NULL argument") }
  scanner.pointee = nil
  do {
    let bytes = Array(UnsafeRawBufferPointer(start: image, count: length))
    let lexicon = try Lexicon(image: bytes)
    scanner.pointee = Handle.retained(ScannerBox(TextScanner(lexicon: lexicon)))
    return ZHUBI_OK
  } catch {
    return Failure.lexicon(error)
  }
}

@c @implementation
public func zhubi_scanner_free(_ scanner: OpaquePointer!) {
  Handle.release(scanner, as: ScannerBox.self)
}

@c @implementation
public func zhubi_last_error(_ buffer: UnsafeMutablePointer<CChar>!, _ capacity: Int) -> Int {
  CStrings.copy(String(cString: zhubi_thread_error()), to: buffer, capacity)
}
