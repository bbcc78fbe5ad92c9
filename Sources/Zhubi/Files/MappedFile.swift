#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Maps a file into memory, read-only.
enum MappedFile {
  /// The bytes of the file and how to give them back; nil when it cannot be mapped.
  static func open(_ path: String) -> UnsafeRawBufferPointer? {
    let descriptor = Glibc.open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0 else { return nil }
    let length = Int(status.st_size)
    let address = mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0)
    guard let address, address != MAP_FAILED else { return nil }
    return UnsafeRawBufferPointer(start: address, count: length)
  }

  static func close(_ bytes: UnsafeRawBufferPointer) {
    munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress!), bytes.count)
  }

  private static func close(_ descriptor: Int32) { _ = Glibc.close(descriptor) }
}
