public import Logging
public import ServiceLifecycle
import Hummingbird
import HummingbirdCore
import NIOCore

/// The HTTP service: answers until it is told to stop, then finishes what it began.
public struct ZhubiService: Service {
  private let state: ServiceState
  private let logger: Logger
  private let onReady: @Sendable (_ port: Int) async -> Void

  /// - Parameter onReady: told the port once requests are answered.
  /// - Throws: when the lexicon has faults, the tokens cannot be read, or the address needs tokens
  ///   and there are none.
  public init(
    _ configuration: ServiceConfiguration, logger: Logger,
    onReady: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
  ) throws(ServiceStartError) {
    self.init(try ServiceState(configuration), logger: logger, onReady: onReady)
  }

  init(
    _ state: ServiceState, logger: Logger, onReady: @escaping @Sendable (_ port: Int) async -> Void
  ) {
    self.state = state
    self.logger = logger
    self.onReady = onReady
  }

  /// Runs until the task is cancelled or its service group shuts down.
  public func run() async throws {
    let configuration = state.configuration
    // Hummingbird's own words are only wanted when something is wrong.
    var quiet = logger
    quiet.logLevel = max(logger.logLevel, .warning)
    let application = Application(
      responder: ServiceResponder(state: state, logger: logger),
      server: .http1(
        configuration: .init(idleTimeout: .seconds(Int64(configuration.bodySeconds) + 30))),
      configuration: ApplicationConfiguration(
        address: .hostname(configuration.host, port: configuration.port), serverName: nil,
        backlog: 1_024),
      onServerRunning: { [onReady, logger] channel in
        let port = channel.localAddress?.port ?? configuration.port
        logger.info("started", metadata: ["port": "\(port)"])
        await onReady(port)
      },
      logger: quiet)
    let deadlines = state.deadlines
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await deadlines.watch() }
      try await application.run()
      group.cancelAll()
    }
    logger.info("stopped")
  }
}
