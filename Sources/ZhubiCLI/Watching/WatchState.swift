import Zhubi
import ZhubiPolicy
import ZhubiReport

/// What everything that is watched comes to at present, and how that changes.
struct WatchState {
  /// One document that was read.
  struct Entry {
    var stamp: FileStamp?
    var reports: [DocumentReport]
  }

  /// A finding with the document it is in.
  struct Place {
    var document: String
    var finding: ReportedFinding
  }

  /// What one round changed.
  struct Change {
    var appeared: [Place] = []
    var gone: [Place] = []
  }

  /// Inputs in the order of the command line.
  private(set) var names: [String] = []
  private var entries: [String: Entry] = [:]

  /// Every report, in order.
  var reports: [DocumentReport] { names.flatMap { entries[$0]?.reports ?? [] } }

  /// Whether an input is what it was when it was read.
  func isCurrent(_ name: String, _ stamp: FileStamp?) -> Bool {
    stamp != nil && entries[name]?.stamp == stamp
  }

  /// Makes every input due to be read again.
  mutating func forgetStamps() {
    for name in entries.keys { entries[name]?.stamp = nil }
  }

  /// Takes in what was read; inputs that are no longer there are forgotten.
  mutating func take(_ read: [String: Entry], names: [String]) -> Change {
    var change = Change()
    for name in self.names where !names.contains(name) || read[name] != nil {
      let old = entries[name]?.reports ?? []
      Self.compare(old, names.contains(name) ? read[name]?.reports ?? [] : [], &change)
    }
    let known = Set(self.names)
    for name in names where !known.contains(name) {
      Self.compare([], read[name]?.reports ?? [], &change)
    }
    let wanted = Set(names)
    self.names = names
    entries.merge(read) { _, new in new }
    entries = entries.filter { wanted.contains($0.key) }
    return change
  }

  /// Findings go by their fingerprints, so that what only moved is neither new nor gone.
  private static func compare(
    _ old: [DocumentReport], _ new: [DocumentReport], _ change: inout Change
  ) {
    func places(_ reports: [DocumentReport]) -> [Place] {
      reports.flatMap { report in
        report.findings.map { Place(document: report.document, finding: $0) }
      }
    }
    func key(_ place: Place) -> String {
      "\(place.document)\n\(place.finding.rule)\n\(place.finding.fingerprint)"
    }
    var counts: [String: Int] = [:]
    for place in places(old) { counts[key(place), default: 0] += 1 }
    for place in places(new) {
      if let count = counts[key(place)], count > 0 {
        counts[key(place)] = count - 1
      } else {
        change.appeared.append(place)
      }
    }
    for place in places(old).reversed() where (counts[key(place)] ?? 0) > 0 {
      counts[key(place)]! -= 1
      change.gone.append(place)
    }
    change.gone.sort {
      ($0.document, $0.finding.utf8.lowerBound) < ($1.document, $1.finding.utf8.lowerBound)
    }
  }
}
