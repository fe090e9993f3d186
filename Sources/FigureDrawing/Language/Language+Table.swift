extension Language {
  /// Reads a language's table.
  ///
  /// A pattern stands at the start of a line, its text below it behind two spaces; where the two are the same the text is
  /// left out. `#` begins a comment, `@code`, `@name`, `@decimal`, `@group` and `@plural` tell of the language, and `~` is a
  /// space at which no line breaks.
  package init(table: [UInt8]) {
    var settings: [String: String] = [:]
    var entries: [String: String] = [:]
    var pattern: String?
    for line in String(decoding: table, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("#") { continue }
      if line.hasPrefix("@") {
        let parts = line.dropFirst().split(separator: " ", maxSplits: 1)
        if parts.count == 2 { settings[String(parts[0])] = Self.spaced(parts[1]) }
      } else if line.hasPrefix("  ") {
        if let pattern { entries[pattern] = Self.spaced(line.dropFirst(2)) }
      } else {
        let text = Self.spaced(line)
        entries[text] = text
        pattern = text
      }
    }
    self.init(
      code: settings["code"] ?? "", name: settings["name"] ?? "",
      decimalSeparator: settings["decimal"] ?? ".", groupSeparator: settings["group"] ?? ",",
      plural: settings["plural"].flatMap(PluralRule.init) ?? .oneOther, entries: entries)
  }

  private static func spaced(_ text: some StringProtocol) -> String {
    String(text.map { $0 == "~" ? "\u{A0}" : $0 })
  }
}
