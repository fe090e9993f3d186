/// A text as the code writes it: English, with numbered places for what is put in.
///
/// `"From \(low) to \(high)"` has the pattern `From {0} to {1}`, by which every language's table knows it. A language may
/// ask for the places in another order, and for one of them twice, which text glued from parts could not do.
package struct Phrase: Sendable, ExpressibleByStringInterpolation {
  /// The English text, its places as `{0}`, `{1}` and so on.
  package let pattern: String
  /// What goes into the places, in their order.
  package let arguments: [String]

  /// A pattern with what goes into its places.
  package init(pattern: String, arguments: [String] = []) {
    self.pattern = pattern
    self.arguments = arguments
  }

  package init(stringLiteral pattern: String) {
    self.init(pattern: pattern)
  }

  package init(stringInterpolation: StringInterpolation) {
    self.init(pattern: stringInterpolation.pattern, arguments: stringInterpolation.arguments)
  }

  /// Gathers the pattern and the arguments of a literal.
  package struct StringInterpolation: StringInterpolationProtocol, Sendable {
    fileprivate var pattern = ""
    fileprivate var arguments: [String] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      pattern.reserveCapacity(literalCapacity + 3 * interpolationCount)
      arguments.reserveCapacity(interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { pattern += literal }

    package mutating func appendInterpolation(_ text: some StringProtocol) {
      pattern += "{\(arguments.count)}"
      arguments.append(String(text))
    }

    /// A small whole number, written as it is. Others go through ``NumberFormat``.
    package mutating func appendInterpolation(_ number: some BinaryInteger) {
      appendInterpolation(String(number))
    }
  }
}
