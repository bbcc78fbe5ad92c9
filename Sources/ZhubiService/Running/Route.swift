import HTTPTypes

/// The addresses of the service.
enum Route: Sendable, Equatable {
  case scan, batch, rules, lexicons, reload, health, metrics
  case rule(String)
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
    default:
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
    case .asset(let asset): asset.path
    }
  }

  var methods: [HTTPRequest.Method] {
    switch self {
    case .scan, .batch, .reload: [.post]
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
