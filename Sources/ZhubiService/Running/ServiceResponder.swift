import Hummingbird
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import Zhubi
import ZhubiReport

/// What a request comes with besides itself.
struct ServiceContext: InitializableFromSource, Sendable {
  let channel: any Channel

  init(source: ApplicationRequestContextSource) { channel = source.channel }
}

/// Leads every request to its endpoint, and every refusal to a typed answer.
///
/// Logs hold the route, the status and the time; never an address, a query, a header or a body.
struct ServiceResponder: HTTPResponder {
  let state: ServiceState
  let logger: Logger

  func respond(to request: Request, context: ServiceContext) async throws -> Response {
    let started = Clock.now
    let route = Route(request.uri.path)
    var response: Response
    do throws(ServiceError) {
      try state.keeper.check(request.head, isPublic: route?.isPublic ?? true)
      response = try await answer(request, route, context.channel)
    } catch {
      response = Answer.error(error)
      if error.status == 413 || error.status == 408 {
        Self.hangUp(context.channel, after: &response, error.json)
      }
    }
    response.headers[.xContentTypeOptions] = "nosniff"
    if let key = request.headers[Self.idempotencyKey], key.utf8.count <= 255 {
      response.headers[Self.idempotencyKey] = key
    }
    if request.method == .head { response = response.createHeadResponse() }
    let seconds = Clock.now - started
    let name = route?.name ?? "other"
    state.metrics.add(route: name, status: response.status.code, seconds: seconds)
    if state.configuration.logsEveryRequest || response.status.code >= 400 {
      logger.info(
        "request",
        metadata: [
          "route": "\(name)", "status": "\(response.status.code)",
          "ms": "\(Int(seconds * 1_000))",
        ])
    }
    return response
  }

  private static let idempotencyKey = HTTPField.Name("Idempotency-Key")!

  /// What still comes of a body nobody wants is read for a moment, so that the answer arrives, then
  /// the line is cut.
  private static func hangUp(
    _ channel: any Channel, after response: inout Response, _ text: String
  ) {
    let bytes = ByteBuffer(string: text)
    response.body = ResponseBody(contentLength: bytes.readableBytes) { writer in
      try await writer.write(bytes)
      try await writer.finish(nil)
      channel.eventLoop.scheduleTask(in: .seconds(2)) { channel.close(promise: nil) }
    }
  }

  private func answer(
    _ request: Request, _ route: Route?, _ channel: any Channel
  ) async throws(ServiceError) -> Response {
    guard let route else { throw .notFound }
    let method: HTTPRequest.Method = request.method == .head ? .get : request.method
    guard route.methods.contains(method) else {
      let allowed = route.methods.map(\.rawValue).joined(separator: ", ")
      throw ServiceError(
        405, "method", "此地址只支持 \(allowed)", "this address only knows \(allowed)", allow: allowed)
    }
    switch route {
    case .cases, .reviewCase, .settlements, .signatures, .form:
      let call = try call(request, channel)
      return try await answerCase(route, call)
    case .scan:
      let call = try call(request, channel)
      return try await ScanEndpoint(state: state).answer(call)
    case .batch:
      let call = try call(request, channel)
      return BatchEndpoint(state: state).answer(request, call.admission)
    case .rules: return RuleEndpoints(state: state).list(try language(request))
    case .rule(let id):
      let language = try language(request)
      return try RuleEndpoints(state: state).one(id, language)
    case .lexicons: return LexiconEndpoints(state: state).list()
    case .reload:
      let call = try call(request, channel)
      defer { _ = call }
      return try await LexiconEndpoints(state: state).reload()
    case .health: return health()
    case .metrics:
      return Answer.response(
        state.metrics.text(load: state.gate.current, version: ZhubiVersion.current),
        type: "text/plain; version=0.0.4; charset=utf-8")
    case .asset(let asset): return PageEndpoint().answer(asset)
    }
  }

  private func answerCase(_ route: Route, _ call: Call) async throws(ServiceError) -> Response {
    let cases = CaseEndpoints(state: state)
    switch route {
    case .cases where call.request.method == .post: return try await cases.open(call)
    case .reviewCase(let number): return try cases.one(number)
    case .settlements(let number): return try await cases.settle(number, call)
    case .signatures(let number): return try await cases.sign(number, call)
    case .form(let number): return try cases.form(number, call.request.uri.query)
    default: return try cases.list()
    }
  }

  private func call(_ request: Request, _ channel: any Channel) throws(ServiceError) -> Call {
    Call(request: request, admission: try Admission(state.gate), channel: channel)
  }

  private func health() -> Response {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("status", "ok")
      writer.field("version", ZhubiVersion.current)
      writer.field("lexicons", state.shelf.current.key)
      writer.field("running", state.gate.current.requests)
      writer.field("reviews", state.reviews != nil)
    }
    return Answer.json(writer.text)
  }

  /// The language asked for in the query, else that of the service.
  private func language(_ request: Request) throws(ServiceError) -> Language {
    var language = state.configuration.defaults.language
    for pair in try QueryText.pairs(request.uri.query) {
      guard pair.name == "language", let known = Language(rawValue: pair.value) else {
        throw .badField(pair.name, "只有 language=zh|en", "there is only language=zh|en")
      }
      language = known
    }
    return language
  }
}
