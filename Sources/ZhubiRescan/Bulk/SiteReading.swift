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

    let texts: DocumentReader
    let attachments: AttachmentReader
    /// Changes when attachments may be read otherwise than before.
    let state: String

    init(_ texts: DocumentReader, _ attachments: AttachmentReader) {
      self.texts = texts
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

    /// The document in a file. Of an attachment that was not read to its end nothing is taken.
    func document(
      _ content: MirrorFile.Content, id: String, _ label: Label, _ form: AttachmentForm.Reading
    ) -> Document {
      guard content.isCut else { return document(content.bytes, id: id, label, form) }
      let limit = content.bytes.count
      guard form == .text else {
        var document = Document(id: id, source: [], parts: [])
        document.problems = [
          ReadingProblem(
            .limitReached,
            chinese: "文件 \(content.stamp.size) 字节，超过上限 \(limit)（limits.document-size），未读",
            english:
              "\(content.stamp.size) bytes, above the limit of \(limit) (limits.document-size), not read"
          )
        ]
        return document
      }
      let readable = Array(content.bytes[..<DocumentReader.readable(content.bytes)])
      var document = document(readable, id: id, label, form)
      document.problems.append(
        ReadingProblem(
          .limitReached, chinese: "文档超过 \(limit) 字节（limits.document-size），其后未扫描",
          english:
            "the document is larger than \(limit) bytes (limits.document-size), nothing behind them was scanned"
        ))
      return document
    }

    func document(
      _ bytes: [UInt8], id: String, _ label: Label, _ form: AttachmentForm.Reading
    ) -> Document {
      switch form {
      case .text:
        return texts.read(
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
