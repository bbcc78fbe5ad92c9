import ZhubiPolicy

/// The pieces SARIF is made of.
extension JSONWriter {
  mutating func message(_ text: String) {
    key("message")
    object { $0.field("text", text) }
  }

  mutating func artifact(_ document: String) {
    key("artifactLocation")
    object { $0.field("uri", ArtifactAddress.uri(of: document)) }
  }

  /// The fields of a region: lines and columns from 1, offsets from 0, all in Unicode scalars.
  mutating func region(
    _ start: ReportedFinding.Place, _ end: ReportedFinding.Place, _ scalars: Range<Int>
  ) {
    field("startLine", start.line)
    field("startColumn", start.column)
    field("endLine", end.line)
    field("endColumn", end.column)
    field("charOffset", scalars.lowerBound)
    field("charLength", scalars.count)
  }

  /// Why a result counts no more.
  mutating func suppression(_ set: SuppressedFinding, _ language: Language) {
    let isInSource =
      switch set.origin {
      case .inline, .directive: true
      case .path, .baseline: false
      }
    let origin = SuppressedListing(language: language).origin(set.origin)
    key("suppressions")
    array {
      $0.object { writer in
        writer.field("kind", isInSource ? "inSource" : "external")
        writer.field("status", "accepted")
        writer.field(
          "justification",
          set.reason.isEmpty ? origin : origin + language.pick("：", ": ") + set.reason)
      }
    }
  }

  mutating func notification(_ text: String, rule: String?, document: String?) {
    object { writer in
      if let rule {
        writer.key("descriptor")
        writer.object { $0.field("id", rule) }
      }
      writer.field("level", "error")
      writer.message(text)
      guard let document else { return }
      writer.key("locations")
      writer.array {
        $0.object {
          $0.key("physicalLocation")
          $0.object { $0.artifact(document) }
        }
      }
    }
  }
}
