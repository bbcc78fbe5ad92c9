import Synchronization
import Zhubi
import ZhubiDetection
import ZhubiReport

/// The lexicon in use and where it comes from.
final class LexiconShelf: Sendable {
  /// A scanner with what tells its lexicon from others.
  struct Edition: Sendable {
    var scanner: TextScanner
    /// Changes whenever the content of the lexicon may have changed.
    var key: String
  }

  enum Fault: Error, Sendable {
    case faulty(String)
  }

  private let folders: [String]
  private let store: LexiconStore
  private let edition: Mutex<Edition>
  private let slot: ScannerSlot

  init(folders: [String], usesCache: Bool) throws(Fault) {
    self.folders = folders
    store = usesCache ? LexiconStore.standard() : LexiconStore(folder: nil)
    let opened = try Self.open(folders, store)
    slot = ScannerSlot(opened.scanner)
    edition = Mutex(opened)
  }

  /// The scanner for the next scan.
  var scanner: TextScanner { slot.current }

  var current: Edition { edition.withLock { $0 } }

  /// Reads the packs again and puts the new lexicon in place; scans that run keep theirs.
  func reload() throws(Fault) {
    let opened = try Self.open(folders, store)
    edition.withLock { held in
      held = opened
      slot.replace(with: opened.scanner)
    }
  }

  private static func open(
    _ folders: [String], _ store: LexiconStore
  ) throws(Fault) -> Edition {
    do {
      let layers = try PackFolder.layers(at: folders)
      let lexicon = try store.lexicon(adding: layers)
      var key = ContentKey()
      key.take(ZhubiVersion.current)
      for layer in [PackSource.builtIn()] + layers {
        for file in layer.flatMap({ [$0.manifest] + $0.tables }) {
          key.take(file.path)
          file.bytes.withUnsafeBytes { key.take($0) }
        }
      }
      return Edition(scanner: TextScanner(lexicon: lexicon), key: String(key.text.prefix(16)))
    } catch let error as PackFolder.Failure {
      throw .faulty(error.description)
    } catch let error as LexiconError {
      throw .faulty(text(of: error))
    } catch {
      throw .faulty("\(error)")
    }
  }

  private static func text(of error: LexiconError) -> String {
    switch error {
    case .faulty(let diagnostics):
      diagnostics.map { "\($0.file):\($0.line): \($0.message.chinese) \($0.message.english)" }
        .joined(separator: "\n")
    case .image(let reason), .engine(let reason): reason
    }
  }
}
