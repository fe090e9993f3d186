import TextFiles
import Yams

/// A node of a YAML file, with the way to report what is wrong with it.
struct YamlNode {
  let node: Node
  let file: String
  let lines: YamlLines
  let log: FaultLog

  /// Where the node begins.
  var position: TextPosition? { node.mark.map(lines.position) }

  /// Whether the node is YAML's way to write nothing.
  static func isEmpty(_ node: Node) -> Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else {
      return false
    }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// The text of a scalar as it is written, so that `2026`, `NO` and `1.10` may be ids; else `nil`.
  var text: String? {
    guard case .scalar(let scalar) = node else { return nil }
    return scalar.string
  }

  /// The keys of a mapping; `nil`, and a fault, where it is none.
  func fields(cure: String) -> YamlFields? {
    guard case .mapping(let mapping) = node else {
      refuse("keys and values are expected here", cure)
      return nil
    }
    return YamlFields(mapping, of: self)
  }

  /// Reports that the node is wrong.
  func refuse(_ cause: String, _ cure: String) { log.add(file, at: position, cause, cure: cure) }
}

/// The keys and values of a YAML mapping. A key whose value is empty counts as absent.
package struct YamlFields {
  private let parent: YamlNode
  private var values: [String: YamlNode] = [:]
  private var keys: [(name: String?, node: YamlNode)] = []
  /// The keys that are words with their values, in the order of the file, empty ones included.
  private(set) var entries: [(name: String, key: YamlNode, value: YamlNode)] = []

  init(_ mapping: Node.Mapping, of parent: YamlNode) {
    self.parent = parent
    for (key, value) in mapping {
      let key = wrap(key)
      keys.append((key.text, key))
      if let name = key.text { entries.append((name, key, wrap(value))) }
      if let name = key.text, !YamlNode.isEmpty(value) { values[name] = wrap(value) }
    }
  }

  private func wrap(_ node: Node) -> YamlNode {
    YamlNode(node: node, file: parent.file, lines: parent.lines, log: parent.log)
  }

  /// Reports every key that is not one of `names`.
  package func allow(_ names: [String]) {
    for key in keys {
      guard let name = key.name else {
        key.node.refuse("a key must be a word", "The keys are \(enumeration(names, "and")).")
        continue
      }
      guard !names.contains(name) else { continue }
      key.node.refuse(
        "there is no key \(quoted(name)) here",
        Suggestion.cure(
          for: name, among: names, otherwise: "The keys are \(enumeration(names, "and"))."))
    }
  }

  /// Whether the key has a value.
  package func has(_ key: String) -> Bool { values[key] != nil }

  /// Where the value of a key stands; else where the mapping does.
  func position(of key: String) -> TextPosition? { (values[key] ?? parent).position }

  /// Reports that the value of a key is wrong.
  package func refuse(_ key: String, _ cause: String, _ cure: String) {
    (values[key] ?? parent).refuse(cause, cure)
  }

  /// Reports that a key stands there without a value.
  package func refuseEmpty(_ key: String, _ cause: String, _ cure: String) {
    guard !has(key), let entry = entries.last(where: { $0.name == key }) else { return }
    entry.key.refuse(cause, cure)
  }

  /// The text of a key that may be absent.
  package func optionalText(_ key: String) -> String? {
    guard let value = values[key] else { return nil }
    guard let text = value.text else {
      value.refuse("'\(key)' must be one value", "Write one word, number or text.")
      return nil
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      value.refuse("'\(key)' is empty", "Give it a value.")
      return nil
    }
    return text
  }

  /// The text of a key, or `standard`; without one the key may not be absent.
  func text(_ key: String, or standard: String? = nil) -> String? {
    if has(key) { return optionalText(key) }
    if standard == nil {
      parent.refuse("the key '\(key)' is missing", "Add it: it has no default.")
    }
    return standard
  }

  /// A number that the rule allows, or `standard` where the key is absent.
  func number(_ key: String, _ rule: NumberRule = .nonnegative, or standard: Double) -> Double {
    guard let text = optionalText(key) else { return standard }
    do {
      let number = try NumberText.number(text, percent: rule.takesPercent)
      if rule.allows(number) { return number }
      refuse(
        key, "'\(key)' is \(quoted(text)); it must be \(rule.words)",
        rule.cure(for: number))
    } catch {
      refuse(key, "'\(key)': \(error.cause)", error.cure)
    }
    return standard
  }

  /// A whole number in a range; the least of them, and a fault, where it is none.
  func wholeNumber(_ key: String, _ range: ClosedRange<Int>) -> Int {
    guard let text = text(key) else { return range.lowerBound }
    if let number = try? NumberText.number(text), number == number.rounded(),
      (Double(range.lowerBound)...Double(range.upperBound)).contains(number)
    {
      return Int(number)
    }
    let words = "whole, from \(range.lowerBound) to \(range.upperBound)"
    refuse(key, "'\(key)' is \(quoted(text)); it must be \(words)", "Write a whole number.")
    return range.lowerBound
  }

  /// The mapping below a key; `nil` where it is absent or, with a fault, none.
  func fields(_ key: String, cure: String) -> YamlFields? { values[key]?.fields(cure: cure) }

  /// The entries of the list below a key; `nil` where it is absent or, with a fault, none.
  func list(_ key: String, cure: String) -> [YamlNode]? {
    guard let value = values[key] else { return nil }
    guard case .sequence(let sequence) = value.node else {
      value.refuse("'\(key)' must be a list", cure)
      return nil
    }
    return sequence.map(wrap)
  }
}
