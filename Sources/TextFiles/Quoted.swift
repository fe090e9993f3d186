/// `text` as a message shows it: in quotes, shortened, and without characters that would act on a
/// terminal.
package func quoted(_ text: some StringProtocol) -> String {
  var shown = ""
  for scalar in text.unicodeScalars.prefix(61) {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate:
      shown += "\\u{\(String(scalar.value, radix: 16))}"
    default: shown.unicodeScalars.append(scalar)
    }
  }
  if text.unicodeScalars.count > 61 { shown += "…" }
  return "'\(shown)'"
}

extension Unicode.Scalar {
  /// Whether it embeds, overrides or isolates a direction of writing: U+202A to U+202E, U+2066 to U+2069.
  ///
  /// The marks that writers of Arabic and Hebrew use, U+061C, U+200E and U+200F, are not among them.
  package var turnsDirection: Bool {
    (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }

  /// Whether it acts on a terminal or on the order of what is shown, rather than being shown: control characters, line ends
  /// included, and what ends lines or turns the direction of writing.
  package var actsUnseen: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: turnsDirection
    }
  }
}

extension StringProtocol {
  /// The text with every `mark` replaced, scalar by scalar: a mark with a combining accent is one `Character` that equals no mark,
  /// and yet a mark to all who read the text by its bytes.
  package func replacing(scalar mark: Unicode.Scalar, with text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == mark {
        result.append(contentsOf: text.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text as one word of a shell, in single quotes.
  package var quotedForShell: String { "'" + replacing(scalar: "'", with: "'\\''") + "'" }

  /// The text for a terminal: its lines and tabs are kept, everything else that would act unseen stands as `\u001b`, its code
  /// point. Between the quotes of JSON that is the same text.
  package var inertForTerminal: String {
    guard unicodeScalars.contains(where: { $0.value > 0x7E || $0.value < 0x20 }) else {
      return String(self)
    }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "\n" || scalar == "\t" || !scalar.actsUnseen {
        result.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16)
        let code = String(repeating: "0", count: 4 - digits.count) + digits
        result.append(contentsOf: "\\u\(code)".unicodeScalars)
      }
    }
    return String(result)
  }
}

/// The items as an enumeration in words: `a, b or c`.
package func enumeration(
  _ items: [String], _ conjunction: String = "or", separator: String = ", "
) -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return items.dropLast().joined(separator: separator) + " \(conjunction) " + last
}
