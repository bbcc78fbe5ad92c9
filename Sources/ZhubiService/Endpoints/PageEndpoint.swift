import Hummingbird
import HTTPTypes
import HummingbirdCore
import NIOCore
import ServiceAssets
import ZhubiReview

/// The files of the page, embedded in the binary.
enum PageAsset: String, Sendable, CaseIterable {
  case page = "index.html"
  case program = "app.js"
  case words = "words.js"
  case paper = "paper.js"
  case notes = "notes.js"
  case service = "service.js"
  case review = "review.js"
  case style = "app.css"
  case icon = "icon.svg"
  case description = "openapi.json"

  init?(path: String) {
    if path == "/" {
      self = .page
    } else if path.hasPrefix("/"), path != "/index.html",
      let asset = PageAsset(rawValue: String(path.dropFirst()))
    {
      self = asset
    } else {
      return nil
    }
  }

  var path: String { self == .page ? "/" : "/" + rawValue }

  var type: String {
    switch self {
    case .page: "text/html; charset=utf-8"
    case .program, .words, .paper, .notes, .service, .review: "text/javascript; charset=utf-8"
    case .style: "text/css; charset=utf-8"
    case .icon: "image/svg+xml"
    case .description: "application/json; charset=utf-8"
    }
  }

  var bytes: UnsafeRawBufferPointer {
    for number in 0..<service_asset_count() {
      guard let asset = service_asset_at(number)?.pointee else { continue }
      if String(cString: asset.name) == rawValue {
        return UnsafeRawBufferPointer(start: asset.bytes, count: asset.length)
      }
    }
    return UnsafeRawBufferPointer(start: nil, count: 0)
  }
}

/// The page at `/` and what belongs to it.
struct PageEndpoint: Sendable {
  /// Nothing from elsewhere, nothing inline, no frame around it.
  ///
  /// A printed form is shown in a window of its own that keeps this policy, so the hash of its one
  /// style stands here too.
  static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self' '\(formStyleHash)'; img-src 'self'; "
    + "connect-src 'self'; "
    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

  /// The style of the printed forms, as a policy names it.
  static let formStyleHash =
    "sha256-" + Base64.encode(SHA256.digest(Array(ReviewForm.style.utf8)))

  func answer(_ asset: PageAsset) -> Response {
    var headers: HTTPFields = [.contentType: asset.type, .cacheControl: "no-cache"]
    headers[.contentSecurityPolicy] = Self.policy
    headers[HTTPField.Name("Referrer-Policy")!] = "no-referrer"
    headers[HTTPField.Name("Cross-Origin-Opener-Policy")!] = "same-origin"
    return Response(
      status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
  }
}
