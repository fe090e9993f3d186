/// The columns of a table beside `plan.json`.
package struct TableColumns: Sendable {
  /// Those that it always has, in their order.
  package let required: [String]
  /// Those that follow where a row has something in them, in their order.
  package let optional: [String]

  init(_ required: [String], optional: [String] = []) {
    self.required = required
    self.optional = optional
  }

  /// The columns of a table of whose optional ones only some are written.
  func written(_ needed: Set<String>) -> [String] { required + optional.filter(needed.contains) }

  /// Whether a line is the header of such a table.
  package func isHeader(_ line: Substring) -> Bool {
    let found = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return found == written(Set(found.dropFirst(required.count)))
  }
}
