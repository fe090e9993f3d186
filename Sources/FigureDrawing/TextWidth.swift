/// How wide a text runs, about: no browser is here to ask, and labels must not collide.
package enum TextWidth {
  /// The width of `text` at `size`, by the advance widths of Helvetica, rounded up a little because the
  /// reader's system font may be wider.
  package static func of(_ text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + advance($1) } * size * 1.04
  }

  /// `text`, cut with an ellipsis where it is wider than `width`.
  package static func fit(_ text: String, size: Double, width: Double) -> String {
    guard of(text, size: size) > width else { return text }
    var kept = text
    while !kept.isEmpty, of(kept + "…", size: size) > width { kept.removeLast() }
    while kept.last == " " { kept.removeLast() }
    return kept.isEmpty ? "" : kept + "…"
  }

  /// `text` broken at its spaces into at most `most` lines of `width`, the last one cut where it must be.
  package static func lines(_ text: String, size: Double, width: Double, most: Int) -> [String] {
    var lines: [String] = []
    var words = text.split(separator: " ").map(String.init)[...]
    while let first = words.popFirst() {
      if lines.count == most - 1 {
        lines.append(fit(([first] + words).joined(separator: " "), size: size, width: width))
        break
      }
      var line = first
      while let next = words.first, of(line + " " + next, size: size) <= width {
        line += " " + next
        words.removeFirst()
      }
      lines.append(fit(line, size: size, width: width))
    }
    return lines
  }

  private static func advance(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "'", "|": 0.222
    case "f", "t", "I", " ", ".", ",", ":", ";", "/", "!", "\u{A0}": 0.278
    case "r", "(", ")", "-": 0.333
    case "c", "k", "s", "v", "x", "y", "z", "J": 0.5
    case "m": 0.833
    case "w": 0.722
    case "M": 0.833
    case "W": 0.944
    case "%", "@": 0.889
    case "…": 1
    case "A", "B", "E", "K", "P", "S", "V", "X", "Y", "&": 0.667
    case "C", "D", "H", "N", "R", "U": 0.722
    case "G", "O", "Q": 0.778
    case "a"..."z", "0"..."9", "$", "€", "£", "+", "−", "–": 0.556
    case "A"..."Z": 0.64
    case _ where scalar.properties.generalCategory == .nonspacingMark: 0
    case _ where scalar.value >= 0x1100: 1
    default: 0.6
    }
  }
}
