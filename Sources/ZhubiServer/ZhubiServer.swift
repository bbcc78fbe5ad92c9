import Logging
import ServiceLifecycle
import UnixSignals
import ZhubiService

#if canImport(Glibc)
  import Glibc
#endif

/// `zhubi-server`: the HTTP service and the web page.
@main
struct ZhubiServer {
  static func main() async {
    do {
      let words = Array(CommandLine.arguments.dropFirst())
      guard let configuration = try ServerOptions.read(words) else {
        print(ServerOptions.manual, terminator: "")
        return
      }
      var logger = Logger(label: "zhubi") { StreamLogHandler.standardError(label: $0) }
      logger.logLevel = .info
      let service = try ZhubiService(configuration, logger: logger) { port in
        print("朱笔 Zhubi  http://\(Self.name(configuration.host)):\(port)/")
        fflush(nil)
      }
      let group = ServiceGroup(
        configuration: .init(
          services: [.init(service: service)], gracefulShutdownSignals: [.sigterm, .sigint],
          logger: logger))
      try await group.run()
    } catch let error as ServiceStartError {
      complain(error.description)
    } catch {
      complain("\(error)")
    }
  }

  /// A name of the host that stands in an address.
  private static func name(_ host: String) -> String {
    switch host {
    case "0.0.0.0", "::": "localhost"
    case let host where host.contains(":"): "[\(host)]"
    default: host
    }
  }

  /// Wrong usage or configuration: status 2, as the tool has it.
  private static func complain(_ text: String) -> Never {
    var line = text + "\n"
    line.withUTF8 { _ = write(2, $0.baseAddress, $0.count) }
    exit(2)
  }
}
