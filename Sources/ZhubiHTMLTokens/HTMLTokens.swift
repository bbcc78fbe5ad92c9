import ZhubiText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads HTML on standard input and prints its tokens, one line of JSON each, in the format of
/// the html5lib tokenizer tests.
@main
enum HTMLTokens {
  static let usage = """
    usage: zhubi-html-tokens [--initial-state STATE] [--last-start-tag NAME] < page.html
    STATE: \(HTMLTokenizer.State.allCases.map(\.rawValue).joined(separator: ", "))

    """

  static func main() {
    var state = HTMLTokenizer.State.data
    var lastStartTag = ""
    var arguments = CommandLine.arguments.dropFirst()
    while let argument = arguments.popFirst() {
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      guard let value = parts.count > 1 ? parts[1] : arguments.popFirst() else { fail() }
      switch parts[0] {
      case "--initial-state":
        guard let known = HTMLTokenizer.State(rawValue: value) else { fail() }
        state = known
      case "--last-start-tag": lastStartTag = value
      default: fail()
      }
    }
    let source = readAll()
    var tokenizer = HTMLTokenizer(source, lastStartTag: lastStartTag)
    tokenizer.state = state
    var printer = TokenPrinter(source: source)
    while true {
      let token = tokenizer.next()
      if token.kind == .end { break }
      printer.add(token, from: tokenizer)
      if printer.output.count > 1 << 16 { write(printer.takeOutput()) }
    }
    printer.finish()
    write(printer.takeOutput())
  }

  static func fail() -> Never {
    write(Array(usage.utf8), to: 2)
    exit(2)
  }

  static func readAll() -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(0, &buffer, buffer.count)
      if count <= 0 { return all }
      all += buffer[0..<count]
    }
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32 = 1) {
    let put = { (start: UnsafeRawPointer, count: Int) in
      #if canImport(Glibc)
        Glibc.write(descriptor, start, count)
      #elseif canImport(Musl)
        Musl.write(descriptor, start, count)
      #else
        Darwin.write(descriptor, start, count)
      #endif
    }
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { put($0.baseAddress! + done, bytes.count - done) }
      if count <= 0 { exit(1) }
      done += count
    }
  }
}
