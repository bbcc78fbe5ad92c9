import Hummingbird
import Zhubi
import ZhubiDetection
import ZhubiReport

/// `GET /v1/lexicons` and `POST /v1/lexicons/reload`.
struct LexiconEndpoints: Sendable {
  let state: ServiceState

  func list() -> Response {
    let edition = state.shelf.current
    let lexicon = edition.scanner.lexicon
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("version", edition.key)
      writer.field("entries", lexicon.entryCount)
      writer.key("packs")
      writer.array { writer in
        for pack in lexicon.packs {
          writer.object { writer in
            writer.field("id", pack.id)
            writer.field("title", pack.title)
            writer.field("version", pack.version)
          }
        }
      }
    }
    return Answer.json(writer.text)
  }

  /// Reads the packs again. A pack with a fault leaves the lexicon in use as it is.
  func reload() async throws(ServiceError) -> Response {
    let shelf = state.shelf
    let fault = try await state.workshop.run(seconds: state.configuration.scanSeconds) {
      Self.fault(in: shelf)
    }
    if let fault {
      throw ServiceError(
        409, "lexicon-faulty", "词库有误，仍用原词库：\(fault)",
        "the packs have faults, the lexicon in use stays: \(fault)")
    }
    state.metrics.addReload()
    return list()
  }

  /// What is wrong with the packs; nil when they are in place.
  private static func fault(in shelf: LexiconShelf) -> String? {
    do throws(LexiconShelf.Fault) {
      try shelf.reload()
      return nil
    } catch {
      switch error {
      case .faulty(let reason): return reason
      }
    }
  }
}
