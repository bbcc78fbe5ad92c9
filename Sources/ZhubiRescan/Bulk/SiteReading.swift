#if Rescan
  import Zhubi
  import ZhubiAttachments
  import ZhubiText

  /// How the files of a mirror and the payloads of a web archive become documents: text and markup
  /// here, attachments in a process of their own.
  struct SiteReading: Sendable {
    /// What a file is said to be, besides what it holds.
    struct Label: Sendable {
      /// A name with an ending, or a path.
      var name: String
      /// The media type, lower-case; empty when nobody says.
      var type = ""
      var charset: String?
    }

    let attachments: AttachmentReader
    /// Changes when attachments may be read otherwise than before.
    let state: String

    init(_ attachments: AttachmentReader) {
      self.attachments = attachments
      state = attachments.state
    }

    /// How it is to be read. O(head), at most 64 KiB.
    func form(_ bytes: [UInt8], _ label: Label) -> AttachmentForm.Reading {
      AttachmentForm.reading(fileName: label.name, head: Array(bytes.prefix(1 << 16)))
    }

    /// Names the content; for attachments also what can read them.
    func hash(_ bytes: [UInt8], _ label: Label, _ form: AttachmentForm.Reading) -> String {
      var key = ContentKey()
      bytes.withUnsafeBytes { key.take($0) }
      if form != .text { key.take(state) }
      if !label.type.isEmpty || label.charset != nil {
        key.take("\(label.type) \(label.charset ?? "")")
      }
      return key.text
    }

    func document(
      _ bytes: [UInt8], id: String, _ label: Label, _ form: AttachmentForm.Reading
    ) -> Document {
      switch form {
      case .text:
        return DocumentReader().read(
          bytes, id: id, format: format(bytes, label), declaredCharset: label.charset)
      case .attachment(let format): return attachments.read(bytes, id: id, format: format)
      case .unknown:
        var document = Document(id: id, source: [], parts: [])
        document.problems = [
          ReadingProblem(
            .unsupported, chinese: "不认识的格式，未读", english: "a format that is not known, not read")
        ]
        return document
      }
    }

    private func format(_ bytes: [UInt8], _ label: Label) -> DocumentFormat {
      switch label.type {
      case "text/html", "application/xhtml+xml": .html
      case "text/csv": .csv
      case "text/tab-separated-values": .tsv
      case "application/json": .json
      case "text/markdown": .markdown
      default: DocumentFormat(fileName: label.name) ?? DocumentFormat(sniffing: bytes)
      }
    }
  }
#endif
