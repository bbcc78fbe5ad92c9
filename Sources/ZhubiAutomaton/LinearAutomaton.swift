/// An Aho-Corasick automaton over codes in a double array: linear on any text.
///
/// Built from the records of an image when a text first asks for it, and only then. It knows the terms
/// of three or more units; shorter ones cannot make the fast path slow.
final class LinearAutomaton: @unchecked Sendable {
  struct State {
    var base: UInt32
    /// The state this slot belongs to as a child; `none` when the slot is free.
    var parent: UInt32
    var fail: UInt32
    /// Nearest state on the way of failures, itself included, where a term ends; `none` when there is none.
    var out: UInt32
  }

  static let none = UInt32.max
  /// Slots in front of the root are never used, so that a base may lie below the root.
  private static let root: UInt32 = 0x10000

  private let states: UnsafeMutableBufferPointer<State>
  /// Record of the term that ends in a state, 0 when none does.
  private let record: UnsafeMutableBufferPointer<UInt32>

  deinit {
    states.deallocate()
    record.deallocate()
  }

  /// Bytes held.
  var byteCount: Int { states.count * 20 }

  init(_ records: UnsafePointer<UInt16>) {
    let trie = RecordTrie(records)
    var array = DoubleArray(first: Self.root)
    var slots = [UInt32](repeating: Self.root, count: trie.count)
    // Breadth first: nodes are in order of depth.
    for node in trie.order {
      let children = trie.children(Int(node))
      if children.isEmpty { continue }
      let base = array.place(children.map { trie.label[Int($0)] }, parent: slots[Int(node)])
      for child in children { slots[Int(child)] = base &+ UInt32(trie.label[Int(child)]) }
    }
    let count = array.parents.count + 0x10000
    states = .allocate(capacity: count)
    record = .allocate(capacity: count)
    states.initialize(
      repeating: State(base: 0, parent: Self.none, fail: Self.root, out: Self.none))
    record.initialize(repeating: 0)
    for slot in array.parents.indices {
      states[slot].parent = array.parents[slot]
      states[slot].base = array.bases[slot]
    }
    for node in trie.order where trie.record[Int(node)] != 0 {
      record[Int(slots[Int(node)])] = trie.record[Int(node)]
    }
    for node in trie.order.dropFirst() {
      let slot = slots[Int(node)]
      let label = trie.label[Int(node)]
      let parent = slots[Int(trie.parent[Int(node)])]
      var fail = Self.root
      if parent != Self.root {
        var state = states[Int(parent)].fail
        while true {
          let next = states[Int(state)].base &+ UInt32(label)
          if states[Int(next)].parent == state {
            fail = next
            break
          }
          if state == Self.root { break }
          state = states[Int(state)].fail
        }
      }
      states[Int(slot)].fail = fail
      states[Int(slot)].out = record[Int(slot)] != 0 ? slot : states[Int(fail)].out
    }
  }

  /// Reads `code[from..<to]` and tells where terms end: the position of the last unit and the record.
  @inline(__always)
  func run(
    _ code: UnsafePointer<UInt16>, from: Int, to: Int, _ found: (_ last: Int, _ record: Int) -> Void
  ) {
    let states = self.states.baseAddress!
    let record = self.record.baseAddress!
    var state = Self.root
    for i in from..<to {
      let unit = UInt32(code[i])
      if unit == 0 {
        state = Self.root
        continue
      }
      while true {
        let here = states[Int(state)]
        let next = here.base &+ unit
        if states[Int(next)].parent == state {
          state = next
          break
        }
        if state == Self.root { break }
        state = here.fail
      }
      var out = states[Int(state)].out
      while out != Self.none {
        found(i, Int(record[Int(out)]))
        out = states[Int(states[Int(out)].fail)].out
      }
    }
  }
}

/// Finds places for the children of states in an array, so that a child lies at base + label.
struct DoubleArray {
  private(set) var parents: [UInt32] = []
  private(set) var bases: [UInt32] = []
  // Free slots as a ring in both directions; slot `first` (the root) is its head.
  private var next: [UInt32] = []
  private var previous: [UInt32] = []
  private let head: UInt32

  init(first: UInt32) {
    head = first
    grow(Int(first) + 0x10000)
    for slot in 0...Int(first) {
      next[slot] = first
      previous[slot] = first
    }
    next[Int(head)] = head + 1
    previous[Int(head) + 1] = head
    next[next.count - 1] = head
    previous[Int(head)] = UInt32(next.count - 1)
    parents[Int(head)] = head
  }

