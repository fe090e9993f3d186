import Foundation
import TextFiles

/// Reads the file of a variant.
struct VariantReader {
  let name: String
  let file: String
  let bytes: [UInt8]
  let log: FaultLog

  /// The variant; where something is wrong, as much of it as could be read.
  func read() -> Variant {
    var variant = Variant(name: name, description: "", bases: [], patches: [], sweep: nil)
    let yaml = YamlFile(name: file, bytes: bytes, log: log, example: "description: …")
    guard let fields = yaml.fields() else { return variant }
    fields.allow(["description", "based-on", "patches", "sweep"])
    variant.description = (fields.text("description") ?? "").trimmingCharacters(
      in: .whitespacesAndNewlines)
    variant.bases = bases(fields)
    variant.sweep = SweepReader(log: log).sweep(fields)
    if let entries = fields.list("patches", cure: "Write a list of {table: …, where: …, set: …}.") {
      variant.patches = entries.compactMap(patch)
    }
    checkAxes(of: variant, fields)
    return variant
  }

  /// A list of names, or one.
  private func bases(_ fields: YamlFields) -> [Variant.Base] {
    guard let entry = fields.entries.last(where: { $0.name == "based-on" }) else { return [] }
    guard fields.has("based-on") else { return [] }
    let nodes =
      entry.value.text == nil
      ? fields.list("based-on", cure: "Write names of variants.") ?? [] : [entry.value]
    return nodes.compactMap { node in
      guard let text = node.text, !text.isEmpty else {
        node.refuse("a variant's name is expected here", "Write one, such as 'no-china'.")
        return nil
      }
      return Variant.Base(member: text, place: place(node))
    }
  }

  // MARK: Patches

  private func patch(_ node: YamlNode) -> Patch? {
    guard let fields = node.fields(cure: "Write {table: …, where: …, set: …}.") else { return nil }
    let actions = ["set", "scale", "add", "insert", "delete"]
    fields.allow(["table", "where"] + actions)
    guard let table = fields.text("table") else { return nil }
    let given = fields.entries.filter { actions.contains($0.name) }
    guard let action = given.first, given.count == 1 else {
      node.refuse(
        "a patch needs exactly one of \(enumeration(actions)), but this one has \(given.count)",
        "Write a separate patch for each.")
      return nil
    }
    let conditions = columns("where", fields)
    if action.name == "insert", !conditions.isEmpty {
      fields.refuse("where", "'insert' adds rows and takes no 'where'", "Leave out 'where'.")
    }
    guard let read = self.action(action.name, fields, action.value) else { return nil }
    return Patch(table: table, conditions: conditions, action: read, place: place(node))
  }

  private func action(_ name: String, _ fields: YamlFields, _ node: YamlNode) -> Patch.Action? {
    switch name {
    case "delete":
      // Half of all rows gone by `delete: false` would surprise.
      guard node.text == "true" else {
        node.refuse("'delete' must be 'true' or absent", "Write 'delete: true', or leave it out.")
        return nil
      }
      return .delete
    case "insert":
      let cure = "Write a list of {column: value, …}."
      guard let rows = fields.list("insert", cure: cure), !rows.isEmpty else {
        if !fields.has("insert") { node.refuse("'insert' is empty", cure) }
        return nil
      }
      return .insert(rows.map { $0.fields(cure: cure).map(columns) ?? [] })
    default:
      guard let read = fields.fields(name, cure: "Write {column: value, …}.") else {
        // What is there and no mapping has been told.
        if !fields.has(name) { node.refuse("'\(name)' is empty", "Write {column: value, …}.") }
        return nil
      }
      let columns = columns(read)
      if columns.isEmpty {
        node.refuse("'\(name)' is empty", "Write '\(name): {column: value}'.")
        return nil
      }
      switch name {
      case "set": return .set(columns)
      case "scale": return .scale(columns)
      default: return .add(columns)
      }
    }
  }

  private func columns(_ key: String, _ fields: YamlFields) -> [Patch.Field] {
    fields.fields(key, cure: "Write {column: value, …}.").map(columns) ?? []
  }

  /// Columns with their values as they are written. An empty one is an empty cell.
  private func columns(_ fields: YamlFields) -> [Patch.Field] {
    fields.entries.compactMap { name, _, value in
      guard let text = value.text else {
        value.refuse("'\(name)' must be one value", "Write one word, number or text.")
        return nil
      }
      let cell = YamlNode.isEmpty(value.node) ? "" : text
      return Patch.Field(
        column: name, value: cell.trimmingCharacters(in: .whitespacesAndNewlines),
        place: place(value))
    }
  }

  private func place(_ node: YamlNode) -> Patch.Place {
    Patch.Place(file: file, line: node.position?.line ?? 0, column: node.position?.column ?? 0)
  }

  // MARK: Axes

  /// Every axis named is there, and every axis there is named.
  private func checkAxes(of variant: Variant, _ fields: YamlFields) {
    // A sweep that cannot be read has been told; its axes are not known.
    if fields.has("sweep"), variant.sweep == nil { return }
    let axes = variant.sweep?.axes.map(\.name) ?? []
    var used: Set<String> = []
    for field in variant.patches.flatMap(\.fields) {
      guard let axis = field.axis else { continue }
      used.insert(axis)
      guard !axes.contains(axis) else { continue }
      log.add(
        file, at: TextPosition(line: field.place.line, column: field.place.column),
        "there is no axis \(quoted(axis))",
        cure: Suggestion.cure(
          for: axis, among: axes,
          otherwise: "Add it to the axes of 'sweep'; to begin a text with $, write $$."))
    }
    for axis in axes where !used.contains(axis) {
      fields.refuse(
        "sweep", "no patch uses the axis \(quoted(axis))",
        "Write $\(axis) where its value belongs, or delete the axis.")
    }
  }
}
