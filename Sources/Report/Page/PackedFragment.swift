import Foundation
import TextFiles

/// A fragment of the page, packed: the plans that are not shown at first, or a page of twenty plans would be ten times as large.
///
/// The page's script unpacks it with the browser's own `DecompressionStream("deflate")`, the format of zlib (RFC 1950).
enum PackedFragment {
  /// The fragment compressed, as base64.
  static func pack(_ fragment: String) -> String {
    Data(Zlib.packed(Array(fragment.utf8))).base64EncodedString()
  }
}
