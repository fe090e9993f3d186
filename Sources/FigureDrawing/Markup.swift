import TextFiles

extension StringProtocol {
  /// The text made inert for HTML and SVG, as content and inside quoted attributes.
  ///
  /// It goes scalar by scalar: a quote with a combining accent is one `Character` that equals no quote, yet a
  /// browser still ends the attribute there. Control characters, which XML forbids, become spaces; what turns the direction of
  /// writing would turn what stands behind it, too, and is left out.
  package var escaped: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      case _ where scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value):
        result.append(" ")
      case "\u{FFFE}", "\u{FFFF}": result.append("\u{FFFD}")
      case _ where scalar.turnsDirection: break
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text made inert, its lines kept: for elements that show a text as it stands.
  package var escapedLines: String {
    split(separator: "\n", omittingEmptySubsequences: false).map(\.escaped).joined(separator: "\n")
  }
}
