import TextFiles

/// Text as a scalar of YAML.
public enum YAMLScalar {
  /// `text` in double quotes, so that nothing in it has a meaning: no `#`, `:`, `*`, and no `true` that is a word.
  ///
  /// What cannot be printed is escaped by its number (YAML 1.2, chapter 5.7), since a parser refuses it as it stands
  /// or takes it for a line end.
  public static func quoted(_ text: String) -> String {
    "\"" + text.unicodeScalars.map(escaped).joined() + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
    default: return String(scalar)
    }
  }
}
