#if Service
  import Foundation
  import Logging
  import ServiceLifecycle
  import Synchronization
  import Testing
  @testable import ZhubiService

  /// Starts services inside the test process.
  enum RunningService {
    /// The built-in lexicon, opened once for all tests.
    private static let shelf = Result { try LexiconShelf(folders: [], usesCache: true) }

    /// Runs a service on a free port as long as the body takes.
    static func with(
      _ change: (inout ServiceConfiguration) -> Void = { _ in }, log: TestLog = TestLog(),
      _ body: (TestCaller, ServiceGroup) async throws -> Void
    ) async throws {
      var configuration = ServiceConfiguration()
      configuration.port = 0
      configuration.attachmentHelper =
        URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "zhubi-read-attachment").path
      change(&configuration)
      let (ports, ready) = AsyncStream.makeStream(of: Int.self)
      let logger = Logger(label: "test") { _ in log }
      let shelf = configuration.lexicons.isEmpty ? try Self.shelf.get() : nil
      let service = ZhubiService(
        try ServiceState(configuration, shelf: shelf), logger: logger
      ) { ready.yield($0) }
      let group = ServiceGroup(
        configuration: .init(services: [.init(service: service)], logger: logger))
      try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask {
          // A service that does not start has no port to wait for.
          defer { ready.finish() }
          try await group.run()
        }
        var iterator = ports.makeAsyncIterator()
        let port = try #require(await iterator.next())
        do {
          try await body(TestCaller(port: port), group)
        } catch {
          await group.triggerGracefulShutdown()
          throw error
        }
        await group.triggerGracefulShutdown()
        try await tasks.waitForAll()
      }
    }
  }

  /// Keeps every word that is logged.
  struct TestLog: LogHandler {
    private final class Store: Sendable { let lines = Mutex<[String]>([]) }
    private let store = Store()
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    /// Everything logged, levels and metadata included.
    var text: String { store.lines.withLock { $0.joined(separator: "\n") } }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let all = metadata.merging(event.metadata ?? [:]) { _, last in last }
      store.lines.withLock { $0.append("\(event.level) \(event.message) \(all)") }
    }
  }
#endif
