import Hummingbird
import HTTPTypes
import HummingbirdCore
import NIOCore
import ZhubiDetection
import ZhubiPolicy
import ZhubiReport
import ZhubiText

/// Answers as JSON, written without going through any model of them.
enum Answer {
  /// A document's report: `{"document":…,"verdict":…,"counts":…,"notes":…,"findings":[…]}`, and
  /// what else was asked for.
  static func write(
    _ report: DocumentReport, source: [UInt8], _ request: ScanRequest, into writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.summaryFields(report, request.language)
      writer.key("findings")
      writer.array { writer in
        for finding in report.findings { writer.finding(finding, request.language) }
      }
      if request.extras.fixes { writeFixes(report, &writer) }
      if request.extras.source {
        writer.field("source", String(decoding: source, as: UTF8.self))
      }
    }
  }

  /// `"fixes":[{"finding":0,"range":{…},"replacement":…}]`, by number of the finding.
  private static func writeFixes(_ report: DocumentReport, _ writer: inout JSONWriter) {
    writer.key("fixes")
    writer.array { writer in
      for (number, finding) in report.findings.enumerated() {
        guard let fix = finding.fix else { continue }
        writer.object { writer in
          writer.field("finding", number)
          writer.key("range")
          writer.object { writer in
            writer.range("scalar", fix.scalars.plain)
            writer.range("utf8", fix.utf8.plain)
          }
          writer.field("replacement", fix.replacement)
        }
      }
    }
  }

  static func json(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
    response(text, type: "application/json; charset=utf-8", status: status)
  }

  static func response(
    _ text: String, type: String, status: HTTPResponse.Status = .ok
  ) -> Response {
    Response(
      status: status, headers: [.contentType: type, .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  static func error(_ error: ServiceError) -> Response {
    var response = json(error.json, status: HTTPResponse.Status(code: error.status))
    if let seconds = error.retryAfter { response.headers[.retryAfter] = String(seconds) }
    if let allow = error.allow { response.headers[.allow] = allow }
    if error.status == 401 { response.headers[.wwwAuthenticate] = "Bearer" }
    return response
  }
}
