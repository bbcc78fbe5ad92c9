import Hummingbird
import HTTPTypes
import HummingbirdCore
import JSONText
import Zhubi
import ZhubiDetection
import ZhubiPolicy
import ZhubiReport

/// `POST /v1/scan`: one document as JSON or as it is, or one or more files as a form.
struct ScanEndpoint: Sendable {
  let state: ServiceState

  func answer(_ call: Call) async throws(ServiceError) -> Response {
    let requests = try await requests(call)
    return try await answer(requests, state.shelf.scanner, call.admission)
  }

  /// The documents a request holds, one or more.
  func requests(_ call: Call) async throws(ServiceError) -> [ScanRequest] {
    guard let header = call.request.headers[.contentType] else { throw Self.unknownType }
    let type = ContentType(header)
    let query = try QueryText.pairs(call.request.uri.query)
    let bytes = try await state.body().read(call)
    let defaults = state.configuration.defaults
    switch type.kind {
    case "multipart/form-data": return try Self.files(bytes, type, query, defaults)
    case "application/json": return [try Self.object(bytes, query, defaults)]
    default: return [try Self.document(bytes, type, query, defaults)]
    }
  }

  // MARK: Reading the request

  private static let unknownType = ServiceError(
    415, "content-type", "须注明 Content-Type：application/json、multipart/form-data 或文档自身的类型",
    "name a Content-Type: application/json, multipart/form-data, or the document's own")

  private static func object(
    _ bytes: [UInt8], _ query: [(name: String, value: String)], _ defaults: ServiceDefaults
  ) throws(ServiceError) -> ScanRequest {
    if let pair = query.first {
      throw .badField(
        pair.name, "JSON 请求的选项写在 JSON 中", "options of a JSON request stand in the JSON")
    }
    let value: JSONValue
    do throws(JSONFault) { value = try JSONValue(bytes) } catch { throw .json(error) }
    return try ScanRequest(json: value, defaults)
  }

  /// A body that is the document itself; its options stand in the query.
  private static func document(
    _ bytes: [UInt8], _ type: ContentType, _ query: [(name: String, value: String)],
    _ defaults: ServiceDefaults
  ) throws(ServiceError) -> ScanRequest {
    var request = ScanRequest(defaults)
    switch type.kind {
    case "text/plain": request.form = DocumentFormat.text.rawValue
    case "text/html", "application/xhtml+xml": request.form = DocumentFormat.html.rawValue
    case "text/markdown": request.form = DocumentFormat.markdown.rawValue
    case "text/csv": request.form = DocumentFormat.csv.rawValue
    case "text/tab-separated-values": request.form = DocumentFormat.tsv.rawValue
    case "application/x-www-form-urlencoded", "": throw unknownType
    default: break
    }
    request.charset = type["charset"]
    for pair in query { try request.setOption(pair.name, pair.value) }
    request.content = .bytes(bytes)
    return request
  }

  /// A form: every part with a file name is a document, every other an option for all of them.
  private static func files(
    _ bytes: [UInt8], _ type: ContentType, _ query: [(name: String, value: String)],
    _ defaults: ServiceDefaults
  ) throws(ServiceError) -> [ScanRequest] {
    guard let boundary = type["boundary"], (1...70).contains(boundary.utf8.count) else {
      throw ServiceError(400, "bad-multipart", "缺少 boundary", "there is no boundary")
    }
    let parts = try MultipartBody(bytes, boundary: boundary).parts
    var shared = ScanRequest(defaults)
    for pair in query { try shared.setOption(pair.name, pair.value) }
    for part in parts where part.fileName == nil {
      guard let value = String(validating: part.bytes, as: UTF8.self) else {
        throw .badField(part.name, "应为 UTF-8 文本", "must be text in UTF-8")
      }
      try shared.setOption(part.name, value)
    }
    let requests = parts.compactMap { part -> ScanRequest? in
      guard let name = part.fileName else { return nil }
      var request = shared
      request.name = name
      request.charset = request.charset ?? part.contentType?["charset"]
      request.content = .bytes(part.bytes)
      return request
    }
    guard !requests.isEmpty else {
      throw ServiceError(
        400, "no-document", "表单中没有文件（须带 filename）", "the form holds no file (with a filename)")
    }
    return requests
  }

  // MARK: Scanning

  /// One file gives its answer, several give one verdict over all of them.
  private func answer(
    _ requests: [ScanRequest], _ scanner: TextScanner, _ admission: Admission
  ) async throws(ServiceError) -> Response {
    if requests.count == 1 {
      return Answer.json(try await text(requests[0], scanner, admission))
    }
    let seconds = state.configuration.scanSeconds
    let helper = state.configuration.attachmentHelper
    let deadline = Clock.now + seconds
    let results = try await state.workshop.run(seconds: seconds) { notice in
      requests.map { request in
        _ = admission
        return request.report(scanner, helper: helper, seconds: deadline - Clock.now, notice)
      }
    }
    for result in results { state.metrics.add(result.report) }
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("verdict", Verdict.gravest(results.map(\.report.verdict)).rawValue)
      writer.key("documents")
      writer.array { writer in
        for (request, result) in zip(requests, results) {
          Answer.write(result.report, source: result.source, request, into: &writer)
        }
      }
    }
    return Answer.json(writer.text)
  }

  /// Scans where it stands when that is quick, else in the workshop.
  func text(
    _ request: ScanRequest, _ scanner: TextScanner, _ admission: Admission
  ) async throws(ServiceError) -> String {
    let seconds = state.configuration.scanSeconds
    let helper = state.configuration.attachmentHelper
    let result =
      request.isLong
      ? try await state.workshop.run(seconds: seconds) { notice in
        _ = admission
        return request.report(scanner, helper: helper, seconds: seconds, notice)
      }
      : request.report(scanner, helper: helper, seconds: seconds)
    state.metrics.add(result.report)
    var writer = JSONWriter()
    Answer.write(result.report, source: result.source, request, into: &writer)
    return writer.text
  }
}

extension ScanRequest {
  /// Sets an option that stands outside the document.
  mutating func setOption(_ name: String, _ value: String) throws(ServiceError) {
    guard !["text", "html", "base64"].contains(name) else {
      throw .badField(name, "文档不能这样传", "a document cannot be given here")
    }
    try set(name, .string(value))
  }
}

extension Verdict {
  /// The verdict over several documents: incomplete, else block, else review, else pass.
  static func gravest(_ verdicts: [Verdict]) -> Verdict {
    [.incomplete, .block, .review].first { verdicts.contains($0) } ?? .pass
  }
}
