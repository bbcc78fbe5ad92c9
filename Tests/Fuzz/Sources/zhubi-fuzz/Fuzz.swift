import Zhubi

/// The first byte of an input chooses the form, the second the declared charset, the rest is the document.
private let forms: [DocumentFormat?] = [nil] + DocumentFormat.allCases.map { $0 }
private let charsets: [String?] = [
  nil, "utf-8", "gb18030", "gbk", "gb2312", "big5", "utf-16le", "utf-16be", "nonsense",
]

private let scanner: TextScanner = {
  do {
    return TextScanner(lexicon: try LexiconStore(folder: nil).lexicon())
  } catch {
    fatalError("no lexicon: \(error)")
  }
}()

/// Reads and scans one input; what must hold for every input is checked, so that the fuzzer sees it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let input = UnsafeBufferPointer(start: data, count: size)
  guard size >= 2 else { return 0 }
  let form = forms[Int(input[0]) % forms.count]
  let charset = charsets[Int(input[1]) % charsets.count]
  let document = DocumentReader().read(
    Array(input[2...]), id: "fuzz", format: form, declaredCharset: charset)
  precondition(
    String(validating: document.source, as: UTF8.self) != nil, "a source that is not UTF-8")
  let report = scanner.scan(document)
  for finding in report.findings {
    precondition(
      finding.utf8.lowerBound.value >= 0 && finding.utf8.upperBound.value <= document.source.count
        && finding.utf8.lowerBound.value <= finding.utf8.upperBound.value,
      "a finding outside the document")
  }
  let isBlind = document.problems.contains { [.undecodable, .limitReached].contains($0.kind) }
  precondition(!isBlind || report.verdict == .incomplete, "unread, and not said")
  return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The program: what the package manager calls main hands everything to libFuzzer.
@_cdecl("zhubi_fuzz_main")
public func fuzzMain(
  _ count: CInt, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var (count, words) = (count, words)
  return runDriver(&count, &words, fuzzOne)
}
