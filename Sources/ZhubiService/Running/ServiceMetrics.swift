import Synchronization
import ZhubiDetection
import ZhubiPolicy

/// Counts what the service does; never what it reads.
final class ServiceMetrics: Sendable {
  private struct Counts {
    var requests: [RequestKey: Int] = [:]
    var verdicts: [Verdict: Int] = [:]
    var findings: [Severity: Int] = [:]
    var bytes = 0
    var reloads = 0
    var buckets = [Int](repeating: 0, count: bounds.count)
    var seconds = 0.0
    var answers = 0
  }

  private struct RequestKey: Hashable {
    var route: String
    var status: Int
  }

  /// Seconds.
  private static let bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5, 10, 60]

  private let counts = Mutex(Counts())

  func add(route: String, status: Int, seconds: Double) {
    counts.withLock { counts in
      counts.requests[RequestKey(route: route, status: status), default: 0] += 1
      counts.answers += 1
      counts.seconds += seconds
      if let place = Self.bounds.firstIndex(where: { seconds <= $0 }) { counts.buckets[place] += 1 }
    }
  }

  func add(_ report: DocumentReport) {
    counts.withLock { counts in
      counts.verdicts[report.verdict, default: 0] += 1
      counts.bytes += report.bytes
      for (severity, number) in report.counts { counts.findings[severity, default: 0] += number }
    }
  }

  func addReload() { counts.withLock { $0.reloads += 1 } }

  /// The text Prometheus reads (exposition format 0.0.4).
  func text(load: Gate.Load, version: String) -> String {
    let counts = counts.withLock { $0 }
    var text = ""
    func family(_ name: String, _ type: String, _ help: String, _ lines: [String]) {
      text += "# HELP zhubi_\(name) \(help)\n# TYPE zhubi_\(name) \(type)\n"
      for line in lines { text += "zhubi_\(line)\n" }
    }
    family("info", "gauge", "Version of the service.", ["info{version=\"\(version)\"} 1"])
    family(
      "http_requests_total", "counter", "Requests answered, by route and status.",
      counts.requests.sorted { ($0.key.route, $0.key.status) < ($1.key.route, $1.key.status) }.map {
        "http_requests_total{route=\"\($0.key.route)\",status=\"\($0.key.status)\"} \($0.value)"
      })
    var sum = 0
    let buckets = zip(Self.bounds, counts.buckets).map { bound, count in
      sum += count
      return "http_request_seconds_bucket{le=\"\(bound)\"} \(sum)"
    }
    family(
      "http_request_seconds", "histogram", "Time from the head of a request to its answer.",
      buckets + [
        "http_request_seconds_bucket{le=\"+Inf\"} \(counts.answers)",
        "http_request_seconds_sum \(counts.seconds)",
        "http_request_seconds_count \(counts.answers)",
      ])
    family(
      "documents_total", "counter", "Documents scanned, by verdict.",
      [Verdict.pass, .review, .block, .incomplete].map {
        "documents_total{verdict=\"\($0.rawValue)\"} \(counts.verdicts[$0] ?? 0)"
      })
    family(
      "findings_total", "counter", "Findings, by severity.",
      Severity.allCases.map {
        "findings_total{severity=\"\($0.rawValue)\"} \(counts.findings[$0] ?? 0)"
      })
    family(
      "document_bytes_total", "counter", "Bytes of text scanned.",
      ["document_bytes_total \(counts.bytes)"])
    family(
      "lexicon_reloads_total", "counter", "Times a new lexicon took its place.",
      ["lexicon_reloads_total \(counts.reloads)"])
    family(
      "requests_running", "gauge", "Requests at work.", ["requests_running \(load.requests)"])
    family("body_bytes_held", "gauge", "Bytes of bodies held.", ["body_bytes_held \(load.bytes)"])
    return text
  }
}
