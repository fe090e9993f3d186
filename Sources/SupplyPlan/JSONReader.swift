import SupplyData
import TextFiles

/// Reads the members of a JSON object with the types they must have, and notes each that is missing or of
/// another type; what it then answers stands only until the log is thrown.
struct JSONReader {
  private let members: [String: JSONValue]
  private let isObject: Bool
  private let line: Int
  private let path: String
  private let log: PlanFileFaults

  /// A reader of `value`, which must be an object; `path` says where in the file it is.
  init(_ value: JSONValue, path: String, log: PlanFileFaults) {
    self.path = path
    self.log = log
    line = value.line
    if case .object(let members) = value.content {
      isObject = true
      self.members = Dictionary(
        members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    } else {
      isObject = false
      members = [:]
      let place = path.isEmpty ? "The document" : "'\(path)'"
      log.note(
        line: value.line, "\(place) is \(value.kind), not an object",
        cure: "Put an object { … } with its keys here.")
    }
  }

  /// A text.
  func text(_ key: String) -> String {
    switch required(key, "a text") {
    case .text(let text)?: text
    default: ""
    }
  }

  /// A text, or `nil` where there is none or `null`.
  func optionalText(_ key: String) -> String? {
    switch optional(key, "a text") {
    case .text(let text)?: text
    default: nil
    }
  }

  /// The path of a file below the folder in which the document lies: a document names no file outside it.
  func path(_ key: String, isRequired: Bool = true) -> String? {
    guard let text = isRequired ? text(key) : optionalText(key) else { return nil }
    // Scalar by scalar, as the system reads it: a slash with a combining accent is no `Character` that equals a slash.
    let parts = text.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
    if parts.allSatisfy({ !["", ".", ".."].contains(String($0)) && !$0.contains("\0") }) {
      return text
    }
    // A text that is missing has been told.
    if !text.isEmpty {
      log.note(
        line: members[key]?.line ?? line, "'\(place(key))' leads out of the folder",
        cure: "Name a file below the folder, such as points/01/plan.json.")
    }
    return text
  }

  /// A number.
  func number(_ key: String) -> Double {
    switch required(key, "a number") {
    case .number(let number)?: number
    default: 0
    }
  }

  /// A number, or `nil` where there is none or `null`.
  func optionalNumber(_ key: String) -> Double? {
    switch optional(key, "a number") {
    case .number(let number)?: number
    default: nil
    }
  }

  /// A whole number; `fallback` for a key that may be missing.
  func whole(_ key: String, or fallback: Int? = nil) -> Int {
    if let fallback, members[key] == nil { return fallback }
    guard case .number(let number)? = required(key, "a number") else { return 0 }
    guard let whole = Int(exactly: number) else {
      log.note(
        line: members[key]?.line ?? line,
        "'\(place(key))' is \(NumberText.text(number)), not a whole number",
        cure: "Put a whole number here.")
      return 0
    }
    return whole
  }

  /// A truth value.
  func bool(_ key: String) -> Bool {
    switch required(key, "a truth value") {
    case .bool(let value)?: value
    default: false
    }
  }

  /// A truth value, or `nil` where there is none or `null`.
  func optionalBool(_ key: String) -> Bool? {
    switch optional(key, "a truth value") {
    case .bool(let value)?: value
    default: nil
    }
  }

  /// One of a few words.
  func word<Word: RawRepresentable & CaseIterable>(_ key: String, or fallback: Word) -> Word
  where Word.RawValue == String {
    guard case .text(let text)? = required(key, "a text") else { return fallback }
    guard let word = Word(rawValue: text) else {
      let words = Word.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      log.note(
        line: members[key]?.line ?? line, "'\(place(key))' is '\(text)'",
        cure: "Put one of \(words) here.")
      return fallback
    }
    return word
  }

  /// The object at `key`.
  func object(_ key: String) -> JSONReader? {
    guard let value = required(key) else { return nil }
    return JSONReader(value, path: place(key), log: log)
  }

  /// The object at `key`, or `nil` where there is none or `null`.
  func optionalObject(_ key: String) -> JSONReader? {
    guard let value = members[key] else { return nil }
    if case .null = value.content { return nil }
    return JSONReader(value, path: place(key), log: log)
  }

  /// The rows at `key`, each an object.
  func rows<Row>(_ key: String, _ read: (JSONReader) -> Row) -> [Row] {
    guard case .array(let values)? = required(key, "a list") else { return [] }
    return values.enumerated().map {
      read(JSONReader($1, path: "\(place(key))[\($0)]", log: log))
    }
  }

  /// The rows at `key`, or `nil` where there is no such key or `null`.
  func optionalRows<Row>(_ key: String, _ read: (JSONReader) -> Row) -> [Row]? {
    guard let value = members[key] else { return nil }
    if case .null = value.content { return nil }
    return rows(key, read)
  }

  /// The texts at `key`; none where there is no such key or `null`.
  func optionalTexts(_ key: String) -> [String] {
    guard case .array(let values)? = optional(key, "a list") else { return [] }
    return values.enumerated().compactMap { index, value in
      if case .text(let text) = value.content { return text }
      log.note(
        line: value.line, "'\(place(key))[\(index)]' is \(value.kind), not a text",
        cure: "Put a text here, or write the file again.")
      return nil
    }
  }

  /// Notes where the document is not of the schema `wanted`; the keys of another would only mislead.
  func hasSchema(_ wanted: String) -> Bool {
    let found = text("schema")
    if found == wanted { return true }
    if members["schema"] != nil {
      log.note(
        line: members["schema"]?.line ?? line, "The schema is '\(found)', not '\(wanted)'",
        cure: "Name a file that this version writes, or write it again with this version.")
    }
    return false
  }

  private func required(_ key: String) -> JSONValue? {
    if let value = members[key] { return value }
    // In what is no object every key is missing; that has been said.
    if isObject {
      log.note(
        line: line, "The key '\(place(key))' is missing",
        cure: "Add it, or write the file again.")
    }
    return nil
  }

  private func required(_ key: String, _ kind: String) -> JSONValue.Content? {
    required(key).flatMap { content(of: $0, key: key, kind: kind) }
  }

  private func optional(_ key: String, _ kind: String) -> JSONValue.Content? {
    guard let value = members[key] else { return nil }
    if case .null = value.content { return nil }
    return content(of: value, key: key, kind: kind)
  }

  private func content(of value: JSONValue, key: String, kind: String) -> JSONValue.Content? {
    if value.kind == kind { return value.content }
    log.note(
      line: value.line, "'\(place(key))' is \(value.kind), not \(kind)",
      cure: "Put \(kind) here, or write the file again.")
    return nil
  }

  private func place(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}
