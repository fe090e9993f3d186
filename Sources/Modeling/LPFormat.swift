extension LinearProgram {
  /// The program in CPLEX LP format, see ``writeLP(to:)``.
  public func lpText() -> String {
    var text = ""
    writeLP(to: &text)
    return text
  }

  /// Writes the program in CPLEX LP format, in the dialect that GLPK, HiGHS and CBC share.
  ///
  /// Names keep letters, digits and `_ . ( ) ,`, are unique and at most 100 characters long. Numbers
  /// read back as the same doubles. The format lacks a few things:
  /// - a row between two bounds becomes two rows, of which the second has `.upper` to its name;
  /// - a row without bounds becomes a comment;
  /// - a row without terms, and an empty objective, mention a column with coefficient 0;
  /// - a program without columns gets the column `nothing`, fixed at 0; one without rows the row
  ///   `nothing`, which always holds.
  ///
  /// - Complexity: linear in the nonzeros; memory for the names only.
  public func writeLP<Target: TextOutputStream>(to target: inout Target) {
    let names = ExportNames(self)
    let stand = names.columns.first ?? names.nothing
    target.write("\\ \(ExportNames.title(name))\nMinimize\n \(names.objective):")
    writeTerms(objective.terms, names, standIn: stand, to: &target)
    target.write("\nSubject To\n")
    for (index, row) in rows.enumerated() {
      writeLPRow(row, index, names, standIn: stand, to: &target)
    }
    if !rows.contains(where: { $0.lower.isFinite || $0.upper.isFinite }) {
      target.write(" \(names.nothing): 0 \(stand) >= -1\n")
    }
    writeLPBounds(names, to: &target)
    let whole = columns.indices.filter { columns[$0].isInteger }
    if !whole.isEmpty {
      target.write("Generals\n")
      for index in whole { target.write(" \(names.columns[index])\n") }
    }
    target.write("End\n")
  }

  private func writeLPRow<Target: TextOutputStream>(
    _ row: Row, _ index: Int, _ names: ExportNames, standIn: String, to target: inout Target
  ) {
    func write(_ name: String, _ relation: String, _ bound: Double) {
      target.write(" \(name):")
      writeTerms(row.terms, names, standIn: standIn, to: &target)
      target.write(" \(relation) \(bound.exportText)\n")
    }
    let rowName = names.rows[index]
    switch (row.lower.isFinite, row.upper.isFinite) {
    case (false, false): target.write("\\ free row: \(rowName)\n")
    case (true, false): write(rowName, ">=", row.lower)
    case (false, true): write(rowName, "<=", row.upper)
    case (true, true):
      guard let upperName = names.upperRows[index] else { return write(rowName, "=", row.lower) }
      write(rowName, ">=", row.lower)
      write(upperName, "<=", row.upper)
    }
  }

  /// Some readers have a buffer for a line, so a long sum is broken.
  private func writeTerms<Target: TextOutputStream>(
    _ terms: [LinearExpression.Term], _ names: ExportNames, standIn: String,
    to target: inout Target
  ) {
    if terms.isEmpty { target.write(" 0 \(standIn)") }
    for (position, term) in terms.enumerated() {
      if position > 0 && position % 4 == 0 { target.write("\n  ") }
      let sign = term.coefficient < 0 ? "-" : "+"
      let name = names.columns[term.column.index]
      target.write(" \(sign) \(abs(term.coefficient).exportText) \(name)")
    }
  }

  private func writeLPBounds<Target: TextOutputStream>(
    _ names: ExportNames, to target: inout Target
  ) {
    target.write("Bounds\n")
    if columns.isEmpty { target.write(" \(names.nothing) = 0\n") }
    for (column, name) in zip(columns, names.columns) {
      let (lower, upper) = (column.lower, column.upper)
      switch (lower.isFinite, upper.isFinite) {
      case (false, false): target.write(" \(name) free\n")
      case (false, true): target.write(" -inf <= \(name) <= \(upper.exportText)\n")
      case (true, false):
        if lower != 0 { target.write(" \(name) >= \(lower.exportText)\n") }
      case (true, true) where lower == upper: target.write(" \(name) = \(lower.exportText)\n")
      case (true, true):
        target.write(" \(lower.exportText) <= \(name) <= \(upper.exportText)\n")
      }
    }
  }
}
