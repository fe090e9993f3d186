import Yams

/// Keeps anchors and aliases from a parser: every `&` and `*` of a text is replaced by a sign that means nothing in YAML, and put
/// back into the texts that were read.
///
/// With a few lines of them a text stands for billions of values, and the parser hashes whole keys. Where YAML takes a sign for an
/// anchor depends on all that stands before it: on quotes, comments, blocks, texts of several lines. To find anchors by looking for them
/// would be to write the parser again; this way there are none, whatever the text is.
struct YamlStandIns {
  /// An anchor or alias, and where it is.
  struct Anchor: Error {
    let mark: Mark?
  }

  private static let privateUse: ClosedRange<UInt32> = 0xE000...0xF8FF

  private let ampersand: Unicode.Scalar
  private let asterisk: Unicode.Scalar

  /// Two signs for private use that the text does not hold, as they are or written as `\uE000`; `nil` where it holds all
  /// of them.
  init?(for text: String) {
    var taken = Set(text.unicodeScalars.filter { Self.privateUse.contains($0.value) })
    let escapes = /\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})/.matchingSemantics(.unicodeScalar)
    for escape in text.matches(of: escapes) {
      guard let digits = escape.1 ?? escape.2, let value = UInt32(digits, radix: 16) else {
        continue
      }
      if let scalar = Unicode.Scalar(value) { taken.insert(scalar) }
    }
    let free = Self.privateUse.lazy.compactMap { Unicode.Scalar($0) }
      .filter { !taken.contains($0) }.prefix(2)
    guard let first = free.first, let second = free.dropFirst().first else { return nil }
    (ampersand, asterisk) = (first, second)
  }

  /// The text without the signs; every other sign stands where it stood.
  func replaced(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "*") }) else {
      return text
    }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0 == "&" ? ampersand : $0 == "*" ? asterisk : $0 }))
  }

  /// The text with the signs put back.
  func restored(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isStandIn) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0 == ampersand ? "&" : $0 == asterisk ? "*" : $0 }))
  }

  /// The node with the signs put back into its texts.
  ///
  /// - Throws: a text without quotes that begins with one of them, which would have been an anchor or alias.
  func restored(_ node: Node) throws(Anchor) -> Node {
    switch node {
    case .scalar(var scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      if isPlain, let first = scalar.string.unicodeScalars.first, isStandIn(first) {
        throw Anchor(mark: scalar.mark)
      }
      scalar.string = restored(scalar.string)
      return .scalar(scalar)
    case .sequence(let sequence):
      var nodes: [Node] = []
      for node in sequence { nodes.append(try restored(node)) }
      return .sequence(.init(nodes, sequence.tag, sequence.style, sequence.mark))
    case .mapping(let mapping):
      var pairs: [(Node, Node)] = []
      for (key, value) in mapping { pairs.append((try restored(key), try restored(value))) }
      return .mapping(.init(pairs, mapping.tag, mapping.style, mapping.mark))
    case .alias:
      throw Anchor(mark: node.mark)
    }
  }

  private func isStandIn(_ scalar: Unicode.Scalar) -> Bool {
    scalar == ampersand || scalar == asterisk
  }
}
