import ZhubiReview

/// What all requests share.
final class ServiceState: Sendable {
  let configuration: ServiceConfiguration
  let shelf: LexiconShelf
  let keeper: DoorKeeper
  let gate: Gate
  let workshop: Workshop
  let metrics = ServiceMetrics()
  let deadlines = Deadlines()
  /// Review records, where they are kept.
  let reviews: ReviewFolder?

  /// - Parameter shelf: a lexicon opened before; nil opens that of the configuration.
  init(
    _ configuration: ServiceConfiguration, shelf: LexiconShelf? = nil
  ) throws(ServiceStartError) {
    self.configuration = configuration
    var tokens: TokenFile?
    if let path = configuration.tokenFile {
      do { tokens = try TokenFile(path) } catch {
        throw .tokens(path: path, reason: Self.text(of: error))
      }
    } else if !DoorKeeper.isLoopback(host: configuration.host) {
      throw .tokensNeeded(host: configuration.host)
    }
    keeper = DoorKeeper(tokens: tokens)
    do throws(LexiconShelf.Fault) {
      self.shelf =
        if let shelf { shelf } else {
          try LexiconShelf(folders: configuration.lexicons, usesCache: configuration.usesCache)
        }
    } catch {
      switch error {
      case .faulty(let reason): throw .lexicon(reason)
      }
    }
    do throws(ReviewFolder.Failure) {
      reviews = try configuration.reviewFolder.map { path throws(ReviewFolder.Failure) in
        try ReviewFolder(path)
      }
    } catch {
      throw .review(error.words.chinese + "\n" + error.words.english)
    }
    gate = Gate(
      Gate.Limits(requests: configuration.requestLimit, bytes: configuration.memoryLimit))
    workshop = Workshop(places: configuration.longScans)
  }

  /// What takes in a body within the limits of the configuration.
  func body(limit: Int? = nil) -> BodyReader {
    BodyReader(
      limit: limit ?? configuration.bodyLimit, seconds: configuration.bodySeconds,
      deadlines: deadlines)
  }

  private static func text(of fault: TokenFile.Fault) -> String {
    switch fault {
    case .unreadable(let reason): reason
    case .short(let line):
      "第 \(line) 行的令牌少于 \(TokenFile.leastLength) 个字符 "
        + "the token in line \(line) has fewer than \(TokenFile.leastLength) characters"
    case .empty: "没有令牌 no token"
    }
  }
}