  private mutating func grow(_ count: Int) {
    let old = parents.count
    parents += repeatElement(LinearAutomaton.none, count: count - old)
    bases += repeatElement(0, count: count - old)
    for slot in old..<count {
      next.append(UInt32(slot + 1))
      previous.append(UInt32(truncatingIfNeeded: slot - 1))
    }
    guard old > 0 else { return }
    let last = previous[Int(head)]
    next[Int(last)] = UInt32(old)
    previous[old] = last
    next[count - 1] = head
    previous[Int(head)] = UInt32(count - 1)
  }

  private mutating func take(_ slot: UInt32) {
    let before = previous[Int(slot)]
    let after = next[Int(slot)]
    next[Int(before)] = after
    previous[Int(after)] = before
  }

  /// - Parameter labels: ascending, not empty.
  mutating func place(_ labels: [UInt16], parent: UInt32) -> UInt32 {
    var slot = next[Int(head)]
    var tries = 0
    var base: UInt32?
    while slot != head, tries < 64 {
      let candidate = slot &- UInt32(labels[0])
      if Int(candidate) + Int(labels.last!) < parents.count,
        labels.allSatisfy({ parents[Int(candidate &+ UInt32($0))] == LinearAutomaton.none })
      {
        base = candidate
        break
      }
      slot = next[Int(slot)]
      tries += 1
    }
    if base == nil, tries == 64 {
      // Slots that were of no use so often are given up, so that the search stays short.
      for _ in 0..<8 { take(next[Int(head)]) }
    }
    let chosen: UInt32
    if let base {
      chosen = base
    } else {
      chosen = UInt32(parents.count) &- UInt32(labels[0])
      grow(parents.count + 0x10000 + Int(labels.last!))
    }
    bases[Int(parent)] = chosen
    for label in labels {
      let child = chosen &+ UInt32(label)
      parents[Int(child)] = parent
      take(child)
    }
    return chosen
  }
}

/// The terms of an image as a tree.
struct RecordTrie {
  private(set) var label: [UInt16] = [0]
  private(set) var parent: [UInt32] = [0]
  private(set) var record: [UInt32] = [0]
  /// Nodes by depth.
  private(set) var order: [UInt32] = []
  private var childStarts: [UInt32] = []
  private var childList: [UInt32] = []

  var count: Int { label.count }

  func children(_ node: Int) -> ArraySlice<UInt32> {
    childList[Int(childStarts[node])..<Int(childStarts[node + 1])]
  }

  init(_ records: UnsafePointer<UInt16>) {
    let end = Int(records[0]) | Int(records[1]) << 16
    var depth: [UInt8] = [0]
    var bits = 10
    while 1 << bits < end * 3 / 2 { bits += 1 }
    let mask = 1 << bits - 1
    var table = [UInt32](repeating: 0, count: 1 << bits)
    var at = 2
    while at < end {
      let length = Int(records[at] & 255)
      var node: UInt32 = 0
      for k in 0..<length {
        let unit = records[at + 3 + k]
        let mixed = (UInt64(node) << 16 | UInt64(unit)) &* 0x9E37_79B9_7F4A_7C15
        var slot = Int(truncatingIfNeeded: mixed >> 32) & mask
        while table[slot] != 0,
          parent[Int(table[slot])] != node || label[Int(table[slot])] != unit
        { slot = (slot + 1) & mask }
        if table[slot] == 0 {
          table[slot] = UInt32(label.count)
          label.append(unit)
          parent.append(node)
          record.append(0)
          depth.append(UInt8(k + 1))
        }
        node = table[slot]
      }
      record[Int(node)] = UInt32(at)
      at += length + 3
    }
    order = Self.sorted(depth.map { UInt32($0) }, 129)
    // Children by parent, those of one parent by label.
    let byLabel = Self.sorted(label.map { UInt32($0) }, 0x10000)
    childStarts = [UInt32](repeating: 0, count: count + 1)
    for node in 1..<max(count, 1) { childStarts[Int(parent[node]) + 1] += 1 }
    for node in 0..<count { childStarts[node + 1] += childStarts[node] }
    var next = childStarts
    childList = [UInt32](repeating: 0, count: count)
    for node in byLabel where node != 0 {
      let mother = Int(parent[Int(node)])
      childList[Int(next[mother])] = node
      next[mother] += 1
    }
  }

  /// Indices in ascending order of small keys, equal ones in order of index.
  private static func sorted(_ keys: [UInt32], _ limit: Int) -> [UInt32] {
    var next = [Int](repeating: 0, count: limit + 1)
    for key in keys { next[Int(key) + 1] += 1 }
    for k in 1..<next.count { next[k] += next[k - 1] }
    var order = [UInt32](repeating: 0, count: keys.count)
    for (k, key) in keys.enumerated() {
      order[next[Int(key)]] = UInt32(k)
      next[Int(key)] += 1
    }
    return order
  }
}
