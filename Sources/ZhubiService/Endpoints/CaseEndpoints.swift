import Hummingbird
import HTTPTypes
import HummingbirdCore
import JSONText
import Zhubi
import ZhubiPolicy
import ZhubiReport
import ZhubiReview

/// `…/v1/cases`: scans saved as cases, and the three reviews of each.
struct CaseEndpoints: Sendable {
  let state: ServiceState

  private func folder() throws(ServiceError) -> ReviewFolder {
    guard let folder = state.reviews else {
      throw ServiceError(
        404, "reviews-off", "本服务没有启用审核记录（--reviews 文件夹）",
        "this service keeps no review records (--reviews DIR)")
    }
    return folder
  }

  func list() throws(ServiceError) -> Response {
    let folder = try folder()
    let cases = try Self.translating { () throws(ReviewFolder.Failure) in try folder.cases() }
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("cases")
      writer.array { writer in
        for one in cases.reversed() { writer.object { Self.head(one, &$0) } }
      }
    }
    return Answer.json(writer.text)
  }

  func one(_ number: Int) throws(ServiceError) -> Response { Answer.json(try text(number)) }

  /// Scans a document once more, by the service itself, and saves what it found.
  func open(_ call: Call) async throws(ServiceError) -> Response {
    let folder = try folder()
    let requests = try await ScanEndpoint(state: state).requests(call)
    guard requests.count == 1, let scan = requests.first else {
      throw ServiceError(400, "one-document", "审核件只能有一个文档", "a case has exactly one document")
    }
    let edition = state.shelf.current
    let packs = edition.scanner.lexicon.packs.map { "\($0.id) \($0.version)" }
    let lexicons = edition.key + "：" + packs.joined(separator: ", ")
    let (helper, seconds) = (state.configuration.attachmentHelper, state.configuration.scanSeconds)
    let outcome = try await state.workshop.run(seconds: seconds) { notice in
      _ = call.admission
      let report = scan.report(edition.scanner, helper: helper, seconds: seconds, notice).report
      let opening = ReviewOpening(
        report, of: scan.bytes, lexicons: lexicons, language: scan.language)
      return Result { () throws(ReviewFolder.Failure) in try folder.open(opening) }
    }
    let number = try Self.translating { () throws(ReviewFolder.Failure) in try outcome.get() }
    return Answer.json(try text(number), status: .created)
  }

  /// `{"reviewer":…,"settlements":[{"finding":0,"disposition":"kept","reason":…},…]}`
  func settle(
    _ number: Int, _ call: Call
  ) async throws(ServiceError) -> Response {
    let folder = try folder()
    let object = try await object(call, keys: ["reviewer", "settlements"])
    let reviewer = try Self.text("reviewer", in: object)
    guard let elements = object["settlements"]?.elements, elements.count <= 10_000 else {
      throw .badField("settlements", "应为数组", "must be an array")
    }
    var settlements: [ReviewSettlement] = []
    for element in elements {
      try Self.check(element, keys: ["finding", "disposition", "reason"])
      guard let finding = element["finding"]?.integer,
        let disposition = element["disposition"]?.text.flatMap(
          ReviewSettlement.Disposition.init(rawValue:))
      else {
        throw .badField(
          "settlements", "须有 finding 与 disposition（adopted | kept | reopened）",
          "finding and disposition (adopted | kept | reopened) are needed")
      }
      settlements.append(
        ReviewSettlement(
          finding: finding, disposition: disposition,
          reason: element["reason"] == nil ? "" : try Self.text("reason", in: element),
          reviewer: reviewer))
    }
    let all = settlements
    try await writing { () throws(ReviewFolder.Failure) in
      for settlement in all { try folder.settle(settlement, in: number) }
    }
    return Answer.json(try text(number))
  }

  /// `{"stage":"first","reviewer":…,"decision":"approved","opinion":…}`
  func sign(
    _ number: Int, _ call: Call
  ) async throws(ServiceError) -> Response {
    let folder = try folder()
    let object = try await object(
      call, keys: ["stage", "reviewer", "decision", "opinion"])
    guard let stage = ReviewStage(rawValue: try Self.text("stage", in: object)) else {
      throw .badField("stage", "应为 first | second | final", "must be first | second | final")
    }
    guard
      let decision = ReviewSignature.Decision(rawValue: try Self.text("decision", in: object))
    else { throw .badField("decision", "应为 approved | returned", "must be approved | returned") }
    let signature = ReviewSignature(
      stage: stage, reviewer: try Self.text("reviewer", in: object), decision: decision,
      opinion: object["opinion"] == nil ? "" : try Self.text("opinion", in: object))
    try await writing { () throws(ReviewFolder.Failure) in try folder.sign(signature, in: number) }
    return Answer.json(try text(number))
  }

  func form(_ number: Int, _ query: String?) throws(ServiceError) -> Response {
    let folder = try folder()
    var kind = ReviewForm.Kind.publication
    for pair in try QueryText.pairs(query) {
      guard pair.name == "kind", let known = ReviewForm.Kind(rawValue: pair.value) else {
        throw .badField(
          pair.name, "只有 kind=publication|secrecy", "there is only kind=publication|secrecy")
      }
      kind = known
    }
    let (one, head) = try Self.translating { () throws(ReviewFolder.Failure) in
      try folder.reviewCase(number)
    }
    var response = Answer.response(
      ReviewForm(kind).html(one, head: head), type: "text/html; charset=utf-8")
    response.headers[.contentSecurityPolicy] =
      "default-src 'none'; style-src '\(PageEndpoint.formStyleHash)'; base-uri 'none'; "
      + "form-action 'none'; frame-ancestors 'none'"
    return response
  }

  // MARK: Pieces

  private func object(
    _ call: Call, keys: Set<String>
  ) async throws(ServiceError) -> JSONValue {
    guard ContentType(call.request.headers[.contentType] ?? "").kind == "application/json" else {
      throw ServiceError(
        415, "content-type", "Content-Type 应为 application/json",
        "the Content-Type must be application/json")
    }
    let bytes = try await state.body(limit: 1 << 20).read(call)
    let value: JSONValue
    do throws(JSONFault) { value = try JSONValue(bytes) } catch { throw .json(error) }
    try Self.check(value, keys: keys)
    return value
  }

  private static func check(_ value: JSONValue, keys: Set<String>) throws(ServiceError) {
    guard let members = value.members else {
      throw ServiceError(400, "bad-json", "应为一个 JSON 对象", "must be a JSON object")
    }
    for member in members where !keys.contains(member.key) {
      throw .badField(member.key, "没有这个字段", "no such field")
    }
  }

  private static func text(_ key: String, in value: JSONValue) throws(ServiceError) -> String {
    guard let text = value[key]?.text, text.utf8.count <= 4_096 else {
      throw .badField(
        key, "应为字符串，至多 4096 字节", "must be a string of at most 4096 bytes")
    }
    return text
  }

  private func writing(
    _ body: @escaping @Sendable () throws(ReviewFolder.Failure) -> Void
  ) async throws(ServiceError) {
    let outcome = try await state.workshop.run(seconds: state.configuration.scanSeconds) {
      Result { () throws(ReviewFolder.Failure) in try body() }
    }
    try Self.translating { () throws(ReviewFolder.Failure) in try outcome.get() }
  }

  private static func translating<T>(
    _ body: () throws(ReviewFolder.Failure) -> T
  ) throws(ServiceError) -> T {
    do throws(ReviewFolder.Failure) { return try body() } catch {
      let words = error.words
      switch error {
      case .refused(.noSuchCase):
        throw ServiceError(404, "no-such-case", words.chinese, words.english)
      case .refused:
        throw ServiceError(409, "review-refused", words.chinese, words.english)
      case .faulty:
        throw ServiceError(409, "record-altered", words.chinese, words.english)
      case .file:
        throw ServiceError(
          409, "record-unwritable", "审核记录无法读写", "the review record cannot be read or written")
      }
    }
  }

  private func text(_ number: Int) throws(ServiceError) -> String {
    let folder = try folder()
    let (one, head) = try Self.translating { () throws(ReviewFolder.Failure) in
      try folder.reviewCase(number)
    }
    var writer = JSONWriter()
    writer.object { writer in
      Self.head(one, &writer)
      writer.field("sha256", one.opening.digest)
      writer.field("lexicons", one.opening.lexicons)
      writer.field("unsettled", one.unsettled)
      writer.key("findings")
      writer.array { writer in
        for (place, finding) in one.opening.findings.enumerated() {
          writer.object { writer in
            finding.write(into: &writer)
            guard let settlement = one.settled[place] else { return }
            writer.field("disposition", settlement.disposition.rawValue)
            writer.field("reason", settlement.reason)
            writer.field("reviewer", settlement.reviewer)
          }
        }
      }
      writer.key("signatures")
      writer.array { writer in
        for (signature, time) in one.signatures {
          writer.object { writer in
            writer.field("stage", signature.stage.rawValue)
            writer.field("reviewer", signature.reviewer)
            writer.field("decision", signature.decision.rawValue)
            writer.field("opinion", signature.opinion)
            writer.field("time", time)
          }
        }
      }
      writer.field("head", head)
    }
    return writer.text
  }

  private static func head(_ one: ReviewCase, _ writer: inout JSONWriter) {
    writer.field("case", one.number)
    writer.field("document", one.opening.document)
    writer.field("time", one.time)
    writer.field("verdict", one.opening.verdict)
    writer.field("due", one.due?.rawValue ?? "done")
  }
}

extension ScanRequest {
  /// What was handed in, as it came.
  var bytes: [UInt8] {
    switch content {
    case .bytes(let bytes): bytes
    case .text(let text, _): Array(text.utf8)
    case nil: []
    }
  }
}
