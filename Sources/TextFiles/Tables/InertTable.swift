/// A table for a spreadsheet, in which no cell is a formula.
///
/// A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return (OWASP, "CSV injection"); a name from a
/// dataset may. Such cells get an apostrophe in front, which spreadsheets take for "this is text"; numbers stay numbers. A spreadsheet
/// that cuts cells at semicolons, tabs or line ends makes several of one: each of them is looked at.
///
/// Tables that Shorewise reads again, those of a dataset and of a plan, are not made inert: their ids are to be the same ones.
package enum InertTable {
  private static let separators = ";\t\r\n".unicodeScalars
  /// With those that spreadsheets of East Asia take for the same.
  private static let beginnings =
    "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars

  /// A text that cannot be a formula. A sign alone, such as the `-` that stands for a dataset without a variant, is none.
  package static func cell(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: beginnings.contains) || beginsWithSeparator(text),
      !isNumber(text), text.unicodeScalars.count > 1
    else { return text }
    var result = beginsWithSeparator(text) ? "'" : ""
    var isBeginning = true
    for scalar in text.unicodeScalars {
      if isBeginning, beginnings.contains(scalar) { result += "'" }
      result.unicodeScalars.append(scalar)
      isBeginning =
        separators.contains(scalar) || (isBeginning && (scalar == " " || scalar == "\""))
    }
    return result
  }

  private static func beginsWithSeparator(_ text: String) -> Bool {
    text.unicodeScalars.first.map { "\t\r\n".unicodeScalars.contains($0) } ?? false
  }

  private static func isNumber(_ text: String) -> Bool {
    text.wholeMatch(of: /[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?/) != nil
  }
}
