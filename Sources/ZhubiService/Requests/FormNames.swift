import Zhubi
import ZhubiAttachments

/// The names of the forms a document may come in.
enum FormNames {
  static let all = Set(
    DocumentFormat.allCases.map(\.rawValue) + AttachmentForm.allCases.map(\.rawValue))
}
