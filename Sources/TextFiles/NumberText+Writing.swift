import Foundation

/// Numbers as text: the shortest decimal that reads back as the same number.
extension NumberText {
  /// The text of a finite number.
  package static func text(_ number: Double) -> String {
    // Minus zero equals zero and would only puzzle the reader.
    if number == 0 { return "0" }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The shortest text of a number rounded to so many significant digits: what 0.1 × 1.5 is to a
  /// person, not to a binary fraction.
  package static func text(of number: Double, digits: Int) -> String {
    let rounded = Double(String(format: "%.\(digits)g", number)) ?? number
    guard rounded == rounded.rounded(), rounded.magnitude < 1e15 else { return "\(rounded)" }
    return String(Int64(rounded))
  }
}

/// A number as a sentence shows it: at most six digits that say something.
package func plain(_ number: Double) -> String {
  guard number.isFinite, number.magnitude < 1e15 else { return "more than 1e15" }
  if number == number.rounded() { return "\(Int(number))" }
  var scale = 1.0
  while number.magnitude * scale < 1e5, scale < 1e12 { scale *= 10 }
  return "\((number * scale).rounded() / scale)"
}
