import Foundation
import SupplyData
package import TextFiles

/// A picture for the head of a page, as an address that holds it whole.
package enum LogoPicture {
  /// The most bytes: a page is to go through the mail.
  package static let mostBytes = 500_000

  /// Why a file is no logo: cause and cure.
  package typealias Refusal = TextFiles.Refusal

  /// What is said of a larger one.
  package static var tooLarge: Refusal {
    Refusal(
      cause: "the logo has more than \(mostBytes / 1000) kB",
      cure: "Make it smaller: it is shown 56 pixels high.")
  }

  /// The `data:` address of a picture, whose type is told from its bytes.
  package static func address(of bytes: [UInt8]) throws(Refusal) -> String {
    guard bytes.count <= mostBytes else { throw tooLarge }
    let type = try type(of: bytes)
    return "data:\(type);base64,\(Data(bytes).base64EncodedString())"
  }

  private static let portableNetworkGraphics: [UInt8] = [
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a,
  ]

  private static func type(of bytes: [UInt8]) throws(Refusal) -> String {
    if bytes.starts(with: portableNetworkGraphics) { return "image/png" }
    if bytes.starts(with: [0xff, 0xd8, 0xff]) { return "image/jpeg" }
    guard let text = String(validating: bytes, as: UTF8.self), text.contains("<svg") else {
      throw Refusal(
        cause: "the content of the logo is neither PNG, JPEG nor SVG",
        cure: "Save the picture in one of these formats.")
    }
    if let cause = VectorPicture.refusal(of: text) {
      throw Refusal(
        cause: "the logo \(cause)",
        cure: "Export it as plain SVG, with nothing but shapes, or as PNG.")
    }
    return "image/svg+xml"
  }
}
