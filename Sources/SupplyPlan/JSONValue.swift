import TextFiles

/// A JSON value that keeps the order of its keys and knows its line.
struct JSONValue: Sendable {
  /// The kinds of values.
  enum Content: Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case array([JSONValue])
    case object([(key: String, value: JSONValue)])
  }

  /// The value itself.
  var content: Content
  /// The line it stands in, from 1; 0 for one that was not read.
  var line = 0

  /// `null`.
  static let null = JSONValue(content: .null)
  /// A truth value.
  static func bool(_ value: Bool) -> JSONValue { JSONValue(content: .bool(value)) }
  /// A text, or `null`.
  static func text(_ value: String?) -> JSONValue {
    value.map { JSONValue(content: .text($0)) } ?? .null
  }
  /// A number, or `null`.
  static func number(_ value: Double?) -> JSONValue {
    value.map { JSONValue(content: .number($0)) } ?? .null
  }
  /// A whole number.
  static func whole(_ value: Int) -> JSONValue { .number(Double(value)) }
  /// A list.
  static func array(_ values: [JSONValue]) -> JSONValue { JSONValue(content: .array(values)) }
  /// Keys and values in this order.
  static func object(_ members: [(key: String, value: JSONValue)]) -> JSONValue {
    JSONValue(content: .object(members))
  }

  /// What the value is, in words.
  var kind: String {
    switch content {
    case .null: "null"
    case .bool: "a truth value"
    case .number: "a number"
    case .text: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }

  /// The paths of the numbers that are not finite and so cannot be written.
  func nonFinitePaths(at path: String = "") -> [String] {
    switch content {
    case .number(let number): number.isFinite ? [] : [path]
    case .array(let values):
      values.enumerated().flatMap { $1.nonFinitePaths(at: "\(path)[\($0)]") }
    case .object(let members):
      members.flatMap {
        $0.value.nonFinitePaths(at: path.isEmpty ? $0.key : "\(path).\($0.key)")
      }
    case .null, .bool, .text: []
    }
  }
}

extension JSONValue {
  /// The value as text: two levels of the document take a line for each member, and so does each row of a
  /// table; a row itself stands in one line, so that two plans can be compared line by line.
  var prettyText: String {
    var text = ""
    write(to: &text, indent: "", isTop: true)
    text += "\n"
    return text
  }

  private func write(to text: inout String, indent: String, isTop: Bool) {
    let inner = indent + "  "
    switch content {
    case .object(let members) where isTop && !members.isEmpty:
      text += "{"
      for (index, member) in members.enumerated() {
        text += index == 0 ? "\n" : ",\n"
        text += inner
        Self.quote(member.key, to: &text)
        text += ": "
        member.value.write(to: &text, indent: inner, isTop: indent.isEmpty)
      }
      text += "\n\(indent)}"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += ", " }
        Self.quote(member.key, to: &text)
        text += ": "
        member.value.write(to: &text, indent: inner, isTop: false)
      }
      text += "}"
    case .array(let values) where !values.isEmpty:
      text += "["
      for (index, value) in values.enumerated() {
        text += index == 0 ? "\n" : ",\n"
        text += inner
        value.write(to: &text, indent: inner, isTop: false)
      }
      text += "\n\(indent)]"
    case .array: text += "[]"
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let number): text += NumberText.text(number)
    case .text(let value): Self.quote(value, to: &text)
    }
  }

  private static func quote(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
