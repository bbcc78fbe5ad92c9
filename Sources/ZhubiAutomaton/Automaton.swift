import AutomatonKernels

/// Finds every occurrence of every term of an image in UTF-8 text, in one pass and linear time.
///
/// Threads may share one automaton: a scan changes nothing but its own scratch memory, which is kept
/// for the next scan. The text needs no padding and may have any length; positions are byte positions
/// in the buffer handed over. What matches what is defined by `UnitMap`.
public struct Automaton: Sendable {
  let core: AutomatonCore

  /// - Parameters:
  ///   - image: the compiled terms.
  ///   - kernel: which code scans. One the machine cannot run is replaced by the best it can.
  public init(_ image: AutomatonImage, kernel: Kernel = .best) {
    core = AutomatonCore(image, kernel.supported)
  }

  /// The image this automaton reads.
  public var image: AutomatonImage { core.image }
  /// The kernel in use, never `best`.
  public var kernel: Kernel { core.kernel }

  /// All matches, ascending by start, end and term, each once.
  ///
  /// - Parameters:
  ///   - utf8: the text; bytes that are not well-formed belong to no match.
  ///   - semantics: which of the matches that overlap are reported.
  /// - Complexity: O(bytes + matches · log matches of one window).
  public func matches(
    in utf8: UnsafeBufferPointer<UInt8>, semantics: MatchSemantics = .overlapping
  ) -> [Match] {
    var found: [Match] = []
    forEachMatch(in: utf8) { found.append($0) }
    found.sort()
    // A character that becomes several units may hold the same match twice.
    var kept = 0
    for k in found.indices where k == 0 || found[k] != found[kept - 1] {
      found[kept] = found[k]
      kept += 1
    }
    found.removeSubrange(kept...)
    return semantics == .overlapping ? found : found.leftmostLongest()
  }

  /// Calls the closure for every match, overlapping ones included.
  ///
  /// The order is by windows of some kilobytes, not by position inside one. A match that lies in one
  /// character becoming several units may be told more than once. The closure may scan other texts
  /// with this automaton.
  ///
  /// - Complexity: O(bytes + matches).
  public func forEachMatch(in utf8: UnsafeBufferPointer<UInt8>, _ body: (Match) -> Void) {
    guard !utf8.isEmpty, let scratch = zk_pool_take(core.pool) else { return }
    var scan = Scan(core, scratch, utf8)
    scan.run(body)
    zk_pool_give(core.pool, scratch)
  }
}

/// What all scans of an automaton share.
final class AutomatonCore: @unchecked Sendable {
  let image: AutomatonImage
  let kernel: Kernel
  let tables: UnsafeMutablePointer<zk_tables>
  let map: CharacterMap
  let pool: OpaquePointer?
  private let once: OpaquePointer?

  init(_ image: AutomatonImage, _ kernel: Kernel) {
    self.image = image
    self.kernel = kernel
    let header = image.header
    func part<T>(_ part: ImagePart, as type: T.Type) -> UnsafePointer<T> {
      image.storage.bytes.baseAddress!.advanced(by: header.range(part).offset)
        .assumingMemoryBound(to: type)
    }
    tables = .allocate(capacity: 1)
    tables.initialize(
      to: zk_tables(
        fold: part(.fold, as: UInt16.self), far_index: part(.farIndex, as: UInt16.self),
        far_pages: part(.farPages, as: UInt16.self), filter: part(.filter, as: UInt32.self),
        pairs: part(.pairs, as: zk_line.self), triples: part(.triples, as: zk_line.self),
        filter_bits: header.filterBits, pair_lines: header.pairLines,
        triple_lines: header.tripleLines, single_low: header.singleLow, code_end: header.codeEnd,
        has_far: header.hasFar ? 1 : 0, first_low: header.firstLow, first_span: header.firstSpan,
        second_low: header.secondLow, second_span: header.secondSpan,
        role_index: part(.roleIndex, as: UInt16.self), role_pages: part(.rolePages, as: UInt8.self),
        events: part(.events, as: UInt32.self)))
    map = CharacterMap(
      roleIndex: part(.roleIndex, as: UInt16.self), rolePages: part(.rolePages, as: UInt8.self),
      events: part(.events, as: UInt32.self), expansions: part(.expansions, as: UInt32.self),
      expansionCount: header.range(.expansions).count / 8,
      expansionPool: part(.expansionPool, as: UInt16.self))
    records = part(.records, as: UInt16.self)
    singles = part(.singles, as: UInt32.self)
    pool = zk_pool_create()
    once = zk_once_create()
  }

  let records: UnsafePointer<UInt16>
  let singles: UnsafePointer<UInt32>

  deinit {
    if let built = zk_once_get(once) {
      Unmanaged<LinearAutomaton>.fromOpaque(built).release()
    }
    zk_once_destroy(once)
    zk_pool_destroy(pool)
    tables.deallocate()
  }

  /// The automaton for text that would make the fast path slow; built when first needed.
  var linear: LinearAutomaton {
    if let built = zk_once_get(once) {
      return Unmanaged<LinearAutomaton>.fromOpaque(built).takeUnretainedValue()
    }
    let mine = Unmanaged.passRetained(LinearAutomaton(records))
    let kept = zk_once_set(once, mine.toOpaque())
    if kept != mine.toOpaque() { mine.release() }
    return Unmanaged<LinearAutomaton>.fromOpaque(kept!).takeUnretainedValue()
  }
}

/// Roles, events and expansions of an image.
struct CharacterMap {
  let roleIndex: UnsafePointer<UInt16>
  let rolePages: UnsafePointer<UInt8>
  let events: UnsafePointer<UInt32>
  let expansions: UnsafePointer<UInt32>
  let expansionCount: Int
  let expansionPool: UnsafePointer<UInt16>

  /// Role byte of a code point; 0 (plain) for an invalid byte.
  @inline(__always)
  func role(_ scalar: UInt32?) -> UInt8 {
    guard let scalar else { return 0 }
    return rolePages[Int(roleIndex[Int(scalar >> 8)]) << 8 | Int(scalar & 255)]
  }

  /// Count and codes of a code point that becomes several units.
  func expansion(_ scalar: UInt32) -> UnsafePointer<UInt16> {
    var low = 0
    var high = expansionCount
    while high - low > 1 {
      let middle = (low + high) / 2
      if expansions[2 * middle] <= scalar { low = middle } else { high = middle }
    }
    return expansionPool + Int(expansions[2 * low + 1])
  }
}
