import Synchronization
import Zhubi

#if canImport(Glibc)
  import Glibc
#endif

/// A folder of review records: `records.jsonl`, only ever appended to, and `head.json`, which knows
/// how many there are. Shared by threads and by processes.
public final class ReviewFolder: Sendable {
  /// Why a folder cannot be used.
  public enum Failure: Error, Sendable, Equatable {
    case file(path: String, reason: String)
    case faulty(ReviewChain.Fault)
    case refused(ReviewCase.Refusal)
  }

  private struct State {
    var chain = ReviewChain()
    var cases: [ReviewCase] = []
    var size = 0
  }

  private let path: String
  private let now: @Sendable () -> String
  private let state = Mutex(State())

  private var records: String { path + "/records.jsonl" }
  private var head: String { path + "/head.json" }

  /// Opens a folder, made when there is none, and verifies what it holds.
  ///
  /// - Parameter now: the time, in UTC; for tests.
  public init(
    _ path: String, now: @escaping @Sendable () -> String = ReviewFolder.utc
  ) throws(Failure) {
    self.path = path
    self.now = now
    do throws(FileError) { try FileSystem.makeFolder(path) } catch {
      throw .file(path: error.path, reason: error.reason)
    }
    let opened = try Self.read(path)
    state.withLock { $0 = opened }
  }

  /// Verifies a folder without changing anything.
  ///
  /// - Parameter noted: the hash of a line that was noted elsewhere, on a printed form.
  /// - Returns: the chain, every line of which is as it was written.
  public static func verify(_ path: String, noted: String? = nil) throws(Failure) -> ReviewChain {
    guard FileSystem.kind(of: path) == .folder else {
      throw .file(path: path, reason: "不是文件夹 not a folder")
    }
    let chain = try read(path).chain
    if let noted, noted != ReviewChain.origin, !chain.hashes.contains(noted) {
      throw .faulty(ReviewChain.Fault(.foreign, line: 0))
    }
    return chain
  }

  /// All cases, in order.
  public func cases() throws(Failure) -> [ReviewCase] { try fresh { $0.cases } }

  /// One case with the hash of the last record.
  public func reviewCase(_ number: Int) throws(Failure) -> (ReviewCase, head: String) {
    let found = try fresh { state in
      state.cases.indices.contains(number - 1)
        ? (state.cases[number - 1], head: state.chain.head) : nil
    }
    guard let found else { throw .refused(.noSuchCase) }
    return found
  }

  /// Saves a scan as a case; gives its number.
  public func open(_ opening: ReviewOpening) throws(Failure) -> Int {
    try append { state throws(ReviewCase.Refusal) in (state.cases.count + 1, .opened(opening)) }
  }

  public func settle(_ settlement: ReviewSettlement, in number: Int) throws(Failure) {
    _ = try append { state throws(ReviewCase.Refusal) in
      guard state.cases.indices.contains(number - 1) else { throw .noSuchCase }
      try state.cases[number - 1].check(settlement)
      return (number, .settled(settlement))
    }
  }

  public func sign(_ signature: ReviewSignature, in number: Int) throws(Failure) {
    _ = try append { state throws(ReviewCase.Refusal) in
      guard state.cases.indices.contains(number - 1) else { throw .noSuchCase }
      try state.cases[number - 1].check(signature)
      return (number, .signed(signature))
    }
  }

  // MARK: The files

  private func fresh<T: Sendable>(_ body: (State) -> T) throws(Failure) -> T {
    try state.withLock { state throws(Failure) -> T in
      try refresh(&state)
      return body(state)
    }
  }

  /// Takes in what another process has written.
  private func refresh(_ state: inout State) throws(Failure) {
    if (FileSystem.size(of: records) ?? 0) != state.size { state = try Self.read(path) }
  }

  private func append(
    _ make: (State) throws(ReviewCase.Refusal) -> (Int, ReviewEvent)
  ) throws(Failure) -> Int {
    try state.withLock { state throws(Failure) -> Int in
      let lock = Glibc.open(path + "/lock", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
      guard lock >= 0 else { throw Self.failure(path + "/lock") }
      defer { close(lock) }
      while flock(lock, LOCK_EX) != 0 {
        guard errno == EINTR else { throw Self.failure(path + "/lock") }
      }
      try refresh(&state)
      let number: Int
      let event: ReviewEvent
      do throws(ReviewCase.Refusal) { (number, event) = try make(state) } catch {
        throw .refused(error)
      }
      let record = ReviewRecord(
        number: state.chain.records.count, time: now(), caseNumber: number, event: event)
      var next = state.chain
      let line = next.append(record)
      try write(line)
      do throws(FileError) { try FileSystem.replace(head, with: next.headFile) } catch {
        throw .file(path: error.path, reason: error.reason)
      }
      state.chain = next
      state.size += line.count
      Self.take(record, into: &state.cases)
      return number
    }
  }

  /// Appends one line and waits until the disk has it. A line that cannot be written whole is taken
  /// back.
  private func write(_ line: [UInt8]) throws(Failure) {
    let file = Glibc.open(records, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Self.failure(records) }
    defer { close(file) }
    let before = lseek(file, 0, SEEK_END)
    let count = line.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    guard count == line.count, fsync(file) == 0 else {
      let failure = Self.failure(records)
      _ = ftruncate(file, before)
      throw failure
    }
  }

  private static func read(_ path: String) throws(Failure) -> State {
    var state = State()
    let (records, head) = (path + "/records.jsonl", path + "/head.json")
    let hasRecords = FileSystem.kind(of: records) != nil
    let hasHead = FileSystem.kind(of: head) != nil
    if !hasRecords, !hasHead { return state }
    if !hasRecords { throw .faulty(ReviewChain.Fault(.cutOff, line: 1)) }
    let (bytes, headBytes): ([UInt8], [UInt8])
    do throws(FileError) {
      bytes = try FileSystem.read(records)
      headBytes = hasHead ? try FileSystem.read(head) : ReviewChain().headFile
    } catch {
      throw .file(path: error.path, reason: error.reason)
    }
    do throws(ReviewChain.Fault) {
      state.chain = try ReviewChain(bytes)
      try state.chain.check(headFile: headBytes)
    } catch {
      throw .faulty(error)
    }
    for record in state.chain.records { take(record, into: &state.cases) }
    state.size = bytes.count
    return state
  }

  private static func take(_ record: ReviewRecord, into cases: inout [ReviewCase]) {
    if case .opened(let opening) = record.event {
      cases.append(ReviewCase(number: cases.count + 1, opening: opening, time: record.time))
    } else if cases.indices.contains(record.caseNumber - 1) {
      cases[record.caseNumber - 1].take(record.event, time: record.time)
    }
  }

  private static func failure(_ path: String) -> Failure {
    .file(path: path, reason: FileError(path: path, code: errno).reason)
  }

  /// The time it is, as `2026-11-21T18:40:00Z`.
  public static func utc() -> String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var buffer = [CChar](repeating: 0, count: 32)
    let count = strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
