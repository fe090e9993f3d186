/// The statements of a MathProg data section.
extension TextOutputStream {
  /// The title of a block.
  mutating func writeTitle(_ text: String) { write("\n# \(MathProgSymbols.comment(text))\n") }

  /// One number or symbol.
  mutating func writeParameter(_ name: String, _ value: String) {
    write("param \(name) := \(value);\n")
  }

  /// A set, one member a line; the symbols of a member are separated by spaces.
  mutating func writeSet(_ name: String, _ members: some Sequence<String>) {
    writeRows("set \(name) :=", members)
  }

  /// The sets of a family that belong to one member of another set, each on a line.
  mutating func writeSet(_ name: String, of index: String, _ members: some Sequence<String>) {
    write("set \(name)[\(index)] :=")
    for member in members { write(" \(member)") }
    write(";\n")
  }

  /// Parameters over a set, one row a member: its symbols, then a value for each column. Where `set` is given, the members are its
  /// data too.
  mutating func writeTable(set: String? = nil, _ columns: String, _ rows: some Sequence<String>) {
    writeRows("param : \(set.map { "\($0) : " } ?? "")\(columns) :=", rows)
  }

  /// A table that is left out where it has no rows: the model has defaults for it.
  mutating func writeOptionalTable(
    set: String? = nil, _ columns: String, _ rows: some Collection<String>
  ) {
    if !rows.isEmpty { writeTable(set: set, columns, rows) }
  }

  private mutating func writeRows(_ head: String, _ rows: some Sequence<String>) {
    write(head)
    for row in rows { write("\n  \(row)") }
    // On a line of its own: a row may end in a comment.
    write("\n;\n")
  }
}

extension Double {
  /// The shortest text that reads back as the same number; whole numbers without a point.
  var mathProg: String {
    let text = "\(self)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension Double? {
  /// The number, or the point that asks for the model's default.
  var mathProg: String { map(\.mathProg) ?? "." }
}
