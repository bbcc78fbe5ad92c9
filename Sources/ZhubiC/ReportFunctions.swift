// swift-format-ignore-file: AlwaysUseLowerCamelCase
// The names are those of zhubi.h.

public import CZhubi
import Zhubi
import ZhubiDetection
import ZhubiPolicy
import ZhubiReport
import ZhubiText

/// What a `zhubi_report *` points to: the report, and its strings as C reads them.
final class ReportBox {
  let report: DocumentReport
  let language: Language
  private var owned: [UnsafeMutablePointer<CChar>] = []
  private(set) var findings: [zhubi_finding] = []

  init(_ report: DocumentReport, language: Language) {
    self.report = report
    self.language = language
    findings = report.findings.map { cFinding($0) }
  }

  deinit { for string in owned { string.deallocate() } }

  private func cString(_ text: String) -> UnsafePointer<CChar> {
    let copy = CStrings.copy(of: text)
    owned.append(copy)
    return UnsafePointer(copy)
  }

  private func optional(_ text: String?) -> UnsafePointer<CChar>? {
    text.flatMap { $0.isEmpty ? nil : cString($0) }
  }

  private func cFinding(_ finding: ReportedFinding) -> zhubi_finding {
    zhubi_finding(
      size: MemoryLayout<zhubi_finding>.size, rule: cString(finding.rule.text),
      message: cString(language.of(finding.message)), suggestion: optional(finding.suggestion),
      basis: optional(finding.basis), excerpt: cString(finding.excerpt),
      part: cString(finding.part), fingerprint: cString(finding.fingerprint),
      severity: finding.severity.number, confidence: finding.confidence.number,
      line: finding.line, column: finding.column, utf8_start: finding.utf8.plain.lowerBound,
      utf8_end: finding.utf8.plain.upperBound, utf16_start: finding.utf16.plain.lowerBound,
      utf16_end: finding.utf16.plain.upperBound, scalar_start: finding.scalars.plain.lowerBound,
      scalar_end: finding.scalars.plain.upperBound)
  }
}

extension Severity {
  fileprivate var number: zhubi_severity {
    switch self {
    case .info: ZHUBI_INFO
    case .warning: ZHUBI_WARNING
    case .error: ZHUBI_ERROR
    case .block: ZHUBI_SEVERITY_BLOCK
    }
  }
}

extension Confidence {
  fileprivate var number: zhubi_confidence {
    switch self {
    case .possible: ZHUBI_POSSIBLE
    case .likely: ZHUBI_LIKELY
    case .certain: ZHUBI_CERTAIN
    }
  }
}

@c @implementation
public func zhubi_scan(
  _ scanner: OpaquePointer!, _ text: UnsafeRawPointer!, _ length: Int,
  _ options: UnsafePointer<zhubi_options>!, _ report: UnsafeMutablePointer<OpaquePointer?>!
) -> zhubi_status {
  guard let report, let box = Handle.object(scanner, as: ScannerBox.self), length >= 0,
    text != nil || length == 0
  else { return Failure.argument("NULL argument") }
  report.pointee = nil
  let call: ScanCall
  do {
    call = try ScanCall(options)
  } catch {
    return Failure.argument(error.text)
  }
  let bytes = text.map { Array(UnsafeRawBufferPointer(start: $0, count: length)) } ?? []
  let document = DocumentReader().read(
    bytes, id: call.document, format: call.format, declaredCharset: call.charset)
  report.pointee = Handle.retained(
    ReportBox(box.scanner.scan(document, options: call.options), language: call.language))
  return ZHUBI_OK
}

@c @implementation
public func zhubi_report_verdict(_ report: OpaquePointer!) -> zhubi_verdict {
  switch Handle.object(report, as: ReportBox.self)?.report.verdict {
  case .pass: ZHUBI_PASS
  case .review: ZHUBI_REVIEW
  case .block: ZHUBI_BLOCK
  case .incomplete, nil: ZHUBI_INCOMPLETE
  }
}

@c @implementation
public func zhubi_report_count(_ report: OpaquePointer!) -> Int {
  Handle.object(report, as: ReportBox.self)?.findings.count ?? 0
}

@c @implementation
public func zhubi_report_finding(
  _ report: OpaquePointer!, _ number: Int, _ finding: UnsafeMutablePointer<zhubi_finding>!
) -> zhubi_status {
  guard let box = Handle.object(report, as: ReportBox.self), let finding else {
    return Failure.argument("NULL argument")
  }
  guard box.findings.indices.contains(number) else {
    return Failure.argument("no finding with number \(number)")
  }
  // A caller built against a smaller struct gets the fields it knows.
  let size = finding.pointee.size
  guard size > 0, size <= MemoryLayout<zhubi_finding>.size else {
    return Failure.argument("finding->size is not sizeof(zhubi_finding)")
  }
  var value = box.findings[number]
  value.size = size
  withUnsafeBytes(of: value) {
    UnsafeMutableRawPointer(finding).copyMemory(from: $0.baseAddress!, byteCount: size)
  }
  return ZHUBI_OK
}

@c @implementation
public func zhubi_report_json(
  _ report: OpaquePointer!, _ buffer: UnsafeMutablePointer<CChar>!, _ capacity: Int
) -> Int {
  guard let box = Handle.object(report, as: ReportBox.self) else { return 0 }
  return CStrings.copy(
    JSONDocument(language: box.language).text(of: box.report), to: buffer, capacity)
}

@c @implementation
public func zhubi_report_free(_ report: OpaquePointer!) {
  Handle.release(report, as: ReportBox.self)
}
