import CZhubi
import Zhubi
import ZhubiDetection
import ZhubiPolicy
import ZhubiReport
import ZhubiText

/// The options of one call, read from their C form.
struct ScanCall {
  struct Refusal: Error {
    var text: String
  }

  var document = "text"
  var format: DocumentFormat?
  var charset: String?
  var options = TextScanner.Options()
  var language = Language.chinese

  init(_ pointer: UnsafePointer<zhubi_options>?) throws(Refusal) {
    guard let pointer else { return }
    let size = pointer.pointee.size
    guard size > 0, size <= MemoryLayout<zhubi_options>.size else {
      throw Refusal(text: "options->size is not sizeof(zhubi_options)")
    }
    // A caller built against a smaller struct leaves the later fields at zero.
    var given = zhubi_options()
    withUnsafeMutableBytes(of: &given) {
      $0.baseAddress!.copyMemory(from: UnsafeRawPointer(pointer), byteCount: size)
    }
    func text(_ field: UnsafePointer<CChar>?) -> String? { field.map { String(cString: $0) } }

    document = text(given.document) ?? document
    charset = text(given.charset)
    if let name = text(given.format), name != "auto" {
      guard let known = DocumentFormat(rawValue: name) else {
        throw Refusal(text: "unknown format: \(name)")
      }
      format = known
    }
    if let name = text(given.profile) {
      guard let known = Profile.named(name) else { throw Refusal(text: "unknown profile: \(name)") }
      options.profile = known
    }
    if let day = text(given.as_of) {
      guard let date = CalendarDate(day) else { throw Refusal(text: "not a date: \(day)") }
      options.asOf = date
    }
    if let name = text(given.fail_on) {
      guard let known = Severity(rawValue: name) else {
        throw Refusal(text: "unknown severity: \(name)")
      }
      options.failOn = known
    }
    if let name = text(given.language) {
      guard let known = Language(rawValue: name) else {
        throw Refusal(text: "unknown language: \(name)")
      }
      language = known
    }
    options.showsSensitive = given.show_sensitive != 0
  }
}
