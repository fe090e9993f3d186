/// A table for a spreadsheet, in which no cell is a formula.
///
/// A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return (OWASP, "CSV injection"); a name from a
/// dataset may. Such cells get an apostrophe in front, which spreadsheets take for "this is text"; numbers stay numbers.
enum InertTable {
  /// A text that cannot be a formula.
  static func cell(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first),
      !isNumber(text)
    else { return text }
    return "'" + text
  }

  /// The table of RFC 4180 with its cells made inert.
  static func table(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count + 64)
    var rest = text[...].utf8
    while !rest.isEmpty {
      let field = field(&rest)
      let isQuoted = field.utf8.first == UInt8(ascii: "\"")
      let content = isQuoted ? field.dropFirst() : field
      let value = isQuoted ? content.dropLast() : content
      // A quote within is written twice, which changes nothing of how the cell begins.
      let isHarmless = cell(String(value)) == value
      result += (isQuoted ? "\"" : "") + (isHarmless ? "" : "'") + content
      if let separator = rest.popFirst() { result.unicodeScalars.append(Unicode.Scalar(separator)) }
    }
    return result
  }

  /// Takes a field as it is written, up to the comma or line feed behind it.
  private static func field(_ rest: inout Substring.UTF8View) -> Substring {
    var isQuoted = false
    var end = rest.startIndex
    while end < rest.endIndex {
      let byte = rest[end]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") { break }
      end = rest.index(after: end)
    }
    defer { rest = rest[end...] }
    return Substring(rest[..<end])
  }

  private static func isNumber(_ text: String) -> Bool {
    text.wholeMatch(of: /[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?/) != nil
  }
}
