/// Builds the text of a table: RFC 4180, comma, line feed, header row.
package struct TableText {
  /// What has been built so far.
  package private(set) var text = ""
  private var isFirstField = true

  /// A table with these columns and room for about `rows` rows.
  package init(columns: [String], rows: Int) {
    text.reserveCapacity(64 + rows * 16 * columns.count)
    for column in columns { add(column) }
    endRow()
  }

  /// Adds a field, in quotes where it needs them.
  package mutating func add(_ field: String) {
    separate()
    if field.utf8.contains(where: Self.needsQuotes) {
      // By scalars: a quote with a combining accent is one character that equals no quote, yet ends the field.
      var quoted = String.UnicodeScalarView("\"".unicodeScalars)
      for scalar in field.unicodeScalars {
        if scalar == "\"" { quoted.append(scalar) }
        quoted.append(scalar)
      }
      text += String(quoted) + "\""
    } else {
      text += field
    }
  }

  /// Adds a number.
  package mutating func add(_ number: Double) {
    separate()
    text += NumberText.text(number)
  }

  /// Ends the row.
  package mutating func endRow() {
    text += "\n"
    isFirstField = true
  }

  private mutating func separate() {
    if !isFirstField { text += "," }
    isFirstField = false
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
  }
}
