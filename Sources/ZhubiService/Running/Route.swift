import HTTPTypes

/// The addresses of the service.
enum Route: Sendable, Equatable {
  case scan, batch, rules, lexicons, reload, health, metrics
  case rule(String)
  case cases
  case reviewCase(Int), settlements(Int), signatures(Int), form(Int)
  case asset(PageAsset)

  init?(_ path: String) {
    switch path {
    case "/v1/scan": self = .scan
    case "/v1/scan/batch": self = .batch
    case "/v1/rules": self = .rules
    case "/v1/lexicons": self = .lexicons
    case "/v1/lexicons/reload": self = .reload
    case "/health": self = .health
    case "/metrics": self = .metrics
    case "/v1/cases": self = .cases
    default:
      if let route = Self.ofCase(path) {
        self = route
        return
      }
      if let asset = PageAsset(path: path) {
        self = .asset(asset)
        return
      }
      let rules = "/v1/rules/"
      guard path.hasPrefix(rules),
        let id = QueryText.decode(
          path.utf8.dropFirst(rules.utf8.count), plusIsSpace: false), !id.isEmpty
      else { return nil }
      self = .rule(id)
    }
  }

  /// `/v1/cases/7` and what stands below it.
  private static func ofCase(_ path: String) -> Route? {
    let words = path.split(separator: "/", omittingEmptySubsequences: false)
    guard path.hasPrefix("/v1/cases/"), words.count <= 5, words[3].utf8.count <= 9,
      words[3].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(words[3])
    else { return nil }
    if words.count == 4 { return .reviewCase(number) }
    switch words[4] {
    case "settlements": return .settlements(number)
    case "signatures": return .signatures(number)
    case "form": return .form(number)
    default: return nil
    }
  }

  /// The name in metrics and logs; never what stands in a variable place.
  var name: String {
    switch self {
    case .scan: "/v1/scan"
    case .batch: "/v1/scan/batch"
    case .rules: "/v1/rules"
    case .rule: "/v1/rules/{id}"
    case .lexicons: "/v1/lexicons"
    case .reload: "/v1/lexicons/reload"
    case .health: "/health"
    case .metrics: "/metrics"
    case .cases: "/v1/cases"
    case .reviewCase: "/v1/cases/{case}"
    case .settlements: "/v1/cases/{case}/settlements"
    case .signatures: "/v1/cases/{case}/signatures"
    case .form: "/v1/cases/{case}/form"
    case .asset(let asset): asset.path
    }
  }

  var methods: [HTTPRequest.Method] {
    switch self {
    case .scan, .batch, .reload, .settlements, .signatures: [.post]
    case .cases: [.get, .post]
    default: [.get]
    }
  }

  /// What may be seen without a token: the page itself, the description, and that the service lives.
  var isPublic: Bool {
    switch self {
    case .health, .asset: true
    default: false
    }
  }
}
