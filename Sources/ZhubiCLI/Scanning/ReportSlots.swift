import ZhubiPolicy

/// Results of documents scanned at the same time, each written by one thread only.
final class ReportSlots: @unchecked Sendable {
  private let slots: UnsafeMutableBufferPointer<[DocumentReport]?>

  init(count: Int) {
    slots = .allocate(capacity: count)
    slots.initialize(repeating: nil)
  }

  deinit {
    slots.deinitialize()
    slots.deallocate()
  }

  subscript(index: Int) -> [DocumentReport]? {
    get { slots[index] }
    set { slots[index] = newValue }
  }
}
