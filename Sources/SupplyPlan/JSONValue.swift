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

  /// Whether it is `null`.
  var isNull: Bool {
    if case .null = content { true } else { false }
  }

  /// Whether it is `null`, `false`, 0 or an empty list.
  var isNothing: Bool {
    switch content {
    case .null, .bool(false), .number(0): true
    case .array(let values): values.isEmpty
    case .bool, .number, .text, .object: false
    }
  }

  /// What an object has at a key; `nil` in all else. What is put there keeps the place of the key, or comes last.
  subscript(key: String) -> JSONValue? {
    get {
      if case .object(let members) = content { members.first { $0.key == key }?.value } else { nil }
    }
    set {
      guard case .object(var members) = content, let newValue else { return }
      if let index = members.firstIndex(where: { $0.key == key }) {
        members[index].value = newValue
      } else {
        members.append((key, newValue))
      }
      content = .object(members)
    }
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

  /// Faults of the numbers that are not finite and so cannot be written into `file`.
  func nonFiniteFaults(file: String) -> [Fault] {
    nonFinitePaths.map { path in
      // The path begins with the dot of its first key.
      Fault(
        file: file, cause: "'\(path.dropFirst())' is not a finite number",
        cure: "Please report this as a bug: files must hold only finite numbers.")
    }
  }

  private var nonFinitePaths: [String] {
    switch content {
    case .number(let number): number.isFinite ? [] : [""]
    case .array(let values):
      values.enumerated().flatMap { index, value in
        value.nonFinitePaths.map { "[\(index)]\($0)" }
      }
    case .object(let members):
      members.flatMap { key, value in value.nonFinitePaths.map { ".\(key)\($0)" } }
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
    switch content {
    case .object(let members):
      Self.group(members, "{", "}", inLines: isTop, indent, to: &text) { member, text, inner in
        Self.quote(member.key, to: &text)
        text += ": "
        member.value.write(to: &text, indent: inner, isTop: indent.isEmpty && isTop)
      }
    case .array(let values):
      Self.group(values, "[", "]", inLines: true, indent, to: &text) { value, text, inner in
        value.write(to: &text, indent: inner, isTop: false)
      }
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let number): text += NumberText.text(number)
    case .text(let value): Self.quote(value, to: &text)
    }
  }

  private static func group<Item>(
    _ items: [Item], _ opening: String, _ closing: String, inLines: Bool, _ indent: String,
    to text: inout String, _ write: (Item, inout String, _ indent: String) -> Void
  ) {
    let inner = indent + "  "
    text += opening
    for (index, item) in items.enumerated() {
      if index > 0 { text += inLines ? "," : ", " }
      if inLines { text += "\n" + inner }
      write(item, &text, inner)
    }
    if inLines, !items.isEmpty { text += "\n" + indent }
    text += closing
  }

  private static func quote(_ value: String, to text: inout String) {
    text += "\""
    let isPlain = value.utf8.allSatisfy {
      $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    if isPlain { text += value }
    for scalar in isPlain ? "".unicodeScalars : value.unicodeScalars {
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
